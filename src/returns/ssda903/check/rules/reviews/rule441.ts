import { ageOn } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule441: ChildRule = {
  code: '441',
  meaning: 'The review is coded for a child of four or older (PN1 to PN7), but the child was under four.',
  mend: 'Give PN0, or check the day of the review and the date of birth.',
  who: 'reviewing officer',
  fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
  years: { from: 2023 },
  reads: { Reviews: ['DOB', 'REVIEW', 'REVIEW_CODE'] },
  check: eachRow(
    'Reviews',
    ({ DOB, REVIEW, REVIEW_CODE }, { codes }) =>
      REVIEW_CODE !== 'PN0' && codes('REVIEW_CODE').has(REVIEW_CODE) && DOB !== null && REVIEW !== null && ageOn(DOB, REVIEW) < 4,
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'on the day before the fourth birthday',
    given: { Reviews: [{ DOB: '10/05/2021', REVIEW: '09/05/2025', REVIEW_CODE: 'PN1' }] },
    fires: [['Reviews', 0]],
  },
  {
    says: 'on the fourth birthday',
    given: { Reviews: [{ DOB: '10/05/2021', REVIEW: '10/05/2025', REVIEW_CODE: 'PN1' }] },
    fires: [],
  },
  {
    says: 'every code for a baby',
    given: { Reviews: [{ DOB: '10/05/2025', REVIEW: '10/06/2025', REVIEW_CODE: 'PN7' }] },
    fires: [['Reviews', 0]],
  },
  {
    says: 'PN0 for a baby',
    given: { Reviews: [{ DOB: '10/05/2025', REVIEW: '10/06/2025', REVIEW_CODE: 'PN0' }] },
    fires: [],
  },
  {
    says: 'a code that does not exist',
    given: { Reviews: [{ DOB: '10/05/2025', REVIEW: '10/06/2025', REVIEW_CODE: 'PN9' }] },
    fires: [],
  },
]
