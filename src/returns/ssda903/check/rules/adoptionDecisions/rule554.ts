import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { orderBeforeDecision } from './orders.ts'

export const rule554: ChildRule = {
  code: '554',
  meaning: 'The placement order was made before it was decided that the child should be placed for adoption.',
  mend: 'Check both days. Where the order or an earlier decision stands in the return of an earlier year there may be nothing to mend.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DECOM', 'LS'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'LS'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  check: orderBeforeDecision('E1', ['DECOM', 'LS']),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided the day after',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'L', LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '02/05/2025' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['Episodes', 0, ['DECOM', 'LS']]],
  },
  {
    says: 'decided the same day',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'L', LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2025' }] },
    fires: [],
  },
  {
    says: 'the first episode under the order counts',
    given: {
      Episodes: [{ DECOM: '01/05/2025', RNE: 'L', LS: 'E1' }, { DECOM: '01/08/2025', RNE: 'P', LS: 'E1' }],
      PlacedAdoption: [{ DATE_PLACED: '01/06/2025' }],
    },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['Episodes', 0, ['DECOM', 'LS']]],
  },
  {
    says: 'a day that cannot be read',
    given: { Episodes: [{ DECOM: '31/04/2025', RNE: 'L', LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '02/05/2025' }] },
    fires: [],
  },
]
