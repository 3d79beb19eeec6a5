/** The front page: how many in care, how long to permanence, who is drifting. */
import type { LocalDate } from '../core/time/localDate.ts'
import type { Route } from '../core/permanence/routes.ts'
import { everyChild, rowsOnPage, type TrackerRow } from './tracker.ts'
import type { Work } from './work.ts'

export interface FrontPage {
  readonly asAt: LocalDate
  readonly authority: string
  readonly inCare: number
  readonly startedThisYear: number
  readonly ceasedThisYear: number
  readonly overdue: number
  readonly drifting: number
  readonly permanenceAchievedInCare: number
  /** Over the last 12 months, by route: how many reached permanence and the median days it took from entry to care. */
  readonly timeToPermanence: readonly {
    readonly route: Route
    readonly children: number
    /** Null when the entry date of none of them is known. */
    readonly medianDays: number | null
    /** How many of them have an unknown entry date and so are left out of the median. */
    readonly startNotKnown: number
  }[]
  /** The children who have drifted longest, at most ten. Empty for those who may see none. */
  readonly longestDrift: readonly TrackerRow[]
  /** Last day any held fact reaches: figures after it are about what is not yet known. */
  readonly factsReachTo: LocalDate | null
  readonly openDifferences: number
}

/** The figures of the front page. Needs the right to see figures; children are listed only as far as the person's tracker reaches. */
export async function frontPage(work: Work, asAt: LocalDate): Promise<FrontPage> {
  work.allow('see', 'figures')
  const figures = await work.figures.frontPage(asAt)
  if (!work.may('see', 'standing')) return { ...figures, longestDrift: [] }
  const longest = { ...everyChild(asAt), driftingOnly: true, sort: 'drift', descending: true, pageSize: 10 } as const
  return { ...figures, longestDrift: await work.within(['see', 'standing'], () => rowsOnPage(work, longest)) }
}
