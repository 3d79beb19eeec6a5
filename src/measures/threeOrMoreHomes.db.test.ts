import { afterAll, beforeAll, expect, test } from 'vitest'
import { childFacts } from '../../test/support/facts.ts'
import { storeOf, told, type HeldChildren } from '../../test/support/store.ts'
import { isoDate } from '../core/time/localDate.ts'
import { threeOrMoreHomes } from './threeOrMoreHomes.ts'

/** Counted over 1 April 2023 to Sunday 31 March 2024. */
const children = [
  childFacts({ code: 'three', episodes: [
    'S C2 U4@ash 2022-01-10 2023-06-01 X1 CREQB', 'P C2 U4@elm 2023-06-01 2023-09-01 X1 CREQB', 'P C2 K2@oak 2023-09-01'] }),
  childFacts({ code: 'two', episodes: ['S C2 U4@ash 2022-01-10 2023-06-01 X1 CREQB', 'P C2 U4@elm 2023-06-01'] }),
  // The first night of the window was spent at elm: ash is none of the year's homes.
  childFacts({ code: 'moved-on-first-day', episodes: [
    'S C2 U4@ash 2022-01-10 2023-04-01 X1 CREQB', 'P C2 U4@elm 2023-04-01 2023-09-01 X1 CREQB', 'P C2 K2@oak 2023-09-01'] }),
  childFacts({ code: 'moved-on-second-day', episodes: [
    'S C2 U4@ash 2022-01-10 2023-04-02 X1 CREQB', 'P C2 U4@elm 2023-04-02 2023-09-01 X1 CREQB', 'P C2 K2@oak 2023-09-01'] }),
  childFacts({ code: 'third-on-last-day', episodes: [
    'S C2 U4@ash 2022-01-10 2023-06-01 X1 CREQB', 'P C2 U4@elm 2023-06-01 2024-03-31 X1 CREQB', 'P C2 K2@oak 2024-03-31'] }),
  childFacts({ code: 'third-day-after', episodes: [
    'S C2 U4@ash 2022-01-10 2023-06-01 X1 CREQB', 'P C2 U4@elm 2023-06-01 2024-04-01 X1 CREQB', 'P C2 K2@oak 2024-04-01'] }),
  // Three episodes, one carer: new orders and a new kind of placement are no move.
  childFacts({ code: 'orders-only', episodes: [
    'S V2 U6@ash 2023-05-01 2023-06-01 X1', 'L C1 U6@ash 2023-06-01 2023-09-01 X1', 'U C2 U4@ash 2023-09-01'] }),
  // Adopted by the foster carers: still two.
  childFacts({ code: 'carers-adopt', bornOn: '2021-05-01', episodes: [
    'S C2 U6@elm 2022-01-10 2023-05-01 X1 PLANP', 'P C2 U4@ash 2023-05-01 2023-09-01 X1', 'T E1 A5@ash 2023-09-01'] }),
  // Hospital and back is no placement; ash before and after is one.
  childFacts({ code: 'hospital-and-back', episodes: [
    'S C2 U4@ash 2022-01-10 2023-06-01 X1', 'P C2 T1@ward 2023-06-01 2023-06-05 X1', 'P C2 U4@ash 2023-06-05 2023-09-01 X1 CREQB',
    'P C2 U4@elm 2023-09-01'] }),
  // Not back: ash, elm and oak are three, the ward none of them.
  childFacts({ code: 'hospital-then-moved', episodes: [
    'S C2 U4@ash 2022-01-10 2023-06-01 X1', 'P C2 T1@ward 2023-06-01 2023-06-05 X1', 'P C2 U4@elm 2023-06-05 2023-09-01 X1 CREQB',
    'P C2 K2@oak 2023-09-01'] }),
  // A newborn's first days on the ward are no placement either.
  childFacts({ code: 'began-in-hospital', bornOn: '2023-06-01', episodes: [
    'S C1 T1@ward 2023-06-01 2023-06-05 X1', 'P C1 U4@ash 2023-06-05 2023-09-01 X1 CREQB', 'P C1 U4@elm 2023-09-01'] }),
  // Away from home and back to it later: each stay is a placement.
  childFacts({ code: 'back-to-the-first', episodes: [
    'S C2 U4@ash 2022-01-10 2023-06-01 X1 CREQB', 'P C2 U4@elm 2023-06-01 2023-09-01 X1 CREQB', 'P C2 U4@ash 2023-09-01'] }),
  // Two homes of a time in care that ended in the year, and one since.
  childFacts({ code: 'two-times-in-care', episodes: [
    'S V2 U4@ash 2022-01-10 2023-06-01 X1 CREQB', 'P V2 U4@elm 2023-06-01 2023-07-03 E4A', 'S V2 U4@oak 2023-10-02'] }),
  // Homes of short breaks count nowhere.
  childFacts({ code: 'short-breaks-before', episodes: [
    'S V4 U4@ash 2023-05-01 2023-05-03 E8', 'S V4 U4@elm 2023-06-01 2023-06-03 E8', 'S V2 U4@oak 2023-10-02'] }),
  childFacts({ code: 'left-on-the-day', episodes: [
    'S C2 U4@ash 2022-01-10 2023-06-01 X1 CREQB', 'P C2 U4@elm 2023-06-01 2023-09-01 X1 CREQB', 'P C2 K2@oak 2023-09-01 2024-03-31 E4A'] }),
  // In care before the first day held, and that day is inside the year: there may have been another home.
  childFacts({ code: 'start-not-known', episodes: ['P C2 U4@ash 2023-07-01 2023-09-01 X1 CREQB', 'P C2 U4@elm 2023-09-01'] }),
  childFacts({ code: 'not-known-but-three', episodes: [
    'P C2 U4@ash 2023-07-01 2023-09-01 X1 CREQB', 'P C2 U4@elm 2023-09-01 2023-10-02 X1 CREQB', 'P C2 K2@oak 2023-10-02'] }),
  childFacts({ code: 'known-all-year', episodes: ['P C2 U4@ash 2023-04-01 2023-09-01 X1 CREQB', 'P C2 U4@elm 2023-09-01'] }),
]

