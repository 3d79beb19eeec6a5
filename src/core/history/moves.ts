/**
 * Whether an episode is a move: does the child stay in the home they have, go away from it for a while, or get another?
 *
 * Which failure is worse? A move that was none restarts the first visit and spoils a stability figure, and somebody says
 * so. A move that stays hidden means a child whom nobody visited in a new home, and a home that looks settled because it
 * was two. So where neither the reason nor the data tell, it is a move.
 */
import type { Episode } from '../facts/factTypes.ts'
import * as say from './doubts.ts'
import type { Doubts } from './doubts.ts'

export type Change = 'same home' | 'away' | 'new home'

/** Whether a placement is temporary by its code (T0 to T4): the child's own place is kept for them. */
export function isTemporary(placementType: string | null): boolean {
  return placementType !== null && placementType.length === 2 && placementType >= 'T0' && placementType <= 'T4'
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/**
 * What an episode means for the home.
 *
 * - A temporary placement is a stay away from the home, for whatever reason it is entered.
 * - After a temporary placement the child is home again when the placement type and postcode are those they left
 *   (rule 383) and the URN is no other; the reason, P or B, says nothing there. Anywhere else is a new home.
 * - L, T and U (same carer) keep the home, P and B (another carer) do not: the reason is trusted over the data, since
 *   postcodes and URNs change without a move and two carers may share both. Except that an L, T or U with another
 *   postcode and another URN is a move. From a home that was itself temporary to one that is not is always a move.
 * - With no reason, or an S inside a chain, the home is the same when postcode and URN are, and the placement type too
 *   when there is no postcode to go by.
 *
 * @param before the episode just before
 * @param base the latest episode in the home itself: `before`, unless that is a temporary placement
 */
export function changeOf(before: Episode, base: Episode, next: Episode, doubts: Doubts): Change {
  const change = decide(before, base, next)
  const why = next.reasonNewEpisode
  switch (why) {
    case 'L':
    case 'T':
    case 'U':
      if (change === 'new home') say.movedAllTheSame(doubts, before, next)
      else if (why === 'L' && isAnotherPlacement(before, next)) say.placementChangedToo(doubts, before, next)
      break
    case 'P':
    case 'B':
      if (sameInEveryField(before, next)) say.nothingChanged(doubts, before, next)
      break
    default:
  }
  return change
}

function decide(before: Episode, base: Episode, next: Episode): Change {
  const livesAway = isTemporary(base.placementType)
  if (isTemporary(next.placementType)) {
    if (!livesAway) return 'away'
  } else if (livesAway) {
    return 'new home'
  } else if (before !== base) {
    return isBackAt(base, next) ? 'same home' : 'new home'
  }
  switch (next.reasonNewEpisode) {
    case 'L':
    case 'T':
    case 'U':
      return differ(before.placementPostcode, next.placementPostcode) && differ(before.urn, next.urn)
        ? 'new home'
        : 'same home'
    case 'P':
    case 'B':
      return 'new home'
    default:
      return before.placementPostcode === next.placementPostcode && before.urn === next.urn &&
        (next.placementPostcode !== null || before.placementType === next.placementType)
        ? 'same home'
        : 'new home'
  }
}

const isAnotherPlacement = (a: Episode, b: Episode): boolean =>
  a.placementType !== b.placementType || differ(a.placementPostcode, b.placementPostcode)

const isBackAt = (base: Episode, next: Episode): boolean =>
  base.placementType === next.placementType && base.placementPostcode === next.placementPostcode &&
  !differ(base.urn, next.urn)

const sameInEveryField = (a: Episode, b: Episode): boolean =>
  a.placementType === b.placementType && a.placementPostcode === b.placementPostcode && a.urn === b.urn &&
  a.placementProvider === b.placementProvider
