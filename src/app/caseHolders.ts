/** Who holds a case and who stands above whom: what the separation of duties asks of the reviewing officer. */
import type { Decision } from '../core/access/decide.ts'
import type { WorkFacts } from '../core/access/duties.ts'
import type { Action } from '../core/access/actions.ts'
import type { Resource } from '../core/access/resources.ts'
import type { Work } from './work.ts'

export interface CaseHolders {
  /** The child's social worker (allocated, or as the return has it) and whoever manages their team, today. */
  ofChild(childId: string): Promise<readonly string[]>
  /**
   * Everybody above a person in their line of management as far as it is recorded, nearest first: the manager named on them,
   * those who manage a team they are in, and so on up.
   */
  above(personId: string): Promise<readonly string[]>
}

/** The decision on an act of the reviewing officer, with their independence (Children Act 1989 s.25A; CPPCR 2010 reg 46). */
export async function decideIndependently(
  work: Work, childId: string, action: Action, resource: Resource, facts: WorkFacts = {},
): Promise<Decision> {
  const caseHolders = await work.caseHolders.ofChild(childId)
  const managersOfAsker = await work.caseHolders.above(work.actor.personId)
  return work.decideWith(childId, { caseHolders, managersOfAsker, ...facts }, action, resource)
}