let held: HeldChildren
beforeAll(async () => { held = await storeOf(children) })
afterAll(() => held.close())

test('counts children in care on the day with three or more placements in the 12 months', async () => {
  const answer = await held.ask(threeOrMoreHomes, '2024-03-31')
  expect(told(answer)).toEqual({
    counts: ['back-to-the-first', 'hospital-then-moved', 'moved-on-second-day', 'not-known-but-three', 'third-on-last-day', 'three', 'two-times-in-care'],
    not: ['began-in-hospital', 'carers-adopt', 'hospital-and-back', 'known-all-year', 'moved-on-first-day', 'orders-only',
      'short-breaks-before', 'third-day-after', 'two'],
    leftOut: { 'where the child lived earlier in the 12 months is not held': 1 },
  })
  // 7 of 16 is 43.75 per cent.
  expect([answer.value, answer.numerator, answer.denominator]).toEqual([43.8, 7, 16])
  expect(answer.window).toEqual({ from: isoDate('2023-04-01'), to: isoDate('2024-03-31') })
})

test('the window moves with the day', async () => {
  // The day before: moved-on-first-day was still at ash on 31 March 2023, the first day of this window, and
  // third-on-last-day has not moved yet.
  expect(told(await held.ask(threeOrMoreHomes, '2024-03-30')).counts).toEqual(['back-to-the-first', 'hospital-then-moved',
    'left-on-the-day', 'moved-on-first-day', 'moved-on-second-day', 'not-known-but-three', 'three', 'two-times-in-care'])
  // The day after: 2 April 2023 is the first day of the window, and moved-on-second-day was at elm.
  expect(told(await held.ask(threeOrMoreHomes, '2024-04-01')).counts).toEqual(['back-to-the-first', 'hospital-then-moved',
    'not-known-but-three', 'third-day-after', 'third-on-last-day', 'three', 'two-times-in-care'])
})

test('on 29 February the 12 months began on 1 March', async () => {
  expect((await held.ask(threeOrMoreHomes, '2024-02-29')).window.from).toBe(isoDate('2023-03-01'))
})
