/** How a clock shows its working. */
import type { BankHoliday } from '../time/workingDays.ts'
import type { Happening, Mark, Outcome, RuleId, Span, Strength } from './clock.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface Explanation {
  readonly rule: RuleId
  readonly title: string
  readonly citation: string
  readonly strength: Strength
  readonly mark: Mark
  readonly version: number
  readonly trigger: Happening | null
  readonly span: Span
  readonly dueOn: LocalDate | null
  /** Bank holidays that fell on a weekday between trigger and due date and so were not counted. */
  readonly bankHolidaysSkipped: readonly BankHoliday[]
  /** Days of Saturdays and Sundays passed over; 0 unless counted in working days. */
  readonly weekendDaysSkipped: number
  /** The last working day on or before the due date, when the due date is none; else null. */
  readonly planBy: LocalDate | null
  readonly metOn: LocalDate | null
  readonly outcome: Outcome
  /** Sentences in reading order: trigger, arithmetic, what met it or why not, the law. */
  readonly sentences: readonly string[]
}
