import { expect, test } from 'vitest'
import { formatIso, isoDate } from '../time/localDate.ts'
import { daysNotHeld, firstDayNotHeld } from './held.ts'

const gaps = (...years: readonly number[]) =>
  daysNotHeld(years).map(({ from, to }) => [formatIso(from), to === null ? null : formatIso(to)])

test('one return: everything before its year', () => {
  expect(gaps(2026)).toEqual([['1900-01-01', '2025-04-01']])
})

test('years in a row leave no gap between', () => {
  expect(gaps(2026, 2025)).toEqual([['1900-01-01', '2024-04-01']])
})

test('a year left out is a gap', () => {
  expect(gaps(2023, 2025)).toEqual([['1900-01-01', '2022-04-01'], ['2023-04-01', '2024-04-01']])
})

test('no return: no gap before a last one', () => {
  expect(gaps()).toEqual([])
})

test('the first day not held, from a day on and before another', () => {
  const notHeld = daysNotHeld([2023, 2025])
  const first = (after: string, before: string | null) => {
    const on = firstDayNotHeld(notHeld, isoDate(after), before === null ? null : isoDate(before))
    return on === null ? null : formatIso(on)
  }
  expect(first('2022-03-31', null)).toBe('2022-03-31')
  expect(first('2022-04-01', null)).toBe('2023-04-01')
  expect(first('2022-04-01', '2023-04-01')).toBeNull()
  expect(first('2022-04-01', '2023-04-02')).toBe('2023-04-01')
  expect(first('2023-08-01', '2024-06-01')).toBe('2023-08-01')
  expect(first('2024-04-01', null)).toBeNull()
})
