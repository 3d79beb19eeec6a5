import { expect, test } from 'vitest'
import { clip, contains, gaps, intersect, overlaps, subtract, totalDays, union, type Interval } from './interval.ts'
import { isoDate } from './localDate.ts'

const span = (from: string, to: string | null): Interval => ({ from: isoDate(from), to: to === null ? null : isoDate(to) })
const march = span('2025-03-01', '2025-04-01')

test('a span holds its first day and not the day it ends', () => {
  expect(contains(march, isoDate('2025-02-28'))).toBe(false)
  expect(contains(march, isoDate('2025-03-01'))).toBe(true)
  expect(contains(march, isoDate('2025-03-31'))).toBe(true)
  expect(contains(march, isoDate('2025-04-01'))).toBe(false)
  expect(contains(span('2025-03-01', null), isoDate('2999-12-31'))).toBe(true)
})

test('episodes chained on the same day touch but do not overlap', () => {
  const next = span('2025-04-01', null)
  expect(overlaps(march, next)).toBe(false)
  expect(intersect(march, next)).toBeUndefined()
  expect(overlaps(march, span('2025-03-31', null))).toBe(true)
  expect(intersect(march, span('2025-03-31', null))).toEqual(span('2025-03-31', '2025-04-01'))
  expect(intersect(span('2025-03-01', null), next)).toEqual(next)
})

test('union keeps the longer of nested spans and joins touching ones, in any order', () => {
  expect(union([span('2025-03-10', '2025-03-12'), march])).toEqual([march])
  expect(union([span('2025-04-01', '2025-05-01'), march])).toEqual([span('2025-03-01', '2025-05-01')])
  expect(union([march, span('2025-04-02', '2025-05-01')])).toEqual([march, span('2025-04-02', '2025-05-01')])
  expect(union([span('2025-03-20', '2025-03-25'), span('2025-03-10', null), march])).toEqual([span('2025-03-01', null)])
})

test('a span that ends on or before its first day holds nothing', () => {
  expect(union([span('2025-03-05', '2025-03-05'), span('2025-03-05', '2025-03-01')])).toEqual([])
  expect(totalDays([span('2025-03-05', '2025-03-05')], isoDate('2026-01-01'))).toBe(0)
})

test('subtract cuts holes, and an open hole leaves no end', () => {
  expect(subtract([march], [span('2025-03-10', '2025-03-12'), span('2025-03-31', '2025-06-01')])).toEqual([
    span('2025-03-01', '2025-03-10'),
    span('2025-03-12', '2025-03-31'),
  ])
  expect(subtract([span('2025-03-01', null)], [span('2025-03-10', null)])).toEqual([span('2025-03-01', '2025-03-10')])
  expect(subtract([span('2025-03-01', null)], [march])).toEqual([span('2025-04-01', null)])
  expect(subtract([march], [march])).toEqual([])
})

test('gaps are the days of a window that nothing covers', () => {
  expect(gaps([span('2025-03-05', '2025-03-10'), span('2025-03-10', '2025-03-20')], march)).toEqual([
    span('2025-03-01', '2025-03-05'),
    span('2025-03-20', '2025-04-01'),
  ])
  expect(gaps([], march)).toEqual([march])
})

test('clip cuts spans to a window', () => {
  expect(clip([span('2024-01-01', '2025-03-02'), span('2025-03-30', null)], march)).toEqual([
    span('2025-03-01', '2025-03-02'),
    span('2025-03-30', '2025-04-01'),
  ])
})

test('total days counts a day once, an open span to the day before, and nothing later', () => {
  expect(totalDays([march], isoDate('2026-01-01'))).toBe(31)
  expect(totalDays([march, span('2025-03-10', '2025-03-12')], isoDate('2026-01-01'))).toBe(31)
  expect(totalDays([span('2025-03-01', null)], isoDate('2025-03-11'))).toBe(10)
  expect(totalDays([march], isoDate('2025-03-11'))).toBe(10)
  expect(totalDays([march], isoDate('2025-01-01'))).toBe(0)
})
