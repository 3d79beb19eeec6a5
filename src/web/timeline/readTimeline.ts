/** From a child's page to the facts of the timeline, as at the day the page was asked about. */
import type { ChildPage } from '../../app/childPage.ts'
import { contains } from '../../core/time/interval.ts'
import { careFacts, doubtFacts, homeFacts, legalFacts, permanenceFacts, safetyFacts } from './readBands.ts'
import { dueFacts, monthsLines } from './readClocks.ts'
import { decisionFacts, reviewFacts } from './readMoments.ts'
import { lanes, type Timeline, type TimelineOptions, type TimelineWords } from './timelineTypes.ts'

/** Everything the timeline shows, each thing once, in the order of the lanes and then of the days. */
export function readTimeline(page: ChildPage, words: TimelineWords, options: TimelineOptions = {}): Timeline {
  const facts = [
    ...careFacts(page, words), ...monthsLines(page), ...doubtFacts(page), ...legalFacts(page, words),
    ...homeFacts(page, words), ...permanenceFacts(page), ...reviewFacts(page, words), ...decisionFacts(page, words),
    ...safetyFacts(page, words), ...dueFacts(page),
  ]
  const now = page.evidence.states.find((state) => contains(state, page.asAt))
  return {
    code: page.code,
    asAt: page.asAt,
    bornOn: page.history.bornOn,
    asAtWords: options.today === undefined || options.today === page.asAt ? 'Today' : 'As at',
    facts: facts.toSorted((a, b) => lanes.indexOf(a.lane) - lanes.indexOf(b.lane) || a.at - b.at),
    inCare: page.history.periods.some((period) => period.kind === 'care' && contains(period, page.asAt)),
    routeNow: now?.route ?? null,
    achievedNow: now?.achieved ?? false,
    unaccompanied: page.history.facts.unaccompanied_child.some((one) => one.ceasedOn === null || one.ceasedOn > page.asAt),
  }
}
