import { birthdaysInYear, careLeaverColumns, lookedAfterBeyond } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1007: ChildRule = {
  code: '1007',
  meaning: 'Care leaver information is given for a young person who was still looked after on the 17th or 18th birthday.',
  mend: 'Leave it blank this year, or mend the episodes.',
  who: 'leaving care team',
  fields: careLeaverColumns,
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC', 'LS'], OC3: ['DOB', ...careLeaverColumns] },
  // Whoever left care on the birthday itself is a care leaver that day.
  check: (child, context, mark) => {
    for (const row of child.OC3) {
      if (row.DOB === null) continue
      if (birthdaysInYear(row.DOB, context).some((day) => lookedAfterBeyond(child, day))) markGiven(row, careLeaverColumns, mark)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'left care the day after the 17th birthday',
    given: { Episodes: [{ DECOM: '01/02/2020', DEC: '02/06/2025', LS: 'C2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
    fires: [['OC3', 0]],
  },
  {
    says: 'left care on the 18th birthday',
    given: { Episodes: [{ DECOM: '01/02/2020', DEC: '01/06/2025', LS: 'C2' }], OC3: [{ DOB: '01/06/2007', IN_TOUCH: 'YES' }] },
    fires: [],
  },
  {
    says: 'came into care on the 17th birthday',
    given: { Episodes: [{ DECOM: '01/06/2025', LS: 'V2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }] },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  {
    says: 'came into care the day after',
    given: { Episodes: [{ DECOM: '02/06/2025', LS: 'V2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }] },
    fires: [],
  },
  { says: 'the 19th birthday', given: { Episodes: [{ DECOM: '01/02/2020', LS: 'C2' }], OC3: [{ DOB: '01/06/2006', IN_TOUCH: 'YES' }] }, fires: [] },
  {
    says: 'an episode left open before the one that ended before the birthday',
    given: {
      Episodes: [{ DECOM: '01/02/2020', LS: 'C2' }, { DECOM: '01/02/2022', DEC: '01/05/2025', LS: 'C2' }],
      OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }],
    },
    fires: [],
  },
  { says: 'a short break', given: { Episodes: [{ DECOM: '01/02/2020', LS: 'V4' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }] }, fires: [] },
  {
    says: 'left care on a day that cannot be read',
    given: { Episodes: [{ DECOM: '01/02/2020', DEC: '31/06/2025', LS: 'C2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }] },
    fires: [],
  },
]
