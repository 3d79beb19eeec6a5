import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule611: ChildRule = {
  code: '611',
  meaning: 'The child is returned as a mother, and the date of birth of her first child is not given.',
  mend: "Give her first child's date of birth, or correct that she is a mother.",
  who: 'social worker',
  fields: ['MOTHER', 'MC_DOB'],
  years: { from: 2023 },
  reads: { Header: ['MOTHER', 'MC_DOB'] },
  check: eachRow('Header', (row) => row.MOTHER === '1' && isBlank(row, 'MC_DOB')),
}

export const cases: readonly RuleCase[] = [
  { says: 'a mother, no date', given: { Header: [{ MOTHER: '1' }] }, fires: [['Header', 0]] },
  { says: 'a mother and a date', given: { Header: [{ MOTHER: '1', MC_DOB: '01/06/2025' }] }, fires: [] },
  { says: 'a date that cannot be read is not blank', given: { Header: [{ MOTHER: '1', MC_DOB: '31/06/2025' }] }, fires: [] },
  { says: 'no mother, or not said', given: { Header: [{ MOTHER: '0' }, { CHILD: '2' }] }, fires: [] },
]
