import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { longTermStability } from './longTermStability.ts'

/** Counted at the close of Sunday 31 March 2024: two and a half years before is 30 September 2021, two years 31 March 2022. */
const long = '2020-05-04'
const children = [
  childFacts({ code: 'settled', episodes: [`S C2 U4@ash ${long}`] }),
  // In care exactly two and a half years, and a day less: 30 September 2021 is the last of the shorter month.
  childFacts({ code: 'in-care-just-long', episodes: ['S C2 U4@ash 2021-09-30'] }),
  childFacts({ code: 'in-care-a-day-short', episodes: ['S C2 U4@ash 2021-10-01'] }),
  // In this home exactly two years, and a day less.
  childFacts({ code: 'home-just-long', episodes: [`S C2 U4@elm ${long} 2022-03-31 X1 CREQB`, 'P C2 U4@ash 2022-03-31'] }),
  childFacts({ code: 'home-a-day-short', episodes: [`S C2 U4@elm ${long} 2022-04-01 X1 CREQB`, 'P C2 U4@ash 2022-04-01'] }),
  // 16 on the day is out, 15 until tomorrow is in.
  childFacts({ code: 'sixteen-on-the-day', bornOn: '2008-03-31', episodes: [`S C2 U4@ash ${long}`] }),
  childFacts({ code: 'sixteen-tomorrow', bornOn: '2008-04-01', episodes: [`S C2 U4@ash ${long}`] }),
  // Two times in care that together are long enough: without a break, neither is.
  childFacts({ code: 'came-back', episodes: [`S V2 U4@ash ${long} 2022-01-10 E4A`, 'S V2 U4@ash 2022-01-11'] }),
  childFacts({ code: 'new-order-same-carer', episodes: [`S V2 U6@ash ${long} 2023-06-01 X1`, 'U C2 U4@ash 2023-06-01'] }),
  childFacts({ code: 'hospital-and-back', episodes: [
    `S C2 U4@ash ${long} 2023-06-01 X1`, 'P C2 T1@ward 2023-06-01 2023-06-20 X1', 'P C2 U4@ash 2023-06-20'] }),
  // Moved in with adopters a year ago after a year and a day in the home before: together since 30 March 2022.
  childFacts({ code: 'adopters-together-long', bornOn: '2020-01-01', episodes: [
    `S C2 U6@elm ${long} 2022-03-31 X1 PLANP`, 'P E1 U6@oak 2022-03-31 2023-03-31 X1 PLANP', 'P E1 A6@ash 2023-03-31'] }),
  childFacts({ code: 'adopters-together-short', bornOn: '2020-01-01', episodes: [
    `S C2 U6@elm ${long} 2022-04-01 X1 PLANP`, 'P E1 U6@oak 2022-04-01 2023-03-31 X1 PLANP', 'P E1 A6@ash 2023-03-31'] }),
  // Adopted by the foster carers of 18 months: no move, so the home before that does not join.
  childFacts({ code: 'carers-adopt-short', bornOn: '2020-01-01', episodes: [
    `S C2 U6@elm ${long} 2022-10-03 X1 PLANP`, 'P E1 U4@ash 2022-10-03 2023-10-02 X1', 'T E1 A5@ash 2023-10-02'] }),
  childFacts({ code: 'carers-adopt-long', bornOn: '2020-01-01', episodes: [
    `S C2 U4@ash ${long} 2023-10-02 X1`, 'T E1 A5@ash 2023-10-02'] }),
  // The home before counts for adopters only.
  childFacts({ code: 'fostered-again', episodes: [
    `S C2 U6@elm ${long} 2023-03-31 X1 PLANP`, 'P C2 U4@ash 2023-03-31'] }),
  childFacts({ code: 'short-breaks', episodes: [`S V4 U4@ash ${long}`] }),
  childFacts({ code: 'left-on-the-day', episodes: [`S C2 U4@ash ${long} 2024-03-31 E4A`] }),
  // In care before the first day held: for long all the same, or perhaps.
  childFacts({ code: 'start-not-known-long', episodes: ['P C2 U4@ash 2021-06-01'] }),
  childFacts({ code: 'start-not-known', episodes: ['P C2 U4@ash 2022-06-01'] }),
  childFacts({ code: 'not-known-but-16', bornOn: '2008-03-31', episodes: ['P C2 U4@ash 2022-06-01'] }),
  childFacts({ code: 'no-date-of-birth', bornOn: null, episodes: [`S C2 U4@ash ${long}`] }),
  // Too short in care whatever the age.
  childFacts({ code: 'no-birth-but-new', bornOn: null, episodes: ['S C2 U4@ash 2023-06-01'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

test('counts children long in care who have had the same carer for two years', async () => {
  const answer = await held.ask(longTermStability, '2024-03-31')
  expect(told(answer)).toEqual({
    counts: ['adopters-together-long', 'carers-adopt-long', 'home-just-long', 'hospital-and-back', 'in-care-just-long',
      'new-order-same-carer', 'settled', 'sixteen-tomorrow', 'start-not-known-long'],
    not: ['adopters-together-short', 'carers-adopt-short', 'fostered-again', 'home-a-day-short'],
    leftOut: { 'the date of birth is not held': 1, 'the day the child came into care is not held': 1 },
  })
  // 9 of 13 is 69.23 per cent.
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([69.2, 9, 13])
})

test('a day later, those a day short are long enough', async () => {
  const answer = told(await held.ask(longTermStability, '2024-04-01'))
  expect(answer.counts).toEqual(['adopters-together-long', 'adopters-together-short', 'carers-adopt-long', 'home-a-day-short', 'home-just-long', 'hospital-and-back',
    'in-care-a-day-short', 'in-care-just-long', 'new-order-same-carer', 'settled', 'start-not-known-long'])
  expect(answer.not).toEqual(['carers-adopt-short', 'fostered-again'])
})

test('a child whose first day in care is not held counts once two and a half years of it are', async () => {
  const held = await storeOf([
    childFacts({ code: 'stayed', episodes: ['P C2 U4@elm 2021-09-30'] }),
    childFacts({ code: 'moved', episodes: ['P C2 U4@elm 2021-09-30 2022-06-01 X1 CREQB', 'P C2 U4@ash 2022-06-01'] }),
  ])
  try {
    const notHeld = 'the day the child came into care is not held'
    expect(told(await held.ask(longTermStability, '2024-03-29'))).toEqual({ counts: [], not: [], leftOut: { [notHeld]: 2 } })
    expect(told(await held.ask(longTermStability, '2024-03-30'))).toEqual({ counts: ['stayed'], not: ['moved'], leftOut: {} })
    // The second home did begin when it began.
    expect(told(await held.ask(longTermStability, '2024-06-01'))).toEqual({ counts: ['moved', 'stayed'], not: [], leftOut: {} })
  } finally {
    await held.close()
  }
})

test('two years from 29 February are over on 1 March in a common year', async () => {
  const leap = await storeOf([childFacts({ code: 'leap', episodes: ['S C2 U4@elm 2022-05-02 2024-02-29 X1 CREQB', 'P C2 U4@ash 2024-02-29'] })])
  try {
    // 28 February 2026 less two years is 28 February 2024, the day before; 1 March less two years the day after.
    expect(told(await leap.ask(longTermStability, '2026-02-28'))).toEqual({ counts: [], not: ['leap'], leftOut: {} })
    expect(told(await leap.ask(longTermStability, '2026-03-01'))).toEqual({ counts: ['leap'], not: [], leftOut: {} })
  } finally {
    await leap.close()
  }
})
