import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT03: ChildRule = {
  code: 'INT03',
  meaning: 'The child has episodes but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], Episodes: [] },
  check: notInHeader('Episodes'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { Episodes: [{}], Header: [{ CHILD: '2' }] }, fires: [['Episodes', 0]] },
  { says: "in last year's Header only", given: { Episodes: [{}] }, last: { Header: [{}] }, fires: [['Episodes', 0]] },
  { says: 'in the Header', given: { Episodes: [{}], Header: [{}] }, fires: [] },
]
