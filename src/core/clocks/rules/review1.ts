/** The first review: within 20 working days of coming into care (CPPCR 2010 reg 33(1); domain 1.2 review-1). */
import type { ClockRule, Occurrence } from '../clock.ts'
import { reviewClock, reviewVersions, reviewsOf } from '../reviews.ts'
import { cameIntoCare, periodsOfCare, stopOf } from '../stops.ts'

/**
 * One for each period of care whose start is known: a new period starts the reviews again. Leaving care or turning 18
 * before any review closes it.
 */
export const review1: ClockRule = {
  id: 'review-1',
  title: 'First review',
  words: "The child's case must be reviewed within 20 working days of the day on which the child came into care.",
  strength: 'statute',
  mark: 'V',
  completedBy: 'a review held with the independent reviewing officer',
  permanence: false,
  versions: reviewVersions('33(1)', { unit: 'weeks', count: 4 }, { unit: 'working days', count: 20 }),
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      if (!period.startKnown || (stop !== null && stop.on <= period.from)) continue
      const [first] = reviewsOf(history, period, stop, context.notHeld)
      const place = { periodNumber: period.number, sequence: 1 }
      found.push(reviewClock(review1, place, cameIntoCare(period), first, stop, context))
    }
    return found
  },
}
