import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { bornOtherwise } from './family.ts'

export const ruleINT17: ChildRule = {
  code: 'INT17',
  meaning: 'The date of birth in the reviews file is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'], Reviews: ['DOB'] },
  check: bornOtherwise('Reviews'),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day later',
    given: { Reviews: [{ DOB: '02/05/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['Reviews', 0], ['Header', 0]],
  },
  { says: 'the same', given: { Reviews: [{ DOB: '01/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'blank; one that cannot be read is another',
    given: { Reviews: [{}, { DOB: '31/02/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['Reviews', 1], ['Header', 0]],
  },
  { says: 'the Header cannot be read: that is rule 102', given: { Reviews: [{ DOB: '01/05/2012' }], Header: [{ DOB: '31/02/2012' }] }, fires: [] },
]
