import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { orderBeforeDecision } from './orders.ts'

export const rule556: ChildRule = {
  code: '556',
  meaning: 'The freeing order was made before it was decided that the child should be placed for adoption.',
  mend: 'Check the day of the decision and the day of the order.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DECOM'],
  years: { from: 2023, to: 2025 },
  reads: { Episodes: ['DECOM', 'RNE', 'LS'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  check: orderBeforeDecision('D1', ['DECOM']),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided the day after',
    given: { Episodes: [{ DECOM: '01/05/2024', RNE: 'L', LS: 'D1' }], PlacedAdoption: [{ DATE_PLACED: '02/05/2024' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'decided the same day',
    given: { Episodes: [{ DECOM: '01/05/2024', RNE: 'L', LS: 'D1' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'a placement order: that is rule 554',
    given: { Episodes: [{ DECOM: '01/05/2024', RNE: 'L', LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '02/05/2024' }] },
    fires: [],
  },
]
