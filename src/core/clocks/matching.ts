/** How a clock for an adoption match ends, from a return that rarely holds the match itself. */
import type { CareHistory, PeriodOfCare } from '../history/careHistory.ts'
import { later, type LocalDate } from '../time/localDate.ts'
import { endedInAdoption, matchOf } from './adoptionFacts.ts'
import type { Ending, Happening } from './clock.ts'
import { adoptivePlacements } from './homes.ts'
import { leftCare, stopped } from './stops.ts'

export const matchSeenLate =
  'A match is only in the return of the year of the adoption order. Until the child moves in with adopters, the return cannot show that there is one.'
export const matchedByMove =
  'The day of the match is not held. A child who has been placed for adoption was matched on or before that day.'
export const matchedSomewhen =
  'The day of the match is not held. The child was placed for adoption after the due date, and the match was made on an earlier day or on that one: it may have been in time.'

/** What shows a match, for a clock that runs from a day: the match itself, or a move or order that implies one. */
export interface MatchEvidence {
  readonly match: Happening | null
  readonly implied: Happening | null
}

/** The match between two days of a period; `to` null for no limit. A home that ended before `from` belongs to an earlier plan. */
export function matchEvidence(history: CareHistory, period: PeriodOfCare, from: LocalDate, to: LocalDate | null): MatchEvidence {
  const match = matchOf(history, period)
  const implied = adoptivePlacements(history, period)
    .find(({ home, placed }) => (home.to === null || from < home.to) && (to === null || placed.on <= to))?.placed
  const adopted = endedInAdoption(period) ? leftCare(period) : null
  return {
    match: match !== null && (to === null || match.on <= to) ? match : null,
    implied: implied ?? (adopted !== null && (to === null || adopted.on <= to) ? adopted : null),
  }
}

/**
 * The ending of a match clock. A match or placement before the trigger meets it on the trigger's day (0 days). A
 * placement by the due date shows that the match was in time; a later one cannot say.
 */
export function matchEnding({ match, implied }: MatchEvidence, from: LocalDate, dueOn: LocalDate | null, stop: Happening | null): Ending {
  if (match !== null) return { kind: 'met', by: { ...match, on: later(match.on, from) } }
  if (implied === null) return stopped(stop)
  const by = { ...implied, on: later(implied.on, from) }
  if (dueOn !== null && by.on <= dueOn) return { kind: 'met', by }
  return { kind: 'cannot tell', because: matchedSomewhen, by }
}

/** The remark on what stands in for a match, or on why none may show; null when the match is held. */
export function matchNote({ match, implied }: MatchEvidence): string | null {
  if (match !== null) return null
  return implied === null ? matchSeenLate : matchedByMove
}
