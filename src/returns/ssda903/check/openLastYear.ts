/** The episode that last year's return left open, and what this year's return says of it. */
import type { CheckContext } from './context.ts'
import { isOrderKnown } from './chain.ts'
import { carriedOver } from './lastYear.ts'
import type { ChildRule } from './rule.ts'
import { isBlank, type ChildRows, type EpisodeRow } from './rows.ts'

/**
 * The episode with which last year's record of the child ended, when that was open: the last to begin, with no end.
 * Undefined when there is none, or when a start that cannot be read hides which was the last. Reads last year's DECOM, DEC.
 */
export function openLastYear({ last }: ChildRows): EpisodeRow | undefined {
  if (last === null || !isOrderKnown(last)) return undefined
  const episode = last.Episodes.at(-1)
  return episode !== undefined && isBlank(episode, 'DEC') ? episode : undefined
}

/**
 * A check that marks the first episode of this year, which began before it, when it differs from the one that last year's
 * return left open. Whether the two began on the same day is rule 502's question and not asked here: the messages set the
 * two episodes side by side whatever their dates. Reads DECOM, and last year's DECOM and DEC, beside what `differs` reads.
 */
export function carriedOverDiffers(
  differs: (now: EpisodeRow, before: EpisodeRow, context: CheckContext) => boolean,
): ChildRule['check'] {
  return (child, context, mark) => {
    const pair = carriedOver(child, context)
    if (pair !== null && differs(pair.now, pair.before, context)) mark(pair.now)
  }
}

/**
 * Placement codes that the return itself replaced: an episode that goes on is written anew under the new code, in the
 * collection years named. Supported accommodation H5 became K3; the other placements Z1 became Z11 to Z14 (format notes 3.4).
 */
const replaced: readonly { readonly years: readonly number[]; readonly old: string; readonly now: ReadonlySet<string> }[] = [
  { years: [2024, 2025], old: 'H5', now: new Set(['K3']) },
  { years: [2026], old: 'Z1', now: new Set(['Z11', 'Z12', 'Z13', 'Z14']) },
]

/** Whether last year's placement code and this year's mean the same placement: equal, or recoded between the two years. */
export function isSamePlace(now: string, then: string, { year }: Pick<CheckContext, 'year'>): boolean {
  return now === then || replaced.some((one) => one.old === then && one.now.has(now) && one.years.includes(year))
}
