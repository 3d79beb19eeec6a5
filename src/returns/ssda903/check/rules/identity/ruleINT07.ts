import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT07: ChildRule = {
  code: 'INT07',
  meaning: 'The child has a previous permanence (PrevPerm) but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], PrevPerm: [] },
  check: notInHeader('PrevPerm'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { PrevPerm: [{}], Header: [{ CHILD: '2' }] }, fires: [['PrevPerm', 0]] },
  { says: "in last year's Header only", given: { PrevPerm: [{}] }, last: { Header: [{}] }, fires: [['PrevPerm', 0]] },
  { says: 'in the Header', given: { PrevPerm: [{}], Header: [{}] }, fires: [] },
]
