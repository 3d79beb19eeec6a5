/** Restricted records: closed to everybody but those they name, who alone know that there is such a child. */
import type { Fault } from '../../core/people/decide.ts'
import type { Work } from '../work.ts'
import type { Restriction } from './staff.ts'

/** The register, for whoever keeps it. */
export function restrictions(work: Work): Promise<readonly Restriction[]> {
  work.allow('see', 'restrictions')
  return work.staff.restrictions.list()
}

/** Closes a child's record to all but the person named; others are added after. Gives the restriction's child. */
export async function restrict(work: Work, asked: { readonly code: string; readonly reason: string; readonly named: string }): Promise<Fault | undefined> {
  work.allow('administer', 'restrictions')
  const childId = await work.staff.restrictions.childByCode(asked.code)
  if (childId === undefined) return { field: 'code', why: 'There is no child of that number' }
  const open = (await work.staff.restrictions.list()).some((one) => one.childId === childId && inForce(one, work))
  if (open) return { field: 'code', why: 'That record is restricted already' }
  await work.staff.restrictions.set(childId, asked.reason)
  await work.staff.restrictions.name(childId, asked.named)
  await work.staff.note('record restricted', { named: asked.named }, childId)
  return undefined
}

/** Whether a restriction holds today. */
export function inForce({ from, to }: Pick<Restriction, 'from' | 'to'>, { today }: Pick<Work, 'today'>): boolean {
  return from <= today && (to === null || to > today)
}

/** Opens the record again: today is the first day without. */
export async function endRestriction(work: Work, restriction: Restriction): Promise<void> {
  work.allow('administer', 'restrictions')
  await work.staff.restrictions.end(restriction.restrictionId)
  await work.staff.note('restriction ended', { restriction: restriction.restrictionId }, restriction.childId)
}

/** Names a person on a restricted record. A name opens nothing that their role and their tie to the child do not. */
export async function nameOn(work: Work, restriction: Restriction, personId: string): Promise<Fault | undefined> {
  work.allow('administer', 'restrictions')
  const person = (await work.records.people()).find((one) => one.personId === personId)
  if (person === undefined) return { field: 'person', why: 'Choose somebody from the list' }
  await work.staff.restrictions.name(restriction.childId, personId)
  await work.staff.note('named on a restricted record', { account: personId }, restriction.childId)
  return undefined
}

/** Takes a name off. The last name stays: a record that nobody can open helps no child. */
export async function takeNameOff(work: Work, restriction: Restriction, personId: string): Promise<string | undefined> {
  work.allow('administer', 'restrictions')
  const now = restriction.named.filter((one) => inForce(one, work))
  if (!now.some((one) => one.personId === personId)) return 'That person is not named.'
  if (now.length === 1) return 'Somebody must be able to open the record. Name another person first, or end the restriction.'
  await work.staff.restrictions.unname(restriction.childId, personId)
  await work.staff.note('taken off a restricted record', { account: personId }, restriction.childId)
  return undefined
}
