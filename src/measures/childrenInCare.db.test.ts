import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { childrenInCare } from './childrenInCare.ts'

/** Counted at the close of Sunday 31 March 2024. */
const children = [
  // Came in on the day itself: in care at its close.
  childFacts({ code: 'came-on-the-day', episodes: ['S C2 U4 2024-03-31'] }),
  childFacts({ code: 'came-day-after', episodes: ['S C2 U4 2024-04-01'] }),
  // Left on the day: DEC is the day of leaving, so not in care at its close (the return's own convention).
  childFacts({ code: 'left-on-the-day', episodes: ['S C2 U4 2023-01-09 2024-03-31 E4A'] }),
  childFacts({ code: 'left-day-after', episodes: ['S C2 U4 2023-01-09 2024-04-01 E4A'] }),
  // A change on the day closes one episode and opens the next: one child, counted once.
  childFacts({ code: 'moved-on-the-day', episodes: ['S C2 U4@ash 2023-01-09 2024-03-31 X1 CREQB', 'P C2 U4@elm 2024-03-31'] }),
  // Left and came back the same week: between the two on 31 March, in care.
  childFacts({ code: 'came-back-before', episodes: ['S V2 U4 2023-01-09 2024-03-25 E4A', 'S V2 U4 2024-03-30'] }),
  childFacts({ code: 'came-back-after', episodes: ['S V2 U4 2023-01-09 2024-03-25 E4A', 'S V2 U4 2024-04-02'] }),
  // Series of short breaks, under either code, count nowhere.
  childFacts({ code: 'short-breaks-v3', episodes: ['S V3 U4 2024-03-30'] }),
  childFacts({ code: 'short-breaks-v4', episodes: ['S V4 U4 2024-02-01 2024-04-10 E4A'] }),
  // Care that followed short breaks is care.
  childFacts({ code: 'breaks-then-care', episodes: ['S V4 U4 2024-02-01 2024-03-01 X1', 'L V2 U4 2024-03-01'] }),
  // The first episode held is no start: the child is in care all the same, since a day not known.
  childFacts({ code: 'start-not-known', episodes: ['P C2 U4 2023-06-01'] }),
  // Away in hospital is still in care.
  childFacts({ code: 'in-hospital', episodes: ['S C2 U4@ash 2023-01-09 2024-03-30 X1', 'P C2 T1@ward 2024-03-30'] }),
  childFacts({ code: 'no-date-of-birth', bornOn: null, episodes: ['S C2 U4 2023-01-09'] }),
  // Said to have ended to continue, and nothing follows: not in care on any day that is recorded.
  childFacts({ code: 'nothing-follows', episodes: ['S C2 U4 2023-01-09 2024-03-20 X1'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

const inCare = [
  'breaks-then-care', 'came-back-before', 'came-on-the-day', 'in-hospital', 'left-day-after', 'moved-on-the-day',
  'no-date-of-birth', 'start-not-known',
]

test('counts whoever is in care at the close of the day', async () => {
  const answer = await held.ask(childrenInCare, '2024-03-31')
  expect(told(answer)).toEqual({ counts: inCare, not: [], leftOut: {} })
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([8, 8, null])
  expect(answer.window).toEqual({ from: null, to: answer.asAt })
})

test('the day before, who came on the day is not counted yet and who left on it still is', async () => {
  // The child whose period has an end without a day after it (nothing follows) left on 20 March.
  expect(told(await held.ask(childrenInCare, '2024-03-30')).counts).toEqual(
    [...inCare.filter((code) => code !== 'came-on-the-day'), 'left-on-the-day'].sort(),
  )
})

test('the day after, who came on it is counted and who left on it is not', async () => {
  expect(told(await held.ask(childrenInCare, '2024-04-01')).counts).toEqual(
    [...inCare.filter((code) => code !== 'left-day-after'), 'came-day-after'].sort(),
  )
})

test('a day before anybody came holds nobody', async () => {
  const answer = await held.ask(childrenInCare, '2022-12-31')
  expect([answer.value, answer.children]).toEqual([0, []])
})
