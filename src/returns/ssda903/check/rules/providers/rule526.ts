import { hasNoProvider } from '../../placementTypes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule526: ChildRule = {
  code: '526',
  meaning: 'Who provides the placement is not given.',
  mend: 'Give PR0 for a parent, PR1 for the authority itself, PR2 to PR5 for others.',
  who: 'placements team',
  fields: ['PLACE', 'PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  // Redefined for 2026, when Z1 became Z11 to Z14: which of them is in use the year's codes tell.
  check: eachRow('Episodes', (row, { codes }) => row.PLACE_PROVIDER === '' && !hasNoProvider(row) && codes('PLACE').has(row.PLACE)),
}

export const cases: readonly RuleCase[] = [
  { says: 'foster care', given: { Episodes: [{ PLACE: 'U6' }] }, fires: [['Episodes', 0]] },
  { says: 'with parents', given: { Episodes: [{ PLACE: 'P1' }] }, fires: [['Episodes', 0]] },
  {
    says: 'one episode of two',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', PLACE_PROVIDER: 'PR1' },
        { DECOM: '01/06/2025', PLACE: 'K2' },
      ],
    },
    fires: [['Episodes', 1]],
  },
  { says: 'temporary and other placements', given: { Episodes: [{ PLACE: 'T3' }, { PLACE: 'Z11' }] }, fires: [] },
  { says: 'an other placement of the year before', year: 2025, given: { Episodes: [{ PLACE: 'Z1' }] }, fires: [] },
  { says: 'a placement type that does not exist', given: { Episodes: [{ PLACE: 'X9' }] }, fires: [] },
]
