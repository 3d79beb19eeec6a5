import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { decidedOtherwiseLastYear, isReversed } from './decisions.ts'

export const rule584: ChildRule = {
  code: '584',
  meaning: 'A decision to place the child for adoption was reversed this year, but last year gave it another day.',
  mend: 'Give the decision the day told last year.',
  who: 'adoption team',
  fields: ['DATE_PLACED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  readsLast: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  // UNCERTAIN: the text does not say in which year the decision changed. After a reversal last year a new day would be right
  // (rule 561 wants one), so it speaks of a reversal this year: the twin of rule 560, where the decision stands.
  check: (child, _context, mark) => {
    if (child.PlacedAdoption.length === 0) return
    const row = decidedOtherwiseLastYear(child)
    if (row !== undefined && isReversed(row)) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day apart, reversed this year',
    given: { PlacedAdoption: [{ DATE_PLACED: '02/05/2024', DATE_PLACED_CEASED: '01/09/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [['PlacedAdoption', 0]],
  },
  {
    says: 'the same day, reversed this year',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/09/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'the old decision was reversed last year',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2025', DATE_PLACED_CEASED: '01/09/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/12/2024' }] },
    fires: [],
  },
  {
    says: 'a day apart, still standing: that is rule 560',
    given: { PlacedAdoption: [{ DATE_PLACED: '02/05/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
]
