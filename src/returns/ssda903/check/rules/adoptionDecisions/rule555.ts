import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { orderWithoutDecision } from './orders.ts'

export const rule555: ChildRule = {
  code: '555',
  meaning: 'There is a freeing order, but no day is given on which it was decided that the child should be placed for adoption.',
  mend: 'Give the day of the decision, or mend the legal status: no freeing order was made after 2005.',
  who: 'adoption team',
  fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  years: { from: 2023, to: 2025 },
  reads: { Episodes: ['LS'], PlacedAdoption: ['DATE_PLACED'] },
  check: orderWithoutDecision('D1'),
}

export const cases: readonly RuleCase[] = [
  { says: 'no decision', given: { Episodes: [{ LS: 'D1' }] }, fires: [['Episodes', 0, ['CHILD']]] },
  {
    says: 'a decision without its day',
    given: { Episodes: [{ LS: 'D1' }], PlacedAdoption: [{}] },
    fires: [['Episodes', 0, ['CHILD']], ['PlacedAdoption', 0, ['DATE_PLACED']]],
  },
  { says: 'a decision', given: { Episodes: [{ LS: 'D1' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2004' }] }, fires: [] },
  { says: 'a placement order: that is rule 553', given: { Episodes: [{ LS: 'E1' }] }, fires: [] },
]
