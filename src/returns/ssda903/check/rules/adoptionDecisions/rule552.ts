import { adoptionPlacements } from '../../adoption.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { decidedTooLate } from './decisions.ts'

export const rule552: ChildRule = {
  code: '552',
  meaning: 'The child was placed for adoption before it was decided that the child should be.',
  mend: 'Check the day of the decision and the day the placement for adoption began.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  // A decision reversed before the placement cannot carry it.
  check: (child, _context, mark) => {
    if (child.PlacedAdoption.length === 0) return
    for (const { episode, on } of adoptionPlacements(child)) {
      const late = decidedTooLate(child.PlacedAdoption, on)
      if (late === undefined) continue
      mark(late, ['DATE_PLACED'])
      mark(episode, ['DECOM'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided the day after',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A6' }], PlacedAdoption: [{ DATE_PLACED: '02/05/2025' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'decided the same day',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A6' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2025' }] },
    fires: [],
  },
  {
    says: 'placed between a reversal and the new decision',
    given: {
      Episodes: [{ DECOM: '01/07/2025', RNE: 'P', PLACE: 'A6' }],
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/05/2025' }, { DATE_PLACED: '01/09/2025' }],
    },
    fires: [['PlacedAdoption', 1, ['DATE_PLACED']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'a second decision after a placement under the first',
    given: {
      Episodes: [{ DECOM: '01/07/2024', RNE: 'P', PLACE: 'A6' }],
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/05/2025' }, { DATE_PLACED: '01/09/2025' }],
    },
    fires: [],
  },
  {
    says: 'a day that cannot be read',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A6' }], PlacedAdoption: [{ DATE_PLACED: '31/06/2025' }] },
    fires: [],
  },
]
