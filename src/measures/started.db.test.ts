import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { started } from './started.ts'

/** Counted from 1 April 2023 to Saturday 30 September 2023. */
const children = [
  childFacts({ code: 'on-1-april', episodes: ['S C2 U4 2023-04-01'] }),
  childFacts({ code: 'on-31-march', episodes: ['S C2 U4 2023-03-31'] }),
  childFacts({ code: 'on-the-day', episodes: ['S C2 U4 2023-09-30'] }),
  childFacts({ code: 'day-after', episodes: ['S C2 U4 2023-10-01'] }),
  // Came and went: started all the same.
  childFacts({ code: 'one-night', episodes: ['S V2 U4 2023-06-01 2023-06-02 E4A'] }),
  // Started on 3 May and again on 7 August: one child.
  childFacts({ code: 'twice', episodes: ['S V2 U4 2023-05-03 2023-06-01 E4A', 'S V2 U4 2023-08-07'] }),
  // Came back in the year after a time in care that began before it.
  childFacts({ code: 'came-back', episodes: ['S V2 U4 2022-05-03 2023-06-01 E4A', 'S V2 U4 2023-08-07'] }),
  // A move and a new order inside a period are no start.
  childFacts({ code: 'moved', episodes: ['S V2 U4@ash 2022-05-03 2023-06-01 X1 CREQB', 'P V2 U4@elm 2023-06-01 2023-07-03 X1', 'L C1 U4@elm 2023-07-03'] }),
  childFacts({ code: 'short-breaks', episodes: ['S V4 U4 2023-05-03 2023-05-06 E4A', 'S V3 U4 2023-06-03'] }),
  // Care began when the breaks turned into it, in the year.
  childFacts({ code: 'breaks-then-care', episodes: ['S V4 U4 2023-02-01 2023-05-10 X1', 'L V2 U4 2023-05-10'] }),
  // The first episode that is held says that the child was in care already.
  childFacts({ code: 'start-not-known', episodes: ['P C2 U4 2023-05-01'] }),
  // Not known for one time in care, known for another: started.
  childFacts({ code: 'start-known-later', episodes: ['P V2 U4 2023-05-01 2023-06-01 E4A', 'S V2 U4 2023-07-03'] }),
  childFacts({ code: 'start-long-not-known', episodes: ['P C2 U4 2021-05-01'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

const notKnown = 'the child was in care before the first day that is held, since when is not'

test('counts children who came into care from 1 April to the day, each once', async () => {
  const answer = await held.ask(started, '2023-09-30')
  expect(told(answer)).toEqual({
    counts: ['breaks-then-care', 'came-back', 'on-1-april', 'on-the-day', 'one-night', 'start-known-later', 'twice'],
    not: [],
    leftOut: { [notKnown]: 1 },
  })
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([7, 7, null])
})

test('on 31 March the year is the one that ends, on 1 April one day old', async () => {
  // 1 April 2022 to 31 March 2023: came-back and moved began on 3 May 2022.
  expect(told(await held.ask(started, '2023-03-31'))).toEqual({ counts: ['came-back', 'moved', 'on-31-march'], not: [], leftOut: {} })
  expect(told(await held.ask(started, '2023-04-01'))).toEqual({ counts: ['on-1-april'], not: [], leftOut: {} })
})

test('the whole year holds the day after too', async () => {
  expect((await held.ask(started, '2024-03-31')).value).toBe(8)
})
