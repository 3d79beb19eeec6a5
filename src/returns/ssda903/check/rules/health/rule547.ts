import { anyBlank } from '../../given.ts'
import { askedOfAll } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule547: ChildRule = {
  code: '547',
  meaning: 'Development checks are told of a child, but not all of immunisations, teeth check, health assessment and substance misuse.',
  mend: 'Answer all four with 0 or 1.',
  who: 'health lead',
  fields: ['HEALTH_CHECK', ...askedOfAll],
  years: { from: 2023 },
  reads: { OC2: ['HEALTH_CHECK', ...askedOfAll] },
  check: eachRow('OC2', (row) => row.HEALTH_CHECK !== '' && anyBlank(row, askedOfAll)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'one is blank',
    given: { OC2: [{ HEALTH_CHECK: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', SUBSTANCE_MISUSE: '0' }] },
    fires: [['OC2', 0]],
  },
  {
    says: 'all four',
    given: { OC2: [{ HEALTH_CHECK: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' }] },
    fires: [],
  },
  { says: 'development checks not told', given: { OC2: [{ IMMUNISATIONS: '1' }] }, fires: [] },
]
