import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule522: ChildRule = {
  code: '522',
  meaning: 'A decision that the child should be placed for adoption was reversed before it was made.',
  mend: 'Check both days of the decision.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  check: eachRow(
    'PlacedAdoption',
    ({ DATE_PLACED, DATE_PLACED_CEASED }) => DATE_PLACED !== null && DATE_PLACED_CEASED !== null && DATE_PLACED > DATE_PLACED_CEASED,
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'reversed the day before',
    given: { PlacedAdoption: [{ DATE_PLACED: '02/05/2025', DATE_PLACED_CEASED: '01/05/2025' }] },
    fires: [['PlacedAdoption', 0]],
  },
  { says: 'reversed the same day', given: { PlacedAdoption: [{ DATE_PLACED: '02/05/2025', DATE_PLACED_CEASED: '02/05/2025' }] }, fires: [] },
  { says: 'not reversed', given: { PlacedAdoption: [{ DATE_PLACED: '02/05/2025' }] }, fires: [] },
  { says: 'a day that cannot be read', given: { PlacedAdoption: [{ DATE_PLACED: '02/05/2025', DATE_PLACED_CEASED: '31/04/2025' }] }, fires: [] },
]
