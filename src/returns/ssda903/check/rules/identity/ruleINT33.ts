import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { moreThanOnce } from './family.ts'

export const ruleINT33: ChildRule = {
  code: 'INT33',
  meaning: 'The child stands more than once in the health and outcomes file (OC2).',
  mend: 'Keep one row. If they are two children, correct the number of one.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { OC2: [] },
  check: moreThanOnce('OC2'),
}

export const cases: readonly RuleCase[] = [
  { says: 'twice', given: { OC2: [{}, { CHILD: '2' }, {}] }, fires: [['OC2', 0], ['OC2', 2]] },
  { says: 'once', given: { OC2: [{}, { CHILD: '2' }] }, fires: [] },
  { says: 'once in each year', given: { OC2: [{}] }, last: { OC2: [{}] }, fires: [] },
]
