import { careLeaverColumns } from '../../careLeavers.ts'
import { givenOf } from '../../given.ts'
import { isReachedAtStart, isUnderAtEnd } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule391: ChildRule = {
  code: '391',
  meaning: 'Care leaver information is given for a young person who was at no time of the year 17 to 21.',
  mend: 'Take it out, or mend the date of birth.',
  who: 'leaving care team',
  fields: ['DOB', ...careLeaverColumns],
  years: { from: 2023 },
  reads: { OC3: ['DOB', ...careLeaverColumns] },
  // UNCERTAIN: the return asks about 17th to 21st birthdays, but who turned 22 in the year was 21 for some of it, and the
  // text asks no more than that.
  check: ({ OC3 }, context, mark) => {
    for (const row of OC3) {
      const { DOB } = row
      if (DOB === null || !(isUnderAtEnd(DOB, 17, context) || isReachedAtStart(DOB, 22, context))) continue
      const given = givenOf(row, careLeaverColumns)
      if (given.length > 0) mark(row, ['DOB', ...given])
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: '17 the day after the year ended', given: { OC3: [{ DOB: '01/04/2009', IN_TOUCH: 'YES' }] }, fires: [['OC3', 0, ['DOB', 'IN_TOUCH']]] },
  { says: '17 on the last day of the year', given: { OC3: [{ DOB: '31/03/2009', IN_TOUCH: 'YES' }] }, fires: [] },
  { says: '22 on the first day of the year', given: { OC3: [{ DOB: '01/04/2003', IN_TOUCH: 'YES' }] }, fires: [['OC3', 0, ['DOB', 'IN_TOUCH']]] },
  { says: '22 the day after', given: { OC3: [{ DOB: '02/04/2003', IN_TOUCH: 'YES' }] }, fires: [] },
  { says: 'a row with nothing in it', given: { OC3: [{ DOB: '01/04/2012' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { OC3: [{ DOB: '31/04/2012', IN_TOUCH: 'YES' }] }, fires: [] },
]
