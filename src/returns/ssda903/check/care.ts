/** What rules read out of a child's episodes again and again: short breaks, periods of care, the twelve-months cohort. */
import type { CheckContext } from './context.ts'
import { isUnreadable, type ChildRows, type EpisodeRow } from './rows.ts'

/** Legal status V3 or V4: a series of short breaks, which most rules leave out. */
export function isShortBreak({ LS }: Pick<EpisodeRow, 'LS'>): boolean {
  return LS === 'V3' || LS === 'V4'
}

/** A temporary placement, T0 to T4. */
export function isTemporary({ PLACE }: Pick<EpisodeRow, 'PLACE'>): boolean {
  return PLACE.length === 2 && PLACE >= 'T0' && PLACE <= 'T4'
}

/** Whether an episode's end is the end of care: any reason but X1. False where no reason, or no such kind of code, is given. */
export function endsCare({ REC }: Pick<EpisodeRow, 'REC'>): boolean {
  return REC.startsWith('E')
}

/**
 * Whether an episode carries on the care of the one before it: it does not say S, and the other does not say that care
 * ended. Where that end is not given or is no code, the reason for the new episode decides. Reads RNE and REC.
 */
export function carriesOn(before: Pick<EpisodeRow, 'REC'>, next: Pick<EpisodeRow, 'RNE'>): boolean {
  return next.RNE !== 'S' && !endsCare(before)
}

/**
 * The child's episodes as periods of care: each begins with reason S, or after an episode whose end is the end of care.
 * Episodes that name no start that can be read are left out: nothing follows from where they stand. Reads DECOM, RNE
 * and REC.
 */
export function periodsOfCare(child: ChildRows): readonly (readonly EpisodeRow[])[] {
  const periods: EpisodeRow[][] = []
  let before: EpisodeRow | undefined
  for (const episode of child.Episodes) {
    if (episode.DECOM === null) continue
    if (before !== undefined && carriesOn(before, episode)) periods.at(-1)?.push(episode)
    else periods.push([episode])
    before = episode
  }
  return periods
}

/**
 * Whether the child was looked after without a break for the twelve months to 31 March (the OC2 cohort; format notes 2.5):
 * has an episode that touches the year, and none in it that is a short break, that began care after 1 April, or that
 * ended care before 31 March. Undefined when it turns on a date or an end that is not there or cannot be read: then ask
 * for `=== true` or `=== false`, so that a rule fires only on what is known. Reads DECOM, DEC, RNE, LS and REC.
 */
export function lookedAfterAllYear(child: ChildRows, { start, end }: CheckContext): boolean | undefined {
  let any = false
  let known = true
  for (const episode of child.Episodes) {
    const { DECOM, DEC, RNE, REC } = episode
    if (DECOM === null) {
      known = false
      continue
    }
    if (DECOM > end || (DEC !== null && DEC < start)) continue
    if (RNE === 'S' && DECOM > start) return false
    if (isUnreadable(episode, 'DEC')) {
      // It may have ended before the year, in it, or not at all.
      known = false
      continue
    }
    if (isShortBreak(episode)) return false
    // An end on 31 March itself still counts: the child was looked after to the last day.
    if (DEC !== null && DEC < end) {
      if (endsCare(episode)) return false
      if (REC !== 'X1') known = false
    }
    // A reason without its day (rule 148): care ended, and nobody can tell whether before 31 March.
    if (DEC === null && REC !== '' && REC !== 'X1') known = false
    any = true
  }
  return known ? any : undefined
}
