import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { moreThanOnce } from './family.ts'

export const ruleINT36: ChildRule = {
  code: 'INT36',
  meaning: 'The child stands more than once in the file of unaccompanied children (UASC).',
  mend: 'Keep one row. If they are two children, correct the number of one.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { UASC: [] },
  check: moreThanOnce('UASC'),
}

export const cases: readonly RuleCase[] = [
  { says: 'twice', given: { UASC: [{}, { CHILD: '2' }, {}] }, fires: [['UASC', 0], ['UASC', 2]] },
  { says: 'once', given: { UASC: [{}, { CHILD: '2' }] }, fires: [] },
  { says: 'once in each year', given: { UASC: [{}] }, last: { UASC: [{}] }, fires: [] },
]
