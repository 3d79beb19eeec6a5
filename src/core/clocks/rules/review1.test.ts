import { expect, test } from 'vitest'
import { heldOnly, lines, type Example } from '../../../../test/support/clockExamples.ts'
import { review1 } from './review1.ts'

const open = ['S V2 U6 2025-03-03']

const examples: readonly Example[] = [
  ['held on the 20th working day: in time', { episodes: open, reviews: ['2025-03-31'] }, ['1.1 2025-03-03 > 2025-03-31 met 2025-03-31']],
  ['held on the day after: late', { episodes: open, reviews: ['2025-04-01'] }, ['1.1 2025-03-03 > 2025-03-31 late 2025-04-01']],
  ['held on the first day in care', { episodes: open, reviews: ['2025-03-03'] }, ['1.1 2025-03-03 > 2025-03-31 met 2025-03-03']],
  ['not held: open', { episodes: open }, ['1.1 2025-03-03 > 2025-03-31 open']],
  ['a review before coming into care is none of this period', { episodes: open, reviews: ['2025-03-02'] }, ['1.1 2025-03-03 > 2025-03-31 open']],
  ['came in on a Saturday: counted from Monday', { episodes: ['S V2 U6 2025-03-08'] }, ['1.1 2025-03-08 > 2025-04-04 open']],
  ['came in on the Sunday after: the same day', { episodes: ['S V2 U6 2025-03-09'] }, ['1.1 2025-03-09 > 2025-04-04 open']],
  ['Good Friday, Easter Monday and early May are not counted', { episodes: ['S V2 U6 2025-04-07'] }, ['1.1 2025-04-07 > 2025-05-08 open']],
  ["Christmas, Boxing and New Year's Day are not counted", { episodes: ['S V2 U6 2024-12-06'] }, ['1.1 2024-12-06 > 2025-01-08 open']],
  ['the coronation holiday of 8 May 2023 is not counted', { episodes: ['S V2 U6 2023-04-17'] }, ['1.1 2023-04-17 > 2023-05-17 open']],
  ['left care on the due date: not required', { episodes: ['S V2 U6 2025-03-03 2025-03-31 E4A'] }, ['1.1 2025-03-03 > 2025-03-31 not required 2025-03-31']],
  ['left care long after it, no review held: closed, never late', { episodes: ['S V2 U6 2025-03-03 2025-06-30 E4A'] }, ['1.1 2025-03-03 > 2025-03-31 not required 2025-06-30']],
  ['held on the day of leaving care', { episodes: ['S V2 U6 2025-03-03 2025-03-20 E4A'], reviews: ['2025-03-20'] }, ['1.1 2025-03-03 > 2025-03-31 met 2025-03-20']],
  ['a review after leaving care is none', { episodes: ['S V2 U6 2025-03-03 2025-03-20 E4A'], reviews: ['2025-03-21'] }, ['1.1 2025-03-03 > 2025-03-31 not required 2025-03-20']],
  ['turned 18 first: not required', { bornOn: '2007-03-20', episodes: open, reviews: ['2025-03-21'] }, ['1.1 2025-03-03 > 2025-03-31 not required 2025-03-20']],
  ['held on the 18th birthday', { bornOn: '2007-03-20', episodes: open, reviews: ['2025-03-20'] }, ['1.1 2025-03-03 > 2025-03-31 met 2025-03-20']],
  ['a new period starts the reviews again', {
    episodes: ['S V2 U6@ash 2025-03-03 2025-03-20 E4A', 'S C1 U6@elm 2025-06-02'], reviews: ['2025-03-18', '2025-07-01'],
  }, ['1.1 2025-03-03 > 2025-03-31 met 2025-03-18', '2.1 2025-06-02 > 2025-06-30 late 2025-07-01']],
  ['a move or another legal status does not', {
    episodes: ['S V2 U6@ash 2025-03-03 2025-03-12 X1', 'B C1 U6@elm 2025-03-12'], reviews: ['2025-03-31'],
  }, ['1.1 2025-03-03 > 2025-03-31 met 2025-03-31']],
  ['in care before the first episode held: none', { episodes: ['P C2 U4 2025-03-03'], reviews: ['2025-03-31'] }, []],
  ['a series of short breaks has none', { episodes: ['S V3 U6 2025-03-03 2025-03-05 E8'], reviews: ['2025-03-04'] }, []],
  ['four weeks under the regulations of 1991', { bornOn: '2005-06-15', episodes: ['S V2 U6 2011-03-31'], reviews: ['2011-04-28'] }, ['1.1 2011-03-31 > 2011-04-28 met 2011-04-28']],
  ['20 working days from 1 April 2011, with four holidays', { bornOn: '2005-06-15', episodes: ['S V2 U6 2011-04-01'], reviews: ['2011-05-06'] }, ['1.1 2011-04-01 > 2011-05-05 late 2011-05-06']],
  ['the return of the year of entry is not held: cannot be told', { episodes: ['S C2 U6 2023-04-17'], reviews: ['2024-05-01'] }, ['1.1 2023-04-17 > 2023-05-17 cannot tell 2023-04-17'], heldOnly(2025, 2026)],
  ['held from the year of entry: told', { episodes: ['S C2 U6 2023-04-17'], reviews: ['2023-05-10'] }, ['1.1 2023-04-17 > 2023-05-17 met 2023-05-10'], heldOnly(2024, 2026)],
  ['past the end of the bank holiday table: no due date', { bornOn: '2020-06-15', episodes: ['S V2 U6 2028-12-11'], reviews: ['2028-12-20'] }, ['1.1 2028-12-11 > ? cannot tell yet 2028-12-20']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(review1, child, around)).toEqual(expected))
}
