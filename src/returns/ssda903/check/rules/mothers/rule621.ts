import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule621: ChildRule = {
  code: '621',
  meaning: 'The child who is returned as a mother was born after her own first child.',
  mend: 'Correct one of the two dates of birth.',
  who: 'social worker',
  fields: ['DOB', 'MC_DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB', 'MC_DOB'] },
  check: eachRow('Header', ({ DOB, MC_DOB }) => DOB !== null && MC_DOB !== null && DOB > MC_DOB),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day after', given: { Header: [{ DOB: '02/06/2009', MC_DOB: '01/06/2009' }] }, fires: [['Header', 0]] },
  { says: 'the same day: not younger', given: { Header: [{ DOB: '01/06/2009', MC_DOB: '01/06/2009' }] }, fires: [] },
  { says: 'years before', given: { Header: [{ DOB: '01/06/2009', MC_DOB: '01/06/2025' }] }, fires: [] },
  { says: 'one cannot be read', given: { Header: [{ DOB: '01/06/2009', MC_DOB: '1.6' }] }, fires: [] },
]
