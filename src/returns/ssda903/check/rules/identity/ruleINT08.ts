import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT08: ChildRule = {
  code: 'INT08',
  meaning: 'The child has reviews but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], Reviews: [] },
  check: notInHeader('Reviews'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { Reviews: [{}], Header: [{ CHILD: '2' }] }, fires: [['Reviews', 0]] },
  { says: "in last year's Header only", given: { Reviews: [{}] }, last: { Header: [{}] }, fires: [['Reviews', 0]] },
  { says: 'in the Header', given: { Reviews: [{}], Header: [{}] }, fires: [] },
]
