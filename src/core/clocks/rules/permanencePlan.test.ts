import { expect, test } from 'vitest'
import { context, heldOnly, lines, type Example } from '../../../../test/support/clockExamples.ts'
import { isoDate } from '../../time/localDate.ts'
import { permanencePlan } from './permanencePlan.ts'

const care = ['S C1 U6 2024-01-08']
const two = ['2024-01-30', '2024-04-29']

const endorsed = (...days: readonly string[]) => ({ ...context, plansEndorsed: days.map(isoDate) })

const examples: readonly Example[] = [
  ['before the first review: none, the second is not yet due', { episodes: care }, []],
  ['before the second review: due with it', { episodes: care, reviews: ['2024-01-30'] }, ['1.1 2024-01-30 > 2024-04-30 open']],
  ['second review held, nothing shows a plan: cannot be told from that day', { episodes: care, reviews: two }, ['1.1 2024-01-30 > 2024-04-30 cannot tell 2024-04-29']],
  ['adoption decision on the day of the second review', { episodes: care, reviews: two, adoptionDecisions: ['2024-04-29'] }, ['1.1 2024-01-30 > 2024-04-30 met 2024-04-29']],
  ['adoption decision on the day after it: not shown by then', { episodes: care, reviews: two, adoptionDecisions: ['2024-04-30'] }, ['1.1 2024-01-30 > 2024-04-30 cannot tell 2024-04-29']],
  ['second review late, decision by then but after the date: late', { episodes: care, reviews: ['2024-01-30', '2024-06-03'], adoptionDecisions: ['2024-05-01'] }, ['1.1 2024-01-30 > 2024-04-30 late 2024-05-01']],
  ['decision on the due date, no second review yet', { episodes: care, reviews: ['2024-01-30'], adoptionDecisions: ['2024-04-30'] }, ['1.1 2024-01-30 > 2024-04-30 met 2024-04-30']],
  ['a long-term match by then', { episodes: ['S C2 U6 2024-01-08 2024-04-02 X1', 'T C2 U4 2024-04-02'], reviews: two }, ['1.1 2024-01-30 > 2024-04-30 met 2024-04-02']],
  ['a long-term home from the first day', { episodes: ['S C2 U1 2024-01-08'], reviews: two }, ['1.1 2024-01-30 > 2024-04-30 met 2024-01-08']],
  ['placed for adoption by then', { bornOn: '2023-12-30', episodes: ['S V2 U5@ash 2024-01-08 2024-03-11 X1', 'P V2 A4@elm 2024-03-11'], reviews: two }, ['1.1 2024-01-30 > 2024-04-30 met 2024-03-11']],
  ['left care before the second review: not required', { episodes: ['S C1 U6 2024-01-08 2024-03-04 E4A'], reviews: ['2024-01-30'] }, ['1.1 2024-01-30 > 2024-04-30 not required 2024-03-04']],
  ['left care after it: still cannot be told', { episodes: ['S C1 U6 2024-01-08 2024-06-03 E4A'], reviews: two }, ['1.1 2024-01-30 > 2024-04-30 cannot tell 2024-04-29']],
  ['a decision from an earlier period shows nothing for the next', {
    episodes: ['S C1 U6@ash 2024-01-08 2024-03-04 E4A', 'S C1 U6@elm 2024-06-03'], reviews: ['2024-01-30', '2024-06-24', '2024-09-20'], adoptionDecisions: ['2024-02-05'],
  }, ['1.1 2024-01-30 > 2024-04-30 met 2024-02-05', '2.1 2024-06-24 > 2024-09-24 cannot tell 2024-09-20']],
  ['in care before the first episode held: no date to count from', { episodes: ['P C2 U6 2024-01-08'], reviews: two }, ['1.1 ? > ? cannot tell 2024-01-08']],
  ['a plan endorsed at the second review', { episodes: care, reviews: two }, ['1.1 2024-01-30 > 2024-04-30 met 2024-04-29'], endorsed('2024-04-29')],
  ['endorsed only at a later review: not by the second', { episodes: care, reviews: [...two, '2024-10-01'] }, ['1.1 2024-01-30 > 2024-04-30 cannot tell 2024-04-29'], endorsed('2024-10-01')],
  ['second review late, the plan endorsed there: late', { episodes: care, reviews: ['2024-01-30', '2024-06-03'] }, ['1.1 2024-01-30 > 2024-04-30 late 2024-06-03'], endorsed('2024-06-03')],
  ['a plan endorsed in an earlier period shows nothing for the next', {
    episodes: ['S C1 U6@ash 2024-01-08 2024-05-07 E4A', 'S C1 U6@elm 2024-06-03'], reviews: [...two, '2024-06-24', '2024-09-20'],
  }, ['1.1 2024-01-30 > 2024-04-30 met 2024-04-29', '2.1 2024-06-24 > 2024-09-24 cannot tell 2024-09-20'], endorsed('2024-04-29')],
  ['the year of entry is not held: the same', { episodes: ['S C2 U6 2020-04-20'], reviews: ['2024-05-01'] }, ['1.1 ? > ? cannot tell 2020-04-20'], heldOnly(2025)],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(permanencePlan, child, around)).toEqual(expected))
}
