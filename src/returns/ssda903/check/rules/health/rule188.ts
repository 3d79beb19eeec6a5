import { markGiven } from '../../given.ts'
import { isUnderAtEnd } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const questionnaire = ['SDQ_SCORE', 'SDQ_REASON'] as const

export const rule188: ChildRule = {
  code: '188',
  meaning: 'A strengths and difficulties score, or a reason for none, is given for a child who was under 4 on 31 March.',
  mend: 'Leave both blank, or mend the date of birth.',
  who: 'health lead',
  fields: questionnaire,
  years: { from: 2023 },
  reads: { OC2: ['DOB', ...questionnaire] },
  check: ({ OC2 }, context, mark) => {
    for (const row of OC2) if (row.DOB !== null && isUnderAtEnd(row.DOB, 4, context)) markGiven(row, questionnaire, mark)
  },
}

export const cases: readonly RuleCase[] = [
  { says: '4 the day after the year ended', given: { OC2: [{ DOB: '01/04/2022', SDQ_REASON: 'SDQ1' }] }, fires: [['OC2', 0, ['SDQ_REASON']]] },
  { says: '4 on the last day of the year', given: { OC2: [{ DOB: '31/03/2022', SDQ_SCORE: '12' }] }, fires: [] },
  { says: 'both', given: { OC2: [{ DOB: '01/06/2024', SDQ_SCORE: '0', SDQ_REASON: 'SDQ1' }] }, fires: [['OC2', 0]] },
  { says: 'neither', given: { OC2: [{ DOB: '01/06/2024' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { OC2: [{ DOB: '31/06/2024', SDQ_SCORE: '12' }] }, fires: [] },
]
