/** What rules read out of a return about an adoption: the placement for it, the order, and the details in AD1. */
import type { LocalDate } from '../../../core/time/localDate.ts'
import { isTemporary } from './care.ts'
import type { CheckContext } from './context.ts'
import type { ChildRows, EpisodeRow } from './rows.ts'

/** The six details of an adoption, which AD1 gives together or not at all. */
export const adoptionColumns = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const

const placements: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6'])

/** Placed for adoption: A3 to A6. Reads PLACE. */
export function isPlacedForAdoption({ PLACE }: Pick<EpisodeRow, 'PLACE'>): boolean {
  return placements.has(PLACE)
}

/** Ended with an adoption order: E11 or E12. Reads REC. */
export function isAdopted({ REC }: Pick<EpisodeRow, 'REC'>): boolean {
  return REC === 'E11' || REC === 'E12'
}

/**
 * The episode that ended with an adoption order in the year. The return is of this year, so an order without a date, or
 * with one that cannot be read, is of this year too; only a date outside it says otherwise. Reads REC and DEC.
 */
export function adoptionOrder(child: ChildRows, { start, end }: CheckContext): EpisodeRow | undefined {
  return child.Episodes.find((episode) => isAdopted(episode) && (episode.DEC === null || (episode.DEC >= start && episode.DEC <= end)))
}

export interface AdoptionPlacement {
  readonly episode: EpisodeRow
  /** The day the child was placed for adoption with these carers. */
  readonly on: LocalDate
}

/** Reasons for a new episode under which the carers stay the same. */
const sameCarers: ReadonlySet<string> = new Set(['L', 'T', 'U'])

/**
 * The placements for adoption that this year's episodes show, by the episode with which each began. A new legal status, a
 * move with the same carers and a temporary absence do not begin another. Reads DECOM, RNE and PLACE.
 */
export function adoptionPlacements(child: ChildRows): readonly AdoptionPlacement[] {
  const began: AdoptionPlacement[] = []
  let placed = false
  let away = false
  for (const episode of child.Episodes) {
    if (episode.DECOM === null) continue
    if (isTemporary(episode)) {
      away = true
      continue
    }
    const goesOn = placed && (away ? episode.RNE !== 'S' : sameCarers.has(episode.RNE))
    placed = isPlacedForAdoption(episode)
    if (placed && !goesOn) began.push({ episode, on: episode.DECOM })
    away = false
  }
  return began
}
