/** When a panel sits: its cadence, moved on to a working day where it falls on a weekend or bank holiday. */
import { addWorkingDays, isInTable, isWorkingDay, type WorkingCalendar } from '../time/workingDays.ts'
import { addDays, addMonths, dateOf, weekday, yearMonthDay, type LocalDate } from '../time/localDate.ts'
import type { Cadence } from './definition.ts'

/**
 * The next days on which the panel sits after a day, in order; fewer than asked for where the bank holiday table ends. `last`
 * is the sitting that a cadence in weeks counts on from; without one it starts with the first weekday after the day.
 */
export function sittingDays(cadence: Cadence, after: LocalDate, last: LocalDate | null, calendar: WorkingCalendar, count: number): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (const day of plainDays(cadence, after, last)) {
    const moved = workingDayFrom(calendar, day)
    if (moved === undefined || days.length === count) break
    if (moved > after) days.push(moved)
  }
  return days
}

/** The days of the cadence as the calendar on the wall has them, without end, from about `after` on. */
function* plainDays(cadence: Cadence, after: LocalDate, last: LocalDate | null): Generator<LocalDate> {
  if (cadence.kind === 'monthly') {
    const { year, month } = yearMonthDay(after)
    // From the month before: a day moved on by a bank holiday may fall after `after` though the plain day does not.
    for (let first = addMonths(firstOf(year, month), -1); ; first = addMonths(first, 1)) yield nthWeekday(first, cadence)
  }
  const begin = last ?? addDays(after, 1)
  const first = addDays(begin, (cadence.weekday - weekday(begin) + 7) % 7)
  const step = cadence.every * 7
  // A last sitting that was moved to the day after its weekday still counts as that week's.
  const anchor = last === null ? first : addDays(last, -((weekday(last) - cadence.weekday + 7) % 7))
  for (let day = last === null ? first : addDays(anchor, step); ; day = addDays(day, step)) yield day
}

function firstOf(year: number, month: number): LocalDate {
  const first = dateOf(year, month, 1)
  if (first === undefined) throw new RangeError(`no month ${month} of ${year}`)
  return first
}

function nthWeekday(first: LocalDate, { which, weekday: wanted }: Cadence & { readonly kind: 'monthly' }): LocalDate {
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + (which - 1) * 7)
}

function workingDayFrom(calendar: WorkingCalendar, day: LocalDate): LocalDate | undefined {
  if (!isInTable(calendar, day)) return undefined
  if (isWorkingDay(calendar, day)) return day
  const next = addWorkingDays(calendar, day, 1)
  return next.kind === 'date' ? next.date : undefined
}

/** The day by which papers are out: so many working days before the sitting; undefined beyond the bank holiday table. */
export function papersDueOn(sittingOn: LocalDate, workingDays: number, calendar: WorkingCalendar): LocalDate | undefined {
  const answer = addWorkingDays(calendar, sittingOn, -workingDays)
  return answer.kind === 'date' ? answer.date : undefined
}
