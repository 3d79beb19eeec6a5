import { careLeaverColumns, notLookedAfterInYear } from '../../careLeavers.ts'
import { anyGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule628: ChildRule = {
  code: '628',
  meaning: 'It is told whether a care leaver is a mother who was not looked after at any time of the year.',
  mend: 'Leave it blank: it is asked only of those looked after in the year.',
  who: 'leaving care team',
  fields: ['MOTHER'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC'], Header: ['MOTHER'], OC3: careLeaverColumns },
  check: (child, context, mark) => {
    if (!child.OC3.some((row) => anyGiven(row, careLeaverColumns)) || !notLookedAfterInYear(child, context)) return
    for (const row of child.Header) if (row.MOTHER !== '') mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'no episode', given: { Header: [{ MOTHER: '0' }], OC3: [{ IN_TOUCH: 'YES' }] }, fires: [['Header', 0]] },
  {
    says: 'left care the day before the year began',
    given: { Header: [{ MOTHER: '1' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '01/02/2020', DEC: '31/03/2025' }] },
    fires: [['Header', 0]],
  },
  {
    says: 'left care on the first day of the year',
    given: { Header: [{ MOTHER: '1' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '01/02/2020', DEC: '01/04/2025' }] },
    fires: [],
  },
  {
    says: 'left care on a day that cannot be read',
    given: { Header: [{ MOTHER: '1' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '01/02/2020', DEC: '31/02/2025' }] },
    fires: [],
  },
  { says: 'not told', given: { Header: [{}], OC3: [{ IN_TOUCH: 'YES' }] }, fires: [] },
  { says: 'no care leaver', given: { Header: [{ MOTHER: '1' }], OC3: [{}] }, fires: [] },
]
