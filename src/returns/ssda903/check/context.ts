/** What a check knows beside the rows: the year, the codes of that year, the lookups. */
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { Places } from './places.ts'
import type { Providers } from './providers.ts'

export interface CheckContext {
  /** Collection year of the return, named by its end: 2026 is 1 April 2025 to 31 March 2026. */
  readonly year: number
  /** Year whose rules are asked; the same unless somebody asked otherwise. */
  readonly ruleYear: number
  /** 1 April and 31 March of the collection year. */
  readonly start: LocalDate
  readonly end: LocalDate
  /** Codes in use in the collection year, by set (`LS`, `PLACE`). Throws RangeError for a set that does not exist. */
  codes(set: string): ReadonlySet<string>
  /** DfE numbers of every authority in use in the collection year. */
  readonly authorities: ReadonlySet<string>
  /** The same with those that had ended before it: what was arranged long ago may have been arranged by one of them. */
  readonly authoritiesToDate: ReadonlySet<string>
  /** Whose return; '' unless given (a rule that needs it says `needs: ['authority']`). */
  readonly authority: string
  /** Holds nothing unless given (`needs: ['postcodes']`). */
  readonly places: Places
  /** Holds nothing unless given (`needs: ['providers']`). */
  readonly providers: Providers
}
