import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule564: ChildRule = {
  code: '564',
  meaning: 'The child was missing or away, and the day it began is not given.',
  mend: 'Give the day on which the child went missing or was last seen.',
  who: 'social worker',
  fields: ['MISSING', 'MIS_START'],
  years: { from: 2023 },
  reads: { Missing: ['MISSING', 'MIS_START'] },
  check: eachRow('Missing', (row, { codes }) => codes('MISSING').has(row.MISSING) && isBlank(row, 'MIS_START')),
}

export const cases: readonly RuleCase[] = [
  { says: 'missing from no day on', given: { Missing: [{ MISSING: 'M' }] }, fires: [['Missing', 0]] },
  {
    says: 'away from no day on, with an end',
    given: { Missing: [{ MISSING: 'A', MIS_END: '06/06/2025' }] },
    fires: [['Missing', 0]],
  },
  { says: 'with a day', given: { Missing: [{ MISSING: 'M', MIS_START: '05/06/2025' }] }, fires: [] },
  { says: 'a day that cannot be read is no blank', given: { Missing: [{ MISSING: 'M', MIS_START: 'June' }] }, fires: [] },
  { says: 'no kind of absence', given: { Missing: [{ MIS_END: '06/06/2025' }] }, fires: [] },
]
