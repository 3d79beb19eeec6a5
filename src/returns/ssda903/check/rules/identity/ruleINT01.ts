import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT01: ChildRule = {
  code: 'INT01',
  meaning: 'The child has adoption information (AD1) but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], AD1: [] },
  check: notInHeader('AD1'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { AD1: [{}], Header: [{ CHILD: '2' }] }, fires: [['AD1', 0]] },
  { says: "in last year's Header only", given: { AD1: [{}] }, last: { Header: [{}] }, fires: [['AD1', 0]] },
  { says: 'in the Header', given: { AD1: [{}], Header: [{}] }, fires: [] },
]
