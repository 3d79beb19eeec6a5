/**
 * How a child's episodes join up: each with the days it is taken to hold, and whether it carries on from the one before.
 *
 * The return's own chain (format notes, section 3): a change closes one episode with X1 and opens the next on the same
 * day; a period of care ends with any other reason. Real returns break it, so each way of breaking it has one rule here
 * and says so by a doubt. Two failures are weighed against each other throughout: to invent care on days that nobody
 * recorded, and to cut a child's time in care into pieces, which hides how long they have waited.
 */
import type { Episode } from '../facts/factTypes.ts'
import type { Interval } from '../time/interval.ts'
import { earlier, type LocalDate } from '../time/localDate.ts'
import * as say from './doubts.ts'
import type { Doubts } from './doubts.ts'

/** One episode and the days it is taken to hold; none when `to` is `from`. */
export interface Stretch extends Interval {
  readonly episode: Episode
  /** In the same chain as the stretch before, which then stops on the day this one starts. */
  readonly continues: boolean
}

/** Whether the episode says that the child left care: an end, with a reason other than X1. */
export function leavesCare(episode: Episode): boolean {
  return episode.endedOn !== null && episode.reasonEpisodeCeased !== null && episode.reasonEpisodeCeased !== 'X1'
}

/** Whether a stretch holds no day. */
export function isEmpty(span: Interval): boolean {
  return span.to !== null && span.to <= span.from
}

/**
 * Episodes in order of their start, each cut so that none overlaps the next. Of several that start on one day (the
 * store allows one) the first to end comes first, an open one last.
 */
export function chainEpisodes(episodes: readonly Episode[], doubts: Doubts): readonly Stretch[] {
  const sorted = inOrder(episodes)
  const stretches: Stretch[] = []
  let continues = false
  for (let i = 0; i < sorted.length; i++) {
    const episode = sorted[i]
    if (episode === undefined) break
    const next = sorted[i + 1]
    const from = episode.startedOn
    const ended = endOf(episode, doubts)
    if (next === undefined) {
      if (ended === null && episode.reasonEpisodeCeased !== null) say.endsOnNoDay(doubts, episode)
      if (ended !== null && !leavesCare(episode)) say.nothingFollows(doubts, episode, ended)
      stretches.push({ from, to: ended, episode, continues })
      break
    }
    const on = carriesOn(episode, ended, next, doubts)
    const to = on || ended === null ? next.startedOn : earlier(ended, next.startedOn)
    stretches.push({ from, to, episode, continues })
    continues = on
  }
  return stretches
}

const byStart = (a: Episode, b: Episode): number =>
  a.startedOn - b.startedOn || (a.endedOn ?? Infinity) - (b.endedOn ?? Infinity) || 0

function inOrder(episodes: readonly Episode[]): readonly Episode[] {
  for (let i = 1; i < episodes.length; i++) {
    const a = episodes[i - 1]
    const b = episodes[i]
    if (a !== undefined && b !== undefined && byStart(a, b) > 0) return episodes.toSorted(byStart)
  }
  return episodes
}

/** The day an episode ended, never before its start: an end before the start holds no day, and tells nothing else. */
function endOf(episode: Episode, doubts: Doubts): LocalDate | null {
  const ended = episode.endedOn
  if (ended === null || ended > episode.startedOn) return ended
  say.endsBeforeItStarts(doubts, episode, ended)
  return episode.startedOn
}

/**
 * Whether `next` carries on the chain that `episode` belongs to.
 *
 * - Open: it ends when the next starts. An S is a new period (somebody forgot to close the last), anything else goes on.
 * - Ends after the next starts: the later record is the newer word, so it cuts the earlier one short. An S is a new
 *   period, anything else goes on, even after a reason for leaving: the child was in care again before that day.
 * - Ends on the day the next starts: X1 goes on whatever the next says, because X1 and the dates agree that no day was
 *   spent out of care, and to restart the clocks of a child who never left would hide how long they have waited. A
 *   reason for leaving care ends the period (an S that day breaks rule 431); without any reason the next one decides.
 * - Ends before the next starts. An S is a new period. Otherwise the next says that the child was already in care:
 *   after X1 (or no reason) and one day it goes on, since that is an end date written as the last day rather than as the
 *   day of the change, and no day is unaccounted for. After more days, or after a reason for leaving, it is a new
 *   period whose start is not known. To bridge it would invent care, and a home, on days for which there is no record;
 *   to split it says "cannot tell" where it cannot be told, which a person can mend by supplying the missing episode.
 */
function carriesOn(episode: Episode, ended: LocalDate | null, next: Episode, doubts: Doubts): boolean {
  const comesIn = next.reasonNewEpisode === 'S'
  if (ended === null) {
    if (comesIn) say.newPeriodWhileOpen(doubts, episode, next)
    else say.openButAnotherFollows(doubts, episode, next)
    return !comesIn
  }
  if (ended > next.startedOn) {
    say.overlapping(doubts, episode, ended, next)
    return !comesIn
  }
  const leaves = leavesCare(episode)
  if (ended === next.startedOn) {
    const on = episode.reasonEpisodeCeased === 'X1' || (!leaves && !comesIn)
    if (comesIn || leaves) say.endAndStartDisagree(doubts, episode, next, on)
    return on
  }
  if (comesIn) {
    if (!leaves) say.nothingFollows(doubts, episode, ended)
    return false
  }
  const bridged = !leaves && next.startedOn - ended === 1
  say.gap(doubts, episode, ended, next, bridged)
  return bridged
}
