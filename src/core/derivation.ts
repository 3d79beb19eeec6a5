/** Everything that Holdfast derives from a child's facts, in one go: the only order in which it can be done. */
import type { ClockContext, Occurrence } from './clocks/clock.ts'
import { clockOccurrences } from './clocks/engine.ts'
import type { ChildFacts } from './facts/factTypes.ts'
import type { CareHistory } from './history/careHistory.ts'
import { deriveHistory } from './history/deriveHistory.ts'
import { permanenceEvidence } from './permanence/deriveEvidence.ts'
import type { PermanenceEvidence } from './permanence/evidence.ts'
import { deriveStandings, type Standing } from './standing/standing.ts'

/**
 * Raised whenever a change of code or rules makes other derived rows from the same facts, so that children derived by an
 * earlier version are found and derived again.
 */
export const derivationVersion = 1

export interface Derived {
  readonly history: CareHistory
  readonly evidence: PermanenceEvidence
  readonly occurrences: readonly Occurrence[]
  readonly standings: readonly Standing[]
}

/** Derives a child's history, evidence, clocks and standings from the facts given. Pure. */
export function derive(facts: ChildFacts, context: ClockContext): Derived {
  const history = deriveHistory(facts)
  const evidence = permanenceEvidence(history)
  const occurrences = clockOccurrences(history, evidence, context)
  return { history, evidence, occurrences, standings: deriveStandings(history, evidence, occurrences) }
}
