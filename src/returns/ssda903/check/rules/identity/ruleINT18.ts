import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { bornOtherwise } from './family.ts'

export const ruleINT18: ChildRule = {
  code: 'INT18',
  meaning: 'The date of birth in the file of unaccompanied children (UASC) is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'], UASC: ['DOB'] },
  check: bornOtherwise('UASC'),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day later', given: { UASC: [{ DOB: '02/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [['UASC', 0], ['Header', 0]] },
  { says: 'the same', given: { UASC: [{ DOB: '01/05/2012' }], Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'blank; one that cannot be read is another',
    given: { UASC: [{}, { DOB: '31/02/2012' }], Header: [{ DOB: '01/05/2012' }] },
    fires: [['UASC', 1], ['Header', 0]],
  },
  { says: 'the Header cannot be read: that is rule 102', given: { UASC: [{ DOB: '01/05/2012' }], Header: [{ DOB: '31/02/2012' }] }, fires: [] },
]
