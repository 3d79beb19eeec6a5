import { isUnderAtEnd } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule546: ChildRule = {
  code: '546',
  meaning: 'Development checks are told of a child who was 5 or over on 31 March.',
  mend: 'Leave development checks blank, or mend the date of birth.',
  who: 'health lead',
  fields: ['DOB', 'HEALTH_CHECK'],
  years: { from: 2023 },
  // The list gives this rule the Episodes, but its text holds of every child, whoever was looked after all year.
  reads: { OC2: ['DOB', 'HEALTH_CHECK'] },
  check: eachRow('OC2', ({ DOB, HEALTH_CHECK }, context) => HEALTH_CHECK !== '' && DOB !== null && !isUnderAtEnd(DOB, 5, context)),
}

export const cases: readonly RuleCase[] = [
  { says: '5 on the last day of the year', given: { OC2: [{ DOB: '31/03/2021', HEALTH_CHECK: '0' }] }, fires: [['OC2', 0]] },
  { says: '5 the day after', given: { OC2: [{ DOB: '01/04/2021', HEALTH_CHECK: '1' }] }, fires: [] },
  { says: 'nothing told', given: { OC2: [{ DOB: '31/03/2015' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { OC2: [{ DOB: '31/04/2015', HEALTH_CHECK: '1' }] }, fires: [] },
]
