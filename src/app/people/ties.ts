/** Ties that people declare themselves: the records of family and friends close to them. */
import type { Work } from '../work.ts'
import type { DeclaredTie } from './staff.ts'

/** A person's own declarations. Whether a tie locks a record is not said: that would say whether there is such a child. */
export function ownTies(work: Work): Promise<readonly DeclaredTie[]> {
  work.allow('see', 'declared ties')
  return work.staff.ties.of(work.actor.personId)
}

/** Everybody's, for the director's information. */
export function declaredTies(work: Work): Promise<readonly DeclaredTie[]> {
  work.allow('see', 'restrictions')
  return work.staff.ties.of(null)
}

/**
 * Declares a tie. It locks at once and stays: a former partner's child is no stranger's, and nobody takes away their own
 * lock. The answer is the same whether or not there is a child of the number.
 */
export async function declareTie(work: Work, tie: { readonly name: string; readonly how: string; readonly code: string | null }): Promise<void> {
  work.allow('record', 'declared ties')
  await work.staff.ties.declare(tie)
  await work.staff.note('tie declared', {})
}

/** Writes one's own family name and postcode, by which a look at family or neighbours is noticed. */
export async function writeOwnDetails(work: Work, { familyName, postcode }: { readonly familyName: string | null; readonly postcode: string | null }): Promise<void> {
  work.allow('record', 'declared ties')
  await work.staff.people.writeOwnDetails(familyName, postcode?.toUpperCase().replaceAll(/\s+/g, ' ') ?? null)
  await work.staff.note('own details written', {})
}
