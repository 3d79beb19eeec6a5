import { anyBlank, anyGiven } from '../../given.ts'
import { askedOfAll, outcomeColumns } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const everything = [...outcomeColumns, 'SDQ_SCORE', 'SDQ_REASON'] as const

export const rule182: ChildRule = {
  code: '182',
  meaning: 'Immunisations, teeth check, health assessment or substance misuse is left blank, while other health and outcomes of the year are given.',
  mend: 'Answer all four when the child was looked after for the twelve months; leave the whole row blank otherwise.',
  who: 'health lead',
  fields: [
    'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE', 'CONVICTED', 'HEALTH_CHECK',
    'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED',
  ],
  years: { from: 2023 },
  reads: { OC2: everything },
  // The text speaks of all OC2 fields: a score or its reason is one of them, though the fields to mark do not name them.
  check: eachRow('OC2', (row) => anyBlank(row, askedOfAll) && anyGiven(row, everything)),
}

export const cases: readonly RuleCase[] = [
  { says: 'one of the four is blank', given: { OC2: [{ IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1' }] }, fires: [['OC2', 0]] },
  { says: 'only a conviction', given: { OC2: [{ CONVICTED: '0' }] }, fires: [['OC2', 0]] },
  { says: 'only a score', given: { OC2: [{ SDQ_SCORE: '12' }] }, fires: [['OC2', 0]] },
  { says: 'all four', given: { OC2: [{ IMMUNISATIONS: '1', TEETH_CHECK: '0', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' }] }, fires: [] },
  { says: 'nothing', given: { OC2: [{}] }, fires: [] },
]
