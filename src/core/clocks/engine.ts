/**
 * The clock engine: facts, as history and evidence, in; occurrences out. Pure: the day asked about comes in only when
 * an outcome is asked for.
 */
import type { CareHistory } from '../history/careHistory.ts'
import type { PermanenceEvidence } from '../permanence/evidence.ts'
import type { ClockContext, Occurrence } from './clock.ts'
import { clockRules } from './rules.ts'

export { dueDate } from './dueDate.ts'
export { daysNotHeld } from './held.ts'
export { outcomeAsAt } from './outcome.ts'

/** Every occurrence that a child's facts give rise to, rule by rule, each oldest first. */
export function clockOccurrences(
  history: CareHistory,
  evidence: PermanenceEvidence,
  context: ClockContext,
): readonly Occurrence[] {
  const found: Occurrence[] = []
  for (const rule of clockRules) for (const occurrence of rule.occurrences(history, evidence, context)) found.push(occurrence)
  return found
}
