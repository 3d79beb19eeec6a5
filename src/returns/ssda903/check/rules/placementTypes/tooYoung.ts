import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'

/**
 * A check that marks an episode in one of some placements that began before the child had reached an age.
 * Reads DECOM and PLACE, and DOB of the Header.
 */
export function tooYoungFor(places: readonly string[], age: number): ChildRule['check'] {
  return eachEpisodeByBirth(({ DECOM, PLACE }, born, { codes }) =>
    places.includes(PLACE) && DECOM !== null && DECOM < birthday(born, age) && codes('PLACE').has(PLACE))
}
