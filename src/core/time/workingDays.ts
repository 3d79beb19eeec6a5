/**
 * Working days in England: Monday to Friday without bank holidays, from a dated table (domain 1.0, rules 1 and 2;
 * the meaning of "working day" in regulation 2 of the Care Planning, Placement and Case Review (England)
 * Regulations 2010).
 *
 * A calendar numbers its working days once, so that counting twenty of them on is two look-ups, not a walk: a run over
 * all children asks millions of times.
 *
 * Beyond its table a calendar refuses. A guess would put a legal deadline on a wrong day with nobody the wiser.
 */
import { addDays, formatIso, weekday, type LocalDate } from './localDate.ts'

export interface BankHoliday {
  readonly on: LocalDate
  readonly name: string
}

/** The bank holidays of England and Wales over the whole of `from` to `to` (inclusive); outside it nothing is known. */
export interface WorkingCalendar {
  readonly from: LocalDate
  readonly to: LocalDate
  /** In order of date. */
  readonly holidays: readonly BankHoliday[]
  /** Set of the holidays' dates. */
  readonly days: ReadonlySet<LocalDate>
  /** Every working day of the table, in order: what the Nth is. Made by `workingCalendar`. */
  readonly workingDays: readonly LocalDate[]
  /** For each day of the table, how many working days it has up to and including that day. Made by `workingCalendar`. */
  readonly counts: Int32Array
}

export type WorkingDayAnswer =
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** The table ends first. Refusing is the lesser failure: a guess would put a legal deadline on a wrong day unseen. */
  | { readonly kind: 'beyond the table'; readonly from: LocalDate; readonly to: LocalDate }

/**
 * The calendar of a table that knows every bank holiday from `from` to `to` (both inclusive). Throws a RangeError when
 * the table ends before it begins, or a holiday lies outside it or is given twice: the table is then not to be trusted.
 */
export function workingCalendar(holidays: readonly BankHoliday[], from: LocalDate, to: LocalDate): WorkingCalendar {
  if (to < from) throw new RangeError(`the table ends on ${formatIso(to)}, before it begins on ${formatIso(from)}`)
  const ordered = [...holidays].sort((a, b) => a.on - b.on)
  const days = new Set<LocalDate>()
  for (const { on, name } of ordered) {
    if (on < from || on > to) throw new RangeError(`${name} on ${formatIso(on)} lies outside the table`)
    if (days.has(on)) throw new RangeError(`two bank holidays on ${formatIso(on)}, one of them ${name}`)
    days.add(on)
  }
  const workingDays: LocalDate[] = []
  const counts = new Int32Array(to - from + 1)
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && !days.has(day)) workingDays.push(day)
    counts[day - from] = workingDays.length
  }
  return { from, to, holidays: ordered, days, workingDays, counts }
}

/** Whether the table knows this day. */
export function isInTable(calendar: WorkingCalendar, date: LocalDate): boolean {
  return calendar.from <= date && date <= calendar.to
}

/** Whether people work on this day. Throws a RangeError beyond the table: ask `isInTable` first of a day from outside. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return countUpTo(calendar, date) > countBefore(calendar, date)
}

/**
 * The Nth working day after a day, which is itself day 0 and may be a weekend or a holiday (domain 1.0, rule 2): a thing
 * due "within N working days" is on time on that day or before. A negative N counts back: the Nth working day before.
 * 0 gives the day itself. Refuses when `from` or the answer is beyond the table. Throws a RangeError unless N is whole.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: LocalDate, n: number): WorkingDayAnswer {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`)
  if (!isInTable(calendar, from)) return beyond(calendar)
  if (n === 0) return { kind: 'date', date: from }
  return nth(calendar, n > 0 ? countUpTo(calendar, from) + n : countBefore(calendar, from) + 1 + n)
}

/**
 * How many working days lie after `after`, up to and including `upTo`; 0 when `upTo` is not later. Undefined when either
 * day is beyond the table.
 */
export function workingDaysBetween(calendar: WorkingCalendar, after: LocalDate, upTo: LocalDate): number | undefined {
  if (!isInTable(calendar, after) || !isInTable(calendar, upTo)) return undefined
  return upTo <= after ? 0 : countUpTo(calendar, upTo) - countUpTo(calendar, after)
}

/** The day itself when it is a working day, else the working day before it. Refuses beyond the table. */
export function lastWorkingDayOnOrBefore(calendar: WorkingCalendar, date: LocalDate): WorkingDayAnswer {
  return isInTable(calendar, date) ? nth(calendar, countUpTo(calendar, date)) : beyond(calendar)
}

/**
 * The bank holidays on a Monday to Friday after `after`, up to and including `upTo`: those that a count of working days
 * over that stretch passed over. In order of date. Throws a RangeError when the stretch leaves the table.
 */
export function holidaysSkipped(calendar: WorkingCalendar, after: LocalDate, upTo: LocalDate): readonly BankHoliday[] {
  if (upTo <= after) return []
  mustBeInTable(calendar, addDays(after, 1))
  mustBeInTable(calendar, upTo)
  return calendar.holidays.filter(({ on }) => after < on && on <= upTo && weekday(on) <= 5)
}

/** How many Saturdays and Sundays lie after `after`, up to and including `upTo`. Needs no table. */
export function weekendDaysSkipped(after: LocalDate, upTo: LocalDate): number {
  return upTo <= after ? 0 : weekendDaysUpTo(upTo) - weekendDaysUpTo(after)
}

/** Weekend days from Monday 5 January 1970, a fixed point, to a day inclusive; negative before it. Only differences mean something. */
function weekendDaysUpTo(date: LocalDate): number {
  return Math.floor((date - 4) / 7) * 2 + Math.max(0, weekday(date) - 5)
}

/** The working day with this number in the table, counted from 1. */
function nth(calendar: WorkingCalendar, number: number): WorkingDayAnswer {
  const date = calendar.workingDays[number - 1]
  return date === undefined ? beyond(calendar) : { kind: 'date', date }
}

function countUpTo(calendar: WorkingCalendar, date: LocalDate): number {
  mustBeInTable(calendar, date)
  return calendar.counts[date - calendar.from] ?? 0
}

function countBefore(calendar: WorkingCalendar, date: LocalDate): number {
  mustBeInTable(calendar, date)
  return calendar.counts[date - calendar.from - 1] ?? 0
}

function mustBeInTable(calendar: WorkingCalendar, date: LocalDate): void {
  if (isInTable(calendar, date)) return
  const known = `${formatIso(calendar.from)} to ${formatIso(calendar.to)}`
  throw new RangeError(`bank holidays are known from ${known} only, not on ${formatIso(date)}`)
}

function beyond(calendar: WorkingCalendar): WorkingDayAnswer {
  return { kind: 'beyond the table', from: calendar.from, to: calendar.to }
}
