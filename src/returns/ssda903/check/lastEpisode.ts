/** Which episode a child's year ends with. */
import { isOrderKnown } from './chain.ts'
import type { ChildRows, EpisodeRow } from './rows.ts'

/**
 * The episode that began last. Undefined when there is none, and when one begins on a day that is blank or cannot be
 * read: that one may be the last. Reads DECOM.
 */
export function lastEpisode(child: ChildRows): EpisodeRow | undefined {
  return isOrderKnown(child) ? child.Episodes.at(-1) : undefined
}
