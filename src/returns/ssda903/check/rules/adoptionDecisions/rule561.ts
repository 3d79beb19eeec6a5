import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isReversed } from './decisions.ts'

export const rule561: ChildRule = {
  code: '561',
  meaning: 'Last year already told that this decision to place the child for adoption was reversed.',
  mend: 'Leave it out of this year; if it was made again, give the day of the new decision.',
  who: 'adoption team',
  fields: ['DATE_PLACED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED'] },
  readsLast: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  check: (child, _context, mark) => {
    const reversed = child.PlacedAdoption.length === 0 ? undefined : child.last?.PlacedAdoption.filter(isReversed)
    if (reversed === undefined || reversed.length === 0) return
    for (const row of child.PlacedAdoption) {
      if (row.DATE_PLACED !== null && reversed.some(({ DATE_PLACED }) => DATE_PLACED === row.DATE_PLACED)) mark(row)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'reversed last year, given again',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/12/2024' }] },
    fires: [['PlacedAdoption', 0]],
  },
  {
    says: 'reversed last year, decided again on another day',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/12/2024' }] },
    fires: [],
  },
  {
    says: 'not reversed last year',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/12/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'days that cannot be read are not the same day',
    given: { PlacedAdoption: [{ DATE_PLACED: '31/04/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '31/04/2024', DATE_PLACED_CEASED: '01/12/2024' }] },
    fires: [],
  },
]
