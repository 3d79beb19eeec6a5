import { expect, test } from 'vitest'
import { lines, type Example } from '../../../../test/support/clockExamples.ts'
import { a2 } from './a2.ts'

// 121 days after 3 June 2024 is 2 October 2024.
const care = 'S C1 U6@ash 2024-01-08 2024-06-03 X1'
const order = 'L E1 U6@ash 2024-06-03'
const placed = (on: string): readonly string[] => [care, `${order} ${on} X1`, `P E1 A6@elm ${on}`]
const adopted = (on: string): readonly string[] => [care, `${order} ${on} X1`, `P E1 A6@elm ${on} 2025-09-01 E12`]

const examples: readonly Example[] = [
  ['no placement order: none', { episodes: ['S C2 U6 2024-01-08'], adoptionDecisions: ['2024-05-06'] }, []],
  ['order, no match: open', { episodes: [care, order] }, ['1.1 2024-06-03 > 2024-10-02 open']],
  ['matched on day 121: in time', { episodes: adopted('2024-11-04'), adoption: { matchedOn: '2024-10-02' } }, ['1.1 2024-06-03 > 2024-10-02 met 2024-10-02']],
  ['matched on day 122: late', { episodes: adopted('2024-11-04'), adoption: { matchedOn: '2024-10-03' } }, ['1.1 2024-06-03 > 2024-10-02 late 2024-10-03']],
  ['matched before the order: met on its day, 0 days', { episodes: adopted('2024-07-01'), adoption: { matchedOn: '2024-05-20' } }, ['1.1 2024-06-03 > 2024-10-02 met 2024-06-03']],
  ['placed on day 121, no match held: matched by then', { episodes: placed('2024-10-02') }, ['1.1 2024-06-03 > 2024-10-02 met 2024-10-02']],
  ['placed on day 122, no match held: may have been in time', { episodes: placed('2024-10-03') }, ['1.1 2024-06-03 > 2024-10-02 cannot tell 2024-10-03']],
  ['already placed by consent when ordered: met that day', { episodes: ['S V2 A4 2024-03-04 2024-06-03 X1', 'U E1 A6 2024-06-03'] }, ['1.1 2024-06-03 > 2024-10-02 met 2024-06-03']],
  ['order ended, back to a care order: not required', { episodes: [care, `${order} 2024-09-02 X1`, 'L C2 U6@ash 2024-09-02'] }, ['1.1 2024-06-03 > 2024-10-02 not required 2024-09-02']],
  ['decision reversed while the order runs: not required', { episodes: [care, order], adoptionDecisions: ['2024-05-06 to 2024-09-02 RD3'] }, ['1.1 2024-06-03 > 2024-10-02 not required 2024-09-02']],
  ['a reversal before the order does not stop it', { episodes: [care, order], adoptionDecisions: ['2024-02-05 to 2024-03-04 RD1', '2024-05-06'] }, ['1.1 2024-06-03 > 2024-10-02 open']],
  ['reversed and decided again while the order runs: closed, and started again', {
    episodes: [care, order], adoptionDecisions: ['2024-05-06 to 2024-08-05 RD3', '2024-09-02'],
  }, ['1.1 2024-06-03 > 2024-10-02 not required 2024-08-05', '1.2 2024-06-03 > 2024-10-02 open']],
  ['left care by special guardianship: not required', { episodes: [care, `${order} 2024-09-02 E46`] }, ['1.1 2024-06-03 > 2024-10-02 not required 2024-09-02']],
  ['left care after the date: closed, never late', { episodes: [care, `${order} 2024-12-02 E46`] }, ['1.1 2024-06-03 > 2024-10-02 not required 2024-12-02']],
  ['a second order starts a second clock', {
    episodes: [care, `${order} 2024-09-02 X1`, 'L C2 U6@ash 2024-09-02 2025-02-03 X1', 'L E1 U6@ash 2025-02-03'],
  }, ['1.1 2024-06-03 > 2024-10-02 not required 2024-09-02', '1.2 2025-02-03 > 2025-06-04 open']],
  ['already under the order on the first day held: no date to count from', { episodes: ['P E1 U6 2024-06-03'] }, ['1.1 ? > ? cannot tell 2024-06-03']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(a2, child, around)).toEqual(expected))
}
