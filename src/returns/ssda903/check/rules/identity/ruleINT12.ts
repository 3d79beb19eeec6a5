import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { bornOtherwise } from './family.ts'

export const ruleINT12: ChildRule = {
  code: 'INT12',
  meaning: 'The date of birth in the file of decisions for adoption (PlacedAdoption) is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'], PlacedAdoption: ['DOB'] },
  check: bornOtherwise('PlacedAdoption'),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day later',
    given: { PlacedAdoption: [{ DOB: '02/05/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['PlacedAdoption', 0], ['Header', 0]],
  },
  { says: 'the same', given: { PlacedAdoption: [{ DOB: '01/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'blank; one that cannot be read is another',
    given: { PlacedAdoption: [{}, { DOB: '31/02/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['PlacedAdoption', 1], ['Header', 0]],
  },
  { says: 'the Header cannot be read: that is rule 102', given: { PlacedAdoption: [{ DOB: '01/05/2012' }], Header: [{ DOB: '31/02/2012' }] }, fires: [] },
]
