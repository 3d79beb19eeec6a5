/**
 * Dates as returns write them, and as spreadsheets spoil them (format notes, section 4).
 *
 * `DD/MM/YYYY` is read from character codes with a table of months, because a return of England holds millions.
 * Every other way is read slowly and its reader is told which way it was; what is not surely a date is refused:
 * a date lost or guessed wrong moves a legal deadline unseen.
 */
import { collectionYearEnd, dateOf, daysInMonth, formatSlashes, type LocalDate } from '../../../core/time/localDate.ts'

/** How a date was written, when not plainly. */
export type DateMend = 'form' | 'two-figure year' | 'day number'

export type OtherDate =
  | { readonly kind: 'date'; readonly date: LocalDate; readonly mend: DateMend }
  | { readonly kind: 'none'; readonly why: 'no such day' | 'month first' | 'which century' | 'not a date' }

// No child, parent or order of a return lies outside these years: 0017 or 2917 is a slip of the hand.
const FIRST_YEAR = 1900
const LAST_YEAR = 2099
const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12
const monthStart = new Int32Array(MONTHS)
const monthLength = new Uint8Array(MONTHS)
for (let index = 0, start: number = dateOf(FIRST_YEAR, 1, 1) ?? 0; index < MONTHS; index += 1) {
  const length = daysInMonth(FIRST_YEAR + Math.floor(index / 12), (index % 12) + 1)
  monthStart[index] = start
  monthLength[index] = length
  start += length
}

function dayOf(year: number, month: number, day: number): LocalDate | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined
  const index = (year - FIRST_YEAR) * 12 + month - 1
  if (day < 1 || day > (monthLength[index] ?? 0)) return undefined
  return ((monthStart[index] ?? 0) + day - 1) as LocalDate
}

const ZERO = 48
const SLASH = 47

/** Reads exactly `DD/MM/YYYY`; undefined for anything else, and for days that do not exist. */
export function slashDate(text: string): LocalDate | undefined {
  if (text.length !== 10 || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return undefined
  const d1 = text.charCodeAt(0) - ZERO
  const d2 = text.charCodeAt(1) - ZERO
  const m1 = text.charCodeAt(3) - ZERO
  const m2 = text.charCodeAt(4) - ZERO
  const y1 = text.charCodeAt(6) - ZERO
  const y2 = text.charCodeAt(7) - ZERO
  const y3 = text.charCodeAt(8) - ZERO
  const y4 = text.charCodeAt(9) - ZERO
  // As unsigned numbers, anything below '0' is huge: one comparison for each end.
  if (d1 >>> 0 > 9 || d2 >>> 0 > 9 || m1 >>> 0 > 9 || m2 >>> 0 > 9) return undefined
  if (y1 >>> 0 > 9 || y2 >>> 0 > 9 || y3 >>> 0 > 9 || y4 >>> 0 > 9) return undefined
  return dayOf(y1 * 1000 + y2 * 100 + y3 * 10 + y4, m1 * 10 + m2, d1 * 10 + d2)
}

// A time is accepted only as midnight, which is what a spreadsheet adds to a date.
const midnight = '(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?'
const dayFirst = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})${midnight}$`)
const yearFirst = new RegExp(`^(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})${midnight}$`)
const named = new RegExp(`^(\\d{1,2})[ /-]([A-Za-z]{3,9})[ /-](\\d{4}|\\d{2})${midnight}$`)
const dayNumber = /^(\d{5})(?:\.0+)?$/
const monthNames = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
  'december',
] as const

/** 25569 is 1 January 1970 in the 1900 date system of Excel; below 20000 (1954) a number is likelier not a date. */
const EXCEL_1970 = 25569
const EXCEL_FIRST = 20000

/**
 * Reads a trimmed date that is not plainly `DD/MM/YYYY`: without leading zeros, year first, with dashes, dots or a
 * midnight time, with the month's name, with a two-figure year, or as an Excel day number. Always day before month.
 *
 * A two-figure year is the latest year not after the collection year's end. Where that would be more than 30 years
 * before it (a UASC status ceasing in `30`, read as 1930) no child of the return can be meant, and it is refused.
 */
export function otherDate(text: string, collectionYear: number): OtherDate {
  const byDay = dayFirst.exec(text)
  if (byDay !== null) return fromParts(byDay[4], Number(byDay[3]), byDay[1], collectionYear)
  const byYear = yearFirst.exec(text)
  if (byYear !== null) return fromParts(byYear[1], Number(byYear[3]), byYear[4], collectionYear)
  const byName = named.exec(text)
  if (byName !== null) return fromParts(byName[3], monthNamed(byName[2] ?? ''), byName[1], collectionYear)
  const serial = dayNumber.exec(text)
  if (serial !== null) {
    const number = Number(serial[1])
    const date = (number - EXCEL_1970) as LocalDate
    if (number >= EXCEL_FIRST && date <= collectionYearEnd(LAST_YEAR)) return { kind: 'date', date, mend: 'day number' }
  }
  return { kind: 'none', why: 'not a date' }
}

function monthNamed(name: string): number {
  const lower = name.toLowerCase()
  if (lower === 'sept') return 9
  return monthNames.findIndex((month) => month === lower || month.slice(0, 3) === lower) + 1
}

function fromParts(yearText: string | undefined, month: number, dayText: string | undefined, collectionYear: number): OtherDate {
  const day = Number(dayText)
  if (month === 0) return { kind: 'none', why: 'not a date' }
  const written = Number(yearText)
  if (yearText?.length === 4) {
    const date = dayOf(written, month, day)
    if (date !== undefined) return { kind: 'date', date, mend: 'form' }
    return { kind: 'none', why: month > 12 && dayOf(written, day, month) !== undefined ? 'month first' : 'no such day' }
  }
  const late = dayOf(2000 + written, month, day)
  if (late !== undefined && late <= collectionYearEnd(collectionYear)) {
    return { kind: 'date', date: late, mend: 'two-figure year' }
  }
  const early = dayOf(1900 + written, month, day)
  if (early === undefined && late === undefined) {
    return { kind: 'none', why: month > 12 && day >= 1 && day <= 12 ? 'month first' : 'no such day' }
  }
  if (early !== undefined && 1900 + written >= collectionYear - 30) {
    return { kind: 'date', date: early, mend: 'two-figure year' }
  }
  return { kind: 'none', why: 'which century' }
}

const partial = /^(ZZ)\/(ZZ|\d{2})\/(ZZZZ|\d{4})$/i

/**
 * Reads a trimmed date of which only month and year, the year or nothing is known: `zz/03/2015`, `zz/zz/2015`,
 * `zz/zz/zzzz` in any case, given in lower case. Undefined for anything else.
 */
export function partialDateText(text: string): string | undefined {
  const match = partial.exec(text)
  if (match === null) return undefined
  const lower = text.toLowerCase()
  const month = lower.slice(3, 5)
  const year = lower.slice(6)
  if (year === 'zzzz') return month === 'zz' ? lower : undefined
  if (dayOf(Number(year), month === 'zz' ? 1 : Number(month), 1) === undefined) return undefined
  return lower
}

/** A whole date as the return writes it. */
export const wholeDateText = formatSlashes
