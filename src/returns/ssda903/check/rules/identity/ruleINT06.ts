import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT06: ChildRule = {
  code: 'INT06',
  meaning: 'The child has care leaver information (OC3) but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], OC3: [] },
  check: notInHeader('OC3'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { OC3: [{}], Header: [{ CHILD: '2' }] }, fires: [['OC3', 0]] },
  { says: "in last year's Header only", given: { OC3: [{}] }, last: { Header: [{}] }, fires: [['OC3', 0]] },
  { says: 'in the Header', given: { OC3: [{}], Header: [{}] }, fires: [] },
]
