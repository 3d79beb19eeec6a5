import { expect, test } from 'vitest'
import { lines, occurrencesFor, type Example } from '../../../../test/support/clockExamples.ts'
import { isoDate } from '../../time/localDate.ts'
import { outcomeAsAt } from '../outcome.ts'
import { a1, countedToCarer } from './a1.ts'

// 426 days after 1 May 2023 is 30 June 2024.
const adoptionDecisions = ['2024-01-15']
const care = 'S C1 U6@ash 2023-05-01'

const examples: readonly Example[] = [
  ['no sign of adoption: none', { episodes: [care] }, []],
  ['decision, not yet placed: open', { episodes: [care], adoptionDecisions }, ['1.1 2023-05-01 > 2024-06-30 open']],
  ['placement order, no decision held: open', { episodes: [`${care} 2024-02-05 X1`, 'L E1 U6@ash 2024-02-05'] }, ['1.1 2023-05-01 > 2024-06-30 open']],
  ['moved in on the last day: in time', { episodes: [`${care} 2024-06-30 X1`, 'B E1 A6@elm 2024-06-30'] }, ['1.1 2023-05-01 > 2024-06-30 met 2024-06-30']],
  ['moved in on the day after: late', { episodes: [`${care} 2024-07-01 X1`, 'B E1 A6@elm 2024-07-01'] }, ['1.1 2023-05-01 > 2024-06-30 late 2024-07-01']],
  ['placed by consent counts too', { episodes: ['S V2 U6@ash 2023-05-01 2023-11-06 X1', 'P V2 A4@elm 2023-11-06'] }, ['1.1 2023-05-01 > 2024-06-30 met 2023-11-06']],
  ['adopters who fostered the child first (A5): the day of moving in with them', {
    episodes: [`${care} 2023-08-07 X1`, 'P C1 U5@elm 2023-08-07 2024-09-02 X1', 'U E1 A5@elm 2024-09-02'],
  }, ['1.1 2023-05-01 > 2024-06-30 met 2023-08-07']],
  ['adopted by foster carers by consent (A3)', {
    episodes: ['S V2 U6@ash 2023-05-01 2024-09-02 X1', 'T V2 A3@ash 2024-09-02 2025-03-03 E11'], adoption: { byFosterCarer: '1' },
  }, ['1.1 2023-05-01 > 2024-06-30 met 2023-05-01']],
  ['adopted by foster carers, no placement recorded: the last home', {
    episodes: [`${care} 2024-07-08 X1`, 'B C2 U6@elm 2024-07-08 2025-09-01 E12'], adoption: { byFosterCarer: '1' },
  }, ['1.1 2023-05-01 > 2024-06-30 late 2024-07-08']],
  ['adopted by others, no placement recorded: cannot be told', { episodes: [`${care} 2025-09-01 E12`], adoption: { byFosterCarer: '0' } }, ['1.1 2023-05-01 > 2024-06-30 cannot tell 2025-09-01']],
  ['decision reversed: not required', { episodes: [care], adoptionDecisions: ['2024-01-15 to 2024-05-06 RD2'] }, ['1.1 2023-05-01 > 2024-06-30 not required 2024-05-06']],
  ['reversed after the date: closed, never late', { episodes: [care], adoptionDecisions: ['2024-01-15 to 2024-09-02 RD2'] }, ['1.1 2023-05-01 > 2024-06-30 not required 2024-09-02']],
  ['reversed and decided again: closed, and started again', { episodes: [care], adoptionDecisions: ['2024-01-15 to 2024-05-06 RD2', '2024-08-05'] }, [
    '1.1 2023-05-01 > 2024-06-30 not required 2024-05-06', '1.2 2023-05-01 > 2024-06-30 open',
  ]],
  ['one decision reversed while another is in force: still running', { episodes: [care], adoptionDecisions: ['2024-01-15 to 2024-05-06 RD2', '2024-03-04'] }, ['1.1 2023-05-01 > 2024-06-30 open']],
  ['left care by special guardianship: not required', { episodes: [`${care} 2024-03-04 E46`], adoptionDecisions }, ['1.1 2023-05-01 > 2024-06-30 not required 2024-03-04']],
  ['turned 18 before the adoption: not required', { bornOn: '2006-03-04', episodes: [`${care} 2024-09-02 E12`], adoptionDecisions }, ['1.1 2023-05-01 > 2024-06-30 not required 2024-03-04']],
  ['a placement that broke down still met it', {
    episodes: [`${care} 2024-03-04 X1`, 'B E1 A6@elm 2024-03-04 2024-08-05 X1', 'P E1 U6@oak 2024-08-05'],
  }, ['1.1 2023-05-01 > 2024-06-30 met 2024-03-04']],
  ['a new period counts from its own entry', {
    episodes: ['S C1 U6@ash 2022-01-10 2022-06-06 E4A', 'S C1 U6@elm 2023-05-01'], adoptionDecisions,
  }, ['2.1 2023-05-01 > 2024-06-30 open']],
  ['in care before the first episode held: no date to count from', { episodes: ['L E1 U6@ash 2023-05-01'] }, ['1.1 ? > ? cannot tell 2023-05-01']],
]

for (const [shows, child, expected, around] of examples) {
  test(shows, () => expect(lines(a1, child, around)).toEqual(expected))
}

test('applies only from the day adoption became the plan', () => {
  const [occurrence] = occurrencesFor(a1, { episodes: [care], adoptionDecisions: ['2024-08-05'] })
  expect(occurrence?.appliesFrom).toBe(isoDate('2024-08-05'))
  expect(occurrence && outcomeAsAt(occurrence, isoDate('2024-08-04'))).toBeNull()
  expect(occurrence && outcomeAsAt(occurrence, isoDate('2024-08-05'))).toBe('overdue')
})

test('says when it counts to the foster carers who adopt', () => {
  const [occurrence] = occurrencesFor(a1, { episodes: ['S C1 U5@ash 2023-05-01 2024-02-05 X1', 'U E1 A5@ash 2024-02-05'] })
  expect(occurrence?.note).toBe(countedToCarer)
})
