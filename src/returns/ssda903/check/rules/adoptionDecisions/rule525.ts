import { adoptionColumns } from '../../adoption.ts'
import { anyGiven, markGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { onlyReversed } from './decisions.ts'

export const rule525: ChildRule = {
  code: '525',
  meaning: 'Details of an adoption are given for a child for whom the decision to place for adoption was reversed.',
  mend: 'Take out the reversal, or the details of the adoption, or give the decision that was made again.',
  who: 'adoption team',
  fields: ['DATE_PLACED_CEASED', ...adoptionColumns],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'], AD1: adoptionColumns },
  // A child whose decision was reversed and made again may be adopted on the new one.
  check: ({ AD1, PlacedAdoption }, _context, mark) => {
    const adopted = AD1.filter((row) => anyGiven(row, adoptionColumns))
    if (adopted.length === 0) return
    const reversed = onlyReversed(PlacedAdoption)
    if (reversed.length === 0) return
    for (const row of reversed) mark(row, ['DATE_PLACED_CEASED'])
    for (const row of adopted) markGiven(row, adoptionColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'reversed and adopted',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/05/2025' }], AD1: [{ DATE_MATCH: '01/09/2024', FOSTER_CARE: '0' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']], ['AD1', 0, ['DATE_MATCH', 'FOSTER_CARE']]],
  },
  {
    says: 'reversed, decided again, adopted',
    given: {
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/05/2025' }, { DATE_PLACED: '01/06/2025' }],
      AD1: [{ FOSTER_CARE: '0' }],
    },
    fires: [],
  },
  { says: 'not reversed', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }], AD1: [{ FOSTER_CARE: '0' }] }, fires: [] },
  { says: 'not adopted', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/05/2025' }], AD1: [{}] }, fires: [] },
]
