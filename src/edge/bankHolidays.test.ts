/** The bank holidays in `rules/`, against the days that were proclaimed and against another project's list. */
import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { formatIso, isoDate, weekday, yearMonthDay } from '../core/time/localDate.ts'
import { addWorkingDays } from '../core/time/workingDays.ts'
import { loadRules } from './rules.ts'

const { calendar } = loadRules()
const named = new Map(calendar.holidays.map(({ on, name }) => [formatIso(on), name]))
const daysOf = (year: number): readonly string[] => [...named.keys()].filter((day) => day.startsWith(String(year)))

test('the table runs from 1990 to the end of the last year GOV.UK has announced', () => {
  expect([formatIso(calendar.from), formatIso(calendar.to)]).toEqual(['1990-01-01', '2028-12-31'])
})

test('70 working days after 4 April 2023 is 18 July 2023 (domain 1.0)', () => {
  expect(addWorkingDays(calendar, isoDate('2023-04-04'), 70)).toEqual({ kind: 'date', date: isoDate('2023-07-18') })
})

test('a first review due in 2029 is refused, not guessed', () => {
  expect(addWorkingDays(calendar, isoDate('2028-12-04'), 20).kind).toBe('beyond the table')
  expect(addWorkingDays(calendar, isoDate('2028-12-01'), 18)).toEqual({ kind: 'date', date: isoDate('2028-12-29') })
})

test('every holiday falls on a Monday to Friday', () => {
  expect(calendar.holidays.filter(({ on }) => weekday(on) > 5)).toEqual([])
})

test('eight in every year, and one more for each extra day proclaimed', () => {
  const extra: Readonly<Record<number, number>> = { 1999: 1, 2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1 }
  for (let year = 1990; year <= 2028; year++) expect(daysOf(year).length, String(year)).toBe(8 + (extra[year] ?? 0))
})

test('the days that were moved or added', () => {
  const there = [
    '1995-05-08', '1999-12-31', '2002-06-03', '2002-06-04', '2011-04-29', '2012-06-04', '2012-06-05', '2020-05-08',
    '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08',
  ]
  const movedAway = ['1995-05-01', '2002-05-27', '2012-05-28', '2020-05-04', '2022-05-30']
  expect(there.filter((day) => !named.has(day))).toEqual([])
  expect(movedAway.filter((day) => named.has(day))).toEqual([])
})

test('substitute days follow every way that Christmas can fall', () => {
  const christmas = (year: number): readonly string[] => daysOf(year).filter((day) => /-12-2/.test(day)).map((day) => day.slice(8))
  expect(christmas(2024)).toEqual(['25', '26']) // Wednesday
  expect(christmas(2025)).toEqual(['25', '26']) // Thursday
  expect(christmas(2026)).toEqual(['25', '28']) // Friday
  expect(christmas(2027)).toEqual(['27', '28']) // Saturday
  expect(christmas(2022)).toEqual(['26', '27']) // Sunday
  expect(christmas(2028)).toEqual(['25', '26']) // Monday
  expect(christmas(2018)).toEqual(['25', '26']) // Tuesday
  expect(named.get('2022-12-27')).toBe('Christmas Day (substitute day)')
  expect(named.get('2022-12-26')).toBe('Boxing Day')
  expect(named.get('2028-01-03')).toBe("New Year's Day (substitute day)")
})

test('2022 and the years to the horizon, day by day', () => {
  expect(daysOf(2022)).toEqual([
    '2022-01-03', '2022-04-15', '2022-04-18', '2022-05-02', '2022-06-02', '2022-06-03', '2022-08-29', '2022-09-19',
    '2022-12-26', '2022-12-27',
  ])
  expect(daysOf(2026)).toEqual([
    '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28',
  ])
  expect(daysOf(2027)).toEqual([
    '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28',
  ])
  expect(daysOf(2028)).toEqual([
    '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26',
  ])
})

test('another project gives the same days, but for one-off proclamations that it does not know', () => {
  const theirs = new Set<string>()
  const england = new Holidays('GB', 'ENG')
  for (let year = yearMonthDay(calendar.from).year; year <= yearMonthDay(calendar.to).year; year++) {
    for (const { type, date } of england.getHolidays(year)) {
      const day = date.slice(0, 10)
      // It names a holiday that falls on a weekend beside its substitute day; only weekdays can be compared.
      if (type === 'public' && weekday(isoDate(day)) <= 5) theirs.add(day)
    }
  }
  expect([...named.keys()].filter((day) => !theirs.has(day))).toEqual([
    '1995-05-08', // early May moved for the 50th anniversary of VE Day
    '1999-12-31', // the millennium
    '2002-06-03', // Golden Jubilee
    '2002-06-04', // spring moved to follow it
    '2011-04-29', // royal wedding
    '2012-06-04', // spring moved to precede the Diamond Jubilee
  ])
  expect([...theirs].filter((day) => !named.has(day)).toSorted()).toEqual([
    '1995-05-01', // where early May would have been
    '2002-05-27', // where spring would have been
    '2012-05-28', // where spring would have been
  ])
})
