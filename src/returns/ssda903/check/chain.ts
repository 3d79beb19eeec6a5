/** How a child's episodes follow one another: pairs, stretches of the same thing, how long they lasted. */
import type { LocalDate } from '../../../core/time/localDate.ts'
import { carriesOn } from './care.ts'
import type { CheckContext } from './context.ts'
import type { ChildRule } from './rule.ts'
import { isUnreadable, type ChildRows, type EpisodeRow } from './rows.ts'

/** An episode whose start is given and can be read. */
export type Started = EpisodeRow & { readonly DECOM: LocalDate }

/** Whether an episode's start is given and can be read. */
export function hasStart(episode: EpisodeRow): episode is Started {
  return episode.DECOM !== null
}

/** Whether every episode's start is known, so that it is known which was first and which was last. */
export function isOrderKnown({ Episodes }: ChildRows): boolean {
  // Those without a start stand last.
  return Episodes.at(-1)?.DECOM !== null
}

/** The reasons for a new episode that say care went on: legal status, placement or both changed, with the carer or without. */
const continuations: ReadonlySet<string> = new Set(['L', 'P', 'T', 'B', 'U'])

/** Whether an episode says that it continues another. False for S, and for what is no code. */
export function continues({ RNE }: Pick<EpisodeRow, 'RNE'>): boolean {
  return continuations.has(RNE)
}

/** Whether an episode says that the placement changed when it began: P or T alone, B or U with the legal status. */
export function saysMoved({ RNE }: Pick<EpisodeRow, 'RNE'>): boolean {
  return RNE !== 'L' && continuations.has(RNE)
}

/** Looks at each episode together with the one before it, in the order they began; those without a start are left out. */
export function eachNext({ Episodes }: ChildRows, look: (before: Started, next: Started) => void): void {
  let before: Started | undefined
  for (const episode of Episodes) {
    if (!hasStart(episode)) return
    if (before !== undefined) look(before, episode)
    before = episode
  }
}

/**
 * The last day an episode of this child is known to have run to: its end, or 31 March while it is open. Undefined when
 * its end cannot be read, or is missing though another episode may follow (rule 142). Reads DEC.
 */
export function ranTo(episode: EpisodeRow, { Episodes }: ChildRows, { end }: CheckContext): LocalDate | undefined {
  if (episode.DEC !== null) return episode.DEC
  return isUnreadable(episode, 'DEC') || Episodes.at(-1) !== episode ? undefined : end
}

/** Whether an episode of this child ran in the collection year; undefined when its dates do not tell. Reads DECOM, DEC. */
export function touchesYear(episode: EpisodeRow, child: ChildRows, context: CheckContext): boolean | undefined {
  const to = ranTo(episode, child, context)
  if (episode.DECOM === null || to === undefined) return undefined
  return episode.DECOM <= context.end && to >= context.start
}

/**
 * Runs of episodes that all are of a kind and carry on each other's care, as long as `same` holds between neighbours.
 * Reads RNE and REC beside what the two questions read.
 */
export function stretches(
  { Episodes }: ChildRows,
  isOfKind: (episode: EpisodeRow) => boolean,
  same: (before: EpisodeRow, next: EpisodeRow) => boolean,
): readonly (readonly Started[])[] {
  const found: Started[][] = []
  let before: Started | undefined
  for (const episode of Episodes) {
    if (!hasStart(episode)) break
    const ofKind = isOfKind(episode)
    if (ofKind && before !== undefined && carriesOn(before, episode) && same(before, episode)) found.at(-1)?.push(episode)
    else if (ofKind) found.push([episode])
    before = ofKind ? episode : undefined
  }
  return found
}

/**
 * A check that marks every episode of a stretch that lasted more than a number of days, counted from the day it began
 * to the day it ended, or to 31 March while it is open. Reads DECOM, DEC, RNE and REC beside what the two questions read.
 */
export function lastsLongerThan(
  days: number,
  isOfKind: (episode: EpisodeRow) => boolean,
  same: (before: EpisodeRow, next: EpisodeRow) => boolean,
): ChildRule['check'] {
  return (child, context, mark) => {
    if (!child.Episodes.some(isOfKind)) return
    for (const stretch of stretches(child, isOfKind, same)) {
      const last = stretch.at(-1)
      const began = stretch[0]?.DECOM
      const to = last === undefined ? undefined : ranTo(last, child, context)
      if (began === undefined || to === undefined || to - began <= days) continue
      for (const episode of stretch) mark(episode)
    }
  }
}
