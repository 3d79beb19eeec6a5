/** Homes and temporary absences of one period of care. */
import type { FactId } from '../facts/factType.ts'
import type { Episode } from '../facts/factTypes.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { Home, TemporaryAbsence } from './careHistory.ts'
import type { Stretch } from './chain.ts'
import type { Doubts } from './doubts.ts'
import { changeOf, isTemporary } from './moves.ts'

interface HomeSoFar {
  readonly from: LocalDate
  readonly types: { from: LocalDate; placementType: string | null; factId: FactId }[]
  readonly factIds: FactId[]
  /** Latest episode in the home itself, not away from it. */
  base: Episode
}

/**
 * The homes that fill one period, and the stays away from them.
 *
 * A home lasts until the next one begins or the period ends, through every temporary placement. That is so even when the
 * child never came back: a temporary code says that their place is kept for them, which was true on those days, and to
 * end the home afterwards at the start of the absence would change where the child lived on days already reported. A
 * period that begins in a temporary placement has that as its home until the next.
 *
 * @param stretches those of one period, each of at least a day, without gaps
 */
export function deriveHomes(
  periodNumber: number, stretches: readonly Stretch[], homes: Home[], absences: TemporaryAbsence[], doubts: Doubts,
): void {
  let home: HomeSoFar | null = null
  let before: Stretch | null = null
  let number = 0

  for (const stretch of stretches) {
    const { episode, from } = stretch
    const change = home === null || before === null ? 'new home' : changeOf(before.episode, home.base, episode, doubts)
    if (home === null || before === null || change === 'new home') {
      if (home !== null && before !== null) homes.push(finish(home, before, periodNumber, ++number))
      home = {
        from,
        types: [{ from, placementType: episode.placementType, factId: episode.factId }],
        factIds: [episode.factId],
        base: episode,
      }
    } else {
      home.factIds.push(episode.factId)
      if (change === 'away') {
        addAbsence(periodNumber, before, stretch, absences)
      } else {
        home.base = episode
        if (home.types.at(-1)?.placementType !== episode.placementType) {
          home.types.push({ from, placementType: episode.placementType, factId: episode.factId })
        }
      }
    }
    before = stretch
  }
  if (home !== null && before !== null) homes.push(finish(home, before, periodNumber, ++number))
}

/** A change of legal status while away (L) goes on with the same absence; any other reason is another one. */
function addAbsence(periodNumber: number, before: Stretch, stretch: Stretch, absences: TemporaryAbsence[]): void {
  const { episode, from, to } = stretch
  const placementType = episode.placementType ?? ''
  const last = absences.at(-1)
  if (last !== undefined && episode.reasonNewEpisode === 'L' && before.episode.placementType === placementType) {
    absences[absences.length - 1] = { ...last, to }
  } else {
    absences.push({ periodNumber, from, to, placementType, factId: episode.factId })
  }
}

function finish(home: HomeSoFar, last: Stretch, periodNumber: number, number: number): Home {
  const { base } = home
  return {
    periodNumber,
    number,
    from: home.from,
    to: last.to,
    placementType: base.placementType,
    placementProvider: base.placementProvider,
    postcode: base.placementPostcode,
    urn: base.urn,
    types: home.types,
    endReason: last.to === null ? null : reasonOfEnd(base, last.episode),
    factIds: home.factIds,
  }
}

/**
 * A temporary placement carries no reason for a change (rule 226): when the child went from one to another home, the
 * reason can only stand on the last episode in the home itself.
 */
function reasonOfEnd(base: Episode, last: Episode): string | null {
  if (last.reasonPlaceChange !== null || !isTemporary(last.placementType)) return last.reasonPlaceChange
  return base.reasonPlaceChange
}
