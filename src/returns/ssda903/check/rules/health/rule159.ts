import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule159: ChildRule = {
  code: '159',
  meaning: 'Help with a substance misuse problem was not received, and it is not told whether any was offered.',
  mend: 'Say whether help was offered.',
  who: 'health lead',
  fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
  years: { from: 2023 },
  reads: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  // Where no problem was identified nothing more is asked (rule 193).
  check: eachRow(
    'OC2',
    ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) =>
      SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === '0' && INTERVENTION_OFFERED === '',
  ),
}

export const cases: readonly RuleCase[] = [
  { says: 'not received', given: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] }, fires: [['OC2', 0]] },
  {
    says: 'not received, not offered',
    given: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '0' }] },
    fires: [],
  },
  { says: 'received', given: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' }] }, fires: [] },
  { says: 'no problem', given: { OC2: [{ SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: '0' }] }, fires: [] },
]
