import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { bornOtherwise } from './family.ts'

export const ruleINT11: ChildRule = {
  code: 'INT11',
  meaning: 'The date of birth in the adoption file (AD1) is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'], AD1: ['DOB'] },
  check: bornOtherwise('AD1'),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day later', given: { AD1: [{ DOB: '02/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [['AD1', 0], ['Header', 0]] },
  { says: 'the same', given: { AD1: [{ DOB: '01/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'blank; one that cannot be read is another',
    given: { AD1: [{}, { DOB: '31/02/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['AD1', 1], ['Header', 0]],
  },
  { says: 'the Header cannot be read: that is rule 102', given: { AD1: [{ DOB: '01/05/2012' }], Header: [{ DOB: '31/02/2012' }] }, fires: [] },
]
