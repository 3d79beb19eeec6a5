import { careLeaverColumns } from '../../careLeavers.ts'
import { anyGiven, markGiven } from '../../given.ts'
import { outcomeColumns } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule215: ChildRule = {
  code: '215',
  meaning: 'The same young person has care leaver information and the health and outcomes of a child looked after for twelve months.',
  mend: 'Take out the one that does not belong: nobody is both in one year.',
  who: 'leaving care team',
  fields: [...careLeaverColumns, ...outcomeColumns],
  years: { from: 2023 },
  reads: { OC3: careLeaverColumns, OC2: outcomeColumns },
  check: ({ OC3, OC2 }, _context, mark) => {
    const leaving = OC3.filter((row) => anyGiven(row, careLeaverColumns))
    const told = OC2.filter((row) => anyGiven(row, outcomeColumns))
    if (leaving.length === 0 || told.length === 0) return
    for (const row of leaving) markGiven(row, careLeaverColumns, mark)
    for (const row of told) markGiven(row, outcomeColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'both',
    given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }], OC2: [{ CONVICTED: '0' }] },
    fires: [['OC3', 0, ['IN_TOUCH', 'ACTIV', 'ACCOM']], ['OC2', 0, ['CONVICTED']]],
  },
  { says: 'a row of outcomes with nothing in it', given: { OC3: [{ IN_TOUCH: 'YES' }], OC2: [{}] }, fires: [] },
  { says: 'a row of care leavers with nothing in it', given: { OC3: [{}], OC2: [{ CONVICTED: '0' }] }, fires: [] },
  { says: 'two young people', given: { OC3: [{ IN_TOUCH: 'YES' }], OC2: [{ CHILD: '2', CONVICTED: '0' }] }, fires: [] },
]
