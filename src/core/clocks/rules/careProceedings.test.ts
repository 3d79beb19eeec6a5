import { expect, test } from 'vitest'
import { lines, occurrencesFor, type Example } from '../../../../test/support/clockExamples.ts'
import { careProceedings, endsByReturnHome, issueStandsIn } from './careProceedings.ts'

// 26 weeks, 182 days, after 8 January 2024 is 8 July 2024.
const examples: readonly Example[] = [
  ['care order on the last day: in time', { episodes: ['S C1 U6 2024-01-08 2024-07-08 X1', 'L C2 U6 2024-07-08'] }, ['1.1 2024-01-08 > 2024-07-08 met 2024-07-08']],
  ['care order on the day after: late', { episodes: ['S C1 U6 2024-01-08 2024-07-09 X1', 'L C2 U6 2024-07-09'] }, ['1.1 2024-01-08 > 2024-07-08 late 2024-07-09']],
  ['no final order: open', { episodes: ['S C1 U6 2024-01-08'] }, ['1.1 2024-01-08 > 2024-07-08 open']],
  ['placement order', { episodes: ['S C1 U6 2024-01-08 2024-06-03 X1', 'L E1 U6 2024-06-03'] }, ['1.1 2024-01-08 > 2024-07-08 met 2024-06-03']],
  ['counted from the interim order, not from the emergency protection order before it', {
    episodes: ['S L2 U6 2024-01-01 2024-01-08 X1', 'L C1 U6 2024-01-08'],
  }, ['1.1 2024-01-08 > 2024-07-08 open']],
  ['accommodated first', { episodes: ['S V2 U6 2023-11-06 2024-01-08 X1', 'L C1 U6 2024-01-08'] }, ['1.1 2024-01-08 > 2024-07-08 open']],
  ['special guardianship order', { episodes: ['S C1 U3 2024-01-08 2024-07-01 E45'] }, ['1.1 2024-01-08 > 2024-07-08 met 2024-07-01']],
  ['child arrangements order, the day after', { episodes: ['S C1 U3 2024-01-08 2024-07-09 E41'] }, ['1.1 2024-01-08 > 2024-07-08 late 2024-07-09']],
  ['return home', { episodes: ['S C1 U6 2024-01-08 2024-05-06 E4A'] }, ['1.1 2024-01-08 > 2024-07-08 met 2024-05-06']],
  ['withdrawn, the child stays by agreement: not required', { episodes: ['S C1 U6 2024-01-08 2024-05-06 X1', 'L V2 U6 2024-05-06'] }, ['1.1 2024-01-08 > 2024-07-08 not required 2024-05-06']],
  ['another authority takes over: not required', { episodes: ['S C1 U6 2024-01-08 2024-05-06 E3'] }, ['1.1 2024-01-08 > 2024-07-08 not required 2024-05-06']],
  ['turned 18 first: not required', { bornOn: '2006-06-01', episodes: ['S C1 U6 2024-01-08 2024-07-08 X1', 'L C2 U6 2024-07-08'] }, ['1.1 2024-01-08 > 2024-07-08 not required 2024-06-01']],
  ['a remand inside proceedings is part of them', {
    episodes: ['S C1 U6 2024-01-08 2024-03-04 X1', 'B J1 R5@elm 2024-03-04 2024-04-01 X1', 'B C1 U6@oak 2024-04-01 2024-07-08 X1', 'L C2 U6@oak 2024-07-08'],
  }, ['1.1 2024-01-08 > 2024-07-08 met 2024-07-08']],
  ['a move inside proceedings changes nothing', { episodes: ['S C1 U6@ash 2024-01-08 2024-03-04 X1', 'P C1 U6@elm 2024-03-04'] }, ['1.1 2024-01-08 > 2024-07-08 open']],
  ['proceedings again after an agreement: two', {
    episodes: ['S C1 U6 2024-01-08 2024-05-06 X1', 'L V2 U6 2024-05-06 2024-09-02 X1', 'L C1 U6 2024-09-02 2025-03-03 X1', 'L C2 U6 2025-03-03'],
  }, ['1.1 2024-01-08 > 2024-07-08 not required 2024-05-06', '1.2 2024-09-02 > 2025-03-03 met 2025-03-03']],
  ['each period has its own', {
    episodes: ['S C1 U6@ash 2024-01-08 2024-05-06 E4B', 'S C1 U6@elm 2024-09-02'],
  }, ['1.1 2024-01-08 > 2024-07-08 met 2024-05-06', '2.1 2024-09-02 > 2025-03-03 open']],
  ['never in proceedings: none', { episodes: ['S V2 U6 2024-01-08'] }, []],
  ['a care order without an interim order before it: none', { episodes: ['S C2 U6 2024-01-08'] }, []],
  ['the day before the limit became law: none', { bornOn: '2008-06-15', episodes: ['S C1 U6 2014-04-21'] }, []],
  ['the day it became law', { bornOn: '2008-06-15', episodes: ['S C1 U6 2014-04-22 2014-10-22 X1', 'L C2 U6 2014-10-22'] }, ['1.1 2014-04-22 > 2014-10-21 late 2014-10-22']],
  ['already under an interim order on the first day held: no date to count from', { episodes: ['L C1 U6 2024-01-08 2024-03-04 X1', 'L C2 U6 2024-03-04'] }, ['1.1 ? > ? cannot tell 2024-01-08']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(careProceedings, child, around)).toEqual(expected))
}

test('says what stands in for the day of issue, and what the return home was taken for', () => {
  const notes = (episodes: readonly string[]) => occurrencesFor(careProceedings, { episodes }).map(({ note }) => note)
  expect(notes(['S C1 U6 2024-01-08'])).toEqual([issueStandsIn])
  expect(notes(['S C1 U6 2024-01-08 2024-05-06 E4A'])).toEqual([`${issueStandsIn} ${endsByReturnHome}`])
})
