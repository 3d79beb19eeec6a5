import { sexOfCode } from '../../../sex.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule612: ChildRule = {
  code: '612',
  meaning: "A first child's date of birth is given, but the child is not returned as a mother.",
  mend: 'Give 1 for mother, or take the date away.',
  who: 'social worker',
  fields: ['SEX', 'MOTHER', 'MC_DOB'],
  years: { from: 2023 },
  reads: { Header: ['SEX', 'MOTHER', 'MC_DOB'] },
  // A blank says 'not a mother' too: that is how the return writes it where it is not asked. Boys are for rule 174.
  check: eachRow('Header', (row) => {
    const sex = sexOfCode(row.SEX)
    return (sex === 'F' || sex === 'U') && (row.MOTHER === '0' || row.MOTHER === '') && !isBlank(row, 'MC_DOB')
  }),
}

export const cases: readonly RuleCase[] = [
  { says: 'said to be no mother', given: { Header: [{ SEX: 'F', MOTHER: '0', MC_DOB: '01/06/2025' }] }, fires: [['Header', 0]] },
  { says: 'mother left blank', given: { Header: [{ SEX: 'F', MC_DOB: '01/06/2025' }] }, fires: [['Header', 0]] },
  {
    says: 'in the codes up to 2024',
    year: 2024,
    given: { Header: [{ SEX: '2', MOTHER: '0', MC_DOB: '01/06/2023' }] },
    fires: [['Header', 0]],
  },
  { says: 'a mother', given: { Header: [{ SEX: 'F', MOTHER: '1', MC_DOB: '01/06/2025' }] }, fires: [] },
  { says: 'no mother, no date', given: { Header: [{ SEX: 'F', MOTHER: '0' }] }, fires: [] },
  { says: 'male is for rule 174', given: { Header: [{ SEX: 'M', MC_DOB: '01/06/2025' }] }, fires: [] },
]
