import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule102: ChildRule = {
  code: '102',
  meaning: 'The date of birth is blank or is not a date.',
  mend: "Give the child's date of birth as day, month and year.",
  who: 'social worker',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'] },
  // A blank is no valid date of birth either, and no other rule asks for it.
  check: eachRow('Header', ({ DOB }) => DOB === null),
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { Header: [{ DOB: '31/02/2015' }] }, fires: [['Header', 0]] },
  { says: 'a word', given: { Header: [{ DOB: 'not known' }] }, fires: [['Header', 0]] },
  { says: 'blank', given: { Header: [{ DOB: '' }] }, fires: [['Header', 0]] },
  { says: '29 February of a leap year', given: { Header: [{ DOB: '29/02/2016' }] }, fires: [] },
]
