import { expect, test } from 'vitest'
import { loadRules } from '../../src/edge/rules.ts'
import { formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { papersDueOn, sittingDays } from '../../src/core/panels/cadence.ts'

const { calendar } = loadRules()
const days = (cadence: Parameters<typeof sittingDays>[0], after: string, last: string | null, count = 3) =>
  sittingDays(cadence, isoDate(after), last === null ? null : isoDate(last), calendar, count).map(formatIso)

test('monthly: the second Wednesday', () => {
  expect(days({ kind: 'monthly', which: 2, weekday: 3 }, '2026-06-01', null)).toEqual(['2026-06-10', '2026-07-08', '2026-08-12'])
  expect(days({ kind: 'monthly', which: 2, weekday: 3 }, '2026-06-10', null, 1)).toEqual(['2026-07-08'])
})

test('a bank holiday moves it to the next working day', () => {
  // The first Monday of May 2026, the 4th, is a bank holiday; so is Good Friday, 3 April 2026, with Easter Monday after it.
  expect(days({ kind: 'monthly', which: 1, weekday: 1 }, '2026-05-01', null, 1)).toEqual(['2026-05-05'])
  expect(days({ kind: 'monthly', which: 1, weekday: 1 }, '2026-05-04', null, 1)).toEqual(['2026-05-05'])
  expect(days({ kind: 'monthly', which: 1, weekday: 5 }, '2026-04-01', null, 1)).toEqual(['2026-04-07'])
})

test('every four weeks from the last, keeping the weekday after a moved sitting', () => {
  expect(days({ kind: 'weeks', every: 4, weekday: 2 }, '2026-06-01', null, 2)).toEqual(['2026-06-02', '2026-06-30'])
  expect(days({ kind: 'weeks', every: 4, weekday: 2 }, '2026-06-03', '2026-06-02', 2)).toEqual(['2026-06-30', '2026-07-28'])
  expect(days({ kind: 'weeks', every: 4, weekday: 1 }, '2026-05-05', '2026-05-05', 1)).toEqual(['2026-06-01'])
})

test('beyond the bank holiday table nothing is promised', () => {
  expect(sittingDays({ kind: 'monthly', which: 1, weekday: 1 }, calendar.to, null, calendar, 2)).toEqual([])
})

test('papers are out five working days before', () => {
  expect(papersDueOn(isoDate('2026-06-10'), 5, calendar)).toBe(isoDate('2026-06-03'))
  // Over the spring bank holiday, 25 May 2026.
  expect(papersDueOn(isoDate('2026-05-28'), 5, calendar)).toBe(isoDate('2026-05-20'))
})
