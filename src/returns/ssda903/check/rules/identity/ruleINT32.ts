import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { moreThanOnce } from './family.ts'

export const ruleINT32: ChildRule = {
  code: 'INT32',
  meaning: 'The child stands more than once in the Header.',
  mend: 'Keep one row. If they are two children, correct the number of one.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [] },
  check: moreThanOnce('Header'),
}

export const cases: readonly RuleCase[] = [
  { says: 'twice', given: { Header: [{}, { CHILD: '2' }, {}] }, fires: [['Header', 0], ['Header', 2]] },
  { says: 'once', given: { Header: [{}, { CHILD: '2' }] }, fires: [] },
  { says: 'once in each year', given: { Header: [{}] }, last: { Header: [{}] }, fires: [] },
]
