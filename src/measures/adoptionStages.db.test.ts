import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, type HeldChildren } from '../../test/support/store.ts'
import { adoptionStages } from './adoptionStages.ts'

/** Orders from 1 April 2023 to Sunday 31 March 2024. Everybody is born on 6 September 2021. */
const bornOn = '2021-09-06'

/** Came in on 3 January 2022, decided on 2 May (119 days), matched on 1 August (91), placed on 29 August (28), order as given. */
const usual = (code: string, order: string) => childFacts({
  code, bornOn,
  episodes: ['S C1 U6@elm 2022-01-03 2022-06-06 X1', 'L E1 U6@elm 2022-06-06 2022-08-29 X1 PLANP', `P E1 A6@ash 2022-08-29 ${order} E11`],
  adoptionDecisions: ['2022-05-02'],
  adoption: { decidedOn: '2022-05-02', matchedOn: '2022-08-01', byFosterCarer: '0' },
})

const children = [
  // 29 August 2022 to 3 July 2023 is 308 days.
  usual('usual', '2023-07-03'),
  usual('order-on-first-day', '2023-04-01'),
  usual('order-on-last-day', '2024-03-31'),
  usual('order-day-before', '2023-03-31'),
  usual('order-day-after', '2024-04-01'),
  // Not adopted: left under special guardianship though a match was made, or still placed.
  childFacts({ code: 'guardianship', bornOn, episodes: ['S C1 U1@elm 2022-01-03 2023-07-03 E45'], adoptionDecisions: ['2022-05-02'] }),
  childFacts({ code: 'still-placed', bornOn, episodes: ['S C1 U6@elm 2022-01-03 2022-08-29 X1 PLANP', 'P E1 A6@ash 2022-08-29'] }),
  // E12 is an adoption too. Placed with the foster carers who adopt on 5 December 2022, having lived there from the start.
  childFacts({ code: 'carers-adopt', bornOn,
    episodes: ['S C1 U4@elm 2022-01-03 2022-12-05 X1', 'T E1 A5@elm 2022-12-05 2023-07-03 E12'],
    adoption: { decidedOn: '2022-05-02', matchedOn: '2022-12-05', byFosterCarer: '1' } }),
  // A first adoptive home broke down; the match and the order are with the second, placed on 5 December 2022.
  childFacts({ code: 'second-adopters', bornOn,
    episodes: ['S C1 U6@elm 2022-01-03 2022-06-06 X1 PLANP', 'P E1 A6@oak 2022-06-06 2022-09-05 X1 CARPL',
      'P E1 U6@fir 2022-09-05 2022-12-05 X1 PLANP', 'P E1 A6@ash 2022-12-05 2023-07-03 E11'],
    adoption: { decidedOn: '2022-05-02', matchedOn: '2022-11-07', byFosterCarer: '0' } }),
  // Decided, reversed and decided again: the return's own day for the adoption is the later one.
  childFacts({ code: 'decided-again', bornOn,
    episodes: ['S C1 U6@elm 2022-01-03 2022-12-05 X1 PLANP', 'P E1 A6@ash 2022-12-05 2023-07-03 E11'],
    adoptionDecisions: ['2022-03-07 to 2022-04-04 RD4', '2022-05-02'],
    adoption: { matchedOn: '2022-11-07' } }),
  // Back in care after a first time whose decision nobody reversed: it is no decision of this time.
  childFacts({ code: 'earlier-time', bornOn,
    episodes: ['S C1 U6@elm 2021-10-04 2021-12-06 E4A', 'S C1 U6@elm 2022-01-03 2022-12-05 X1 PLANP', 'P E1 A6@ash 2022-12-05 2023-07-03 E11'],
    adoptionDecisions: ['2021-11-01'],
    adoption: { matchedOn: '2022-11-07' } }),
  childFacts({ code: 'start-not-known', bornOn,
    episodes: ['P C1 U6@elm 2022-04-04 2022-12-05 X1 PLANP', 'P E1 A6@ash 2022-12-05 2023-07-03 E11'],
    adoption: { decidedOn: '2022-05-02', matchedOn: '2022-11-07', byFosterCarer: '0' } }),
  // Nothing of the adoption is coded, and the child never has a placement for adoption.
  childFacts({ code: 'nothing-coded', bornOn, episodes: ['S C1 U4@elm 2022-01-03 2023-07-03 E11'] }),
  // Matched, it says, before it was decided.
  childFacts({ code: 'wrong-order', bornOn,
    episodes: ['S C1 U6@elm 2022-01-03 2022-12-05 X1 PLANP', 'P E1 A6@ash 2022-12-05 2023-07-03 E11'],
    adoption: { decidedOn: '2022-05-02', matchedOn: '2022-05-01', byFosterCarer: '0' } }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

const answerOf = async (id: string, asAt = '2024-03-31') => {
  const measure = adoptionStages.find((one) => one.id === id)
  if (measure === undefined) throw new Error(`no stage ${id}`)
  const answer = await held.ask(measure, asAt)
  return {
    days: Object.fromEntries(answer.children.map(({ code, value }) => [code, value])),
    sum: answer.numerator, of: answer.denominator, mean: answer.value,
    leftOut: Object.fromEntries(answer.leftOut.map(({ why, count }) => [why, count])),
  }
}

const noEntry = 'the day the child came into care is not held'
const noDecision = 'the decision that the child should be placed for adoption is not held'
const noMatch = 'the day of the match is not held'
const noPlacement = 'the day the child moved in with the adopters is not held'
const wrongOrder = 'the two days are in the wrong order'

test('entry to decision', async () => {
  // 3 January to 2 May 2022: 28 + 28 + 31 + 30 + 2 = 119 days, for all seven.
  expect(await answerOf('adoption-entry-to-decision')).toEqual({
    days: { usual: 119, 'order-on-first-day': 119, 'order-on-last-day': 119, 'carers-adopt': 119, 'second-adopters': 119,
      'decided-again': 119, 'wrong-order': 119 },
    sum: 833, of: 7, mean: 119,
    leftOut: { [noEntry]: 1, [noDecision]: 2 },
  })
})

test('decision to match', async () => {
  // 2 May 2022 to 1 August is 91 days, to 5 December 217, to 7 November 189: 3 x 91 + 217 + 3 x 189 = 1057 over 7.
  expect(await answerOf('adoption-decision-to-match')).toEqual({
    days: { usual: 91, 'order-on-first-day': 91, 'order-on-last-day': 91, 'carers-adopt': 217, 'second-adopters': 189,
      'decided-again': 189, 'start-not-known': 189 },
    sum: 1057, of: 7, mean: 151,
    leftOut: { [noDecision]: 2, [wrongOrder]: 1 },
  })
})

test('match to placement', async () => {
  // 1 to 29 August is 28 days, 7 November to 5 December 28, 1 May to 5 December 218.
  expect(await answerOf('adoption-match-to-placement')).toEqual({
    days: { usual: 28, 'order-on-first-day': 28, 'order-on-last-day': 28, 'carers-adopt': 0, 'second-adopters': 28,
      'decided-again': 28, 'earlier-time': 28, 'start-not-known': 28, 'wrong-order': 218 },
    // 7 x 28 + 0 + 218 = 414 over 9.
    sum: 414, of: 9, mean: 46,
    leftOut: { [noMatch]: 1 },
  })
})

test('entry to placement', async () => {
  // 3 January to 29 August 2022 is 238 days, to 5 December 336.
  expect(await answerOf('adoption-entry-to-placement')).toEqual({
    days: { usual: 238, 'order-on-first-day': 238, 'order-on-last-day': 238, 'carers-adopt': 336, 'second-adopters': 336,
      'decided-again': 336, 'earlier-time': 336, 'wrong-order': 336 },
    // 3 x 238 + 5 x 336 = 2394 over 8 is 299.25.
    sum: 2394, of: 8, mean: 299.3,
    leftOut: { [noEntry]: 1, [noPlacement]: 1 },
  })
})

test('placement to order', async () => {
  // 29 August 2022 to 3 July 2023 is 308 days, to 1 April 2023 215, to 31 March 2024 580; 5 December to 3 July 210.
  expect(await answerOf('adoption-placement-to-order')).toEqual({
    days: { usual: 308, 'order-on-first-day': 215, 'order-on-last-day': 580, 'carers-adopt': 210, 'second-adopters': 210,
      'decided-again': 210, 'earlier-time': 210, 'start-not-known': 210, 'wrong-order': 210 },
    // 308 + 215 + 580 + 6 x 210 = 2363 over 9 is 262.56.
    sum: 2363, of: 9, mean: 262.6,
    leftOut: { [noPlacement]: 1 },
  })
})

test('entry to order, over the orders of the 12 months that end on the day', async () => {
  // 3 January 2022 to 3 July 2023 is 546 days, to 1 April 2023 453, to 31 March 2024 818.
  const days = { usual: 546, 'order-on-first-day': 453, 'order-on-last-day': 818, 'carers-adopt': 546, 'second-adopters': 546,
    'decided-again': 546, 'earlier-time': 546, 'nothing-coded': 546, 'wrong-order': 546 }
  // 453 + 818 + 7 x 546 = 5093 over 9 is 565.89.
  expect(await answerOf('adoption-entry-to-order')).toEqual({ days, sum: 5093, of: 9, mean: 565.9, leftOut: { [noEntry]: 1 } })
  // A day later the first day's order is out and the day after's in, at 819 days.
  const { 'order-on-first-day': _out, ...rest } = days
  expect((await answerOf('adoption-entry-to-order', '2024-04-01')).days).toEqual({ ...rest, 'order-day-after': 819 })
})

test('where the two tables give different days of the decision, the one given with the adoption holds', async () => {
  const [stage] = adoptionStages
  const one = await storeOf([childFacts({ code: 'two-days', bornOn,
    episodes: ['S C1 U6@elm 2022-01-03 2022-12-05 X1 PLANP', 'P E1 A6@ash 2022-12-05 2023-07-03 E11'],
    adoptionDecisions: ['2022-05-09'], adoption: { decidedOn: '2022-05-02', matchedOn: '2022-11-07' } })])
  try {
    expect([stage?.id, stage && (await one.ask(stage, '2024-03-31')).value]).toEqual(['adoption-entry-to-decision', 119])
  } finally {
    await one.close()
  }
})

test('without an adoption there is no mean', async () => {
  expect(await answerOf('adoption-entry-to-order', '2022-03-31')).toEqual({ days: {}, sum: 0, of: 0, mean: null, leftOut: {} })
})
