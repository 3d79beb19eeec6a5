import { expect, test } from 'vitest'
import { lines, type Example } from '../../../../test/support/clockExamples.ts'
import { visitPlacedForAdoption } from './visitPlacedForAdoption.ts'

const care = 'S C1 U6@ash 2024-01-08'

const examples: readonly Example[] = [
  ['not placed for adoption: none', { episodes: [care] }, []],
  ['due a week after the placement, then cannot be told', { episodes: [`${care} 2025-03-03 X1`, 'B E1 A6@elm 2025-03-03'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['ended on the seventh day: not required', { episodes: [`${care} 2025-03-03 X1`, 'B E1 A6@elm 2025-03-03 2025-03-10 X1', 'P E1 U6@oak 2025-03-10'] }, ['1.1 2025-03-03 > 2025-03-10 not required 2025-03-10']],
  ['ended on the day after: cannot be told', { episodes: [`${care} 2025-03-03 X1`, 'B E1 A6@elm 2025-03-03 2025-03-11 X1', 'P E1 U6@oak 2025-03-11'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['foster carers become the adopters: from the day placed for adoption', { episodes: ['S C1 U5@ash 2024-01-08 2025-03-03 X1', 'U E1 A5@ash 2025-03-03'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['from consent to an order in the same home: no new placement', { episodes: ['S V2 A4 2025-03-03 2025-05-05 X1', 'U E1 A6 2025-05-05'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['placed again with others: a second', {
    episodes: [`${care} 2024-06-03 X1`, 'B E1 A6@elm 2024-06-03 2024-09-02 X1', 'P E1 U6@oak 2024-09-02 2025-03-03 X1', 'P E1 A6@yew 2025-03-03'],
  }, ['1.1 2024-06-03 > 2024-06-10 cannot tell 2024-06-11', '1.2 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['adopted long after: cannot be told', { episodes: [`${care} 2025-03-03 X1`, 'B E1 A6@elm 2025-03-03 2025-09-01 E12'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['left care by then: not required', { episodes: [`${care} 2025-03-03 X1`, 'B E1 A6@elm 2025-03-03 2025-03-07 E4B'] }, ['1.1 2025-03-03 > 2025-03-10 not required 2025-03-07']],
  ['over Christmas: days, not working days', { episodes: [`${care} 2024-12-20 X1`, 'B E1 A6@elm 2024-12-20'] }, ['1.1 2024-12-20 > 2024-12-27 cannot tell 2024-12-28']],
  ['fostering for adoption is not placed for adoption', { episodes: ['S C1 U5 2024-01-08'] }, []],
  ['already placed on the first day held: no date to count from', { episodes: ['P E1 A6 2025-03-03'] }, ['1.1 ? > ? cannot tell 2025-03-03']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(visitPlacedForAdoption, child, around)).toEqual(expected))
}
