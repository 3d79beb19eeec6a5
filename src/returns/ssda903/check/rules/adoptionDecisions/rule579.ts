import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { datedDecisions, isReversed, type DecisionRow } from './decisions.ts'

export const rule579: ChildRule = {
  code: '579',
  meaning: 'A decision that the child should be placed for adoption was made while an earlier one still stood.',
  mend: 'Give the day the earlier decision was reversed, or take out the one that is not right.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  // A decision on the very day of the reversal is not before it. The fault may lie with either of the two: both are marked.
  check: ({ PlacedAdoption }, _context, mark) => {
    if (PlacedAdoption.length < 2) return
    const overlapping = new Set<DecisionRow>()
    const decisions = datedDecisions(PlacedAdoption)
    decisions.forEach(({ row }, at) => {
      for (const later of decisions.slice(at + 1)) {
        const ceased = row.DATE_PLACED_CEASED
        if (isReversed(row) && (ceased === null || later.on >= ceased)) continue
        overlapping.add(row).add(later.row)
      }
    })
    for (const row of overlapping) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the earlier one still stands',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/09/2025' }, { DATE_PLACED: '01/05/2024' }] },
    fires: [['PlacedAdoption', 0], ['PlacedAdoption', 1]],
  },
  {
    says: 'made the day before the reversal',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '02/09/2025' }, { DATE_PLACED: '01/09/2025' }] },
    fires: [['PlacedAdoption', 0], ['PlacedAdoption', 1]],
  },
  {
    says: 'made the day of the reversal',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/09/2025' }, { DATE_PLACED: '01/09/2025' }] },
    fires: [],
  },
  {
    says: 'made while the earlier one stood; the decision of another child lies between',
    given: {
      PlacedAdoption: [
        { DATE_PLACED: '01/05/2025', DATE_PLACED_CEASED: '01/12/2025' },
        { CHILD: '2', DATE_PLACED: '01/09/2025' },
        { DATE_PLACED: '01/10/2025' },
      ],
    },
    fires: [['PlacedAdoption', 0], ['PlacedAdoption', 2]],
  },
  {
    says: 'a day of reversal that cannot be read',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '31/09/2025' }, { DATE_PLACED: '01/09/2025' }] },
    fires: [],
  },
  { says: 'one decision', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] }, fires: [] },
]
