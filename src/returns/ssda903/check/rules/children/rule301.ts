import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule301: ChildRule = {
  code: '301',
  meaning: 'The child was born after the year of the return ended.',
  mend: 'Correct the date of birth, or leave the child out of this return.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'] },
  check: eachRow('Header', ({ DOB }, { end }) => DOB !== null && DOB > end),
}

export const cases: readonly RuleCase[] = [
  { says: 'born on 1 April', given: { Header: [{ DOB: '01/04/2026' }] }, fires: [['Header', 0]] },
  { says: 'born on 31 March, the last day', given: { Header: [{ DOB: '31/03/2026' }] }, fires: [] },
  { says: 'a date that cannot be read', given: { Header: [{ DOB: '31/04/2026' }] }, fires: [] },
]
