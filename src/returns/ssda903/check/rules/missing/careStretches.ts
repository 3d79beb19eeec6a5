/** Periods of care as dates, to hold periods of being missing against. */
import type { LocalDate } from '../../../../../core/time/localDate.ts'
import { periodsOfCare } from '../../care.ts'
import type { CheckContext } from '../../context.ts'
import type { ChildRows, EpisodeRow } from '../../rows.ts'

export interface CareStretch {
  /** Null when the child was in care before the return's first episode of it: that one did not begin with S. */
  readonly from: LocalDate | null
  /** The day care ended; null while the child is in care, and when the rows do not say. */
  readonly to: LocalDate | null
  readonly lastEpisode: EpisodeRow
}

/** A child's periods of care in order. Reads DECOM, RNE, DEC and REC of the Episodes. */
export function careStretches(child: ChildRows, { codes }: CheckContext): readonly CareStretch[] {
  const ends = codes('REC')
  return periodsOfCare(child).flatMap((period) => {
    const first = period[0]
    const lastEpisode = period.at(-1)
    if (first === undefined || lastEpisode === undefined) return []
    const { DEC, REC } = lastEpisode
    return [{ from: first.RNE === 'S' ? first.DECOM : null, to: REC !== 'X1' && ends.has(REC) ? DEC : null, lastEpisode }]
  })
}

/** The period of care that a day falls in, its first and last day included; the later of two. */
export function stretchOn(stretches: readonly CareStretch[], day: LocalDate): CareStretch | undefined {
  return stretches.findLast(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
}
