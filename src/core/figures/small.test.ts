import { expect, test } from 'vitest'
import { formatIso, isoDate } from '../time/localDate.ts'
import { countTold, isSmall, quarterEnd } from './small.ts'

test('one to five are few; none and six are not', () => {
  expect([0, 1, 5, 6, 600].map(isSmall)).toEqual([false, true, true, false, false])
})

test('a count is told unless it, or what is left of the whole, is of few', () => {
  expect([0, 1, 5, 6, 94, 95, 99, 100].map((count) => countTold(count, 100))).toEqual([0, null, null, 6, 94, null, null, 100])
  expect([0, 3, 7].map((count) => countTold(count))).toEqual([0, null, 7])
})

test('the last quarter that has ended by a day', () => {
  const cases = {
    '2026-03-31': '2026-03-31', '2026-03-30': '2025-12-31', '2026-04-01': '2026-03-31', '2026-06-30': '2026-06-30', '2026-06-29': '2026-03-31',
    '2026-09-30': '2026-09-30', '2026-12-31': '2026-12-31', '2027-01-01': '2026-12-31', '2024-02-29': '2023-12-31', '2026-11-22': '2026-09-30',
  }
  for (const [day, end] of Object.entries(cases)) expect([day, formatIso(quarterEnd(isoDate(day)))]).toEqual([day, end])
})
