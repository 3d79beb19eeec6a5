import { careLeaverColumns } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import { openLastYear } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1010: ChildRule = {
  code: '1010',
  meaning: "Care leaver information is given for a young person whose last episode was open at the end of last year and is not in this year's return.",
  mend: 'Give the episodes of this year, with the day the young person left care.',
  who: 'returns team',
  fields: careLeaverColumns,
  years: { from: 2023 },
  reads: { Episodes: [], OC3: careLeaverColumns },
  readsLast: { Episodes: ['DECOM', 'DEC'] },
  check: (child, _context, mark) => {
    if (child.OC3.length === 0 || child.Episodes.length > 0 || openLastYear(child) === undefined) return
    for (const row of child.OC3) markGiven(row, careLeaverColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'open last year, gone this year',
    given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
    last: { Episodes: [{ DECOM: '01/05/2020' }] },
    fires: [['OC3', 0]],
  },
  { says: 'ended last year', given: { OC3: [{ IN_TOUCH: 'YES' }] }, last: { Episodes: [{ DECOM: '01/05/2020', DEC: '31/03/2025' }] }, fires: [] },
  {
    says: 'ended last year on a day that cannot be read',
    given: { OC3: [{ IN_TOUCH: 'YES' }] },
    last: { Episodes: [{ DECOM: '01/05/2020', DEC: '31/02/2025' }] },
    fires: [],
  },
  {
    says: 'there this year',
    given: { OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '01/05/2020', DEC: '01/05/2025' }] },
    last: { Episodes: [{ DECOM: '01/05/2020' }] },
    fires: [],
  },
  { says: 'a row with nothing in it', given: { OC3: [{}] }, last: { Episodes: [{ DECOM: '01/05/2020' }] }, fires: [] },
]
