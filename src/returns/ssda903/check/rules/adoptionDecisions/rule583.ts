import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { datedDecisions, isReversed } from './decisions.ts'

export const rule583: ChildRule = {
  code: '583',
  meaning: 'More than one decision that the child should be placed for adoption is given, and an earlier one has not been reversed.',
  mend: 'Check that both were made; if so, give the day the earlier one was reversed, which may lie in an earlier year.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  check: ({ PlacedAdoption }, _context, mark) => {
    if (PlacedAdoption.length < 2) return
    const decisions = datedDecisions(PlacedAdoption)
    const latest = decisions.at(-1)
    const standing = decisions.slice(0, -1).filter(({ row }) => !isReversed(row))
    if (latest === undefined || standing.length === 0) return
    for (const { row } of standing) mark(row)
    mark(latest.row, ['DATE_PLACED'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the earlier one stands',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }, { DATE_PLACED: '01/09/2025' }] },
    fires: [['PlacedAdoption', 0], ['PlacedAdoption', 1, ['DATE_PLACED']]],
  },
  {
    says: 'the earlier one stands second in the file',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/09/2025', DATE_PLACED_CEASED: '01/02/2026' }, { DATE_PLACED: '01/05/2024' }] },
    fires: [['PlacedAdoption', 1], ['PlacedAdoption', 0, ['DATE_PLACED']]],
  },
  {
    says: 'the earlier one was reversed',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/06/2025' }, { DATE_PLACED: '01/09/2025' }] },
    fires: [],
  },
  { says: 'one decision', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }, {}] }, fires: [] },
  { says: 'two children', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }, { CHILD: '2', DATE_PLACED: '01/09/2025' }] }, fires: [] },
]
