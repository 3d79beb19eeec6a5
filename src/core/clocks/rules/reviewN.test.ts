import { expect, test } from 'vitest'
import { heldOnly, lines, occurrencesFor, type Example } from '../../../../test/support/clockExamples.ts'
import { mayBeFirstReview, reviewN } from './reviewN.ts'

const care = ['S C2 U6 2024-01-08']
const two = ['2024-01-30', '2024-04-29']

const examples: readonly Example[] = [
  ['held on the same day 6 months later: in time', { episodes: care, reviews: [...two, '2024-10-29'] }, ['1.1 2024-04-29 > 2024-10-29 met 2024-10-29', '1.2 2024-10-29 > 2025-04-29 open']],
  ['held on the day after: late', { episodes: care, reviews: [...two, '2024-10-30'] }, ['1.1 2024-04-29 > 2024-10-29 late 2024-10-30', '1.2 2024-10-30 > 2025-04-30 open']],
  ['none before the second review', { episodes: care, reviews: ['2024-01-30'] }, []],
  ['a late review earns no time: the next is counted from it', { episodes: care, reviews: [...two, '2024-12-02', '2025-06-02'] }, [
    '1.1 2024-04-29 > 2024-10-29 late 2024-12-02', '1.2 2024-12-02 > 2025-06-02 met 2025-06-02', '1.3 2025-06-02 > 2025-12-02 open',
  ]],
  ['an early review brings the next one forward', { episodes: care, reviews: [...two, '2024-06-03', '2024-12-04'] }, [
    '1.1 2024-04-29 > 2024-10-29 met 2024-06-03', '1.2 2024-06-03 > 2024-12-03 late 2024-12-04', '1.3 2024-12-04 > 2025-06-04 open',
  ]],
  ['31 August gives 28 February', { episodes: care, reviews: ['2024-01-30', '2024-08-31', '2025-02-28'] }, ['1.1 2024-08-31 > 2025-02-28 met 2025-02-28', '1.2 2025-02-28 > 2025-08-28 open']],
  ['and 1 March is late', { episodes: care, reviews: ['2024-01-30', '2024-08-31', '2025-03-01'] }, ['1.1 2024-08-31 > 2025-02-28 late 2025-03-01', '1.2 2025-03-01 > 2025-09-01 open']],
  ['31 August gives 29 February in a leap year', { episodes: ['S C2 U6 2023-05-01'], reviews: ['2023-05-30', '2023-08-31'] }, ['1.1 2023-08-31 > 2024-02-29 open']],
  ['left care: not required', { episodes: ['S C2 U6 2024-01-08 2024-09-02 E4A'], reviews: two }, ['1.1 2024-04-29 > 2024-10-29 not required 2024-09-02']],
  ['left care on the day of a review: no more', { episodes: ['S C2 U6 2024-01-08 2024-10-29 E4A'], reviews: [...two, '2024-10-29'] }, ['1.1 2024-04-29 > 2024-10-29 met 2024-10-29']],
  ['turned 18: not required', { bornOn: '2006-09-02', episodes: care, reviews: [...two, '2024-10-29'] }, ['1.1 2024-04-29 > 2024-10-29 not required 2024-09-02']],
  ['a move changes nothing', { episodes: ['S C2 U6@ash 2024-01-08 2024-07-01 X1', 'P C2 U6@elm 2024-07-01'], reviews: [...two, '2024-10-29'] }, ['1.1 2024-04-29 > 2024-10-29 met 2024-10-29', '1.2 2024-10-29 > 2025-04-29 open']],
  ['a new period numbers its reviews from one', {
    episodes: ['S V2 U6@ash 2024-01-08 2024-06-03 E4A', 'S C1 U6@elm 2024-09-02'], reviews: [...two, '2024-09-26', '2024-12-20'],
  }, ['1.1 2024-04-29 > 2024-10-29 not required 2024-06-03', '2.1 2024-12-20 > 2025-06-20 open']],
  ['in care before the first episode held: chained from the first review known', { episodes: ['P C2 U4 2024-01-08'], reviews: ['2024-02-01', '2024-08-02'] }, ['1.1 2024-02-01 > 2024-08-01 late 2024-08-02', '1.2 2024-08-02 > 2025-02-02 open']],
  ['the year of entry is not held: the same', { episodes: ['S C2 U6 2020-04-20'], reviews: ['2024-05-01', '2024-11-01'] }, ['1.1 2024-05-01 > 2024-11-01 met 2024-11-01', '1.2 2024-11-01 > 2025-05-01 open'], heldOnly(2025)],
  ['a year between is not held: cannot be told from its first day', { episodes: ['S C2 U6 2022-04-25'], reviews: ['2022-05-16', '2022-08-15', '2023-02-13', '2024-06-03'] }, [
    '1.1 2022-08-15 > 2023-02-15 met 2023-02-13', '1.2 2023-02-13 > 2023-08-13 cannot tell 2023-04-01', '1.3 2024-06-03 > 2024-12-03 open',
  ], heldOnly(2023, 2025)],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(reviewN, child, around)).toEqual(expected))
}

test('says that an unnumbered review may have been the first, and only of that one', () => {
  const notes = occurrencesFor(reviewN, { episodes: ['P C2 U4 2024-01-08'], reviews: ['2024-02-01', '2024-08-02'] }).map(({ note }) => note)
  expect(notes).toEqual([mayBeFirstReview, null])
})
