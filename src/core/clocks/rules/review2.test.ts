import { expect, test } from 'vitest'
import { heldOnly, lines, type Example } from '../../../../test/support/clockExamples.ts'
import { review2 } from './review2.ts'

const open = ['S V2 U6 2025-03-03']
const year = ['S V2 U6 2023-11-06']

const examples: readonly Example[] = [
  ['held on the same day 3 months later: in time', { episodes: open, reviews: ['2025-03-20', '2025-06-20'] }, ['1.1 2025-03-20 > 2025-06-20 met 2025-06-20']],
  ['held on the day after: late', { episodes: open, reviews: ['2025-03-20', '2025-06-21'] }, ['1.1 2025-03-20 > 2025-06-20 late 2025-06-21']],
  ['no first review: none yet', { episodes: open }, []],
  ['not held: open', { episodes: open, reviews: ['2025-03-20'] }, ['1.1 2025-03-20 > 2025-06-20 open']],
  ['counted from the actual first review, though late', { episodes: open, reviews: ['2025-05-01', '2025-08-01'] }, ['1.1 2025-05-01 > 2025-08-01 met 2025-08-01']],
  ['counted from the actual first review, though early', { episodes: open, reviews: ['2025-03-05', '2025-06-06'] }, ['1.1 2025-03-05 > 2025-06-05 late 2025-06-06']],
  ['due on a Sunday stays due on the Sunday', { episodes: open, reviews: ['2025-03-22', '2025-06-22'] }, ['1.1 2025-03-22 > 2025-06-22 met 2025-06-22']],
  ['the Monday after it is late', { episodes: open, reviews: ['2025-03-22', '2025-06-23'] }, ['1.1 2025-03-22 > 2025-06-22 late 2025-06-23']],
  ['30 November gives 29 February in a leap year', { episodes: year, reviews: ['2023-11-30', '2024-02-29'] }, ['1.1 2023-11-30 > 2024-02-29 met 2024-02-29']],
  ['and 1 March is late', { episodes: year, reviews: ['2023-11-30', '2024-03-01'] }, ['1.1 2023-11-30 > 2024-02-29 late 2024-03-01']],
  ['31 January gives 30 April', { episodes: ['S V2 U6 2025-01-06'], reviews: ['2025-01-31'] }, ['1.1 2025-01-31 > 2025-04-30 open']],
  ['two reviews on one day are one', { episodes: open, reviews: [{ heldOn: '2025-03-20', participation: 'PN1' }, { heldOn: '2025-03-20', participation: 'PN2' }] }, ['1.1 2025-03-20 > 2025-06-20 open']],
  ['left care before it: not required', { episodes: ['S V2 U6 2025-03-03 2025-05-02 E4A'], reviews: ['2025-03-20'] }, ['1.1 2025-03-20 > 2025-06-20 not required 2025-05-02']],
  ['left care on the day of the first review: none', { episodes: ['S V2 U6 2025-03-03 2025-03-20 E4A'], reviews: ['2025-03-20'] }, []],
  ['turned 18 before it: not required', { bornOn: '2007-05-01', episodes: open, reviews: ['2025-03-20', '2025-06-01'] }, ['1.1 2025-03-20 > 2025-06-20 not required 2025-05-01']],
  ['each period has its own', {
    episodes: ['S V2 U6@ash 2025-03-03 2025-04-20 E4A', 'S C1 U6@elm 2025-06-02'], reviews: ['2025-03-18', '2025-06-20', '2025-09-20'],
  }, ['1.1 2025-03-18 > 2025-06-18 not required 2025-04-20', '2.1 2025-06-20 > 2025-09-20 met 2025-09-20']],
  ['a review on the day one period ends and the next begins is the next one\'s first', {
    episodes: ['S V2 U6@ash 2025-03-03 2025-06-02 E4A', 'S C1 U6@elm 2025-06-02'], reviews: ['2025-03-18', '2025-06-02'],
  }, ['1.1 2025-03-18 > 2025-06-18 not required 2025-06-02', '2.1 2025-06-02 > 2025-09-02 open']],
  ['in care before the first episode held: which review is the second is not known', { episodes: ['P C2 U4 2025-03-03'], reviews: ['2025-03-20', '2025-06-20'] }, []],
  ['the year of entry is not held: the same', { episodes: ['S C2 U6 2023-04-17'], reviews: ['2024-05-01', '2024-10-30'] }, [], heldOnly(2025, 2026)],
  ['the year between two returns is not held: cannot be told from its first day', { episodes: ['S C2 U6 2023-03-01'], reviews: ['2023-03-27', '2024-05-20'] }, ['1.1 2023-03-27 > 2023-06-27 cannot tell 2023-04-01'], heldOnly(2023, 2025)],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(review2, child, around)).toEqual(expected))
}
