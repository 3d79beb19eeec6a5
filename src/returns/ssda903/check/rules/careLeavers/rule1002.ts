import { careLeaverColumns } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1002: ChildRule = {
  code: '1002',
  meaning: 'Care leaver information is given for a young person who has no episode of care this year or last.',
  mend: 'Check that the child code is the one used in care. Where the young person left care in a year before last there is nothing to mend.',
  who: 'leaving care team',
  fields: careLeaverColumns,
  years: { from: 2023 },
  reads: { Episodes: [], OC3: careLeaverColumns },
  readsLast: { Episodes: [] },
  check: ({ OC3, Episodes, last }, _context, mark) => {
    if (Episodes.length > 0 || (last !== null && last.Episodes.length > 0)) return
    for (const row of OC3) markGiven(row, careLeaverColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'no episode', given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] }, fires: [['OC3', 0]] },
  {
    says: 'last year has the young person, and no episode',
    given: { OC3: [{ IN_TOUCH: 'YES' }] },
    last: { OC3: [{ IN_TOUCH: 'YES' }] },
    fires: [['OC3', 0, ['IN_TOUCH']]],
  },
  { says: 'an episode last year', given: { OC3: [{ IN_TOUCH: 'YES' }] }, last: { Episodes: [{ DECOM: '01/05/2020' }] }, fires: [] },
  { says: 'an episode this year', given: { OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '01/05/2020' }] }, fires: [] },
  { says: 'a row with nothing in it', given: { OC3: [{}] }, fires: [] },
]
