/**
 * A written permanence plan at the second review (statutory guidance; domain 1.2 permanence-plan-by-review-2). The
 * return holds no plans: a review's endorsement recorded in Holdfast shows one, and so does what cannot exist without one.
 */
import type { CareHistory, PeriodOfCare } from '../../history/careHistory.ts'
import type { PermanenceEvidence } from '../../permanence/evidence.ts'
import { contains } from '../../time/interval.ts'
import { isoDate, type LocalDate } from '../../time/localDate.ts'
import { decisionsOf } from '../adoptionFacts.ts'
import type { ClockContext, ClockRule, Ending, Happening, Occurrence } from '../clock.ts'
import { firstMeantToLast } from '../homes.ts'
import { entryNotHeld, occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { reviewEnding, reviewHeld, reviewsNotHeld, reviewsOf, type HeldReview } from '../reviews.ts'
import { periodsOfCare, stopOf, wasInCare } from '../stops.ts'

export const planNotInReturn =
  'The return does not hold plans, and nothing in it shows that there was one by the second review.'

/**
 * The first day on which a permanence plan is shown: a review endorsed it, or the facts hold an adoption decision, a home meant
 * to last, permanence itself.
 */
function planShown(history: CareHistory, evidence: PermanenceEvidence, period: PeriodOfCare, { plansEndorsed = [] }: ClockContext): Happening | null {
  let first = firstMeantToLast(history, period)
  const consider = (on: LocalDate, factId: Happening['factId'], what: string): void => {
    if (first === null || on < first.on) first = { on, factId, what }
  }
  for (const on of plansEndorsed) if (contains(period, on)) consider(on, null, 'had a permanence plan endorsed by a review')
  for (const { on, factId } of decisionsOf(history, period)) {
    consider(on, factId, 'had the decision that they should be placed for adoption')
  }
  for (const { periodNumber, on, factId } of evidence.achieved) {
    // A permanence that is leaving care shows no plan before that day: the stop closes the clock then.
    if (periodNumber === period.number && on !== period.to) consider(on, factId, 'had reached permanence')
  }
  return first
}

function planEnding(
  shown: Happening | null,
  first: HeldReview,
  second: HeldReview | undefined,
  stop: Happening | null,
  context: ClockContext,
): Ending {
  if (shown !== null && (second === undefined || shown.on <= second.on) && (stop === null || shown.on <= stop.on)) {
    return { kind: 'met', by: shown }
  }
  const ending = reviewEnding(first.on, second, stop, context.notHeld)
  return ending.kind === 'met' ? { kind: 'cannot tell', because: planNotInReturn, by: ending.by } : ending
}

/**
 * Due when the second review is due: 3 months after the first was actually held; none before the first review. Until
 * the second review is held the plan is due or overdue with it. Evidence may be older than the first review.
 */
export const permanencePlan: ClockRule = {
  id: 'permanence-plan-by-review-2',
  title: 'Permanence plan by the second review',
  words: 'A written plan for permanence must be presented and agreed at the second review, about 4 months after coming into care.',
  strength: 'guidance',
  mark: 'V',
  completedBy: 'a permanence plan that a review endorsed on or before the second review, as recorded in Holdfast; the return shows only an adoption decision, a long-term match or a placement for adoption',
  permanence: true,
  versions: [{
    version: 1,
    validFrom: isoDate('2011-04-01'),
    validTo: null,
    citation: 'Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review (statutory guidance on the second, four-month review)',
    span: { unit: 'months', count: 3 },
  }],
  occurrences: (history, evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      const place = { periodNumber: period.number, sequence: 1 }
      if (!period.startKnown) {
        found.push(occurrenceWithoutStart(permanencePlan, place, wasInCare(period), entryNotHeld))
        continue
      }
      const [first, second] = reviewsOf(history, period, stop, context.notHeld)
      if (first === undefined || (stop !== null && stop.on <= first.on)) continue
      if (!first.exact) {
        found.push(occurrenceWithoutStart(permanencePlan, place, wasInCare(period), reviewsNotHeld))
        continue
      }
      const ending = planEnding(planShown(history, evidence, period, context), first, second, stop, context)
      found.push(occurrenceFrom(permanencePlan, place, reviewHeld(first), context, ending))
    }
    return found
  },
}
