import { expect, test } from 'vitest'
import { lines, occurrencesFor, type Example } from '../../../../test/support/clockExamples.ts'
import { laterVisits, visitFirst } from './visitFirst.ts'

const care = 'S V2 U6@ash 2025-03-03'

const examples: readonly Example[] = [
  ['due a week after moving in, then cannot be told', { episodes: [care] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['moved on by the seventh day: not required', { episodes: [`${care} 2025-03-10 X1`, 'P V2 U6@elm 2025-03-10'] }, ['1.1 2025-03-03 > 2025-03-10 not required 2025-03-10', '1.2 2025-03-10 > 2025-03-17 cannot tell 2025-03-18']],
  ['moved on the day after it: cannot be told', { episodes: [`${care} 2025-03-11 X1`, 'P V2 U6@elm 2025-03-11'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11', '1.2 2025-03-11 > 2025-03-18 cannot tell 2025-03-19']],
  ['left care by then: not required', { episodes: [`${care} 2025-03-07 E4A`] }, ['1.1 2025-03-03 > 2025-03-10 not required 2025-03-07']],
  ['another legal status, same home: nothing new', { episodes: [`${care} 2025-04-07 X1`, 'L C1 U6@ash 2025-04-07'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['matched in the same home: nothing new', { episodes: ['S C2 U6@ash 2025-03-03 2025-09-01 X1', 'T C2 U4@ash 2025-09-01'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['away on a holiday and back: nothing new', { episodes: [`${care} 2025-04-07 X1`, 'P V2 T2@sea 2025-04-07 2025-04-14 X1', 'P V2 U6@ash 2025-04-14'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['over a bank holiday: days, not working days', { episodes: ['S V2 U6 2025-04-17'] }, ['1.1 2025-04-17 > 2025-04-24 cannot tell 2025-04-25']],
  ['turned 18 by then: not required', { bornOn: '2007-03-10', episodes: [care] }, ['1.1 2025-03-03 > 2025-03-10 not required 2025-03-10']],
  ['a home after 18: none', { bornOn: '2007-03-03', episodes: ['S V2 K3@ash 2025-01-06 2025-03-03 X1', 'P V2 K3@elm 2025-03-03'] }, ['1.1 2025-01-06 > 2025-01-13 cannot tell 2025-01-14']],
  ['placed for adoption: its own rule', { episodes: [`${care} 2025-09-01 X1`, 'P V2 A4@elm 2025-09-01'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11']],
  ['already there on the first day held: no date to count from; the next home counts', {
    episodes: ['P C2 U6@ash 2025-03-03 2025-06-02 X1', 'P C2 U6@elm 2025-06-02'],
  }, ['1.1 ? > ? cannot tell 2025-03-03', '1.2 2025-06-02 > 2025-06-09 cannot tell 2025-06-10']],
  ['each period has its own', { episodes: [`${care} 2025-03-20 E4A`, 'S C1 U6@elm 2025-06-02'] }, ['1.1 2025-03-03 > 2025-03-10 cannot tell 2025-03-11', '2.1 2025-06-02 > 2025-06-09 cannot tell 2025-06-10']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(visitFirst, child, around)).toEqual(expected))
}

const situations = [
  ['S C1 P1', laterVisits.interimOrderWithParent],
  ['S C2 P1', laterVisits.careOrderWithParent],
  ['S J1 P1', laterVisits.withParent],
  ['S J1 R5', laterVisits.custody],
  ['S V2 R2', laterVisits.health],
  ['S C1 U3', laterVisits.familyOrFriends],
  ['S C2 U1', laterVisits.longTerm],
  ['S C2 U4', laterVisits.longTerm],
  ['S V2 K2', laterVisits.standard],
] as const

for (const [codes, words] of situations) {
  test(`says how often visits follow: ${codes}`, () => {
    expect(occurrencesFor(visitFirst, { episodes: [`${codes} 2025-03-03`] }).map(({ note }) => note)).toEqual([words])
  })
}
