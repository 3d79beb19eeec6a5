import { birthday } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule351: ChildRule = {
  code: '351',
  meaning: 'The young person was already past their 25th birthday when the year began.',
  mend: 'Correct the date of birth, or leave them out of this return.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'] },
  // UNCERTAIN: 'over 25' is read as more than 25 years after birth, not as 26 or more.
  check: eachRow('Header', ({ DOB }, { start }) => DOB !== null && birthday(DOB, 25) < start),
}

export const cases: readonly RuleCase[] = [
  { says: '25 on 31 March, the day before the year', given: { Header: [{ DOB: '31/03/2000' }] }, fires: [['Header', 0]] },
  { says: '25 on 1 April, the first day', given: { Header: [{ DOB: '01/04/2000' }] }, fires: [] },
  { says: 'a child', given: { Header: [{ DOB: '01/04/2018' }] }, fires: [] },
]
