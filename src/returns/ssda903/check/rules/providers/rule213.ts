import { hasNoProvider } from '../../placementTypes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule213: ChildRule = {
  code: '213',
  meaning: 'A temporary or other placement (T0 to T4, Z1, Z11 to Z14) names a provider, which the return does not ask.',
  mend: 'Leave the provider blank, or check the placement type.',
  who: 'placements team',
  fields: ['PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  // Redefined for 2026, when Z1 became Z11 to Z14: which of them is in use the year's codes tell.
  check: eachRow('Episodes', (row, { codes }) => row.PLACE_PROVIDER !== '' && hasNoProvider(row) && codes('PLACE').has(row.PLACE)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a temporary placement',
    given: { Episodes: [{ PLACE: 'T4', PLACE_PROVIDER: 'PR1' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'an other placement', given: { Episodes: [{ PLACE: 'Z14', PLACE_PROVIDER: 'PR4' }] }, fires: [['Episodes', 0]] },
  {
    says: 'an other placement of the year before',
    year: 2025,
    given: { Episodes: [{ PLACE: 'Z1', PLACE_PROVIDER: 'PR4' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the old code where it is no longer in use',
    given: { Episodes: [{ PLACE: 'Z1', PLACE_PROVIDER: 'PR4' }] },
    fires: [],
  },
  { says: 'neither has one', given: { Episodes: [{ PLACE: 'T0' }, { PLACE: 'Z11' }] }, fires: [] },
  { says: 'a foster placement', given: { Episodes: [{ PLACE: 'U6', PLACE_PROVIDER: 'PR4' }] }, fires: [] },
]
