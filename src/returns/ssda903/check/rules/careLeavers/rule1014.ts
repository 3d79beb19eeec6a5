import { careLeaverColumns, notLookedAfterInYear } from '../../careLeavers.ts'
import { anyGiven, markGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1014: ChildRule = {
  code: '1014',
  meaning: 'A care leaver who was not looked after in the year is told to be, or to have been, an unaccompanied asylum-seeking child.',
  mend: 'Take out the row of unaccompanied children: it is asked only of those looked after in the year.',
  who: 'leaving care team',
  fields: ['ACTIV', 'ACCOM', 'IN_TOUCH', 'DUC'],
  years: { from: 2023 },
  // It reads the Episodes: whoever was looked after for some of the year and left has both. A row is the flag, with or
  // without the day the status ceased.
  reads: { Episodes: ['DECOM', 'DEC'], UASC: [], OC3: careLeaverColumns },
  check: (child, context, mark) => {
    if (child.UASC.length === 0) return
    const leaving = child.OC3.filter((row) => anyGiven(row, careLeaverColumns))
    if (leaving.length === 0 || !notLookedAfterInYear(child, context)) return
    for (const row of child.UASC) mark(row, ['DUC'])
    for (const row of leaving) markGiven(row, ['ACTIV', 'ACCOM', 'IN_TOUCH'], mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'no episode in the year',
    given: { UASC: [{ DUC: '01/05/2024' }], OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
    fires: [['UASC', 0, ['DUC']], ['OC3', 0, ['ACTIV', 'ACCOM', 'IN_TOUCH']]],
  },
  { says: 'a row without a day', given: { UASC: [{}], OC3: [{ IN_TOUCH: 'YES' }] }, fires: [['UASC', 0, ['DUC']], ['OC3', 0, ['IN_TOUCH']]] },
  {
    says: 'left care in the year',
    given: { UASC: [{ DUC: '01/05/2025' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '01/02/2023', DEC: '01/05/2025' }] },
    fires: [],
  },
  { says: 'no care leaver', given: { UASC: [{ DUC: '01/05/2024' }], OC3: [{}] }, fires: [] },
  { says: 'not unaccompanied', given: { OC3: [{ IN_TOUCH: 'YES' }] }, fires: [] },
]
