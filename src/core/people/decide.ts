/** What may be done with roles, stand-ins and allocations: the rules that no list of grants can say. */
import { independentOf } from '../access/duties.ts'
import { roleDescriptions, type Role } from '../access/roles.ts'
import type { LocalDate } from '../time/localDate.ts'

/** Why something cannot be done, at the field to mend. */
export interface Fault {
  readonly field: string
  readonly why: string
}

/** Roles in which a child has one holder at a time: giving the child to the next ends the last. */
export const oneHolder: ReadonlySet<Role> = new Set<Role>([
  'social worker', 'team manager', 'reviewing officer', 'family finder', 'supervising social worker', 'agency decision maker',
])

/** Roles in which a child is allocated to a person. */
export const allocatedRoles = [
  'social worker', 'reviewing officer', 'family finder', 'supervising social worker', 'assistant', 'lawyer', 'participation worker', 'inspector',
  'agency decision maker',
] as const satisfies readonly Role[]
export type AllocatedRole = (typeof allocatedRoles)[number]

/**
 * Why a role cannot be given. Nobody gives themselves a role: whoever hands out rights must not be able to reach the records
 * alone (domain part 4: a system administrator has accounts, not records).
 */
export function faultOfRole(
  { role, fromOn, lastOn }: { readonly role: Role; readonly fromOn: LocalDate; readonly lastOn: LocalDate | null },
  by: { readonly personId: string }, to: { readonly personId: string },
): Fault | undefined {
  if (by.personId === to.personId) return { field: 'role', why: 'Nobody changes their own roles. Ask another administrator.' }
  if (lastOn !== null && lastOn < fromOn) return { field: 'lastOn', why: 'The last day must not be before the first' }
  if (lastOn === null && roleDescriptions[role].timeLimited === true) {
    return { field: 'lastOn', why: `${roleDescriptions[role].words} is held for a limited time: enter the last day` }
  }
  return undefined
}

/** Why somebody cannot stand in for somebody on those days; the last is inside. */
export function faultOfDeputy(
  { standsIn, fromOn, lastOn }: { readonly standsIn: string; readonly fromOn: LocalDate; readonly lastOn: LocalDate }, away: string,
): Fault | undefined {
  if (standsIn === away) return { field: 'standsIn', why: 'Choose somebody else than the person who is away' }
  return lastOn < fromOn ? { field: 'lastOn', why: 'The last day must not be before the first' } : undefined
}

/** An allocation that is held: the days are from the first inside to the first no longer inside, null while open. */
export interface HeldAllocation {
  readonly allocationId: string
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
}

export type Handover =
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** The allocations that end, all on the first day of the next. */
  | { readonly kind: 'given'; readonly ending: readonly string[] }

/**
 * What giving a child to somebody does to those who have it in the same role. It cannot begin before the one it follows
 * did: that would be rewriting who had the child when.
 */
export function handover(role: Role, fromOn: LocalDate, held: readonly HeldAllocation[]): Handover {
  if (!oneHolder.has(role)) return { kind: 'given', ending: [] }
  const same = held.filter((one) => one.role === role)
  const later = same.find((one) => one.from >= fromOn)
  if (later !== undefined) return { kind: 'refused', fault: { field: 'fromOn', why: 'Somebody has the child in this role from that day or later. The first day must be after theirs' } }
  return { kind: 'given', ending: same.filter((one) => one.to === null || one.to > fromOn).map(({ allocationId }) => allocationId) }
}

/**
 * Why somebody cannot be a child's reviewing officer (Children Act 1989, section 25A; Care Planning, Placement and Case
 * Review (England) Regulations 2010, regulation 46: not involved in the management of the case, nor managed by who is).
 */
export function faultOfReviewingOfficer(personId: string, managers: readonly string[], caseHolders: readonly string[]): Fault | undefined {
  return independentOf(personId, managers, caseHolders) ? undefined
    : { field: 'holder', why: 'A reviewing officer must be independent: this person holds the case, or is managed by somebody who does' }
}

/**
 * Why a child cannot be put before somebody for a decision: an agency decision maker must not be a member of a panel that advises
 * them (Adoption Agencies Regulations 2005, regulations 19 and 33: K; domain part 4). `panels`: those on which the person sits.
 */
export function faultOfDecisionMaker(name: string, panels: readonly string[]): Fault | undefined {
  return panels.length === 0 ? undefined
    : { field: 'holder', why: `${name} sits on ${panels.join(' and ')}. A decision maker does not sit on a panel that advises them` }
}
