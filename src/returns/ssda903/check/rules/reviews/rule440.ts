import { ageOn } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule440: ChildRule = {
  code: '440',
  meaning: 'The review is coded for a child under four (PN0), but the child was four or older.',
  mend: 'Say how the child took part (PN1 to PN7), or check the day of the review and the date of birth.',
  who: 'reviewing officer',
  fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
  years: { from: 2023 },
  reads: { Reviews: ['DOB', 'REVIEW', 'REVIEW_CODE'] },
  check: eachRow(
    'Reviews',
    ({ DOB, REVIEW, REVIEW_CODE }) => REVIEW_CODE === 'PN0' && DOB !== null && REVIEW !== null && ageOn(DOB, REVIEW) >= 4,
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'on the fourth birthday',
    given: { Reviews: [{ DOB: '10/05/2021', REVIEW: '10/05/2025', REVIEW_CODE: 'PN0' }] },
    fires: [['Reviews', 0]],
  },
  {
    says: 'on the day before',
    given: { Reviews: [{ DOB: '10/05/2021', REVIEW: '09/05/2025', REVIEW_CODE: 'PN0' }] },
    fires: [],
  },
  {
    says: 'born on 29 February, four on 29 February',
    given: { Reviews: [{ DOB: '29/02/2020', REVIEW: '28/02/2024', REVIEW_CODE: 'PN0' }] },
    year: 2024,
    fires: [],
  },
  {
    says: 'another code',
    given: { Reviews: [{ DOB: '10/05/2021', REVIEW: '10/05/2025', REVIEW_CODE: 'PN1' }] },
    fires: [],
  },
  {
    says: 'a day that cannot be read',
    given: { Reviews: [{ DOB: '10/05/2011', REVIEW: 'May', REVIEW_CODE: 'PN0' }] },
    fires: [],
  },
]
