import { isAdopted } from '../../adoption.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { onlyReversed } from './decisions.ts'

export const rule558: ChildRule = {
  code: '558',
  meaning: 'The child was adopted, but the decision that the child should be placed for adoption is said to have been reversed.',
  mend: 'Take out the day of the reversal, or mend why the child left care.',
  who: 'adoption team',
  fields: ['DATE_PLACED_CEASED', 'REC'],
  years: { from: 2023 },
  reads: { Episodes: ['REC'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  // An earlier decision that was reversed and made again keeps its day of reversal.
  check: ({ Episodes, PlacedAdoption }, _context, mark) => {
    if (PlacedAdoption.length === 0) return
    const order = Episodes.find(isAdopted)
    if (order === undefined) return
    const reversed = onlyReversed(PlacedAdoption)
    for (const row of reversed) mark(row, ['DATE_PLACED_CEASED'])
    if (reversed.length > 0) mark(order, ['REC'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'reversed and adopted',
    given: { Episodes: [{ REC: 'E11' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/09/2025' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']], ['Episodes', 0, ['REC']]],
  },
  {
    says: 'a day of reversal that cannot be read is given',
    given: { Episodes: [{ REC: 'E12' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '31/09/2025' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']], ['Episodes', 0, ['REC']]],
  },
  {
    says: 'reversed, decided again, adopted',
    given: {
      Episodes: [{ REC: 'E11' }],
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/05/2025' }, { DATE_PLACED: '01/06/2025' }],
    },
    fires: [],
  },
  { says: 'not reversed', given: { Episodes: [{ REC: 'E12' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] }, fires: [] },
  {
    says: 'not adopted',
    given: { Episodes: [{ REC: 'E45' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/09/2025' }] },
    fires: [],
  },
]
