import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule565: ChildRule = {
  code: '565',
  meaning: 'There is a day on which the child went missing or away, but not which of the two it was.',
  mend: 'Give M where it was not known where the child was, A where it was known.',
  who: 'social worker',
  fields: ['MISSING', 'MIS_START'],
  years: { from: 2023 },
  reads: { Missing: ['MISSING', 'MIS_START'] },
  check: eachRow('Missing', (row) => row.MISSING === '' && !isBlank(row, 'MIS_START')),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day and no kind', given: { Missing: [{ MIS_START: '05/06/2025' }] }, fires: [['Missing', 0]] },
  { says: 'a day that cannot be read and no kind', given: { Missing: [{ MIS_START: 'June' }] }, fires: [['Missing', 0]] },
  { says: 'a day and a kind', given: { Missing: [{ MISSING: 'A', MIS_START: '05/06/2025' }] }, fires: [] },
  { says: 'neither', given: { Missing: [{}] }, fires: [] },
]
