import { expect, test } from 'vitest'
import { lines, occurrencesFor, type Example } from '../../../../test/support/clockExamples.ts'
import { matchedByMove, matchSeenLate } from '../matching.ts'
import { adoptionMatch, mayBeRelinquished } from './adoptionMatch.ts'


// Decided on 3 June 2024: 6 months is 3 December 2024.
const adoptionDecisions = ['2024-06-03']
const care = 'S C1 U6@ash 2024-01-08 2024-07-01 X1'
const order = 'L E1 U6@ash 2024-07-01'
const open = [care, order]
const moved = (on: string): readonly string[] => [care, `${order} ${on} X1`, `P E1 A6@elm ${on}`]
const adopted = (on: string): readonly string[] => [care, `${order} ${on} X1`, `P E1 A6@elm ${on} 2025-09-01 E12`]

const examples: readonly Example[] = [
  ['no decision: none', { episodes: open }, []],
  ['no match, no move: open', { episodes: open, adoptionDecisions }, ['1.1 2024-06-03 > 2024-12-03 open']],
  ['matched on the last day: in time', { episodes: adopted('2025-01-06'), adoptionDecisions, adoption: { decidedOn: '2024-06-03', matchedOn: '2024-12-03' } }, ['1.1 2024-06-03 > 2024-12-03 met 2024-12-03']],
  ['matched on the day after: late', { episodes: adopted('2025-01-06'), adoptionDecisions, adoption: { decidedOn: '2024-06-03', matchedOn: '2024-12-04' } }, ['1.1 2024-06-03 > 2024-12-03 late 2024-12-04']],
  ['placed on the last day, no match held: matched by then', { episodes: moved('2024-12-03'), adoptionDecisions }, ['1.1 2024-06-03 > 2024-12-03 met 2024-12-03']],
  ['placed on the day after, no match held: may have been in time', { episodes: moved('2024-12-04'), adoptionDecisions }, ['1.1 2024-06-03 > 2024-12-03 cannot tell 2024-12-04']],
  ['adopted, no placement and no match held: cannot be told', { episodes: [care, `${order} 2025-09-01 E12`], adoptionDecisions }, ['1.1 2024-06-03 > 2024-12-03 cannot tell 2025-09-01']],
  ['31 August gives 28 February', { episodes: open, adoptionDecisions: ['2024-08-31'] }, ['1.1 2024-08-31 > 2025-02-28 open']],
  ['decision reversed: not required', { episodes: open, adoptionDecisions: ['2024-06-03 to 2024-10-01 RD2'] }, ['1.1 2024-06-03 > 2024-12-03 not required 2024-10-01']],
  ['reversed after the date: closed, never late', { episodes: open, adoptionDecisions: ['2024-06-03 to 2025-02-03 RD3'] }, ['1.1 2024-06-03 > 2024-12-03 not required 2025-02-03']],
  ['decided again: a second clock, which the match meets', {
    episodes: adopted('2025-05-05'), adoptionDecisions: ['2024-06-03 to 2024-10-01 RD1', '2024-11-04'], adoption: { decidedOn: '2024-11-04', matchedOn: '2025-04-07' },
  }, ['1.1 2024-06-03 > 2024-12-03 not required 2024-10-01', '1.2 2024-11-04 > 2025-05-04 met 2025-04-07']],
  ['left care first: not required', { episodes: ['S C1 U6 2024-01-08 2024-09-02 E4A'], adoptionDecisions }, ['1.1 2024-06-03 > 2024-12-03 not required 2024-09-02']],
  ['already placed when decided: met that day', { episodes: ['S V2 A4 2024-05-06'], adoptionDecisions }, ['1.1 2024-06-03 > 2024-12-03 met 2024-06-03']],
  ['a placement that ended before the decision does not count', {
    episodes: ['S C2 A6@ash 2024-01-08 2024-05-06 X1', 'P C2 U6@elm 2024-05-06'], adoptionDecisions,
  }, ['1.1 2024-06-03 > 2024-12-03 open']],
  ['decision known only from the adoption itself', { episodes: adopted('2024-11-04'), adoption: { decidedOn: '2024-06-03', matchedOn: '2024-10-07' } }, ['1.1 2024-06-03 > 2024-12-03 met 2024-10-07']],
  ['in care before the first episode held: a decision before it still counts', { episodes: ['L E1 U6 2024-07-01'], adoptionDecisions }, ['1.1 2024-06-03 > 2024-12-03 open']],
  ['a decision of an earlier period does not', {
    episodes: ['S C1 U6@ash 2024-01-08 2024-05-06 E4A', 'S C1 U6@elm 2024-09-02'], adoptionDecisions: ['2024-03-04'],
  }, ['1.1 2024-03-04 > 2024-09-04 not required 2024-05-06']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(adoptionMatch, child, around)).toEqual(expected))
}

test('says what stands in for the match, and that a baby may have the shorter limit', () => {
  const notes = (episodes: readonly string[], bornOn: string) => occurrencesFor(adoptionMatch, { bornOn, episodes, adoptionDecisions }).map(({ note }) => note)
  expect(notes(moved('2024-12-03'), '2020-06-15')).toEqual([matchedByMove])
  expect(notes(['S V2 A4 2024-05-06'], '2023-12-03')).toEqual([matchedByMove])
  expect(notes(['S V2 A4 2024-05-06'], '2023-12-04')).toEqual([`${matchedByMove} ${mayBeRelinquished}`])
  expect(notes(adopted('2024-11-04'), '2020-06-15')).toEqual([matchedByMove])
})

test('says that an open one may have a match the return does not show yet', () => {
  const [occurrence] = occurrencesFor(adoptionMatch, { episodes: open, adoptionDecisions })
  expect(occurrence?.note).toBe(matchSeenLate)
})
