/** The second review: not more than 3 months after the first (CPPCR 2010 reg 33(2); domain 1.2 review-2). */
import type { ClockRule, Occurrence } from '../clock.ts'
import { reviewClock, reviewHeld, reviewVersions, reviewsOf } from '../reviews.ts'
import { periodsOfCare, stopOf } from '../stops.ts'

/**
 * Counted from the day on which the first review was actually held, early or late. None where it is not known which
 * review was the first.
 */
export const review2: ClockRule = {
  id: 'review-2',
  title: 'Second review',
  words: "The child's case must be reviewed again not more than 3 months after the first review.",
  strength: 'statute',
  mark: 'V',
  completedBy: 'a second review held with the independent reviewing officer',
  permanence: false,
  versions: reviewVersions('33(2)', { unit: 'months', count: 3 }, { unit: 'months', count: 3 }),
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      const [first, second] = reviewsOf(history, period, stop, context.notHeld)
      if (first === undefined || !first.exact || (stop !== null && stop.on <= first.on)) continue
      const place = { periodNumber: period.number, sequence: 1 }
      found.push(reviewClock(review2, place, reviewHeld(first), second, stop, context))
    }
    return found
  },
}
