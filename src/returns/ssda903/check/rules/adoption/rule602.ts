import { adoptionColumns, adoptionOrder } from '../../adoption.ts'
import { anyGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule602: ChildRule = {
  code: '602',
  meaning: 'Details of an adoption are given, but no episode of the child ended with an adoption order in the year.',
  mend: 'Close the last episode with E11 or E12 if the child was adopted, otherwise take out the details.',
  who: 'adoption team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], AD1: adoptionColumns },
  check: (child, context, mark) => {
    if (child.AD1.length === 0 || adoptionOrder(child, context) !== undefined) return
    for (const row of child.AD1) if (anyGiven(row, adoptionColumns)) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'left care otherwise', given: { Episodes: [{ DEC: '01/02/2026', REC: 'E45' }], AD1: [{ FOSTER_CARE: '0' }] }, fires: [['AD1', 0]] },
  { says: 'no episode', given: { AD1: [{ DATE_MATCH: '01/02/2026' }] }, fires: [['AD1', 0]] },
  {
    says: 'adopted the day before the year',
    given: { Episodes: [{ DEC: '31/03/2025', REC: 'E11' }], AD1: [{ FOSTER_CARE: '0' }] },
    fires: [['AD1', 0]],
  },
  {
    says: 'adopted on the first day of the year',
    given: { Episodes: [{ DEC: '01/04/2025', REC: 'E11' }], AD1: [{ FOSTER_CARE: '0' }] },
    fires: [],
  },
  {
    says: 'adopted on a day that cannot be read',
    given: { Episodes: [{ DEC: '31/02/2026', REC: 'E12' }], AD1: [{ FOSTER_CARE: '0' }] },
    fires: [],
  },
  { says: 'a row with nothing in it', given: { Episodes: [{ DEC: '01/02/2026', REC: 'E45' }], AD1: [{}] }, fires: [] },
]
