/** Who was looked after at the close of the year, and who had left by then. */
import { endsCare, isShortBreak } from './care.ts'
import type { CheckContext } from './context.ts'
import { isBlank, type ChildRows, type EpisodeRow } from './rows.ts'

/**
 * The episode in which the child was looked after at the close of 31 March; undefined when there is none or it turns on
 * a date that cannot be read. A child who left on 31 March is not counted, nor one in a series of short breaks.
 * Reads DECOM, DEC and LS.
 */
export function episodeAtYearEnd(child: ChildRows, { end }: CheckContext): EpisodeRow | undefined {
  return child.Episodes.findLast(
    (episode) =>
      episode.DECOM !== null &&
      episode.DECOM <= end &&
      (isBlank(episode, 'DEC') || (episode.DEC !== null && episode.DEC > end)) &&
      !isShortBreak(episode),
  )
}

/**
 * The child's last episode, when care ended with it on a day that can be read and it was no short break: the child
 * left and has not come back. Undefined otherwise, also where an episode without a start may stand after it.
 * Reads DECOM, DEC, REC and LS.
 */
export function leavingEpisode(child: ChildRows): EpisodeRow | undefined {
  const last = child.Episodes.at(-1)
  if (last === undefined || last.DECOM === null || last.DEC === null) return undefined
  return endsCare(last) && !isShortBreak(last) ? last : undefined
}
