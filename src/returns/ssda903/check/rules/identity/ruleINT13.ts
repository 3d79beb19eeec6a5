import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { bornOtherwise } from './family.ts'

export const ruleINT13: ChildRule = {
  code: 'INT13',
  meaning: 'The date of birth in the missing file is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'], Missing: ['DOB'] },
  check: bornOtherwise('Missing'),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day later',
    given: { Missing: [{ DOB: '02/05/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['Missing', 0], ['Header', 0]],
  },
  { says: 'the same', given: { Missing: [{ DOB: '01/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'blank; one that cannot be read is another',
    given: { Missing: [{}, { DOB: '31/02/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['Missing', 1], ['Header', 0]],
  },
  { says: 'the Header cannot be read: that is rule 102', given: { Missing: [{ DOB: '01/05/2012' }], Header: [{ DOB: '31/02/2012' }] }, fires: [] },
]
