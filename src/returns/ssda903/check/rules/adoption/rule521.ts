import { adoptionPlacements } from '../../adoption.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule521: ChildRule = {
  code: '521',
  meaning: 'The child was placed for adoption before it was decided that the child should be.',
  mend: 'Check the day of the decision and the day the placement for adoption began.',
  who: 'adoption team',
  fields: ['PLACE', 'DECOM', 'DATE_INT'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE'], AD1: ['DATE_INT'] },
  // The decision given with the adoption is the one for the last placement: an earlier placement may have failed.
  check: (child, _context, mark) => {
    if (child.AD1.length === 0) return
    const placed = adoptionPlacements(child).at(-1)
    if (placed === undefined) return
    for (const row of child.AD1) {
      if (row.DATE_INT === null || row.DATE_INT <= placed.on) continue
      mark(placed.episode, ['PLACE', 'DECOM'])
      mark(row, ['DATE_INT'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided the day after',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A4' }], AD1: [{ DATE_INT: '02/05/2025' }] },
    fires: [['Episodes', 0, ['PLACE', 'DECOM']], ['AD1', 0, ['DATE_INT']]],
  },
  {
    says: 'decided the same day',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A4' }], AD1: [{ DATE_INT: '01/05/2025' }] },
    fires: [],
  },
  {
    says: 'decided during the placement, before a stay in hospital',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'A4' },
        { DECOM: '01/08/2025', RNE: 'P', PLACE: 'T1' },
        { DECOM: '04/08/2025', RNE: 'P', PLACE: 'A4' },
      ],
      AD1: [{ DATE_INT: '01/07/2025' }],
    },
    fires: [['Episodes', 0, ['PLACE', 'DECOM']], ['AD1', 0, ['DATE_INT']]],
  },
  {
    says: 'decided again after a placement that failed',
    given: {
      Episodes: [
        { DECOM: '01/05/2024', RNE: 'P', PLACE: 'A6' },
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'U6' },
        { DECOM: '01/12/2025', RNE: 'P', PLACE: 'A6' },
      ],
      AD1: [{ DATE_INT: '01/07/2025' }],
    },
    fires: [],
  },
  {
    says: 'never placed for adoption',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'U5' }], AD1: [{ DATE_INT: '02/05/2025' }] },
    fires: [],
  },
]
