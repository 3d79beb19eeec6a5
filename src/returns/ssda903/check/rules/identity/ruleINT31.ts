import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { moreThanOnce } from './family.ts'

export const ruleINT31: ChildRule = {
  code: 'INT31',
  meaning: 'The child stands more than once in the adoption file (AD1).',
  mend: 'Keep one row. If they are two children, correct the number of one.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { AD1: [] },
  check: moreThanOnce('AD1'),
}

export const cases: readonly RuleCase[] = [
  { says: 'twice', given: { AD1: [{}, { CHILD: '2' }, {}] }, fires: [['AD1', 0], ['AD1', 2]] },
  { says: 'once', given: { AD1: [{}, { CHILD: '2' }] }, fires: [] },
  { says: 'once in each year', given: { AD1: [{}] }, last: { AD1: [{}] }, fires: [] },
]
