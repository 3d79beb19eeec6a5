import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { orderWithoutDecision } from './orders.ts'

export const rule553: ChildRule = {
  code: '553',
  meaning: 'There is a placement order, but no day is given on which it was decided that the child should be placed for adoption.',
  mend: 'Give the day of the decision, or mend the legal status.',
  who: 'adoption team',
  fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { Episodes: ['LS'], PlacedAdoption: ['DATE_PLACED'] },
  check: orderWithoutDecision('E1'),
}

export const cases: readonly RuleCase[] = [
  { says: 'no decision', given: { Episodes: [{ LS: 'C2' }, { LS: 'E1' }, { LS: 'E1' }] }, fires: [['Episodes', 1, ['CHILD']]] },
  {
    says: 'a decision without its day',
    given: { Episodes: [{ LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED_CEASED: '01/05/2025' }] },
    fires: [['Episodes', 0, ['CHILD']], ['PlacedAdoption', 0, ['DATE_PLACED']]],
  },
  { says: 'a decision', given: { Episodes: [{ LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] }, fires: [] },
  { says: 'a day that cannot be read is given', given: { Episodes: [{ LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '31/04/2024' }] }, fires: [] },
  { says: 'another order', given: { Episodes: [{ LS: 'C2' }] }, fires: [] },
]
