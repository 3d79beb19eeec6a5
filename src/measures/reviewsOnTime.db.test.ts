import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldOnly } from '../../test/support/clockExamples.ts'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { isoDate } from '../core/time/localDate.ts'
import { reviewsOnTime } from './reviewsOnTime.ts'

/**
 * Counted over 1 April 2023 to Sunday 31 March 2024. Where nothing else is said the child came in on Monday 1 May 2023,
 * a bank holiday; so were 8 and 29 May, and 20 working days on is Wednesday 31 May.
 */
const from = '2023-05-01'
const open = [`S C2 U4 ${from}`]
const children = [
  // First on the day, second (due 31 August) on the day, next (due 29 February, the last of the shorter month) on the day.
  childFacts({ code: 'all-on-the-day', episodes: open, reviews: ['2023-05-31', '2023-08-31', '2024-02-29'] }),
  // Each a day late: due 31 May, 1 September (3 months from 1 June), 2 March (6 from 2 September).
  childFacts({ code: 'all-day-after', episodes: open, reviews: ['2023-06-01', '2023-09-02', '2024-03-03'] }),
  childFacts({ code: 'never', episodes: open }),
  // Left on the day the review was due, so it was no longer owed; and the day after, when it had been missed.
  childFacts({ code: 'left-when-due', episodes: [`S C2 U4 ${from} 2023-05-31 E4A`] }),
  childFacts({ code: 'left-day-after', episodes: [`S C2 U4 ${from} 2023-06-01 E4A`] }),
  childFacts({ code: 'eighteen-when-due', bornOn: '2005-05-31', episodes: open }),
  childFacts({ code: 'eighteen-day-after', bornOn: '2005-06-01', episodes: open }),
  childFacts({ code: 'short-breaks', episodes: [`S V4 U4 ${from}`] }),
  // Held before care began: not a review of this time in care.
  childFacts({ code: 'review-too-soon', episodes: open, reviews: ['2023-04-28'] }),
  // Each time in care starts the reviews again: due 31 May; 20 working days from 2 October is 30 October.
  childFacts({ code: 'two-times-in-care', episodes: [`S V2 U4 ${from} 2023-07-03 E4A`, 'S V2 U4 2023-10-02 2023-12-01 E4A'], reviews: ['2023-05-30', '2023-10-31'] }),
  // A move or an order starts nothing again.
  childFacts({ code: 'moved', episodes: [`S C1 U4@ash ${from} 2023-05-10 X1 CREQB`, 'P C2 U4@elm 2023-05-10 2023-07-03 E4A'], reviews: ['2023-05-22'] }),
  // In care before the first day held: which review this was is not known, so the next is due in 6 months, 22 November.
  childFacts({ code: 'start-not-known', episodes: ['P C2 U4 2023-05-10 2024-01-15 E4A'], reviews: ['2023-05-22', '2023-11-22'] }),
  // Came in on 4 December, first due 4 January (Christmas, Boxing and New Year's Day between); the second is due 3 months
  // after New Year's Eve: on the last day of the window, a Sunday, and Easter at that.
  childFacts({ code: 'due-last-day-held', episodes: ['S C2 U4 2023-12-04'], reviews: ['2023-12-31', '2024-03-31'] }),
  childFacts({ code: 'due-last-day-late', episodes: ['S C2 U4 2023-12-04'], reviews: ['2023-12-31', '2024-04-01'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

/** How many reviews of each child count, and how many do not. */
async function tally(asAt: string): Promise<Readonly<Record<string, string>>> {
  const found = new Map<string, [number, number]>()
  for (const { code, counts } of (await held.ask(reviewsOnTime, asAt)).children) {
    const [yes, no] = found.get(code) ?? [0, 0]
    found.set(code, counts ? [yes + 1, no] : [yes, no + 1])
  }
  return Object.fromEntries([...found].map(([code, [yes, no]]) => [code, `${yes} of ${yes + no}`]))
}

test('counts reviews held by the close of the day they were due', async () => {
  expect(await tally('2024-03-31')).toEqual({
    'all-on-the-day': '3 of 3',
    'all-day-after': '0 of 3',
    never: '0 of 1',
    'left-day-after': '0 of 1',
    'eighteen-day-after': '0 of 1',
    'review-too-soon': '0 of 1',
    'two-times-in-care': '1 of 2',
    moved: '1 of 1',
    'start-not-known': '1 of 1',
    'due-last-day-held': '2 of 2',
    'due-last-day-late': '1 of 2',
  })
  const answer = await held.ask(reviewsOnTime, '2024-03-31')
  // 3 + 1 + 1 + 1 + 2 + 1 of 3 + 3 + 1 + 1 + 1 + 1 + 2 + 1 + 1 + 2 + 2.
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([50, 9, 18])
  expect(answer.leftOut).toEqual([])
  expect(answer.window).toEqual({ from: isoDate('2023-04-01'), to: isoDate('2024-03-31') })
})

test('a review is in the figure from the day it falls due', async () => {
  expect((await tally('2023-05-30'))['never']).toBeUndefined()
  expect((await tally('2023-05-31'))['never']).toBe('0 of 1')
  // Held in time, and not yet due: not in the figure before its day comes.
  expect((await tally('2023-05-30'))['all-on-the-day']).toBeUndefined()
  expect((await tally('2023-05-31'))['all-on-the-day']).toBe('1 of 1')
})

test('a review due on the first day of the window is in, one due the day before is out', async () => {
  // On 30 May 2024 the 12 months began on 31 May 2023, on 31 May 2024 on 1 June.
  expect((await tally('2024-05-30'))['left-day-after']).toBe('0 of 1')
  expect((await tally('2024-05-31'))['left-day-after']).toBeUndefined()
})

test('what was missed stays missed when the child leaves care', async () => {
  // As at 31 May nobody had left: the figure a month later says the same of that day.
  expect((await tally('2023-05-31'))['left-day-after']).toBe('0 of 1')
  expect((await tally('2023-06-30'))['left-day-after']).toBe('0 of 1')
})

test('a year not held leaves out what may have been in it, and judges what was due before', async () => {
  // Held: 2024 (April 2023 to March 2024) and 2026; not 2025.
  const some = await storeOf([
    // First due 31 May 2023 and never held in 2024: missed, whatever 2025 would have said.
    childFacts({ code: 'missed-before', episodes: open }),
    // First due 25 March 2024, held on the 22nd; the second due 22 June, in the year not held.
    childFacts({ code: 'perhaps-held', episodes: ['S C2 U4 2024-02-26'], reviews: ['2024-03-22'] }),
    // Came in on 11 March 2024, first due 10 April (Good Friday 29 March, Easter Monday 1 April).
    childFacts({ code: 'perhaps-in-time', episodes: ['S C2 U4 2024-03-11'] }),
  ], { clocks: heldOnly(2024, 2026) })
  try {
    expect(told(await some.ask(reviewsOnTime, '2024-03-31'))).toEqual({ counts: ['perhaps-held'], not: ['missed-before'], leftOut: {} })
    const later = await some.ask(reviewsOnTime, '2025-03-31')
    expect(told(later)).toEqual({ counts: [], not: [], leftOut: { 'the returns held do not say whether it was held': 2 } })
    expect([later.value, later.numerator, later.denominator]).toEqual([null, 0, 0])
  } finally {
    await some.close()
  }
})
