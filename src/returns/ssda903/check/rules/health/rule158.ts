import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule158: ChildRule = {
  code: '158',
  meaning: 'Help with a substance misuse problem was received, yet it is also told whether help was offered.',
  mend: 'Leave blank whether help was offered: it is asked only where none was received.',
  who: 'health lead',
  fields: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
  years: { from: 2023 },
  reads: { OC2: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  check: eachRow('OC2', ({ INTERVENTION_RECEIVED, INTERVENTION_OFFERED }) => INTERVENTION_RECEIVED === '1' && INTERVENTION_OFFERED !== ''),
}

export const cases: readonly RuleCase[] = [
  { says: 'received and offered', given: { OC2: [{ INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '1' }] }, fires: [['OC2', 0]] },
  { says: 'received and not offered', given: { OC2: [{ INTERVENTION_RECEIVED: '1', INTERVENTION_OFFERED: '0' }] }, fires: [['OC2', 0]] },
  { says: 'received', given: { OC2: [{ INTERVENTION_RECEIVED: '1' }] }, fires: [] },
  { says: 'not received, offered', given: { OC2: [{ INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '1' }] }, fires: [] },
]
