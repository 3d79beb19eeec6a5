import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT05: ChildRule = {
  code: 'INT05',
  meaning: 'The child has health and outcomes (OC2) but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], OC2: [] },
  check: notInHeader('OC2'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { OC2: [{}], Header: [{ CHILD: '2' }] }, fires: [['OC2', 0]] },
  { says: "in last year's Header only", given: { OC2: [{}] }, last: { Header: [{}] }, fires: [['OC2', 0]] },
  { says: 'in the Header', given: { OC2: [{}], Header: [{}] }, fires: [] },
]
