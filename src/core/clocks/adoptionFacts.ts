/** Decisions and matches for adoption, from the two tables of the return that hold them. */
import type { FactId } from '../facts/factType.ts'
import type { CareHistory, PeriodOfCare } from '../history/careHistory.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { Happening } from './clock.ts'

/** The agency decision maker's decision that a child should be placed for adoption. */
export interface Decision {
  readonly on: LocalDate
  readonly factId: FactId
  readonly reversedOn: LocalDate | null
}

/** Whether a day belongs to a period; to one whose start is not known, also any day before it that no other claims. */
function belongs(history: CareHistory, period: PeriodOfCare, on: LocalDate): boolean {
  if (period.to !== null && on > period.to) return false
  if (on >= period.from) return true
  return !period.startKnown && !history.periods.some((other) => other.number < period.number && (other.to === null || on <= other.to))
}

/**
 * The decisions made in a period, oldest first. The decision of an adopted child (DATE_INT) counts when the other table
 * does not hold the same day: returns repeat it in both (rule 523).
 */
export function decisionsOf(history: CareHistory, period: PeriodOfCare): readonly Decision[] {
  const { adoption_decision: decisions, adoption } = history.facts
  if (decisions.length === 0 && adoption.length === 0) return noDecisions
  const found: Decision[] = []
  for (const { decidedOn, ceasedOn, factId } of decisions) {
    if (belongs(history, period, decidedOn)) found.push({ on: decidedOn, factId, reversedOn: ceasedOn })
  }
  for (const { decidedOn, factId } of adoption) {
    if (decidedOn === null || !belongs(history, period, decidedOn)) continue
    if (!found.some((decision) => decision.on === decidedOn)) found.push({ on: decidedOn, factId, reversedOn: null })
  }
  return found.sort((a, b) => a.on - b.on)
}

const noDecisions: readonly Decision[] = []

/** The match with the people who adopted the child (DATE_MATCH); null when the period holds none. */
export function matchOf(history: CareHistory, period: PeriodOfCare): Happening | null {
  for (const { matchedOn, factId } of history.facts.adoption) {
    if (matchedOn !== null && belongs(history, period, matchedOn)) return { on: matchedOn, factId, what: 'was matched with adopters' }
  }
  return null
}

/** Whether the period ended in an adoption order. */
export function endedInAdoption(period: PeriodOfCare): boolean {
  return period.endReason === 'E11' || period.endReason === 'E12'
}

/**
 * The days on which a reversal left no decision for adoption in force, in order: adoption was no longer the plan. A later
 * decision makes it the plan again, and starts such clocks again rather than opening a closed one.
 */
export function reversalsOf(decisions: readonly Decision[]): readonly Happening[] {
  const found: Happening[] = []
  for (const { factId, reversedOn } of decisions) {
    if (reversedOn === null) continue
    const another = decisions.some(({ on, reversedOn: until }) => on <= reversedOn && (until === null || until > reversedOn))
    if (!another) found.push({ on: reversedOn, factId, what: 'no longer had adoption as the plan' })
  }
  return found.sort((a, b) => a.on - b.on)
}
