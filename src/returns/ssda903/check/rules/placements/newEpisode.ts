/** What changed as a new episode began: rules 434 to 436 hold it against the reason given for the new episode (RNE). */
import { carriesOn } from '../../care.ts'
import { eachNext } from '../../chain.ts'
import { isSamePostcode } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { EpisodeRow } from '../../rows.ts'

export interface Changes {
  readonly legalStatus: boolean
  /** Placement type, postcode, URN or provider: any of them makes it another placement (the guide, reason for new episode). */
  readonly placement: boolean
}

/** The columns that `isNot` reads. */
export const changeReads = ['DECOM', 'RNE', 'REC', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] as const

/**
 * A check of the episodes that give one of some reasons: marks those of which the changes since the episode before are not
 * what the reason says. An episode with none before it in the same period of care is held against nothing, and neither is
 * one where the legal status or the placement type of either is no valid code.
 */
export function isNot(reasons: readonly string[], says: Changes): ChildRule['check'] {
  const asked = new Set(reasons)
  return (child, { codes }, mark) => {
    const [statuses, places] = [codes('LS'), codes('PLACE')]
    eachNext(child, (before, next) => {
      if (!asked.has(next.RNE) || !carriesOn(before, next)) return
      if (!statuses.has(before.LS) || !statuses.has(next.LS) || !places.has(before.PLACE) || !places.has(next.PLACE)) return
      const changes = changesBetween(before, next)
      if (changes.legalStatus !== says.legalStatus || changes.placement !== says.placement) mark(next)
    })
  }
}

function changesBetween(before: EpisodeRow, next: EpisodeRow): Changes {
  return {
    legalStatus: before.LS !== next.LS,
    placement:
      before.PLACE !== next.PLACE ||
      before.URN !== next.URN ||
      before.PLACE_PROVIDER !== next.PLACE_PROVIDER ||
      (before.PL_POST !== next.PL_POST && !isSamePostcode(before.PL_POST, next.PL_POST)),
  }
}
