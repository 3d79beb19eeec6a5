import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

export const rule171: ChildRule = {
  code: '171',
  meaning: "The date of birth of the young mother's child is not a date.",
  mend: 'Give it as day, month and year.',
  who: 'social worker',
  fields: ['MC_DOB'],
  years: { from: 2023 },
  reads: { Header: ['MC_DOB'] },
  check: eachRow('Header', (row) => isUnreadable(row, 'MC_DOB')),
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { Header: [{ MC_DOB: '30/02/2025' }] }, fires: [['Header', 0]] },
  { says: 'a date', given: { Header: [{ MC_DOB: '28/02/2025' }] }, fires: [] },
  { says: 'blank: most children have none', given: { Header: [{ MC_DOB: '' }] }, fires: [] },
]
