import { hasNoProvider } from '../../placementTypes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule178: ChildRule = {
  code: '178',
  meaning: 'Who provides the placement is not given, or is not one of the codes.',
  mend: 'Give PR0 for a parent, PR1 for the authority itself, PR2 to PR5 for others.',
  who: 'placements team',
  fields: ['PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  // It was redefined when Z1 became Z11 to Z14, so it knows the placements that have no provider: of all others it asks
  // a valid code, and a blank is none. Where the placement type is not known a blank may be right.
  check: eachRow('Episodes', (row, { codes }) => {
    if (hasNoProvider(row) || codes('PLACE_PROVIDER').has(row.PLACE_PROVIDER)) return false
    return row.PLACE_PROVIDER !== '' || codes('PLACE').has(row.PLACE)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a code that does not exist',
    given: { Episodes: [{ PLACE: 'U6', PLACE_PROVIDER: 'PR6' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'none', given: { Episodes: [{ PLACE: 'U6' }] }, fires: [['Episodes', 0]] },
  {
    says: 'the first and the last code',
    given: { Episodes: [{ PLACE: 'P1', PLACE_PROVIDER: 'PR0' }, { PLACE: 'U6', PLACE_PROVIDER: 'PR5' }] },
    fires: [],
  },
  {
    says: 'a temporary and an other placement without one',
    given: { Episodes: [{ PLACE: 'T1' }, { PLACE: 'Z12' }] },
    fires: [],
  },
  { says: 'an other placement of the year before', year: 2025, given: { Episodes: [{ PLACE: 'Z1' }] }, fires: [] },
  { says: 'no provider, for a placement type that does not exist', given: { Episodes: [{ PLACE: 'X9' }] }, fires: [] },
]
