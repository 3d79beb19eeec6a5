import { againstLastHeader } from '../../lastHeader.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule626: ChildRule = {
  code: '626',
  meaning: "The child's first child was born before this year, but last year's return said that she was not a mother.",
  mend: "Correct the first child's date of birth. If it is right, tell the DfE that last year's return was not.",
  who: 'social worker',
  fields: ['MOTHER', 'MC_DOB'],
  years: { from: 2023 },
  reads: { Header: ['MOTHER', 'MC_DOB'] },
  readsLast: { Header: ['MOTHER'] },
  check: againstLastHeader(
    ({ MOTHER, MC_DOB }, before, { start }) => MOTHER === '1' && before.MOTHER === '0' && MC_DOB !== null && MC_DOB < start,
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'born on 31 March, before the year',
    given: { Header: [{ MOTHER: '1', MC_DOB: '31/03/2025' }] },
    last: { Header: [{ MOTHER: '0' }] },
    fires: [['Header', 0]],
  },
  { says: 'born on 1 April', given: { Header: [{ MOTHER: '1', MC_DOB: '01/04/2025' }] }, last: { Header: [{ MOTHER: '0' }] }, fires: [] },
  {
    says: 'a mother last year',
    given: { Header: [{ MOTHER: '1', MC_DOB: '31/03/2024' }] },
    last: { Header: [{ MOTHER: '1' }] },
    fires: [],
  },
  {
    says: 'last year said nothing',
    given: { Header: [{ MOTHER: '1', MC_DOB: '31/03/2024' }] },
    last: { Header: [{ MOTHER: '' }] },
    fires: [],
  },
  { says: 'new this year', given: { Header: [{ MOTHER: '1', MC_DOB: '31/03/2024' }] }, fires: [] },
]
