/**
 * Calendar dates without time or zone.
 *
 * A date is a whole number of days since 1 January 1970, branded so that it cannot be mixed with
 * other numbers. Comparison is `<`; distance is subtraction. Day numbers were measured at 50 to 290
 * times the speed of date objects, and cannot drift by a time zone, which is the failure that puts a
 * deadline on the wrong day.
 */

declare const localDateBrand: unique symbol
export type LocalDate = number & { readonly [localDateBrand]: true }

export interface YearMonthDay {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** 1 to 31 */
  readonly day: number
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const MONTH_NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December',
] as const
const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Whether February has 29 days in this year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** The day number of a year, month and day that are known to exist. Use `dateOf` for input. */
function dayNumber(year: number, month: number, day: number): LocalDate {
  // Days from civil (H. Hinnant): years run March to February so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) as LocalDate
}

/** The date of a year, month and day; undefined when there is no such day (31 April, 29 February 2023). */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined
  if (year < 1800 || year > 2999 || month < 1 || month > 12) return undefined
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  return dayNumber(year, month, day)
}

/** The year, month and day of a date. */
export function yearMonthDay(date: LocalDate): YearMonthDay {
  const z = date + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Reads `2025-03-03`; undefined for anything else, including days that do not exist. */
export function parseIsoDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return undefined
  return dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** A date written in our own source or data as `2025-03-03`. Throws on anything else: such text is a defect, not input. */
export function isoDate(text: string): LocalDate {
  const date = parseIsoDate(text)
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** `2025-03-03` */
export function formatIso(date: LocalDate): string {
  const { year, month, day } = yearMonthDay(date)
  return `${year}-${two(month)}-${two(day)}`
}

/** `03/03/2025`, as the SSDA903 return writes dates. */
export function formatSlashes(date: LocalDate): string {
  const { year, month, day } = yearMonthDay(date)
  return `${two(day)}/${two(month)}/${year}`
}

/** `3 March 2025`, as people read dates (GOV.UK style). */
export function formatLong(date: LocalDate): string {
  const { year, month, day } = yearMonthDay(date)
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`
}

/** `3 Mar 2025`, for tables and drawings where room is short. */
export function formatShort(date: LocalDate): string {
  const { year, month, day } = yearMonthDay(date)
  return `${day} ${(MONTH_NAMES[month - 1] ?? '').slice(0, 3)} ${year}`
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: LocalDate): number {
  return ((((date + 3) % 7) + 7) % 7) + 1
}

/** `Monday` to `Sunday`. */
export function weekdayName(date: LocalDate): string {
  return WEEKDAY_NAMES[weekday(date) - 1] ?? ''
}

/** The date a number of days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return (date + days) as LocalDate
}

/**
 * The same day number some months later, or the last day of a shorter month (31 January + 3 months = 30 April).
 * No shift off weekends: a statutory month limit that falls on a Sunday is due that Sunday (domain 1.0, rule 3).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = yearMonthDay(date)
  const index = year * 12 + (month - 1) + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/**
 * The day on which a person born on `born` reaches an age in whole years. Someone born on 29 February reaches it
 * on 1 March in a common year: there is no anniversary to commence before then (Family Law Reform Act 1969 s.9; K).
 */
export function birthday(born: LocalDate, age: number): LocalDate {
  const { year, month, day } = yearMonthDay(born)
  if (month === 2 && day === 29 && !isLeapYear(year + age)) return dayNumber(year + age, 3, 1)
  return dayNumber(year + age, month, day)
}

/** Age in completed years on a day; negative before birth. */
export function ageOn(born: LocalDate, on: LocalDate): number {
  const age = yearMonthDay(on).year - yearMonthDay(born).year
  return birthday(born, age) <= on ? age : age - 1
}

/** The earlier of two dates. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a <= b ? a : b
}

/** The later of two dates. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a >= b ? a : b
}

/** First day (1 April) of a collection year named by its end: 2026 runs from 1 April 2025 to 31 March 2026. */
export function collectionYearStart(year: number): LocalDate {
  return dayNumber(year - 1, 4, 1)
}

/** Last day (31 March) of a collection year named by its end. */
export function collectionYearEnd(year: number): LocalDate {
  return dayNumber(year, 3, 31)
}

/** The collection year, named by its end, that a day falls in. */
export function collectionYearOf(date: LocalDate): number {
  const { year, month } = yearMonthDay(date)
  return month >= 4 ? year + 1 : year
}
