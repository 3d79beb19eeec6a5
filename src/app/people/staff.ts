/**
 * Who works here, whose child is whose, and what no tie opens: the port of the use cases beside it. What the request may
 * reach of children is held by the store; the acts are asked by the use cases.
 *
 * Days are from the first inside to the first no longer inside; null while open.
 */
import type { Interval } from '../../core/time/interval.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import type { Role } from '../../core/access/roles.ts'
import type { Resource } from '../../core/access/resources.ts'
import type { SharedField } from '../../core/profile/profile.ts'

export interface PersonNamed {
  readonly personId: string
  readonly name: string
}

export interface PeopleQuery {
  /** In names, sign-in names and worker numbers; blank for all. */
  readonly search: string
  readonly role: Role | null
  readonly teamId: string | null
  readonly which: 'in use' | 'disabled'
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

export interface PersonRow extends PersonNamed {
  readonly signInName: string
  readonly roles: readonly Role[]
  readonly teams: readonly string[]
  readonly disabled: boolean
}

export interface Details {
  readonly name: string
  readonly signInName: string
  readonly email: string | null
  readonly worker: string | null
  readonly manager: string | null
}

export interface RoleHeld extends Interval {
  readonly heldId: string
  readonly role: Role
  readonly givenBy: string | null
}

export interface Membership extends Interval {
  readonly memberId: string
  readonly person: PersonNamed
  /** The team or service. */
  readonly place: { readonly id: string; readonly name: string; readonly kind: 'team' | 'service' }
  readonly manages: boolean
}

export interface Deputy extends Interval {
  readonly deputyId: string
  readonly away: PersonNamed
  readonly standsIn: PersonNamed
  readonly reason: string | null
  readonly withdrawn: boolean
}

export interface PersonFile extends PersonNamed {
  readonly details: Details
  /** Grows with every change of the person: a form opened before it is noticed. */
  readonly version: number
  readonly disabledAt: string | null
  /** Whether a password was ever set here. */
  readonly hasPassword: boolean
  readonly roles: readonly RoleHeld[]
  readonly memberships: readonly Membership[]
  /** Those in which the person is away or stands in, newest first. */
  readonly deputies: readonly Deputy[]
}

/** What is taken already. */
export type Taken = 'sign-in name' | 'worker number'

export interface People {
  list(query: PeopleQuery): Promise<{ readonly rows: readonly PersonRow[]; readonly total: number }>
  one(personId: string): Promise<PersonFile | undefined>
  add(details: Details): Promise<{ readonly personId: string } | { readonly taken: Taken }>
  change(personId: string, details: Details, version: number): Promise<'changed' | 'newer' | Taken>
  /** Disables or enables; a person who is disabled is signed out by the store. */
  disable(personId: string, disabled: boolean): Promise<void>
  /** Takes the password away, so that a new first one can be chosen. Gives the mark that the link to choose it is made with. */
  unsetPassword(personId: string): Promise<string>
  giveRole(personId: string, role: Role, span: Interval): Promise<void>
  endRole(heldId: string, to: LocalDate): Promise<void>
  join(personId: string, place: Membership['place'], manages: boolean, from: LocalDate): Promise<void>
  leave(memberId: string, to: LocalDate): Promise<void>
  addDeputy(away: string, standsIn: string, span: { readonly from: LocalDate; readonly to: LocalDate }, reason: string | null): Promise<void>
  withdrawDeputy(deputyId: string): Promise<void>
  /** One's own family name and postcode, by which looks at family and neighbours are noticed. */
  ownDetails(): Promise<{ readonly familyName: string | null; readonly postcode: string | null }>
  writeOwnDetails(familyName: string | null, postcode: string | null): Promise<void>
}

export interface Service {
  readonly serviceId: string
  readonly name: string
  readonly answersFor: 'its teams' | 'all in care'
  readonly endedOn: LocalDate | null
}

export interface Team {
  readonly teamId: string
  readonly name: string
  readonly serviceId: string | null
  readonly endedOn: LocalDate | null
  /** Of the council's team list: how many workers are written down under the team's name. */
  readonly listed: number
}

export interface Teams {
  services(): Promise<readonly Service[]>
  /** By name. */
  all(): Promise<readonly Team[]>
  /** Everybody who is or was in it, newest first. */
  members(placeId: string): Promise<readonly Membership[]>
  /** Team names of the council's own list that are no team here yet. */
  listedOnly(): Promise<readonly string[]>
  saveService(serviceId: string | null, values: Pick<Service, 'name' | 'answersFor'>): Promise<'saved' | 'taken'>
  saveTeam(teamId: string | null, values: Pick<Team, 'name' | 'serviceId'>): Promise<'saved' | 'taken'>
  end(place: Membership['place'], on: LocalDate): Promise<void>
}

export interface Allocation extends Interval {
  readonly allocationId: string
  readonly role: Role
  readonly holder: { readonly kind: 'person' | 'team'; readonly id: string; readonly name: string }
  readonly reason: string | null
  readonly recordedBy: string | null
}

/** What the return says of a child's worker: in force until somebody is allocated here. */
export interface ReturnedWorker {
  readonly worker: string
  /** By the council's team list, or by a person who signs in under that number. */
  readonly name: string | null
  readonly team: string | null
  /** Whether somebody signs in under that number. */
  readonly signsIn: boolean
}

export interface Unallocated {
  readonly childId: string
  readonly code: string
  readonly inCareSince: LocalDate
  /** Team the child is allocated to here, else the team of the return's worker. */
  readonly team: string | null
  readonly returned: ReturnedWorker | null
}

export interface Allocations {
  /** Newest first, of a child that the request reaches. */
  of(childId: string): Promise<readonly Allocation[]>
  returned(childId: string): Promise<ReturnedWorker | null>
  add(childId: string, role: Role, holder: Allocation['holder'], from: LocalDate, reason: string | null): Promise<void>
  end(childId: string, allocationId: string, to: LocalDate): Promise<void>
  /**
   * Children in care today whom the request reaches and whom nobody has in the role. A social worker whom the return names
   * counts when somebody signs in under their number.
   */
  lacking(role: 'social worker' | 'reviewing officer'): Promise<readonly Unallocated[]>
}

export interface Restriction extends Interval {
  readonly restrictionId: string
  readonly childId: string
  readonly code: string
  readonly reason: string
  readonly setBy: string
  readonly named: readonly (PersonNamed & Interval)[]
}

export interface Restrictions {
  /** Those in force and those that ended, newest first; of children that the request reaches. */
  list(): Promise<readonly Restriction[]>
  childByCode(code: string): Promise<string | undefined>
  set(childId: string, reason: string): Promise<void>
  end(restrictionId: string): Promise<void>
  name(childId: string, personId: string): Promise<void>
  unname(childId: string, personId: string): Promise<void>
}

export interface GlassUse {
  readonly useId: string
  readonly person: PersonNamed
  readonly childId: string
  readonly code: string
  readonly reason: string
  /** Empty: the whole record. */
  readonly resources: readonly Resource[]
  readonly from: string
  readonly until: string
  readonly told: readonly string[]
  readonly review: { readonly by: string; readonly at: string; readonly justified: boolean; readonly words: string } | null
}

export interface Glass {
  /** The child of that number, however little of it the request reaches. For breaking the glass alone. */
  findChild(code: string): Promise<string | undefined>
  /** Whoever answers for the child: asked as `caseHolders.ofChild`, whatever the request reaches. */
  holders(childId: string): Promise<readonly PersonNamed[]>
  /** Opens the record from now for so many hours. Gives the use's id. */
  open(childId: string, use: { readonly reason: string; readonly resources: readonly Resource[]; readonly hours: number; readonly told: readonly string[] }): Promise<string>
  /** One's own that are open now. */
  openNow(): Promise<readonly { readonly useId: string; readonly childId: string; readonly code: string; readonly until: string }[]>
  /** Ends every open use of one's own on the child of that use, before its hours are over. */
  close(useId: string): Promise<void>
  /** Of children that the request reaches, those waiting for review first. */
  list(): Promise<readonly GlassUse[]>
  review(useId: string, justified: boolean, words: string): Promise<void>
}

export interface DeclaredTie {
  readonly person: PersonNamed
  readonly name: string
  readonly how: string
  readonly declaredAt: string
}

export interface DeclaredTies {
  /** A person's own (all people's when none is named), newest first. */
  of(personId: string | null): Promise<readonly DeclaredTie[]>
  /** Writes one down and works out the locks again. `code` joins it to the child of that number, if there is one. */
  declare(tie: { readonly name: string; readonly how: string; readonly code: string | null }): Promise<void>
}

export interface Share {
  readonly shareId: string
  readonly childId: string
  /** The other authority: the one it was shared with, or the one that shares. */
  readonly authority: string
  readonly sharedAt: string
  readonly sharedBy: string | null
  readonly withdrawnAt: string | null
}

export interface SharedProfile extends Share {
  readonly fields: readonly SharedField[]
}

export interface Profiles {
  /** Authorities of this installation that a profile can be shared with. */
  authorities(): Promise<readonly { readonly authorityId: number; readonly name: string }[]>
  /** Newest first, of one child. */
  shares(childId: string): Promise<readonly Share[]>
  share(childId: string, authorityId: number, fields: readonly SharedField[]): Promise<void>
  withdraw(shareId: string): Promise<void>
  /** What is shared with this authority now, newest first. */
  received(): Promise<readonly SharedProfile[]>
}

export interface Staff {
  readonly people: People
  readonly teams: Teams
  readonly allocations: Allocations
  readonly restrictions: Restrictions
  readonly glass: Glass
  readonly ties: DeclaredTies
  readonly profiles: Profiles
  /** Writes to the audit log, beside what the route wrote: identifiers, never content. */
  note(event: string, detail: Readonly<Record<string, string>>, childId?: string): Promise<void>
}
