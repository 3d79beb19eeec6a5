import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT09: ChildRule = {
  code: 'INT09',
  meaning: 'The child has a row as an unaccompanied child (UASC) but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], UASC: [] },
  check: notInHeader('UASC'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { UASC: [{}], Header: [{ CHILD: '2' }] }, fires: [['UASC', 0]] },
  { says: "in last year's Header only", given: { UASC: [{}] }, last: { Header: [{}] }, fires: [['UASC', 0]] },
  { says: 'in the Header', given: { UASC: [{}], Header: [{}] }, fires: [] },
]
