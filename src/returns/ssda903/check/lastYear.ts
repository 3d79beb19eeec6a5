/** How a child's first episode of this year hangs together with last year's return. */
import type { CheckContext } from './context.ts'
import { isBlank, type ChildRows, type EpisodeRow } from './rows.ts'

export interface CarriedOver {
  /** The first episode of this year, which began before 1 April. */
  readonly now: EpisodeRow
  /** The last episode of last year's return. */
  readonly before: EpisodeRow
}

/**
 * The first episode of this year, when it began before 1 April, with the episode that last year's return left open.
 * Null when either is not there: a child new to care has nothing to agree with.
 * Reads DECOM of this year, DECOM and DEC of last year.
 */
export function carriedOver(child: ChildRows, context: CheckContext): CarriedOver | null {
  const pair = lastAndFirst(child, context)
  return pair !== null && isBlank(pair.before, 'DEC') ? pair : null
}

/**
 * The same with the last episode of last year's return, left open or not, when the two are one episode (they began on the
 * same day): what is said of two different placements cannot contradict. Reads DECOM of both years.
 */
export function sameEpisodeLastYear(child: ChildRows, context: CheckContext): CarriedOver | null {
  const pair = lastAndFirst(child, context)
  return pair !== null && pair.before.DECOM === pair.now.DECOM ? pair : null
}

function lastAndFirst(child: ChildRows, { start }: CheckContext): CarriedOver | null {
  const now = child.Episodes[0]
  if (now === undefined || now.DECOM === null || now.DECOM >= start) return null
  // Episodes whose DECOM cannot be read stand last, and may not be what they seem: then nothing can be told.
  const before = child.last?.Episodes.at(-1)
  return before === undefined || before.DECOM === null ? null : { now, before }
}
