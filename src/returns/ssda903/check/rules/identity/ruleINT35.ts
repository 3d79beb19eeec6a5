import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { moreThanOnce } from './family.ts'

export const ruleINT35: ChildRule = {
  code: 'INT35',
  meaning: 'The child stands more than once in the previous permanence file (PrevPerm).',
  mend: 'Keep one row. If they are two children, correct the number of one.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { PrevPerm: [] },
  check: moreThanOnce('PrevPerm'),
}

export const cases: readonly RuleCase[] = [
  { says: 'twice', given: { PrevPerm: [{}, { CHILD: '2' }, {}] }, fires: [['PrevPerm', 0], ['PrevPerm', 2]] },
  { says: 'once', given: { PrevPerm: [{}, { CHILD: '2' }] }, fires: [] },
  { says: 'once in each year', given: { PrevPerm: [{}] }, last: { PrevPerm: [{}] }, fires: [] },
]
