import { isUnreadable } from '../../rows.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule115: ChildRule = {
  code: '115',
  meaning: 'The day it was decided that the child should be placed for adoption is not a day that exists.',
  mend: 'Write the day of the decision as DD/MM/YYYY.',
  who: 'adoption team',
  fields: ['DATE_PLACED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED'] },
  // Blank is left alone, unlike in rules 102, 141 and 166: whether there must be a day is for rules 551, 553 and 563, which
  // ask for it by name where one is needed. So a missing day is one finding, and says what is missing.
  check: eachRow('PlacedAdoption', (row) => isUnreadable(row, 'DATE_PLACED')),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day that does not exist', given: { PlacedAdoption: [{ DATE_PLACED: '31/06/2025' }] }, fires: [['PlacedAdoption', 0]] },
  { says: 'the last day of June', given: { PlacedAdoption: [{ DATE_PLACED: '30/06/2025' }] }, fires: [] },
  { says: 'no day', given: { PlacedAdoption: [{ DATE_PLACED: '' }] }, fires: [] },
]
