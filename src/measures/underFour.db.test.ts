import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { underFour } from './underFour.ts'

const inCare = ['S C2 U4 2021-06-01']

/** Counted on Thursday 29 February 2024, and on the days around it. */
const children = [
  childFacts({ code: 'four-on-the-day', bornOn: '2020-02-29', episodes: inCare }),
  childFacts({ code: 'four-day-after', bornOn: '2020-03-01', episodes: inCare }),
  childFacts({ code: 'four-day-before', bornOn: '2020-02-28', episodes: inCare }),
  childFacts({ code: 'born-on-the-day', bornOn: '2024-02-29', episodes: ['S C2 U4 2024-02-29'] }),
  childFacts({ code: 'ten', bornOn: '2014-01-01', episodes: inCare }),
  childFacts({ code: 'left-on-the-day', bornOn: '2022-01-01', episodes: ['S C2 U4 2023-01-09 2024-02-29 E4A'] }),
  childFacts({ code: 'short-breaks', bornOn: '2022-01-01', episodes: ['S V3 U4 2023-01-09'] }),
  childFacts({ code: 'start-not-known', bornOn: '2022-01-01', episodes: ['P C2 U4 2023-01-09'] }),
  childFacts({ code: 'no-date-of-birth', bornOn: null, episodes: inCare }),
  childFacts({ code: 'left-before', bornOn: null, episodes: ['S C2 U4 2023-01-09 2024-01-10 E4A'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

const noBirth = { 'the date of birth is not held': 1 }

test('counts children up to the day before their fourth birthday', async () => {
  const answer = await held.ask(underFour, '2024-02-29')
  expect(told(answer)).toEqual({ counts: ['born-on-the-day', 'four-day-after', 'start-not-known'], not: [], leftOut: noBirth })
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([3, 3, null])
})

test('the day before a birthday still counts, the birthday does not', async () => {
  expect(told(await held.ask(underFour, '2024-02-28')).counts)
    .toEqual(['four-day-after', 'four-on-the-day', 'left-on-the-day', 'start-not-known'])
  expect(told(await held.ask(underFour, '2024-02-27')).counts)
    .toEqual(['four-day-after', 'four-day-before', 'four-on-the-day', 'left-on-the-day', 'start-not-known'])
  expect(told(await held.ask(underFour, '2024-03-01')).counts).toEqual(['born-on-the-day', 'start-not-known'])
})

test('a child born on 29 February turns one on 1 March in a common year, and four on 29 February', async () => {
  // Born 29 February 2024: still under four on 28 February 2028, four on the 29th.
  expect(told(await held.ask(underFour, '2028-02-28')).counts).toEqual(['born-on-the-day'])
  expect(told(await held.ask(underFour, '2028-02-29')).counts).toEqual([])
})
