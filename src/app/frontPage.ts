/** The front page: how many in care, how long to permanence, who is drifting. */
import type { LocalDate } from '../core/time/localDate.ts'
import type { Route } from '../core/permanence/routes.ts'
import { countTold, isSmall } from '../core/figures/small.ts'
import { dayTold, mayKnowSmall } from './measures.ts'
import { everyChild, rowsOnPage, type TrackerRow } from './tracker.ts'
import type { Work } from './work.ts'

/** Null is a count withheld: of so few that it could say who they are. */
export interface FrontPage {
  readonly asAt: LocalDate
  readonly authority: string
  readonly inCare: number | null
  readonly startedThisYear: number | null
  readonly ceasedThisYear: number | null
  readonly overdue: number | null
  readonly drifting: number | null
  readonly permanenceAchievedInCare: number | null
  /** Over the last 12 months, by route: how many reached permanence and the median days it took from entry to care. */
  readonly timeToPermanence: readonly {
    readonly route: Route
    readonly children: number | null
    /** Null when the entry date of none of them is known, or the count is withheld. */
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

/** The figures alone, over every child. */
export type WholeFrontPage = Omit<FrontPage, 'longestDrift'>

/** The figures of the front page. Needs the right to see figures; children are listed only as far as the person's tracker reaches. */
export async function frontPage(work: Work, asAt: LocalDate): Promise<FrontPage> {
  work.allow('see', 'figures')
  const figures = await work.figures.frontPage(dayTold(work, asAt))
  if (!mayKnowSmall(work)) return { ...withoutSmall(figures), longestDrift: [] }
  if (!work.may('see', 'standing')) return { ...figures, longestDrift: [] }
  const longest = { ...everyChild(asAt), driftingOnly: true, sort: 'drift', descending: true, pageSize: 10 } as const
  return { ...figures, longestDrift: await work.within(['see', 'standing'], () => rowsOnPage(work, longest)) }
}

/** As somebody is told who may see nobody behind the figures. */
function withoutSmall(front: WholeFrontPage): WholeFrontPage {
  const { inCare } = front
  const some = (count: number | null): number | null => (count === null || inCare === null ? null : countTold(count, inCare))
  const alone = (count: number | null): number | null => (count === null ? null : countTold(count))
  return {
    ...front, inCare: alone(inCare), startedThisYear: alone(front.startedThisYear), ceasedThisYear: alone(front.ceasedThisYear),
    overdue: some(front.overdue), drifting: some(front.drifting), permanenceAchievedInCare: some(front.permanenceAchievedInCare),
    timeToPermanence: front.timeToPermanence.map((one) => {
      const children = alone(one.children)
      return children === null || isSmall((one.children ?? 0) - one.startNotKnown)
        ? { ...one, children, medianDays: null, startNotKnown: 0 } : { ...one, startNotKnown: 0 }
    }),
  }
}
