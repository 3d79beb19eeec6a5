import { isUnreadable } from '../../rows.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule112: ChildRule = {
  code: '112',
  meaning: 'The day it was decided that the child should be placed for adoption, given with the adoption, is not a day that exists.',
  mend: 'Write the day of the decision as DD/MM/YYYY.',
  who: 'adoption team',
  fields: ['DATE_INT'],
  years: { from: 2023 },
  reads: { AD1: ['DATE_INT'] },
  check: eachRow('AD1', (row) => isUnreadable(row, 'DATE_INT')),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day that does not exist', given: { AD1: [{ DATE_INT: '31/04/2025' }] }, fires: [['AD1', 0]] },
  { says: 'the last day of April', given: { AD1: [{ DATE_INT: '30/04/2025' }] }, fires: [] },
  { says: 'no day: that is rule 151', given: { AD1: [{ DATE_INT: '' }] }, fires: [] },
]
