import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { bornOtherwise } from './family.ts'

export const ruleINT14: ChildRule = {
  code: 'INT14',
  meaning: 'The date of birth in the health and outcomes file (OC2) is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'], OC2: ['DOB'] },
  check: bornOtherwise('OC2'),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day later', given: { OC2: [{ DOB: '02/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [['OC2', 0], ['Header', 0]] },
  { says: 'the same', given: { OC2: [{ DOB: '01/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'blank; one that cannot be read is another',
    given: { OC2: [{}, { DOB: '31/02/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['OC2', 1], ['Header', 0]],
  },
  { says: 'the Header cannot be read: that is rule 102', given: { OC2: [{ DOB: '01/05/2012' }], Header: [{ DOB: '31/02/2012' }] }, fires: [] },
]
