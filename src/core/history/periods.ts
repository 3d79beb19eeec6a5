/** Periods of care, and series of short breaks, from the chain of episodes. */
import type { Episode } from '../facts/factTypes.ts'
import type { PeriodOfCare } from './careHistory.ts'
import { isEmpty, leavesCare, type Stretch } from './chain.ts'
import * as say from './doubts.ts'
import type { Doubts } from './doubts.ts'

/** A period and the stretches that fill it from its first day to its last, each of at least a day. */
export interface FilledPeriod {
  readonly period: PeriodOfCare
  readonly stretches: readonly Stretch[]
}

/** Whether a legal status is an agreed series of short breaks (V3, V4). */
export function isShortBreaks(legalStatus: string | null): boolean {
  return legalStatus === 'V3' || legalStatus === 'V4'
}

/**
 * Divides a chain into periods.
 *
 * A period starts where the chain does, and its start is known when its first episode has reason S. It is divided where
 * short breaks turn into care or back, so that short breaks never count as care (903 convention); the start of the part
 * after is known, because the day of the change is. It ends with the reason of its last episode, unless that is X1 or
 * the chain goes on. A chain that holds no day (it ends when it starts) is no period.
 */
export function dividePeriods(chain: readonly Stretch[], doubts: Doubts): readonly FilledPeriod[] {
  const periods: FilledPeriod[] = []
  let episodes: Episode[] = []
  let stretches: Stretch[] = []
  let startKnown = false

  const close = (chainEnds: boolean): void => {
    const first = stretches[0]
    const last = stretches.at(-1)
    const lastEpisode = episodes.at(-1)
    if (first !== undefined && last !== undefined && lastEpisode !== undefined) {
      const period: PeriodOfCare = {
        number: periods.length + 1,
        kind: isShortBreaks(first.episode.legalStatus) ? 'short breaks' : 'care',
        from: first.from,
        to: last.to,
        startKnown,
        endReason: chainEnds && leavesCare(lastEpisode) ? lastEpisode.reasonEpisodeCeased : null,
        episodes,
      }
      periods.push({ period, stretches })
    }
    episodes = []
    stretches = []
  }

  for (const stretch of chain) {
    const { episode } = stretch
    const before = stretches.at(-1)?.episode
    if (!stretch.continues) {
      const isFirst = stretch === chain[0]
      if (!isFirst) close(true)
      startKnown = episode.reasonNewEpisode === 'S'
      if (isFirst && !startKnown) say.startNotKnown(doubts, episode)
    } else if (
      before !== undefined && !isEmpty(stretch) &&
      isShortBreaks(episode.legalStatus) !== isShortBreaks(before.legalStatus)
    ) {
      say.shortBreaksInChain(doubts, before, episode)
      close(false)
      startKnown = true
    }
    episodes.push(episode)
    if (!isEmpty(stretch)) stretches.push(stretch)
  }
  close(true)
  return periods
}
