import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { moreThanOnce } from './family.ts'

export const ruleINT34: ChildRule = {
  code: 'INT34',
  meaning: 'The child stands more than once in the care leaver file (OC3).',
  mend: 'Keep one row. If they are two children, correct the number of one.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { OC3: [] },
  check: moreThanOnce('OC3'),
}

export const cases: readonly RuleCase[] = [
  { says: 'twice', given: { OC3: [{}, { CHILD: '2' }, {}] }, fires: [['OC3', 0], ['OC3', 2]] },
  { says: 'once', given: { OC3: [{}, { CHILD: '2' }] }, fires: [] },
  { says: 'once in each year', given: { OC3: [{}] }, last: { OC3: [{}] }, fires: [] },
]
