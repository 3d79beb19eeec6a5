import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule566: ChildRule = {
  code: '566',
  meaning: 'There is a day on which the child was found or came back, but not whether the child was missing or away.',
  mend: 'Give M where it was not known where the child was, A where it was known.',
  who: 'social worker',
  fields: ['MISSING', 'MIS_END'],
  years: { from: 2023 },
  reads: { Missing: ['MISSING', 'MIS_END'] },
  check: eachRow('Missing', (row) => row.MISSING === '' && !isBlank(row, 'MIS_END')),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'an end and no kind',
    given: { Missing: [{ MIS_START: '05/06/2025', MIS_END: '06/06/2025' }] },
    fires: [['Missing', 0]],
  },
  {
    says: 'an end and a kind',
    given: { Missing: [{ MISSING: 'M', MIS_START: '05/06/2025', MIS_END: '06/06/2025' }] },
    fires: [],
  },
  { says: 'no end and no kind', given: { Missing: [{ MIS_START: '05/06/2025' }] }, fires: [] },
]
