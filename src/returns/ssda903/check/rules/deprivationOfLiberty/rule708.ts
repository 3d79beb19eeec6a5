import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule708: ChildRule = {
  code: '708',
  meaning: 'A deprivation of liberty order is dated before the child was born.',
  mend: 'Correct the dates of the order, or the date of birth.',
  who: 'social worker',
  fields: ['DOLO_START'],
  years: { from: 2027 },
  reads: { DoLo: ['DOB', 'DOLO_START', 'DOLO_END'] },
  // The message speaks of the dates, so the end counts as well, though only the start is marked.
  check: eachRow('DoLo', ({ DOB, DOLO_START, DOLO_END }) => {
    if (DOB === null) return false
    return (DOLO_START !== null && DOLO_START < DOB) || (DOLO_END !== null && DOLO_END < DOB)
  }),
}

export const cases: readonly RuleCase[] = [
  { says: 'the day before birth', given: { DoLo: [{ DOB: '02/06/2012', DOLO_START: '01/06/2012' }] }, fires: [['DoLo', 0]] },
  { says: 'the day of birth', given: { DoLo: [{ DOB: '02/06/2012', DOLO_START: '02/06/2012' }] }, fires: [] },
  { says: 'the end before birth', given: { DoLo: [{ DOB: '02/06/2012', DOLO_END: '01/06/2012' }] }, fires: [['DoLo', 0]] },
  { says: 'a date of birth that cannot be read', given: { DoLo: [{ DOB: '2012', DOLO_START: '01/06/2011' }] }, fires: [] },
]
