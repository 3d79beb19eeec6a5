/** What rules read out of a child's episodes again and again: short breaks, periods of care, the twelve-months cohort. */
import type { CheckContext } from './context.ts'
import type { ChildRows, EpisodeRow } from './rows.ts'

/** Legal status V3 or V4: a series of short breaks, which most rules leave out. */
export function isShortBreak({ LS }: Pick<EpisodeRow, 'LS'>): boolean {
  return LS === 'V3' || LS === 'V4'
}

/** A temporary placement, T0 to T4. */
export function isTemporary({ PLACE }: Pick<EpisodeRow, 'PLACE'>): boolean {
  return PLACE.length === 2 && PLACE.startsWith('T')
}

/**
 * The child's episodes as periods of care: each begins with reason S, or after an episode whose end is not X1.
 * Episodes that name no start that can be read are left out: nothing follows from where they stand.
 */
export function periodsOfCare(child: ChildRows): readonly (readonly EpisodeRow[])[] {
  const periods: EpisodeRow[][] = []
  let before: EpisodeRow | undefined
  for (const episode of child.Episodes) {
    if (episode.DECOM === null) continue
    const goesOn = before !== undefined && episode.RNE !== 'S' && (before.REC === 'X1' || before.REC === '')
    if (goesOn) periods.at(-1)?.push(episode)
    else periods.push([episode])
    before = episode
  }
  return periods
}

/**
 * Whether the child was looked after without a break for the twelve months to 31 March (the OC2 cohort; format notes 2.5):
 * has an episode that touches the year, and none in it that is a short break, that began care after 1 April, or that
 * ended care before 31 March.
 */
export function lookedAfterAllYear(child: ChildRows, { start, end }: CheckContext): boolean {
  let any = false
  for (const { DECOM, DEC, RNE, LS, REC } of child.Episodes) {
    if (DECOM === null || DECOM > end || (DEC !== null && DEC < start)) continue
    if (LS === 'V3' || LS === 'V4') return false
    if (RNE === 'S' && DECOM > start) return false
    if (DEC !== null && DEC < end && REC !== 'X1') return false
    // An end on 31 March that is not X1 still counts: the child was looked after to the last day.
    if (DECOM <= start || RNE !== 'S') any = true
  }
  return any
}
