/**
 * Working days in England: Monday to Friday without bank holidays, from a dated table (domain 1.0, rules 1 and 2).
 */
import type { LocalDate } from './localDate.ts'

export interface BankHoliday {
  readonly on: LocalDate
  readonly name: string
}

/** The bank holidays of England and Wales over the whole of `from` to `to` (inclusive); outside it nothing is known. */
export interface WorkingCalendar {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly holidays: readonly BankHoliday[]
  /** Set of the holidays' dates. */
  readonly days: ReadonlySet<LocalDate>
}

export type WorkingDayAnswer =
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** The table ends first. Refusing is the lesser failure: a guess would put a legal deadline on a wrong day unseen. */
  | { readonly kind: 'beyond the table'; readonly from: LocalDate; readonly to: LocalDate }
