import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { ceased } from './ceased.ts'

/** Counted from 1 April 2023 to Saturday 30 September 2023; everybody came in before unless said. */
const children = [
  childFacts({ code: 'on-1-april', episodes: ['S C2 U4 2022-01-10 2023-04-01 E4A'] }),
  childFacts({ code: 'on-31-march', episodes: ['S C2 U4 2022-01-10 2023-03-31 E4A'] }),
  childFacts({ code: 'on-the-day', episodes: ['S C2 U4 2022-01-10 2023-09-30 E11'] }),
  childFacts({ code: 'day-after', episodes: ['S C2 U4 2022-01-10 2023-10-01 E4A'] }),
  childFacts({ code: 'still-in-care', episodes: ['S C2 U4 2022-01-10'] }),
  // Died, or went to another authority: no outcome to be glad of, but left this one's care.
  childFacts({ code: 'died', episodes: ['S C2 U4 2022-01-10 2023-05-04 E2'] }),
  childFacts({ code: 'other-authority', episodes: ['S C2 U4 2022-01-10 2023-05-04 E3'] }),
  // Left twice: one child.
  childFacts({ code: 'twice', episodes: ['S V2 U4 2023-04-10 2023-05-04 E4A', 'S V2 U4 2023-06-01 2023-07-01 E8'] }),
  // Left and is back in care on the day: left all the same.
  childFacts({ code: 'came-back', episodes: ['S V2 U4 2022-01-10 2023-05-04 E4A', 'S V2 U4 2023-06-01'] }),
  // A change inside care ends an episode, not care.
  childFacts({ code: 'moved', episodes: ['S C2 U4@ash 2022-01-10 2023-05-04 X1 CREQB', 'P C2 U4@elm 2023-05-04'] }),
  childFacts({ code: 'short-breaks', episodes: ['S V4 U4 2023-04-10 2023-05-04 E4A', 'S V3 U4 2023-05-10 2023-05-12 E4A'] }),
  // Ended to continue, and nothing follows: whether the child left cannot be told.
  childFacts({ code: 'nothing-follows', episodes: ['S C2 U4 2022-01-10 2023-05-04 X1'] }),
  // The same, but the child is known to have left later in the year.
  childFacts({ code: 'known-later', episodes: ['S V2 U4 2022-01-10 2023-05-04 X1', 'S V2 U4 2023-06-01 2023-07-01 E4A'] }),
  // Left care on the day they came: no day in care is recorded, so nothing was left.
  childFacts({ code: 'no-day', episodes: ['S V2 U4 2023-05-04 2023-05-04 E4A'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

const stops = 'the record of care stops without a reason for leaving'

test('counts children who left care from 1 April to the day, each once', async () => {
  const answer = await held.ask(ceased, '2023-09-30')
  expect(told(answer)).toEqual({
    counts: ['came-back', 'died', 'known-later', 'on-1-april', 'on-the-day', 'other-authority', 'twice'],
    not: [],
    leftOut: { [stops]: 1 },
  })
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([7, 7, null])
})

test('on 31 March the year is the one that ends, on 1 April one day old', async () => {
  expect(told(await held.ask(ceased, '2023-03-31'))).toEqual({ counts: ['on-31-march'], not: [], leftOut: {} })
  expect(told(await held.ask(ceased, '2023-04-01'))).toEqual({ counts: ['on-1-april'], not: [], leftOut: {} })
})

test('the whole year holds the day after too', async () => {
  expect((await held.ask(ceased, '2024-03-31')).value).toBe(8)
})
