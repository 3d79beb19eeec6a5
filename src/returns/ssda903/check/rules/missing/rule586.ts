import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule586: ChildRule = {
  code: '586',
  meaning: 'The child is said to have been missing or away before being born.',
  mend: 'Check the days and the date of birth: one of them is wrong.',
  who: 'returns team',
  fields: ['MIS_START'],
  years: { from: 2023 },
  reads: { Missing: ['DOB', 'MIS_START', 'MIS_END'] },
  // The message speaks of the period's dates, so an end before birth counts too.
  check: eachRow(
    'Missing',
    ({ DOB, MIS_START, MIS_END }) =>
      DOB !== null && ((MIS_START !== null && MIS_START < DOB) || (MIS_END !== null && MIS_END < DOB)),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before birth',
    given: { Missing: [{ DOB: '05/06/2010', MIS_START: '04/06/2010' }] },
    fires: [['Missing', 0]],
  },
  { says: 'the day of birth', given: { Missing: [{ DOB: '05/06/2010', MIS_START: '05/06/2010' }] }, fires: [] },
  {
    says: 'an end before birth',
    given: { Missing: [{ DOB: '05/06/2010', MIS_END: '04/06/2010' }] },
    fires: [['Missing', 0]],
  },
  { says: 'no date of birth', given: { Missing: [{ MIS_START: '04/06/2010' }] }, fires: [] },
  {
    says: 'a date of birth that cannot be read',
    given: { Missing: [{ DOB: '2010', MIS_START: '04/06/1990' }] },
    fires: [],
  },
]
