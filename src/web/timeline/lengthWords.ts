/** Lengths of time in the words people use. */
import { addMonths, type LocalDate } from '../../core/time/localDate.ts'

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** Whole calendar months from one day to a later one, counted as the law counts them (addMonths). */
export function wholeMonths(from: LocalDate, to: LocalDate): number {
  let months = Math.max(0, Math.floor((to - from) / 31))
  while (addMonths(from, months + 1) <= to) months += 1
  return months
}

/** `5 days`, `7 weeks`, `9 months`, `6 years`: rounded down to the unit a person would choose. */
export function lengthWords(from: LocalDate, to: LocalDate): string {
  const days = Math.max(0, to - from)
  if (days < 21) return count(days, 'day')
  const months = wholeMonths(from, to)
  if (months < 3) return count(Math.floor(days / 7), 'week')
  if (months < 24) return count(months, 'month')
  return count(Math.floor(months / 12), 'year')
}

/** `5 days`, `9 months`, `1 year 3 months`: to the month, for how long a child has been in care. */
export function exactLengthWords(from: LocalDate, to: LocalDate): string {
  const months = wholeMonths(from, to)
  if (months < 12) return lengthWords(from, to)
  const rest = months % 12
  return `${count(Math.floor(months / 12), 'year')}${rest === 0 ? '' : ` ${count(rest, 'month')}`}`
}

/** How far past a date: `68 days`, and `2 years 3 months` when days stop meaning anything to a reader. */
export function overWords(from: LocalDate, to: LocalDate): string {
  return to - from <= 400 ? dayWords(to - from) : exactLengthWords(from, to)
}

/** `1 day`, `68 days`. */
export function dayWords(days: number): string {
  return count(days, 'day')
}

/** `1st`, `2nd`, `13th`, `22nd`. */
export function ordinal(n: number): string {
  const ten = n % 100
  const suffix = ten >= 11 && ten <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${suffix}`
}
