import { isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule398: ChildRule = {
  code: '398',
  meaning: 'A short break (V3 or V4) has postcodes, from which the return would work out a distance it does not ask.',
  mend: 'Leave both postcodes blank, or check the legal status.',
  who: 'returns team',
  fields: ['LS', 'HOME_POST', 'PL_POST'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'HOME_POST', 'PL_POST'] },
  // UNCERTAIN: either postcode is enough. The rule marks the two postcodes that took the place of the distance, so each
  // counts as the distance field completed, though it takes both to work one out.
  check({ Episodes }, _context, mark) {
    for (const row of Episodes) {
      if (!isShortBreak(row)) continue
      const given = (['HOME_POST', 'PL_POST'] as const).filter((column) => row[column] !== '')
      if (given.length > 0) mark(row, ['LS', ...given])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'both postcodes',
    given: { Episodes: [{ LS: 'V3', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the home postcode',
    given: { Episodes: [{ LS: 'V4', HOME_POST: 'N22 1AA' }] },
    fires: [['Episodes', 0, ['LS', 'HOME_POST']]],
  },
  { says: 'neither', given: { Episodes: [{ LS: 'V3' }] }, fires: [] },
  { says: 'accommodated', given: { Episodes: [{ LS: 'V2', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] }, fires: [] },
]
