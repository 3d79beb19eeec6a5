import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1006: ChildRule = {
  code: '1006',
  meaning: 'The kind of absence is neither M (missing) nor A (away without authorisation).',
  mend: 'Give M where it was not known where the child was, A where it was known.',
  who: 'returns team',
  fields: ['MISSING'],
  years: { from: 2023 },
  reads: { Missing: ['MISSING'] },
  // Rules 565 and 566 speak of a blank.
  check: eachRow('Missing', ({ MISSING }, { codes }) => MISSING !== '' && !codes('MISSING').has(MISSING)),
}

export const cases: readonly RuleCase[] = [
  { says: 'another letter', given: { Missing: [{ MISSING: 'X', MIS_START: '05/06/2025' }] }, fires: [['Missing', 0]] },
  { says: 'both kinds', given: { Missing: [{ MISSING: 'M' }, { MISSING: 'A' }] }, fires: [] },
  { says: 'blank', given: { Missing: [{ MISSING: '', MIS_START: '05/06/2025' }] }, fires: [] },
]
