import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

export const rule1004: ChildRule = {
  code: '1004',
  meaning: 'The day the child went missing or away is not a date.',
  mend: 'Write the day as DD/MM/YYYY.',
  who: 'returns team',
  fields: ['MIS_START'],
  years: { from: 2023 },
  reads: { Missing: ['MIS_START'] },
  // Blank is left alone, unlike in rules 102, 141 and 166: rule 564 asks for the day by name.
  check: eachRow('Missing', (row) => isUnreadable(row, 'MIS_START')),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day that does not exist',
    given: { Missing: [{ MISSING: 'M', MIS_START: '31/06/2025' }] },
    fires: [['Missing', 0]],
  },
  { says: 'a word', given: { Missing: [{ MISSING: 'M', MIS_START: 'unknown' }] }, fires: [['Missing', 0]] },
  { says: 'a date', given: { Missing: [{ MISSING: 'M', MIS_START: '30/06/2025' }] }, fires: [] },
  { says: 'no date: rule 564 asks for it', given: { Missing: [{ MISSING: 'M' }] }, fires: [] },
]
