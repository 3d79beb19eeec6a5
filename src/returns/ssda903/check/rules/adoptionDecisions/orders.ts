/** The two rules that hold a court order against the decision it must rest on: one for each order there is or was. */
import { isBlank, type ChildRows, type EpisodeRow } from '../../rows.ts'
import type { ChildRule } from '../../rule.ts'
import { decidedTooLate } from './decisions.ts'

/** Marks a child with the order who has no day on which it was decided that the child should be placed for adoption. */
export function orderWithoutDecision(LS: string): ChildRule['check'] {
  return ({ Episodes, PlacedAdoption }, _context, mark) => {
    const ordered = Episodes.find((episode) => episode.LS === LS)
    if (ordered === undefined || PlacedAdoption.some((row) => !isBlank(row, 'DATE_PLACED'))) return
    mark(ordered, ['CHILD'])
    for (const row of PlacedAdoption) mark(row, ['DATE_PLACED'])
  }
}

/**
 * Marks an order made while no decision was in force, with the decision that followed. Which columns of the episode: `fields`.
 * The return does not give the day of the order: it is the day of the first episode under it.
 */
export function orderBeforeDecision(LS: string, fields: readonly string[]): ChildRule['check'] {
  return (child, _context, mark) => {
    if (child.PlacedAdoption.length === 0) return
    for (const episode of firstUnderOrder(child, LS)) {
      const late = episode.DECOM === null ? undefined : decidedTooLate(child.PlacedAdoption, episode.DECOM)
      if (late === undefined) continue
      mark(late, ['DATE_PLACED'])
      mark(episode, fields)
    }
  }
}

/** The episodes with which a legal status began: the one before has another, or another period of care began. */
const firstUnderOrder = ({ Episodes }: ChildRows, LS: string): readonly EpisodeRow[] =>
  Episodes.filter((episode, at) => episode.LS === LS && (episode.RNE === 'S' || Episodes[at - 1]?.LS !== LS))
