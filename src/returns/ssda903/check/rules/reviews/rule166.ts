import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule166: ChildRule = {
  code: '166',
  meaning: 'The day of a review is not given, or is not a date.',
  mend: 'Give the day on which the review was held, as DD/MM/YYYY.',
  who: 'reviewing officer',
  fields: ['REVIEW'],
  years: { from: 2023 },
  reads: { Reviews: ['REVIEW'] },
  check: eachRow('Reviews', ({ REVIEW }) => REVIEW === null),
}

export const cases: readonly RuleCase[] = [
  { says: 'no day', given: { Reviews: [{ REVIEW_CODE: 'PN1' }] }, fires: [['Reviews', 0]] },
  {
    says: 'a day that does not exist',
    given: { Reviews: [{ REVIEW: '31/09/2025', REVIEW_CODE: 'PN1' }] },
    fires: [['Reviews', 0]],
  },
  { says: 'a day', given: { Reviews: [{ REVIEW: '30/09/2025', REVIEW_CODE: 'PN1' }] }, fires: [] },
]
