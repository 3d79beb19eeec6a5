import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT04: ChildRule = {
  code: 'INT04',
  meaning: 'The child has missing episodes but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], Missing: [] },
  check: notInHeader('Missing'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { Missing: [{}], Header: [{ CHILD: '2' }] }, fires: [['Missing', 0]] },
  { says: "in last year's Header only", given: { Missing: [{}] }, last: { Header: [{}] }, fires: [['Missing', 0]] },
  { says: 'in the Header', given: { Missing: [{}], Header: [{}] }, fires: [] },
]
