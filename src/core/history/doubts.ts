/**
 * What does not fit in a child's episodes, said in words a person can act on: what was written, and what Holdfast took
 * it to mean. Every repair that the derivation makes goes through here, so none is silent.
 */
import type { Episode } from '../facts/factTypes.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import type { HistoryDoubt } from './careHistory.ts'

/** Doubts found so far, in the order found. */
export type Doubts = HistoryDoubt[]

function add(
  doubts: Doubts, kind: HistoryDoubt['kind'], on: LocalDate | null, episodes: readonly Episode[], words: string,
): void {
  doubts.push({ kind, on, factIds: episodes.map((one) => one.factId), words })
}

const startedOn = (episode: Episode): string => formatLong(episode.startedOn)
const reason = (code: string | null): string => (code === null ? 'no reason' : `reason ${code}`)

/** The first episode held is not the coming into care. */
export function startNotKnown(doubts: Doubts, first: Episode): void {
  add(doubts, 'start not known', first.startedOn, [first],
    `The first episode held, from ${startedOn(first)}, has ${reason(first.reasonNewEpisode)} and not S: ` +
      'the child was in care before that day, since when is not known.')
}

/** The end is on or before the start. */
export function endsBeforeItStarts(doubts: Doubts, episode: Episode, ended: LocalDate): void {
  const what = ended < episode.startedOn ? `ends before it starts, on ${formatLong(ended)}` : 'ends on the day it starts'
  add(doubts, 'ends before it starts', episode.startedOn, [episode],
    `The episode from ${startedOn(episode)} ${what}: it is counted for no day.`)
}

/** An end with no reason for leaving care, and no episode on that day. */
export function nothingFollows(doubts: Doubts, episode: Episode, ended: LocalDate): void {
  const why = episode.reasonEpisodeCeased === 'X1' ? 'because another began (X1), but none did' : 'without a reason'
  add(doubts, 'ended to continue but nothing follows', ended, [episode],
    `The episode from ${startedOn(episode)} ended on ${formatLong(ended)} ${why}: ` +
      'the period of care is taken to stop there, why is not known.')
}

/** A reason for ending without a day of ending. */
export function endsOnNoDay(doubts: Doubts, episode: Episode): void {
  add(doubts, 'reason does not fit the change', episode.startedOn, [episode],
    `The episode from ${startedOn(episode)} says why it ended (${episode.reasonEpisodeCeased}) but not when: ` +
      'it is taken to be open still.')
}

/** No end, and a later episode that carries on. */
export function openButAnotherFollows(doubts: Doubts, episode: Episode, next: Episode): void {
  add(doubts, 'open but another follows', next.startedOn, [episode, next],
    `The episode from ${startedOn(episode)} has no end, but another starts on ${startedOn(next)}: ` +
      'it is taken to end that day.')
}

/** No end, and a later episode that says the child came into care. */
export function newPeriodWhileOpen(doubts: Doubts, episode: Episode, next: Episode): void {
  add(doubts, 'new period while the last was open', next.startedOn, [episode, next],
    `The child came into care on ${startedOn(next)}, but the episode from ${startedOn(episode)} has no end: ` +
      'the earlier period of care is taken to stop that day, why is not known.')
}

/** An episode that had not ended when the next started. */
export function overlapping(doubts: Doubts, episode: Episode, ended: LocalDate, next: Episode): void {
  add(doubts, 'overlapping episodes', next.startedOn, [episode, next],
    `The episode from ${startedOn(episode)} ends on ${formatLong(ended)}, after the next starts on ${startedOn(next)}: ` +
      'it is taken to end when the next starts.')
}

/** Days between two episodes that no episode covers, though the later one says the child was already in care. */
export function gap(doubts: Doubts, episode: Episode, ended: LocalDate, next: Episode, bridged: boolean): void {
  const taken = bridged
    ? 'the earlier one is taken to last until the next starts.'
    : 'a new period of care is counted, since when is not known.'
  add(doubts, 'gap between episodes', next.startedOn, [episode, next],
    `The episode from ${startedOn(next)} says the child was already in care (${reason(next.reasonNewEpisode)}), ` +
      `but the one before ended on ${formatLong(ended)}: ${taken}`)
}

/** The end of one episode and the start of the next, on one day, say opposite things. */
export function endAndStartDisagree(doubts: Doubts, episode: Episode, next: Episode, continues: boolean): void {
  const taken = continues
    ? 'care is taken to have continued.'
    : next.reasonNewEpisode === 'S'
      ? 'a new period of care is counted from that day.'
      : 'a new period of care is counted from that day, since when is not known.'
  add(doubts, 'reason does not fit the change', next.startedOn, [episode, next],
    `On ${startedOn(next)} one episode ended with ${reason(episode.reasonEpisodeCeased)} and the next started with ` +
      `${reason(next.reasonNewEpisode)}: ${taken}`)
}

/** Short breaks and care in one chain of episodes. */
export function shortBreaksInChain(doubts: Doubts, before: Episode, next: Episode): void {
  add(doubts, 'reason does not fit the change', next.startedOn, [before, next],
    `On ${startedOn(next)} the legal status changed from ${before.legalStatus ?? 'none recorded'} to ` +
      `${next.legalStatus ?? 'none recorded'} without the child leaving or coming into care: ` +
      'short breaks are no period of care, so they are counted apart.')
}

/** The reason says that the child did not move, the data that they did. */
export function movedAllTheSame(doubts: Doubts, before: Episode, next: Episode): void {
  add(doubts, 'reason does not fit the change', next.startedOn, [before, next],
    `The episode from ${startedOn(next)} has ${reason(next.reasonNewEpisode)}, which is no change of carer, ` +
      'but another address and provider: it is counted as a move.')
}

/** The reason says that only the legal status changed, the data that the placement did. */
export function placementChangedToo(doubts: Doubts, before: Episode, next: Episode): void {
  add(doubts, 'reason does not fit the change', next.startedOn, [before, next],
    `The episode from ${startedOn(next)} has reason L, a change of legal status only, ` +
      'but another placement type or postcode: it is not counted as a move.')
}

/** The reason says that the child moved, and nothing in the data did. */
export function nothingChanged(doubts: Doubts, before: Episode, next: Episode): void {
  add(doubts, 'reason does not fit the change', next.startedOn, [before, next],
    `The episode from ${startedOn(next)} has ${reason(next.reasonNewEpisode)}, a change of carer, ` +
      'but the same placement type, provider and address: it is counted as a move.')
}

/** Nobody's age can be told. */
export function noDateOfBirth(doubts: Doubts): void {
  add(doubts, 'no date of birth', null, [], 'No date of birth is held: nothing that depends on age can be told.')
}
