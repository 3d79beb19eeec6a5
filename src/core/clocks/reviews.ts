/** The looked-after reviews of a period of care, in order, and which number each is known to be. */
import type { FactId } from '../facts/factType.ts'
import type { CareHistory, PeriodOfCare } from '../history/careHistory.ts'
import type { Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { ClockContext, ClockRule, Ending, Happening, Occurrence, RuleVersion } from './clock.ts'
import { firstDayNotHeld } from './held.ts'
import { occurrenceFrom } from './occurrence.ts'
import { stopped } from './stops.ts'
import { isoDate } from '../time/localDate.ts'

export interface HeldReview {
  readonly on: LocalDate
  readonly factId: FactId
  /** 1 for the first. At least this when `exact` is false. */
  readonly number: number
  /** False when earlier reviews of the period may not be in the returns held. */
  readonly exact: boolean
}

export const reviewsNotHeld =
  'A return covering these days is not held, and a review is only in the return of the year in which it was held.'

/**
 * The reviews held from the first day of the period to the day its clocks stop, both included; several on one day are
 * one. A review on the day on which one period ends and the next begins belongs to the next.
 */
export function reviewsOf(
  history: CareHistory,
  period: PeriodOfCare,
  stop: Happening | null,
  notHeld: readonly Interval[] | undefined,
): readonly HeldReview[] {
  const found: HeldReview[] = []
  let since = period.from
  let exact = period.startKnown
  for (const review of history.facts.review) {
    const on = review.heldOn
    if (on < period.from) continue
    if (stop !== null && (on > stop.on || (on === stop.on && anotherBegins(history, period, on)))) break
    if (found.length > 0 && on === since) continue
    exact &&= firstDayNotHeld(notHeld, since, on) === null
    found.push({ on, factId: review.factId, number: found.length + 1, exact })
    since = on
  }
  return found
}

function anotherBegins(history: CareHistory, period: PeriodOfCare, on: LocalDate): boolean {
  return history.periods.some((other) => other.number !== period.number && other.from === on)
}

const whats = ['had the first review', 'had the second review', 'had the third review'] as const

/** A review as something that happened. Past the third, and where the number is not known, just "had a review". */
export function reviewHeld(review: HeldReview): Happening {
  return { on: review.on, factId: review.factId, what: (review.exact ? whats[review.number - 1] : undefined) ?? 'had a review' }
}

/**
 * How a review clock that started on `from` ended: by the next review, by the stop, or not at all. A year not held
 * makes it untellable from its first day: the review may have been in it.
 */
export function reviewEnding(
  from: LocalDate,
  next: HeldReview | undefined,
  stop: Happening | null,
  notHeld: readonly Interval[] | undefined,
): Ending {
  const gap = firstDayNotHeld(notHeld, from, next?.on ?? stop?.on ?? null)
  if (gap !== null) {
    return { kind: 'cannot tell', because: reviewsNotHeld, by: { on: gap, factId: null, what: 'could have had a review that is not in the returns held' } }
  }
  return next === undefined ? stopped(stop) : { kind: 'met', by: reviewHeld(next) }
}

/** The occurrence that one review, or coming into care, gives rise to. */
export function reviewClock(
  rule: ClockRule,
  place: { readonly periodNumber: number; readonly sequence: number },
  trigger: Happening,
  next: HeldReview | undefined,
  stop: Happening | null,
  context: ClockContext,
  note: string | null = null,
): Occurrence {
  return occurrenceFrom(rule, place, trigger, context, reviewEnding(trigger.on, next, stop, context.notHeld), note)
}

/** The law on reviews: today's regulations, and before them those of 1991, whose first review was due in four weeks. */
export function reviewVersions(paragraph: string, first: RuleVersion['span'], now: RuleVersion['span']): readonly RuleVersion[] {
  return [
    {
      version: 1,
      validFrom: isoDate('1991-10-14'),
      validTo: isoDate('2011-04-01'),
      citation: "Review of Children's Cases Regulations 1991 (SI 1991/895), regulation 3",
      span: first,
      mark: 'K',
    },
    {
      version: 2,
      validFrom: isoDate('2011-04-01'),
      validTo: null,
      citation: `Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation ${paragraph}`,
      span: now,
    },
  ]
}
