import { isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule214: ChildRule = {
  code: '214',
  meaning: 'A short break (V3 or V4) says where the child was placed, which the return does not ask.',
  mend: 'Leave the placement postcode and the URN blank, or check the legal status.',
  who: 'returns team',
  fields: ['PL_POST', 'URN'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PL_POST', 'URN'] },
  // The message does not say for whom it is not required: short breaks are the one exception the DfE's guide names.
  check({ Episodes }, _context, mark) {
    for (const row of Episodes) {
      if (!isShortBreak(row)) continue
      const given = (['PL_POST', 'URN'] as const).filter((column) => row[column] !== '')
      if (given.length > 0) mark(row, given)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'both given',
    given: { Episodes: [{ LS: 'V3', PL_POST: 'N17 2BB', URN: 'SC123456' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the postcode alone',
    given: { Episodes: [{ LS: 'V4', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0, ['PL_POST']]],
  },
  { says: 'the URN alone', given: { Episodes: [{ LS: 'V3', URN: 'XXXXXXX' }] }, fires: [['Episodes', 0, ['URN']]] },
  { says: 'neither', given: { Episodes: [{ LS: 'V3' }] }, fires: [] },
  { says: 'accommodated', given: { Episodes: [{ LS: 'V2', PL_POST: 'N17 2BB', URN: 'SC123456' }] }, fires: [] },
]
