import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule408: ChildRule = {
  code: '408',
  meaning: 'The child is said to be placed for adoption under a placement order, but the legal status is no placement order.',
  mend: 'Give E1 if there is a placement order; if the parents consented, give placement A3 or A4.',
  who: 'adoption team',
  fields: ['PLACE', 'LS'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PLACE'] },
  // Adoption and Children Act 2002 s.21.
  check: eachRow('Episodes', ({ LS, PLACE }, { codes }) =>
    (PLACE === 'A5' || PLACE === 'A6') && LS !== 'E1' && codes('LS').has(LS)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'with the foster carers, under a care order',
    given: { Episodes: [{ LS: 'C2', PLACE: 'A5' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'with others, under a care order', given: { Episodes: [{ LS: 'C2', PLACE: 'A6' }] }, fires: [['Episodes', 0]] },
  { says: 'under a placement order', given: { Episodes: [{ LS: 'E1', PLACE: 'A5' }, { LS: 'E1', PLACE: 'A6' }] }, fires: [] },
  { says: 'with consent', given: { Episodes: [{ LS: 'V2', PLACE: 'A3' }, { LS: 'C2', PLACE: 'A4' }] }, fires: [] },
  { says: 'no legal status given', given: { Episodes: [{ LS: '', PLACE: 'A6' }] }, fires: [] },
]
