import { againstLastHeader } from '../../lastHeader.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule203: ChildRule = {
  code: '203',
  meaning: "The child's date of birth is not the one in last year's return.",
  mend: "Find out which is right. If last year's was wrong, tell the DfE.",
  who: 'returns team',
  fields: ['DOB'],
  years: { from: 2023 },
  reads: { Header: ['DOB'] },
  readsLast: { Header: ['DOB'] },
  check: againstLastHeader((row, before) => row.DOB !== null && before.DOB !== null && row.DOB !== before.DOB),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day later', given: { Header: [{ DOB: '02/05/2012' }] }, last: { Header: [{ DOB: '01/05/2012' }] }, fires: [['Header', 0]] },
  { says: 'the same', given: { Header: [{ DOB: '01/05/2012' }] }, last: { Header: [{ DOB: '01/05/2012' }] }, fires: [] },
  {
    says: 'the same written otherwise',
    given: { Header: [{ DOB: '01/05/2012' }] },
    last: { Header: [{ DOB: '2012-05-01' }] },
    fires: [],
  },
  {
    says: 'one that cannot be read is for rule 102',
    given: { Header: [{ DOB: '31/02/2012' }] },
    last: { Header: [{ DOB: '01/05/2012' }] },
    fires: [],
  },
  { says: 'last year cannot be read', given: { Header: [{ DOB: '01/05/2012' }] }, last: { Header: [{ DOB: 'May 2012' }] }, fires: [] },
]
