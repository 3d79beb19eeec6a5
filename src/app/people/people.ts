/** Accounts: who signs in, with which roles, in which teams, who stands in for whom. An administrator's work; it opens no record. */
import type { Role } from '../../core/access/roles.ts'
import { faultOfDeputy, faultOfRole, type Fault } from '../../core/people/decide.ts'
import { addDays, formatIso, type LocalDate } from '../../core/time/localDate.ts'
import type { Work } from '../work.ts'
import type { Details, Membership, PeopleQuery, PersonFile, Taken } from './staff.ts'

const takenFaults: Readonly<Record<Taken, Fault>> = {
  'sign-in name': { field: 'signInName', why: 'Somebody signs in under that name already. Choose another' },
  'worker number': { field: 'worker', why: 'Somebody else has that worker number' },
}

/** A sign-in name has no spaces: it is typed, or is an address of email. */
const signInNames = /^[\p{L}\p{N}._@+'-]{2,100}$/u

function faultOfDetails({ signInName }: Details): Fault | undefined {
  return signInNames.test(signInName) ? undefined
    : { field: 'signInName', why: 'The sign-in name must have 2 to 100 letters, figures, dots, hyphens, underscores or @' }
}

/** A page of the people, by name. */
export function listPeople(work: Work, query: PeopleQuery): ReturnType<Work['staff']['people']['list']> {
  work.allow('see', 'accounts')
  return work.staff.people.list(query)
}

/** All about one person but their work with children; undefined when there is no such person. */
export function onePerson(work: Work, personId: string): Promise<PersonFile | undefined> {
  work.allow('see', 'accounts')
  return work.staff.people.one(personId)
}

/** Adds a person, who cannot sign in until they chose a password or the council's provider vouches for their name. */
export async function addPerson(work: Work, details: Details): Promise<{ readonly personId: string } | { readonly fault: Fault }> {
  work.allow('record', 'accounts')
  const fault = faultOfDetails(details)
  if (fault !== undefined) return { fault }
  const added = await work.staff.people.add(details)
  if ('taken' in added) return { fault: takenFaults[added.taken] }
  await work.staff.note('person added', { account: added.personId })
  return added
}

/** Changes a person's details; `version` is that of the page the form was opened on. */
export async function changePerson(work: Work, person: PersonFile, details: Details, version: number): Promise<Fault | undefined> {
  work.allow('change', 'accounts')
  const fault = faultOfDetails(details)
  if (fault !== undefined) return fault
  if (details.manager === person.personId) return { field: 'manager', why: 'Choose somebody else than the person themselves' }
  const changed = await work.staff.people.change(person.personId, details, version)
  if (changed === 'newer') {
    return { field: 'name', why: `Somebody else changed this person meanwhile. What you typed is kept here; what is held now is: ${Object.values(person.details).filter((one) => one !== null && one !== person.details.manager).join(', ')}` }
  }
  if (changed !== 'changed') return takenFaults[changed]
  await work.staff.note('person changed', { account: person.personId })
  return undefined
}

/** Shuts somebody out, or lets them in again. Nobody does it to themselves: there is always somebody left who can let people in. */
export async function disablePerson(work: Work, person: PersonFile, disabled: boolean): Promise<string | undefined> {
  work.allow('administer', 'accounts')
  if (person.personId === work.actor.personId) return 'Nobody shuts themselves out. Ask another administrator.'
  await work.staff.people.disable(person.personId, disabled)
  await work.staff.note(disabled ? 'person disabled' : 'person enabled', { account: person.personId })
  return undefined
}

/** Takes a person's password away, tells them, and gives the mark that the link to choose a new one is made with. */
export async function renewPassword(work: Work, person: PersonFile): Promise<string> {
  work.allow('administer', 'accounts')
  const mark = await work.staff.people.unsetPassword(person.personId)
  await work.records.apply([], [{
    personId: person.personId, words: 'An administrator made a link by which you chose a new password. If you did not ask for it, tell your information governance.',
    address: '/account', childId: null,
  }])
  await work.staff.note('link for a first password made', { account: person.personId })
  return mark
}

/** Gives a role for a time. `lastOn` is inside; null: until it is ended. */
export async function giveRole(work: Work, person: PersonFile, given: { readonly role: Role; readonly fromOn: LocalDate; readonly lastOn: LocalDate | null }): Promise<Fault | undefined> {
  work.allow('administer', 'accounts')
  const fault = faultOfRole(given, work.actor, person)
  if (fault !== undefined) return fault
  const { role, fromOn, lastOn } = given
  await work.staff.people.giveRole(person.personId, role, { from: fromOn, to: lastOn === null ? null : addDays(lastOn, 1) })
  await work.staff.note('role given', {
    account: person.personId, role, from: formatIso(fromOn), ...(lastOn === null ? {} : { last: formatIso(lastOn) }),
  })
  return undefined
}

/** Ends a role: today is the first day without it. Gives why not. */
export async function endRole(work: Work, person: PersonFile, heldId: string): Promise<string | undefined> {
  work.allow('administer', 'accounts')
  const held = person.roles.find((one) => one.heldId === heldId)
  if (held === undefined || (held.to !== null && held.to <= work.today)) return 'That role has ended already.'
  if (person.personId === work.actor.personId) return 'Nobody changes their own roles. Ask another administrator.'
  await work.staff.people.endRole(heldId, work.today)
  await work.staff.note('role ended', { account: person.personId, role: held.role })
  return undefined
}

/** Puts a person into a team or service. */
export async function joinPlace(
  work: Work, person: PersonFile, place: Membership['place'], as: { readonly manages: boolean; readonly fromOn: LocalDate },
): Promise<Fault | undefined> {
  work.allow('administer', 'teams')
  const twice = person.memberships.some((one) => one.place.id === place.id && one.manages === as.manages && (one.to === null || one.to > as.fromOn))
  if (twice) return { field: 'place', why: 'The person is in it already' }
  await work.staff.people.join(person.personId, place, as.manages, as.fromOn)
  await work.staff.note('joined', { account: person.personId, [place.kind]: place.id, as: as.manages ? 'manager' : 'member', from: formatIso(as.fromOn) })
  return undefined
}

/** Takes a person out of a team or service: today is the first day without. */
export async function leavePlace(work: Work, person: PersonFile, memberId: string): Promise<string | undefined> {
  work.allow('administer', 'teams')
  const held = person.memberships.find((one) => one.memberId === memberId)
  if (held === undefined || (held.to !== null && held.to <= work.today)) return 'That has ended already.'
  await work.staff.people.leave(memberId, work.today)
  await work.staff.note('left', { account: person.personId, [held.place.kind]: held.place.id })
  return undefined
}

/** Has somebody stand in for a person; both are told. */
export async function addDeputy(
  work: Work, person: PersonFile, asked: { readonly standsIn: string; readonly fromOn: LocalDate; readonly lastOn: LocalDate; readonly reason: string | null },
): Promise<Fault | undefined> {
  work.allow('administer', 'accounts')
  const fault = faultOfDeputy(asked, person.personId)
  if (fault !== undefined) return fault
  const other = await work.staff.people.one(asked.standsIn)
  if (other === undefined || other.disabledAt !== null) return { field: 'standsIn', why: 'Choose somebody from the list' }
  await work.staff.people.addDeputy(person.personId, other.personId, { from: asked.fromOn, to: addDays(asked.lastOn, 1) }, asked.reason)
  await work.staff.note('stand-in named', { account: person.personId, standsIn: other.personId, from: formatIso(asked.fromOn), last: formatIso(asked.lastOn) })
  await work.records.apply([], [
    { personId: other.personId, words: `You stand in for ${person.name} for a time.`, address: '/me', childId: null },
    { personId: person.personId, words: `${other.name} stands in for you for a time.`, address: '/me', childId: null },
  ])
  return undefined
}

/** Ends a stand-in at once. */
export async function withdrawDeputy(work: Work, person: PersonFile, deputyId: string): Promise<string | undefined> {
  work.allow('administer', 'accounts')
  const held = person.deputies.find((one) => one.deputyId === deputyId)
  if (held === undefined || held.withdrawn) return 'That has ended already.'
  await work.staff.people.withdrawDeputy(deputyId)
  await work.staff.note('stand-in withdrawn', { account: held.away.personId, standsIn: held.standsIn.personId })
  return undefined
}
