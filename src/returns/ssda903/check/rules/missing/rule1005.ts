import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

export const rule1005: ChildRule = {
  code: '1005',
  meaning: 'The day the child was found or came back is not a date.',
  mend: 'Write the day as DD/MM/YYYY, or leave it blank while the child is still missing or away.',
  who: 'returns team',
  fields: ['MIS_END'],
  years: { from: 2023 },
  reads: { Missing: ['MIS_END'] },
  check: eachRow('Missing', (row) => isUnreadable(row, 'MIS_END')),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day that does not exist',
    given: { Missing: [{ MIS_START: '01/02/2026', MIS_END: '29/02/2026' }] },
    fires: [['Missing', 0]],
  },
  { says: 'a date', given: { Missing: [{ MIS_START: '01/02/2026', MIS_END: '28/02/2026' }] }, fires: [] },
  { says: 'still missing', given: { Missing: [{ MIS_START: '01/02/2026' }] }, fires: [] },
]
