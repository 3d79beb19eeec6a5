/**
 * Half-open spans of days: `from` is the first day inside, `to` the first day no longer inside, null while open.
 *
 * Half-open because the SSDA903 chains episodes on the same day (DEC of one = DECOM of the next) and because "looked
 * after at 31 March" means at the close of that day: a child who left on 31 March is not counted.
 */
import type { LocalDate } from './localDate.ts'

export interface Interval {
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** Whether a day lies inside. */
export function contains(span: Interval, on: LocalDate): boolean {
  return span.from <= on && (span.to === null || on < span.to)
}
