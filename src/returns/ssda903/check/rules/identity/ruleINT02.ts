import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notInHeader } from './family.ts'

export const ruleINT02: ChildRule = {
  code: 'INT02',
  meaning: 'The child has a decision for adoption (PlacedAdoption) but does not stand in the Header.',
  mend: "Add the child to the Header, or correct the child's number.",
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Header: [], PlacedAdoption: [] },
  check: notInHeader('PlacedAdoption'),
}

export const cases: readonly RuleCase[] = [
  { says: 'not in the Header', given: { PlacedAdoption: [{}], Header: [{ CHILD: '2' }] }, fires: [['PlacedAdoption', 0]] },
  { says: "in last year's Header only", given: { PlacedAdoption: [{}] }, last: { Header: [{}] }, fires: [['PlacedAdoption', 0]] },
  { says: 'in the Header', given: { PlacedAdoption: [{}], Header: [{}] }, fires: [] },
]
