/**
 * Working days against a walk of one day at a time, with the day of the week taken from the platform's own calendar
 * (an independent source; never used outside tests). Each generated calendar is asked from every one of its days, so
 * that a failure shrinks to a small calendar: more than 100,000 answers, a million when HOLDFAST_LONG=1.
 */
/* oxlint-disable no-restricted-globals -- the oracle must not be our own arithmetic */
import { env } from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDate, type LocalDate } from './localDate.ts'
import {
  addWorkingDays, holidaysSkipped, isWorkingDay, lastWorkingDayOnOrBefore, weekendDaysSkipped, workingCalendar,
  workingDaysBetween, type WorkingCalendar,
} from './workingDays.ts'

const long = env['HOLDFAST_LONG'] === '1'
const calendars = long ? 3_000 : 300

interface Oracle {
  readonly weekend: (day: number) => boolean
  readonly works: (day: number) => boolean
}

function oracleOf(holidays: ReadonlySet<number>, from: number, to: number): Oracle {
  const weekends = new Set<number>()
  for (let day = from; day <= to; day++) {
    const name = new Date(day * 86_400_000).toUTCString().slice(0, 3)
    if (name === 'Sat' || name === 'Sun') weekends.add(day)
  }
  const weekend = (day: number): boolean => weekends.has(day)
  return { weekend, works: (day) => !weekend(day) && !holidays.has(day) }
}

/** Steps day by day until `n` working days have passed; undefined when the table ends first. */
function walk(oracle: Oracle, from: number, n: number, first: number, last: number): number | undefined {
  let day = from
  for (let left = Math.abs(n); left > 0; ) {
    day += Math.sign(n)
    if (day < first || day > last) return undefined
    if (oracle.works(day)) left--
  }
  return day
}

const table = fc
  .tuple(
    fc.integer({ min: isoDate('1990-01-01'), max: isoDate('2060-12-31') }),
    fc.integer({ min: 0, max: 70 }),
    fc.array(fc.integer({ min: 0, max: 140 }), { maxLength: 20 }),
  )
  .map(([from, length, offsets]) => ({
    from,
    to: from + length,
    holidays: new Set(offsets.filter((offset) => offset <= length).map((offset) => from + offset)),
  }))

const asDate = (day: number): LocalDate => day as LocalDate

function checkDay(calendar: WorkingCalendar, oracle: Oracle, day: number): number {
  const { from: first, to: last } = calendar
  const wrong = (what: string, got: unknown, wanted: unknown): never => {
    throw new Error(`${what} on day ${day} of ${first} to ${last}: got ${String(got)}, wanted ${String(wanted)}`)
  }
  if (isWorkingDay(calendar, asDate(day)) !== oracle.works(day)) wrong('is working', !oracle.works(day), oracle.works(day))
  let cases = 0
  for (const n of [1, 2, 3, 5, 10, 20, 40, 70, 0, -1, -2, -3, -10, -20]) {
    const got = addWorkingDays(calendar, asDate(day), n)
    const wanted = walk(oracle, day, n, first, last)
    if ((got.kind === 'date' ? got.date : undefined) !== wanted) wrong(`${n} working days`, JSON.stringify(got), wanted)
    cases++
  }
  let before: number | undefined = day
  while (before !== undefined && !oracle.works(before)) before = before > first ? before - 1 : undefined
  const planBy = lastWorkingDayOnOrBefore(calendar, asDate(day))
  if ((planBy.kind === 'date' ? planBy.date : undefined) !== before) wrong('plan by', JSON.stringify(planBy), before)
  let [working, weekend, holidays] = [0, 0, 0]
  for (let upTo = day + 1; upTo <= last; upTo++) {
    if (oracle.weekend(upTo)) weekend++
    else if (oracle.works(upTo)) working++
    else holidays++
    if (upTo % 5 !== 0) continue
    const between = workingDaysBetween(calendar, asDate(day), asDate(upTo))
    if (between !== working) wrong(`working days to ${upTo}`, between, working)
    const weekends = weekendDaysSkipped(asDate(day), asDate(upTo))
    if (weekends !== weekend) wrong(`weekend days to ${upTo}`, weekends, weekend)
    const skipped = holidaysSkipped(calendar, asDate(day), asDate(upTo)).length
    if (skipped !== holidays) wrong(`holidays to ${upTo}`, skipped, holidays)
    cases++
  }
  return cases
}

test('every answer of a generated calendar agrees with a walk day by day', () => {
  let cases = 0
  fc.assert(
    fc.property(table, ({ from, to, holidays }) => {
      const named = [...holidays].map((on) => ({ on: asDate(on), name: 'a bank holiday' }))
      const calendar = workingCalendar(named, asDate(from), asDate(to))
      const oracle = oracleOf(holidays, from, to)
      for (let day = from; day <= to; day++) cases += checkDay(calendar, oracle, day)
    }),
    { numRuns: calendars },
  )
  expect(cases).toBeGreaterThan(long ? 1_000_000 : 100_000)
}, 600_000)
