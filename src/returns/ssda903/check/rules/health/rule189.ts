import { givenOf } from '../../given.ts'
import { isReachedAtStart } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const questionnaire = ['SDQ_SCORE', 'SDQ_REASON'] as const

export const rule189: ChildRule = {
  code: '189',
  meaning: 'A strengths and difficulties score, or a reason for none, is given for a young person who was 17 or over when the year began.',
  mend: 'Leave both blank, or mend the date of birth.',
  who: 'health lead',
  fields: ['DOB', ...questionnaire],
  years: { from: 2023 },
  reads: { OC2: ['DOB', ...questionnaire] },
  check: ({ OC2 }, context, mark) => {
    for (const row of OC2) {
      const given = row.DOB !== null && isReachedAtStart(row.DOB, 17, context) ? givenOf(row, questionnaire) : []
      if (given.length > 0) mark(row, ['DOB', ...given])
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: '17 on the first day of the year', given: { OC2: [{ DOB: '01/04/2008', SDQ_SCORE: '12' }] }, fires: [['OC2', 0, ['DOB', 'SDQ_SCORE']]] },
  { says: '17 the day after', given: { OC2: [{ DOB: '02/04/2008', SDQ_SCORE: '12' }] }, fires: [] },
  { says: 'born on 29 February 2008', given: { OC2: [{ DOB: '29/02/2008', SDQ_REASON: 'SDQ1' }] }, fires: [['OC2', 0, ['DOB', 'SDQ_REASON']]] },
  { says: 'neither', given: { OC2: [{ DOB: '01/04/2008' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { OC2: [{ DOB: '31/04/2008', SDQ_SCORE: '12' }] }, fires: [] },
]
