import { endsCare, isShortBreak } from '../../care.ts'
import { birthdaysInYear, careLeaverColumns } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1016: ChildRule = {
  code: '1016',
  meaning: 'Care leaver information is given for a young person who left care in the year after the 17th or 18th birthday.',
  mend: 'Leave it blank this year, or mend the day the young person left care.',
  who: 'leaving care team',
  fields: careLeaverColumns,
  years: { from: 2024 },
  reads: { Episodes: ['DEC', 'REC', 'LS'], OC3: ['DOB', ...careLeaverColumns] },
  check: ({ OC3, Episodes }, context, mark) => {
    for (const row of OC3) {
      if (row.DOB === null) continue
      const birthdays = birthdaysInYear(row.DOB, context)
      const leftAfter = Episodes.some(
        (episode) => endsCare(episode) && !isShortBreak(episode) && birthdays.some((day) => episode.DEC !== null && episode.DEC > day),
      )
      if (leftAfter) markGiven(row, careLeaverColumns, mark)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day after the 17th birthday',
    given: { Episodes: [{ DEC: '02/06/2025', REC: 'E4A', LS: 'V2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
    fires: [['OC3', 0]],
  },
  {
    says: 'on the 17th birthday',
    given: { Episodes: [{ DEC: '01/06/2025', REC: 'E4A', LS: 'V2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }] },
    fires: [],
  },
  {
    says: 'born on 29 February: 18 on 1 March, and left that day; left the day after',
    given: {
      Episodes: [{ DEC: '01/03/2026', REC: 'E5', LS: 'C2' }, { CHILD: '2', DEC: '02/03/2026', REC: 'E5', LS: 'C2' }],
      OC3: [{ DOB: '29/02/2008', IN_TOUCH: 'YES' }, { CHILD: '2', DOB: '29/02/2008', IN_TOUCH: 'YES' }],
    },
    fires: [['OC3', 1, ['IN_TOUCH']]],
  },
  {
    says: 'only an episode ended',
    given: { Episodes: [{ DEC: '02/06/2025', REC: 'X1', LS: 'V2' }], OC3: [{ DOB: '01/06/2008', IN_TOUCH: 'YES' }] },
    fires: [],
  },
  {
    says: 'after the 16th birthday',
    given: { Episodes: [{ DEC: '02/06/2025', REC: 'E4A', LS: 'V2' }], OC3: [{ DOB: '01/06/2009', IN_TOUCH: 'YES' }] },
    fires: [],
  },
  {
    says: 'a birthday of the year before',
    given: { Episodes: [{ DEC: '01/04/2025', REC: 'E5', LS: 'C2' }], OC3: [{ DOB: '31/03/2007', IN_TOUCH: 'YES' }] },
    fires: [],
  },
]
