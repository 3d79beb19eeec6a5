/**
 * The day numbers against the platform's own calendar in UTC, an independent source that is never used outside tests.
 * Every day the kernel can read is checked, so nothing is left to chance.
 */
/* oxlint-disable no-restricted-globals -- the oracle must not be our own arithmetic */
import { env } from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addMonths, ageOn, birthday, dateOf, formatIso, isoDate, parseIsoDate, weekday, yearMonthDay, type LocalDate,
} from './localDate.ts'

const long = env['HOLDFAST_LONG'] === '1'
const MS = 86_400_000
const first = isoDate('1800-01-01')
const last = isoDate('2999-12-31')
const anyDate = fc.integer({ min: isoDate('1900-01-01'), max: isoDate('2200-12-31') }).map((n) => n as LocalDate)
const iso = (instant: Date): string => instant.toISOString().slice(0, 10)

test('every day from 1800 to 2999 comes back as it went in, and is the day the platform says', () => {
  expect([first * MS, last * MS]).toEqual([Date.UTC(1800, 0, 1), Date.UTC(2999, 11, 31)])
  for (let n: number = first; n <= last; n++) {
    const date = n as LocalDate
    const oracle = new Date(n * MS)
    const { year, month, day } = yearMonthDay(date)
    const right =
      year === oracle.getUTCFullYear() && month === oracle.getUTCMonth() + 1 && day === oracle.getUTCDate() &&
      dateOf(year, month, day) === date && weekday(date) % 7 === oracle.getUTCDay()
    if (!right) throw new Error(`day ${n}: ${year}-${month}-${day}, the platform says ${iso(oracle)}`)
  }
})

test('text goes out and comes back', () => {
  fc.assert(
    fc.property(anyDate, (date) => formatIso(date) === iso(new Date(date * MS)) && parseIsoDate(formatIso(date)) === date),
    { numRuns: long ? 1_000_000 : 20_000 },
  )
}, 600_000)

test('days that do not exist are not read', () => {
  const part = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max })
  fc.assert(
    fc.property(fc.integer({ min: 1800, max: 2999 }), part(14), part(33), (year, month, day) => {
      const instant = new Date(Date.UTC(year, month - 1, day))
      const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && instant.getUTCFullYear() === year
      return (dateOf(year, month, day) !== undefined) === exists
    }),
    { numRuns: long ? 1_000_000 : 20_000 },
  )
}, 600_000)

test('months on: the same day number, or walk back to the last day of the month aimed at', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
      const from = new Date(date * MS)
      const aim = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
      // The platform rolls 31 February into March: step the day down until the month is the one aimed at.
      let day = from.getUTCDate()
      let wanted = new Date(Date.UTC(aim.getUTCFullYear(), aim.getUTCMonth(), day))
      while (wanted.getUTCMonth() !== aim.getUTCMonth()) wanted = new Date(Date.UTC(aim.getUTCFullYear(), aim.getUTCMonth(), --day))
      return formatIso(addMonths(date, months)) === iso(wanted)
    }),
    { numRuns: long ? 1_000_000 : 20_000 },
  )
}, 600_000)

test('birthdays: the platform rolls 29 February of a common year to 1 March, as the law does', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 150 }), (born, age) => {
      const from = new Date(born * MS)
      const wanted = new Date(Date.UTC(from.getUTCFullYear() + age, from.getUTCMonth(), from.getUTCDate()))
      const reached = birthday(born, age)
      const ages = [ageOn(born, reached), ageOn(born, (reached - 1) as LocalDate)]
      return formatIso(reached) === iso(wanted) && ages[0] === age && ages[1] === age - 1
    }),
    { numRuns: long ? 1_000_000 : 20_000 },
  )
}, 600_000)
