import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { decidedOtherwiseLastYear, isReversed } from './decisions.ts'

export const rule560: ChildRule = {
  code: '560',
  meaning: 'Last year gave the standing decision that the child should be placed for adoption another day.',
  mend: 'Give the day told last year; if a new decision was made, give the old one too, with the day and the reason of its reversal.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  readsLast: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  // "Did not change": neither year says that it was reversed. Where this year does, it is rule 584.
  check: (child, _context, mark) => {
    if (child.PlacedAdoption.length === 0) return
    const row = decidedOtherwiseLastYear(child)
    if (row !== undefined && !isReversed(row)) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day apart',
    given: { PlacedAdoption: [{ DATE_PLACED: '02/05/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [['PlacedAdoption', 0]],
  },
  {
    says: 'a new decision, the old one left out',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/09/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [['PlacedAdoption', 0]],
  },
  {
    says: 'the same day',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'the old decision reversed this year and a new one made',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/06/2025' }, { DATE_PLACED: '01/09/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'the old decision was reversed last year',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/09/2025' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/12/2024' }] },
    fires: [],
  },
  { says: 'no decision last year', given: { PlacedAdoption: [{ DATE_PLACED: '01/09/2025' }] }, fires: [] },
]
