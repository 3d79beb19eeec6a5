import { anyGiven } from '../../given.ts'
import { isBlank } from '../../rows.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule563: ChildRule = {
  code: '563',
  meaning: 'A decision that the child should be placed for adoption is said to be reversed, but not when it was made.',
  mend: 'Give the day of the decision, or take out the reversal.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'] },
  check: eachRow('PlacedAdoption', (row) => isBlank(row, 'DATE_PLACED') && anyGiven(row, ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'])),
}

export const cases: readonly RuleCase[] = [
  { says: 'the day of the reversal alone', given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/05/2025' }] }, fires: [['PlacedAdoption', 0]] },
  { says: 'the reason of the reversal alone', given: { PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD2' }] }, fires: [['PlacedAdoption', 0]] },
  {
    says: 'a decision and its reversal',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/05/2025', REASON_PLACED_CEASED: 'RD2' }] },
    fires: [],
  },
  {
    says: 'a day of decision that cannot be read is given',
    given: { PlacedAdoption: [{ DATE_PLACED: '31/04/2024', DATE_PLACED_CEASED: '01/05/2025' }] },
    fires: [],
  },
  { says: 'a row with nothing in it', given: { PlacedAdoption: [{}] }, fires: [] },
]
