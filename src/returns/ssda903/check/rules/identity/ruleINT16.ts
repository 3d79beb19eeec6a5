import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { bornOtherwise } from './family.ts'

export const ruleINT16: ChildRule = {
  code: 'INT16',
  meaning: 'The date of birth in the previous permanence file (PrevPerm) is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'], PrevPerm: ['DOB'] },
  check: bornOtherwise('PrevPerm'),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day later',
    given: { PrevPerm: [{ DOB: '02/05/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['PrevPerm', 0], ['Header', 0]],
  },
  { says: 'the same', given: { PrevPerm: [{ DOB: '01/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'blank; one that cannot be read is another',
    given: { PrevPerm: [{}, { DOB: '31/02/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['PrevPerm', 1], ['Header', 0]],
  },
  { says: 'the Header cannot be read: that is rule 102', given: { PrevPerm: [{ DOB: '01/05/2012' }], Header: [{ DOB: '31/02/2012' }] }, fires: [] },
]
