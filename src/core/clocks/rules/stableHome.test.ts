import { expect, test } from 'vitest'
import { context, lines, type Example } from '../../../../test/support/clockExamples.ts'
import { stableHome } from './stableHome.ts'

// 14 months after 8 January 2024 is 8 March 2025.
const care = 'S C1 U6@ash 2024-01-08'

const examples: readonly Example[] = [
  ['not yet: open', { episodes: [care] }, ['1.1 2024-01-08 > 2025-03-08 open']],
  ['matched for the long term on the last day: in time', { episodes: [`${care} 2025-03-08 X1`, 'U C2 U4@ash 2025-03-08'] }, ['1.1 2024-01-08 > 2025-03-08 met 2025-03-08']],
  ['matched on the day after: late', { episodes: [`${care} 2025-03-09 X1`, 'U C2 U4@ash 2025-03-09'] }, ['1.1 2024-01-08 > 2025-03-08 late 2025-03-09']],
  ['long term with family from the start', { episodes: ['S C2 U1 2024-01-08'] }, ['1.1 2024-01-08 > 2025-03-08 met 2024-01-08']],
  ['placed for adoption', { episodes: [`${care} 2024-09-02 X1`, 'B E1 A6@elm 2024-09-02'] }, ['1.1 2024-01-08 > 2025-03-08 met 2024-09-02']],
  ['a home that only lasts is not a match', { episodes: ['S C2 U6 2024-01-08'] }, ['1.1 2024-01-08 > 2025-03-08 open']],
  ['fostering for adoption is not yet the outcome', { episodes: ['S C1 U5 2024-01-08'] }, ['1.1 2024-01-08 > 2025-03-08 open']],
  ['special guardianship on the last day: permanence reached', { episodes: [`${care} 2025-03-08 E46`] }, ['1.1 2024-01-08 > 2025-03-08 met 2025-03-08']],
  ['special guardianship on the day after: late', { episodes: [`${care} 2025-03-09 E46`] }, ['1.1 2024-01-08 > 2025-03-08 late 2025-03-09']],
  ['planned return home', { episodes: [`${care} 2024-06-03 E4A`] }, ['1.1 2024-01-08 > 2025-03-08 met 2024-06-03']],
  ['unplanned return home: closed, not reached', { episodes: [`${care} 2024-06-03 E4B`] }, ['1.1 2024-01-08 > 2025-03-08 not required 2024-06-03']],
  ['custody after the date: closed, never late', { episodes: [`${care} 2025-06-02 E9`] }, ['1.1 2024-01-08 > 2025-03-08 not required 2025-06-02']],
  ['turned 18 first: not required', { bornOn: '2006-12-02', episodes: [`${care} 2025-01-06 X1`, 'U C2 U4@ash 2025-01-06'] }, ['1.1 2024-01-08 > 2025-03-08 not required 2024-12-02']],
  ['31 December gives 28 February', { episodes: ['S C1 U6 2023-12-31'] }, ['1.1 2023-12-31 > 2025-02-28 open']],
  ['a new period starts it again', { episodes: [`${care} 2024-06-03 E4B`, 'S C1 U6@elm 2024-09-02'] }, ['1.1 2024-01-08 > 2025-03-08 not required 2024-06-03', '2.1 2024-09-02 > 2025-11-02 open']],
  ['in care before the first episode held: no date to count from', { episodes: ['P C2 U4 2024-01-08'] }, ['1.1 ? > ? cannot tell 2024-01-08']],
  ['the authority does not use it', { episodes: [care] }, [], { ...context, policy: { stableHome: { from: 'not used', months: 14 } } }],
  ['the authority allows 12 months', { episodes: [care] }, ['1.1 2024-01-08 > 2025-01-08 open'], { ...context, policy: { stableHome: { from: 'entry to care', months: 12 } } }],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(stableHome, child, around)).toEqual(expected))
}
