/** Third and later reviews: not more than 6 months after the one before (CPPCR 2010 reg 33(2); domain 1.2 review-n). */
import type { ClockRule, Occurrence } from '../clock.ts'
import { reviewClock, reviewHeld, reviewVersions, reviewsOf } from '../reviews.ts'
import { periodsOfCare, stopOf } from '../stops.ts'

export const mayBeFirstReview =
  'Earlier reviews are not held, so which review this was is not known. Had it been the first, the next would have been due within 3 months.'

/**
 * A chain: each review from the second starts the next, from the day on which it was actually held, so that a late one
 * earns no time and an early one loses some. Where it is not known which review the first one held was, the chain
 * starts there with the longer limit, since a false "late" is the worse failure, and says so.
 */
export const reviewN: ClockRule = {
  id: 'review-n',
  title: 'Next review',
  words: "From the second review on, the child's case must be reviewed not more than 6 months after the review before.",
  strength: 'statute',
  mark: 'V',
  completedBy: 'a further review held with the independent reviewing officer (in a long-term foster home of over 12 months it need not always be a meeting)',
  permanence: false,
  versions: reviewVersions('33(2)', { unit: 'months', count: 6 }, { unit: 'months', count: 6 }),
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      const reviews = reviewsOf(history, period, stop, context.notHeld)
      let sequence = 0
      for (let index = 0; index < reviews.length; index += 1) {
        const review = reviews[index]
        if (review === undefined || (review.number === 1 && review.exact) || (stop !== null && stop.on <= review.on)) continue
        sequence += 1
        const place = { periodNumber: period.number, sequence }
        const note = review.number === 1 ? mayBeFirstReview : null
        found.push(reviewClock(reviewN, place, reviewHeld(review), reviews[index + 1], stop, context, note))
      }
    }
    return found
  },
}
