/**
 * The algebra against a day-by-day oracle: every span is coloured onto a row of days, and the runs of coloured days
 * are what the algebra must give. First every list of three spans in a small world, which holds every way that spans
 * can nest, touch and stand apart; then larger random ones. HOLDFAST_LONG=1 runs a million.
 */
import { env } from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clip, contains, gaps, intersect, overlaps, subtract, totalDays, union, type Interval } from './interval.ts'
import type { LocalDate } from './localDate.ts'

const long = env['HOLDFAST_LONG'] === '1'
const day = (n: number): LocalDate => n as LocalDate

/** One true per covered day, 0 to `days` - 1. The last stands for everything later: no finite end reaches it. */
function colour(spans: readonly Interval[], days: number): boolean[] {
  const row = Array.from({ length: days }, () => false)
  for (const { from, to } of spans) for (let d: number = from; d < (to ?? days); d++) row[d] = true
  return row
}

function runs(row: readonly boolean[]): Interval[] {
  const found: Interval[] = []
  let start = -1
  row.forEach((covered, d) => {
    if (covered && start < 0) start = d
    if (!covered && start >= 0) {
      found.push({ from: day(start), to: day(d) })
      start = -1
    }
  })
  if (start >= 0) found.push({ from: day(start), to: null })
  return found
}

const show = (spans: readonly Interval[]): string => spans.map(({ from, to }) => `[${from},${to ?? 'open'})`).join(' ')

function same(got: readonly Interval[], wanted: readonly Interval[], of: () => string): void {
  const equal = got.length === wanted.length && got.every((g, i) => g.from === wanted[i]?.from && g.to === wanted[i]?.to)
  if (!equal) throw new Error(`${of()}: got ${show(got)}, wanted ${show(wanted)}`)
}

function check(spans: readonly Interval[], others: readonly Interval[], window: Interval, until: number, days: number): void {
  const [a, b, w] = [colour(spans, days), colour(others, days), colour([window], days)]
  const given = (): string => `${show(spans)} | ${show(others)} | ${show([window])} until ${until}`
  same(union(spans), runs(a), () => `union of ${given()}`)
  same(subtract(spans, others), runs(a.map((x, i) => x && b[i] !== true)), () => `subtract of ${given()}`)
  same(gaps(spans, window), runs(w.map((x, i) => x && a[i] !== true)), () => `gaps of ${given()}`)
  same(clip(spans, window), runs(w.map((x, i) => x && a[i] === true)), () => `clip of ${given()}`)
  const total = a.slice(0, until).filter(Boolean).length
  if (totalDays(spans, day(until)) !== total) throw new Error(`total days of ${given()}: wanted ${total}`)
}

test('every list of three spans in a world of five days', () => {
  const days = 7
  const spans: Interval[] = []
  for (let from = 0; from < 5; from++) {
    for (let to = from; to <= 5; to++) spans.push({ from: day(from), to: day(to) })
    spans.push({ from: day(from), to: null })
  }
  let cases = 0
  for (const a of spans) {
    for (const b of spans) {
      const shared = runs(colour([a], days).map((x, i) => x && colour([b], days)[i] === true))
      same([intersect(a, b) ?? []].flat(), shared, () => `intersection of ${show([a, b])}`)
      expect(overlaps(a, b)).toBe(shared.length > 0)
      for (const c of spans) {
        check([a, b, c], [b], a, cases % days, days)
        check([a, b], [c], c, cases % days, days)
        check([c], [a, b], b, cases % days, days)
        cases += 3
      }
    }
  }
  expect(cases).toBe(3 * 25 ** 3)
})

const days = 64
const spanOf = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.option(fc.integer({ min: -2, max: 12 }), { freq: 8 }))
  .map(([from, length]): Interval => ({ from: day(from), to: length === null ? null : day(from + length) }))
const list = fc.array(spanOf, { maxLength: 8 })

test('larger lists agree with the oracle', () => {
  const numRuns = long ? 1_000_000 : 60_000
  fc.assert(
    fc.property(list, list, spanOf, fc.integer({ min: 0, max: days - 1 }), (spans, others, window, until) =>
      check(spans, others, window, until, days),
    ),
    { numRuns },
  )
}, 600_000)

test('a day is in a span when its colour says so', () => {
  fc.assert(
    fc.property(spanOf, (span) => {
      const row = colour([span], days)
      return row.every((covered, d) => contains(span, day(d)) === covered)
    }),
    { numRuns: 2_000 },
  )
})
