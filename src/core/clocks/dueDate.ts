/** When a span counted from a day ends (domain 1.0, rules 2 to 5). */
import { addDays, addMonths, type LocalDate } from '../time/localDate.ts'
import { addWorkingDays, type WorkingCalendar } from '../time/workingDays.ts'
import type { Span } from './clock.ts'

/**
 * The last day on which a limit is kept. The trigger is day 0: 20 working days after X is the 20th working day after X;
 * 3 months after X is the same day of the month, or the last of a shorter month, also when that is a Sunday.
 * Null when a count of working days runs off the table of bank holidays.
 */
export function dueDate(trigger: LocalDate, span: Span, calendar: WorkingCalendar): LocalDate | null {
  switch (span.unit) {
    case 'working days': {
      const answer = addWorkingDays(calendar, trigger, span.count)
      return answer.kind === 'date' ? answer.date : null
    }
    case 'days': return addDays(trigger, span.count)
    case 'weeks': return addDays(trigger, span.count * 7)
    case 'months': return addMonths(trigger, span.count)
  }
}
