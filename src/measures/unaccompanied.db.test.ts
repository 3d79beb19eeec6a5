import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { unaccompanied } from './unaccompanied.ts'

const inCare = ['S V2 K3 2023-06-01']

/** Counted at the close of Sunday 31 March 2024. */
const children = [
  childFacts({ code: 'not-ceased', unaccompanied: true, episodes: inCare }),
  childFacts({ code: 'ceases-day-after', unaccompanied: '2024-04-01', episodes: inCare }),
  childFacts({ code: 'ceased-on-the-day', unaccompanied: '2024-03-31', episodes: inCare }),
  childFacts({ code: 'ceased-before', unaccompanied: '2023-12-01', episodes: inCare }),
  childFacts({ code: 'no-row', episodes: inCare }),
  childFacts({ code: 'came-on-the-day', unaccompanied: true, episodes: ['S V2 K3 2024-03-31'] }),
  childFacts({ code: 'came-day-after', unaccompanied: true, episodes: ['S V2 K3 2024-04-01'] }),
  childFacts({ code: 'left-on-the-day', unaccompanied: true, episodes: ['S V2 K3 2023-06-01 2024-03-31 E5'] }),
  childFacts({ code: 'left-day-after', unaccompanied: true, episodes: ['S V2 K3 2023-06-01 2024-04-01 E5'] }),
  childFacts({ code: 'short-breaks', unaccompanied: true, episodes: ['S V3 U4 2023-06-01'] }),
  childFacts({ code: 'start-not-known', unaccompanied: true, episodes: ['P V2 K3 2023-06-01'] }),
  childFacts({ code: 'no-date-of-birth', bornOn: null, unaccompanied: true, episodes: inCare }),
  // Status ceased between two times in care.
  childFacts({ code: 'ceased-while-out', unaccompanied: '2023-09-01', episodes: ['S V2 K3 2023-06-01 2023-08-01 E8', 'S V2 K3 2023-10-02'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

test('counts children in care whose status has not ceased by the close of the day', async () => {
  const answer = await held.ask(unaccompanied, '2024-03-31')
  expect(told(answer)).toEqual({
    counts: ['came-on-the-day', 'ceases-day-after', 'left-day-after', 'no-date-of-birth', 'not-ceased', 'start-not-known'],
    not: [], leftOut: {},
  })
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([6, 6, null])
})

test('the day before, the status and the stay that end on the day still hold', async () => {
  expect(told(await held.ask(unaccompanied, '2024-03-30')).counts).toEqual([
    'ceased-on-the-day', 'ceases-day-after', 'left-day-after', 'left-on-the-day', 'no-date-of-birth', 'not-ceased', 'start-not-known',
  ])
})

test('the day after, those that end on it do not', async () => {
  expect(told(await held.ask(unaccompanied, '2024-04-01')).counts)
    .toEqual(['came-day-after', 'came-on-the-day', 'no-date-of-birth', 'not-ceased', 'start-not-known'])
})

test('an ended status is held for the time in care before it ended', async () => {
  expect(told(await held.ask(unaccompanied, '2023-07-31')).counts).toContain('ceased-while-out')
  expect(told(await held.ask(unaccompanied, '2023-11-30')).counts).not.toContain('ceased-while-out')
})
