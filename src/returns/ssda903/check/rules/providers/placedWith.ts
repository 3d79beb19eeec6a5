/** Rules that say which provider codes go with which placement types. */
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** What rules of the kind have in common. */
export const placedWith = {
  who: 'placements team',
  fields: ['PLACE', 'PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
} as const satisfies Partial<ChildRule>

/** A check that marks placements of some types under a provider code with which they cannot go. */
export function neverUnder(provider: string, places: readonly string[]): ChildRule['check'] {
  const barred = new Set(places)
  return eachRow('Episodes', ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === provider && barred.has(PLACE))
}

/**
 * Cases that try each placement type barred, and one that is not.
 * @__NO_SIDE_EFFECTS__
 */
export function neverUnderCases(provider: string, barred: readonly string[], allowed: string): readonly RuleCase[] {
  const other = provider === 'PR5' ? 'PR4' : 'PR5'
  return [
    ...barred.map((PLACE): RuleCase => ({
      says: `${PLACE} under ${provider}`, given: { Episodes: [{ PLACE, PLACE_PROVIDER: provider }] }, fires: [['Episodes', 0]],
    })),
    { says: `${allowed} under ${provider}`, given: { Episodes: [{ PLACE: allowed, PLACE_PROVIDER: provider }] }, fires: [] },
    {
      says: `under ${other},
      and under none`,
      given: { Episodes: barred.flatMap((PLACE) => [{ PLACE, PLACE_PROVIDER: other }, { PLACE }]) },
      fires: [],
    },
  ]
}
