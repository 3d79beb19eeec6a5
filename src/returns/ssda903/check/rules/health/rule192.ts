import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule192: ChildRule = {
  code: '192',
  meaning: 'A substance misuse problem was identified, but it is not told whether the young person received help.',
  mend: 'Say whether help was received.',
  who: 'health lead',
  fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
  years: { from: 2023 },
  reads: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'] },
  check: eachRow('OC2', ({ SUBSTANCE_MISUSE, INTERVENTION_RECEIVED }) => SUBSTANCE_MISUSE === '1' && INTERVENTION_RECEIVED === ''),
}

export const cases: readonly RuleCase[] = [
  { says: 'a problem, nothing told', given: { OC2: [{ SUBSTANCE_MISUSE: '1' }] }, fires: [['OC2', 0]] },
  { says: 'a problem, no help', given: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }] }, fires: [] },
  { says: 'no problem', given: { OC2: [{ SUBSTANCE_MISUSE: '0' }] }, fires: [] },
]
