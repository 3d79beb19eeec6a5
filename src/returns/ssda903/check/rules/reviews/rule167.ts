import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule167: ChildRule = {
  code: '167',
  meaning: 'How the child took part in a review is not given, or is not one of the codes.',
  mend: 'Give PN0 for a child under four, or PN1 to PN7.',
  who: 'reviewing officer',
  fields: ['REVIEW_CODE'],
  years: { from: 2023 },
  reads: { Reviews: ['REVIEW_CODE'] },
  check: eachRow('Reviews', ({ REVIEW_CODE }, { codes }) => !codes('REVIEW_CODE').has(REVIEW_CODE)),
}

export const cases: readonly RuleCase[] = [
  { says: 'no code', given: { Reviews: [{ REVIEW: '30/09/2025' }] }, fires: [['Reviews', 0]] },
  {
    says: 'a code that does not exist',
    given: { Reviews: [{ REVIEW: '30/09/2025', REVIEW_CODE: 'PN8' }] },
    fires: [['Reviews', 0]],
  },
  { says: 'the first and the last code', given: { Reviews: [{ REVIEW_CODE: 'PN0' }, { REVIEW_CODE: 'PN7' }] }, fires: [] },
]
