import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  addDays, addMonths, ageOn, birthday, collectionYearEnd, collectionYearOf, collectionYearStart, dateOf, daysInMonth,
  earlier, formatIso, formatLong, formatShort, formatSlashes, isLeapYear, isoDate, later, parseIsoDate, weekday, weekdayName,
} from './localDate.ts'

const monthsOn = (from: string, months: number): string => formatIso(addMonths(isoDate(from), months))

test('day numbers count from 1 January 1970', () => {
  expect(isoDate('1970-01-01')).toBe(0)
  expect(isoDate('1969-12-31')).toBe(-1)
  expect(isoDate('2000-03-01')).toBe(11_017)
})

test('not more than 3 months after 31 January is 30 April: the last day of a shorter month (domain 1.0, rule 3)', () => {
  expect(monthsOn('2025-01-31', 3)).toBe('2025-04-30')
  expect(monthsOn('2025-01-30', 3)).toBe('2025-04-30')
  expect(monthsOn('2025-01-29', 3)).toBe('2025-04-29')
  expect(monthsOn('2025-11-30', 3)).toBe('2026-02-28')
  expect(monthsOn('2023-11-30', 3)).toBe('2024-02-29')
  expect(monthsOn('2024-08-31', 6)).toBe('2025-02-28')
  expect(monthsOn('2025-12-15', 1)).toBe('2026-01-15')
  expect(monthsOn('2024-02-29', 12)).toBe('2025-02-28')
  expect(monthsOn('2024-12-31', 14)).toBe('2026-02-28')
  expect(monthsOn('2025-03-31', -1)).toBe('2025-02-28')
  expect(monthsOn('2025-01-15', -13)).toBe('2023-12-15')
  expect(monthsOn('2025-01-31', 0)).toBe('2025-01-31')
})

test('a month limit is not moved off a weekend (domain 1.0, rule 3)', () => {
  expect(monthsOn('2025-03-08', 3)).toBe('2025-06-08')
  expect(weekdayName(isoDate('2025-06-08'))).toBe('Sunday')
})

test('weeks are sevens of calendar days (domain 1.0, rules 4 and 5)', () => {
  expect(formatIso(addDays(isoDate('2025-02-25'), 7))).toBe('2025-03-04')
  expect(formatIso(addDays(isoDate('2024-02-25'), 6 * 7))).toBe('2024-04-07')
})

test('someone born on 29 February comes of age on 1 March of a common year', () => {
  expect(formatIso(birthday(isoDate('2008-02-29'), 18))).toBe('2026-03-01')
  expect(formatIso(birthday(isoDate('2008-02-29'), 16))).toBe('2024-02-29')
  expect(formatIso(birthday(isoDate('2008-02-28'), 18))).toBe('2026-02-28')
  expect(ageOn(isoDate('2008-02-29'), isoDate('2026-02-28'))).toBe(17)
  expect(ageOn(isoDate('2008-02-29'), isoDate('2026-03-01'))).toBe(18)
})

test('age is in completed years, and negative before birth', () => {
  const born = isoDate('2010-06-15')
  expect(ageOn(born, isoDate('2020-06-14'))).toBe(9)
  expect(ageOn(born, isoDate('2020-06-15'))).toBe(10)
  expect(ageOn(born, born)).toBe(0)
  expect(ageOn(born, isoDate('2010-06-14'))).toBe(-1)
})

test('only days that exist are read', () => {
  for (const text of ['2023-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00', '1799-12-31', '3000-01-01',
    '2025-1-1', '01/02/2025', '2025-01-01T00:00', ' 2025-01-01', '2025-01-01\n', '', '2025-01']) {
    expect(parseIsoDate(text), text).toBeUndefined()
  }
  expect(parseIsoDate('2000-02-29')).toBe(isoDate('2000-02-29'))
  expect(dateOf(2024, 2, 29)).toBe(isoDate('2024-02-29'))
  expect(dateOf(2023, 2, 29)).toBeUndefined()
  expect(dateOf(2025, 1.5, 1)).toBeUndefined()
  expect(dateOf(2025, 1, Number.NaN)).toBeUndefined()
  expect(() => isoDate('2023-02-29')).toThrow('not a calendar date: 2023-02-29')
})

test('leap years', () => {
  expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false])
  expect(daysInMonth(2024, 2)).toBe(29)
  expect(daysInMonth(2025, 2)).toBe(28)
  expect(daysInMonth(2025, 4)).toBe(30)
  expect(daysInMonth(2025, 13)).toBe(0)
})

test('dates as people, the return and tables write them', () => {
  const date = isoDate('2025-03-03')
  expect(formatLong(date)).toBe('3 March 2025')
  expect(formatShort(date)).toBe('3 Mar 2025')
  expect(formatSlashes(date)).toBe('03/03/2025')
  expect(formatIso(date)).toBe('2025-03-03')
  expect(formatLong(isoDate('2024-12-31'))).toBe('31 December 2024')
})

test('the days of the week', () => {
  expect(weekday(isoDate('2025-03-03'))).toBe(1)
  expect(weekday(isoDate('2025-03-09'))).toBe(7)
  expect(weekdayName(isoDate('1969-07-20'))).toBe('Sunday')
})

test('the collection year 2026 runs from 1 April 2025 to 31 March 2026', () => {
  expect(formatIso(collectionYearStart(2026))).toBe('2025-04-01')
  expect(formatIso(collectionYearEnd(2026))).toBe('2026-03-31')
  expect(collectionYearOf(isoDate('2025-03-31'))).toBe(2025)
  expect(collectionYearOf(isoDate('2025-04-01'))).toBe(2026)
  expect(collectionYearOf(isoDate('2026-03-31'))).toBe(2026)
  expect(collectionYearOf(isoDate('2025-12-31'))).toBe(2026)
})

test('the earlier and the later of two', () => {
  const [a, b] = [isoDate('2025-03-03'), isoDate('2025-03-04')]
  expect([earlier(a, b), earlier(b, a), later(a, b), later(b, a), earlier(a, a)]).toEqual([a, a, b, b, a])
})

test('nothing in core/time uses the platform date, so no time zone can move a deadline', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect(files.toSorted()).toEqual(['interval.ts', 'localDate.ts', 'workingDays.ts'])
  for (const file of files) {
    expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'), file).not.toMatch(/\b(Date|Temporal|Intl)\b/)
  }
})
