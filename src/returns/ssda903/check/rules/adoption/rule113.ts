import { isUnreadable } from '../../rows.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule113: ChildRule = {
  code: '113',
  meaning: 'The day the child was matched with the adopters is not a day that exists.',
  mend: 'Write the day of the match as DD/MM/YYYY.',
  who: 'adoption team',
  fields: ['DATE_MATCH'],
  years: { from: 2023 },
  reads: { AD1: ['DATE_MATCH'] },
  check: eachRow('AD1', (row) => isUnreadable(row, 'DATE_MATCH')),
}

export const cases: readonly RuleCase[] = [
  { says: 'words instead of a day', given: { AD1: [{ DATE_MATCH: 'not yet' }] }, fires: [['AD1', 0]] },
  { says: 'a 29 February that does not exist', given: { AD1: [{ DATE_MATCH: '29/02/2025' }] }, fires: [['AD1', 0]] },
  { says: 'a 29 February that exists', given: { AD1: [{ DATE_MATCH: '29/02/2024' }] }, fires: [] },
  { says: 'no day: that is rule 151', given: { AD1: [{ DATE_MATCH: '' }] }, fires: [] },
]
