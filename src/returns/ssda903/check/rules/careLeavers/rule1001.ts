import { bornByHeader, careLeaverColumns, wasEligible } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1001: ChildRule = {
  code: '1001',
  meaning: 'Care leaver information is given for a young person whose episodes do not come to thirteen weeks of care from 14, some of it at 16 or later.',
  mend: 'Take it out if the young person is neither relevant nor former relevant. Where care of years before last makes up the time there is nothing to mend.',
  who: 'leaving care team',
  fields: careLeaverColumns,
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC', 'LS'], OC3: ['DOB', ...careLeaverColumns] },
  readsIfGiven: { Header: ['DOB'] },
  readsLast: { Episodes: ['DECOM', 'DEC', 'LS'] },
  // It judges by the episodes there are: where there are none it is rule 1002. A young person who was in hospital or detained
  // on the 16th birthday after thirteen weeks of care is relevant too (Care Leavers Regulations 2010 regulation 3), which no
  // return shows.
  check: (child, context, mark) => {
    const any = child.Episodes.length > 0 || (child.last !== null && child.last.Episodes.length > 0)
    if (!any) return
    for (const row of child.OC3) {
      const born = bornByHeader(child, row)
      if (born !== undefined && wasEligible(child, born, context) === false) markGiven(row, careLeaverColumns, mark)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'ninety days from 16',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '29/07/2025', LS: 'V2' }], OC3: [{ DOB: '01/05/2009', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
    fires: [['OC3', 0]],
  },
  {
    says: 'ninety-one days from 16',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '30/07/2025', LS: 'V2' }], OC3: [{ DOB: '01/05/2009', IN_TOUCH: 'YES' }] },
    fires: [],
  },
  {
    says: 'the date of birth stands in the Header alone',
    given: {
      Header: [{ DOB: '01/05/2009' }],
      Episodes: [{ DECOM: '01/05/2025', DEC: '29/07/2025', LS: 'V2' }],
      OC3: [{ IN_TOUCH: 'YES' }],
    },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  {
    says: 'thirteen weeks, all before 16',
    given: { Episodes: [{ DECOM: '01/05/2024', DEC: '30/04/2025', LS: 'C2' }], OC3: [{ DOB: '01/05/2009', IN_TOUCH: 'YES' }] },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  {
    says: 'left care on the 16th birthday',
    given: { Episodes: [{ DECOM: '01/05/2024', DEC: '01/05/2025', LS: 'C2' }], OC3: [{ DOB: '01/05/2009', IN_TOUCH: 'YES' }] },
    fires: [],
  },
  {
    says: 'days before 14 do not count',
    given: { OC3: [{ DOB: '01/02/2009', IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '01/02/2026', DEC: '01/03/2026', LS: 'C2' }] },
    last: { Episodes: [{ DECOM: '01/02/2015', DEC: '31/01/2023', LS: 'C2' }] },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  {
    says: 'the same days in both files count once',
    given: { Episodes: [{ DECOM: '01/02/2025', DEC: '01/04/2025', LS: 'C2' }], OC3: [{ DOB: '01/02/2009', IN_TOUCH: 'YES' }] },
    last: { Episodes: [{ DECOM: '01/02/2025', LS: 'C2' }] },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  {
    says: 'two stays of both years add up',
    given: { Episodes: [{ DECOM: '01/02/2026', LS: 'C2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }] },
    last: { Episodes: [{ DECOM: '01/06/2024', DEC: '02/07/2024', LS: 'C2' }] },
    fires: [],
  },
  {
    says: 'only short breaks',
    given: { Episodes: [{ DECOM: '01/05/2024', LS: 'V4' }], OC3: [{ DOB: '01/05/2009', IN_TOUCH: 'YES' }] },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  {
    says: 'an episode at 16 that begins after the year is no care yet; one that ends before it begins tells nothing',
    given: {
      Episodes: [{ DECOM: '01/04/2026', LS: 'C2' }, { CHILD: '2', DECOM: '01/03/2026', DEC: '01/02/2026', LS: 'C2' }],
      OC3: [{ DOB: '01/02/2010', IN_TOUCH: 'YES' }, { CHILD: '2', DOB: '01/02/2010', IN_TOUCH: 'YES' }],
    },
    last: {
      Episodes: [{ DECOM: '01/05/2024', DEC: '01/03/2025', LS: 'C2' }, { CHILD: '2', DECOM: '01/05/2024', DEC: '01/03/2025', LS: 'C2' }],
    },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  { says: 'no episodes: that is rule 1002', given: { OC3: [{ DOB: '01/05/2007', IN_TOUCH: 'YES' }] }, fires: [] },
  {
    says: 'the day the care ended cannot be read',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '31/06/2025', LS: 'V2' }], OC3: [{ DOB: '01/05/2009', IN_TOUCH: 'YES' }] },
    fires: [],
  },
]
