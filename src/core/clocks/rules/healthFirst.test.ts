import { expect, test } from 'vitest'
import { lines, type Example } from '../../../../test/support/clockExamples.ts'
import { healthFirst } from './healthFirst.ts'

const examples: readonly Example[] = [
  ['due, and after the 20th working day cannot be told', { episodes: ['S V2 U6 2025-03-03'] }, ['1.1 2025-03-03 > 2025-03-31 cannot tell 2025-04-01']],
  ['left care on the due date: not required', { episodes: ['S V2 U6 2025-03-03 2025-03-31 E4A'] }, ['1.1 2025-03-03 > 2025-03-31 not required 2025-03-31']],
  ['left care on the day after: cannot be told', { episodes: ['S V2 U6 2025-03-03 2025-04-01 E4A'] }, ['1.1 2025-03-03 > 2025-03-31 cannot tell 2025-04-01']],
  ['bank holidays are not counted', { episodes: ['S V2 U6 2025-04-07'] }, ['1.1 2025-04-07 > 2025-05-08 cannot tell 2025-05-09']],
  ['came in on a Sunday', { episodes: ['S V2 U6 2025-03-09'] }, ['1.1 2025-03-09 > 2025-04-04 cannot tell 2025-04-05']],
  ['turned 18 by the due date: not required', { bornOn: '2007-03-31', episodes: ['S V2 K3 2025-03-03'] }, ['1.1 2025-03-03 > 2025-03-31 not required 2025-03-31']],
  ['turned 18 after it: cannot be told', { bornOn: '2007-04-01', episodes: ['S V2 K3 2025-03-03'] }, ['1.1 2025-03-03 > 2025-03-31 cannot tell 2025-04-01']],
  ['a new period starts it again', { episodes: ['S V2 U6@ash 2025-03-03 2025-03-20 E4A', 'S C1 U6@elm 2025-06-02'] }, ['1.1 2025-03-03 > 2025-03-31 not required 2025-03-20', '2.1 2025-06-02 > 2025-06-30 cannot tell 2025-07-01']],
  ['a move does not', { episodes: ['S V2 U6@ash 2025-03-03 2025-03-12 X1', 'P V2 U6@elm 2025-03-12'] }, ['1.1 2025-03-03 > 2025-03-31 cannot tell 2025-04-01']],
  ['in care before the first episode held: no date to count from', { episodes: ['P C2 U6 2025-03-03'] }, ['1.1 ? > ? cannot tell 2025-03-03']],
  ['a series of short breaks has none', { episodes: ['S V3 U6 2025-03-03 2025-03-05 E8'] }, []],
  ['past the end of the bank holiday table: cannot be told at any time', { bornOn: '2020-06-15', episodes: ['S V2 U6 2028-12-11'] }, ['1.1 2028-12-11 > ? cannot tell']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(healthFirst, child, around)).toEqual(expected))
}
