import { isUnreadable } from '../../rows.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule116: ChildRule = {
  code: '116',
  meaning: 'The day the decision that the child should be placed for adoption was reversed is not a day that exists.',
  mend: 'Write the day of the reversal as DD/MM/YYYY.',
  who: 'adoption team',
  fields: ['DATE_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED_CEASED'] },
  check: eachRow('PlacedAdoption', (row) => isUnreadable(row, 'DATE_PLACED_CEASED')),
}

export const cases: readonly RuleCase[] = [
  { says: 'words instead of a day', given: { PlacedAdoption: [{ DATE_PLACED_CEASED: 'in June' }] }, fires: [['PlacedAdoption', 0]] },
  { says: 'a day', given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '30/06/2025' }] }, fires: [] },
  { says: 'not reversed', given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '' }] }, fires: [] },
]
