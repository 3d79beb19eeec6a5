import { anyGiven } from '../../given.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule193: ChildRule = {
  code: '193',
  meaning: 'Help with a substance misuse problem is told of a child for whom no such problem was identified.',
  mend: 'Leave both questions about help blank, or say that a problem was identified.',
  who: 'health lead',
  fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
  years: { from: 2023 },
  reads: { OC2: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'] },
  // Not identified: said to be no, or not said at all.
  check: eachRow(
    'OC2',
    (row) =>
      (row.SUBSTANCE_MISUSE === '0' || row.SUBSTANCE_MISUSE === '') && anyGiven(row, ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED']),
  ),
}

export const cases: readonly RuleCase[] = [
  { says: 'no problem, help received', given: { OC2: [{ SUBSTANCE_MISUSE: '0', INTERVENTION_RECEIVED: '1' }] }, fires: [['OC2', 0]] },
  { says: 'no problem, help not offered', given: { OC2: [{ SUBSTANCE_MISUSE: '0', INTERVENTION_OFFERED: '0' }] }, fires: [['OC2', 0]] },
  { says: 'nothing told of a problem', given: { OC2: [{ INTERVENTION_RECEIVED: '1' }] }, fires: [['OC2', 0]] },
  { says: 'a problem', given: { OC2: [{ SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' }] }, fires: [] },
  { says: 'an answer that is no code: that is rule 181', given: { OC2: [{ SUBSTANCE_MISUSE: '2', INTERVENTION_RECEIVED: '1' }] }, fires: [] },
  { says: 'no problem, no help', given: { OC2: [{ SUBSTANCE_MISUSE: '0' }] }, fires: [] },
]
