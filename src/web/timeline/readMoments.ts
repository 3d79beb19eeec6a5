/** What happened on a day: reviews, decisions, orders, matches, moves to adopters, leaving care. */
import type { ChildClock, ChildPage } from '../../app/childPage.ts'
import type { Review } from '../../core/facts/factTypes.ts'
import { dateOf, formatShort, type LocalDate } from '../../core/time/localDate.ts'
import { fact, leavingWords } from './readBands.ts'
import { dayWords, ordinal } from './lengthWords.ts'
import type { TimelineFact, TimelineWords, Voice } from './timelineTypes.ts'

const voices: Readonly<Record<string, Voice>> = {
  PN0: 'under 4', PN1: 'spoke', PN2: 'spoke', PN3: 'spoke', PN4: 'not heard', PN5: 'views brought',
  PN6: 'views brought', PN7: 'not heard',
}

const reviewRules: ReadonlySet<string> = new Set(['review-1', 'review-2', 'review-n'])

/** Whether a clock is one of those that a looked-after review meets. */
export function isReviewClock(clock: ChildClock): boolean {
  return reviewRules.has(clock.rule.id)
}

/** Reviews held, in time or late as the review clocks say, with how the child took part. */
export function reviewFacts(page: ChildPage, words: TimelineWords): readonly TimelineFact[] {
  const judged = new Map<string, ChildClock>()
  for (const clock of page.clocks) {
    const { ending } = clock.occurrence
    if (isReviewClock(clock) && ending.kind === 'met' && ending.by.factId !== null) judged.set(ending.by.factId, clock)
  }
  const numbers = new Map<number, number>()
  return page.history.facts.review.filter((review) => review.heldOn <= page.asAt).map((review, index) => {
    const period = page.history.periods.findLast((one) => one.from <= review.heldOn)
    const number = (numbers.get(period?.number ?? 0) ?? 0) + 1
    numbers.set(period?.number ?? 0, number)
    // Where the start is not known, earlier reviews may not be held either: a number would be a guess.
    const name = period?.startKnown === true ? `${ordinal(number)} review` : 'Review'
    return reviewFact(review, `review-${index + 1}`, name, judged.get(review.factId), words)
  })
}

function reviewFact(review: Review, key: string, name: string, clock: ChildClock | undefined, words: TimelineWords): TimelineFact {
  const took = review.participation === null ? 'taking part not recorded' : words('REVIEW_CODE', review.participation)
  const due = clock?.occurrence.dueOn ?? null
  const late = clock?.outcome === 'late' && due !== null ? review.heldOn - due : 0
  const inTime = clock?.outcome === 'met'
  const judgement = late > 0 ? `${dayWords(late)} late` : inTime ? 'in time' : 'cannot tell whether in time'
  const short = name.replace(' review', '')
  return fact({
    key, lane: 'reviews', look: late > 0 ? 'review late' : inTime ? 'review on time' : 'review not judged',
    at: review.heldOn, what: name, detail: `${judgement}; ${took}`,
    labels: late > 0 ? [`${short}, ${dayWords(late)} late`, `${dayWords(late)} late`] : short === 'Review' ? [] : [short],
    priority: late > 0 ? 0 : 2, lateLine: late > 0 ? due : null, voice: voices[review.participation ?? ''] ?? null,
  })
}

const adoptionOrders: ReadonlySet<string> = new Set(['E11', 'E12'])
const courtEndings: Readonly<Record<string, string>> = {
  E11: 'adoption order', E12: 'adoption order', E41: 'child arrangements order', E43: 'special guardianship order',
  E44: 'special guardianship order', E45: 'special guardianship order', E46: 'special guardianship order',
  E47: 'special guardianship order', E48: 'special guardianship order',
}

interface Moment {
  readonly look: TimelineFact['look']
  readonly on: LocalDate
  readonly what: string
  readonly detail: string
  readonly label: string
}

/** Decisions, orders, matches and moves, oldest first. */
export function decisionFacts(page: ChildPage, words: TimelineWords): readonly TimelineFact[] {
  const moments: Moment[] = [...adoptionMoments(page, words), ...orderMoments(page), ...endMoments(page, words)]
  const dated = moments
    .filter((one) => one.on <= page.asAt)
    .toSorted((a, b) => a.on - b.on)
    .map((one, index) => fact({
      key: `decision-${index + 1}`, lane: 'decisions', look: one.look, at: one.on, what: one.what, detail: one.detail,
      labels: [`${one.label} ${formatShort(one.on)}`, one.label], priority: 0,
    }))
  return [...earlierFacts(page, words), ...dated]
}

function adoptionMoments(page: ChildPage, words: TimelineWords): readonly Moment[] {
  const { facts } = page.history
  const moments: Moment[] = []
  const decided = new Set<LocalDate>()
  for (const one of facts.adoption_decision) {
    decided.add(one.decidedOn)
    moments.push({ look: 'decision', on: one.decidedOn, what: 'Decision that the child should be placed for adoption', detail: 'agency decision maker', label: 'adoption decision' })
    if (one.ceasedOn !== null) {
      const why = one.reasonCeased === null ? 'no reason recorded' : words('REASON_PLACED_CEASED', one.reasonCeased)
      moments.push({ look: 'decision reversed', on: one.ceasedOn, what: 'Adoption decision reversed', detail: why, label: 'decision reversed' })
    }
  }
  for (const one of facts.adoption) {
    if (one.decidedOn !== null && !decided.has(one.decidedOn)) {
      moments.push({ look: 'decision', on: one.decidedOn, what: 'Decision that the child should be placed for adoption', detail: 'as given with the adoption', label: 'adoption decision' })
    }
    if (one.matchedOn !== null) {
      moments.push({ look: 'match', on: one.matchedOn, what: 'Matched with adopters', detail: '', label: 'matched' })
    }
  }
  return moments
}

const adoptive = (type: string | null): boolean => type !== null && /^A[3-6]$/.test(type)

function orderMoments(page: ChildPage): readonly Moment[] {
  const { legalSpells, homes } = page.history
  const moments: Moment[] = []
  for (const [index, spell] of legalSpells.entries()) {
    if (spell.legalStatus !== 'E1' || legalSpells[index - 1]?.legalStatus === 'E1') continue
    moments.push({ look: 'court', on: spell.from, what: 'Placement order', detail: '', label: 'placement order' })
  }
  for (const home of homes) {
    const moved = home.types.find((type) => adoptive(type.placementType))
    if (moved === undefined) continue
    const same = moved.from > home.from
    moments.push({
      look: 'placed', on: moved.from, what: 'Placed for adoption',
      detail: same ? 'with the carers the child already lived with' : 'moved in with adopters', label: 'placed for adoption',
    })
  }
  return moments
}

function endMoments(page: ChildPage, words: TimelineWords): readonly Moment[] {
  return page.history.periods.flatMap((period): readonly Moment[] => {
    const why = leavingWords(period, page.asAt, words)
    if (why === null || period.to === null) return []
    const order = courtEndings[period.endReason ?? '']
    const label = order ?? 'left care'
    return [{
      look: order === undefined ? 'left care' : 'court', on: period.to, detail: why,
      what: order === undefined ? 'Left care' : adoptionOrders.has(period.endReason ?? '') ? 'Adoption order, left care' : `Left care by ${order}`,
      label,
    }]
  })
}

/** Earlier permanence arrangements, from before this time in care: dates may be known in part only (`zz/03/2015`). */
function earlierFacts(page: ChildPage, words: TimelineWords): readonly TimelineFact[] {
  const start = page.history.periods[0]?.from ?? page.asAt
  return page.history.facts.previous_permanence
    .filter((one) => one.arrangement !== null && one.arrangement !== 'Z1')
    .map((one, index) => {
      const { on, inWords } = readPartialDate(one.orderedOn)
      return fact({
        key: `earlier-${index + 1}`, lane: 'decisions', look: 'earlier', from: on, at: start,
        what: `Earlier permanence: ${words('PREV_PERM', one.arrangement ?? '')}`,
        detail: one.orderedOn === null ? 'date of the order not recorded' : '', dateWords: on === null ? inWords : null,
        labels: ['earlier permanence ended', 'earlier permanence'], priority: 1,
      })
    })
}

const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const

/** A date of the return that may be known in part: `zz/03/2015` is "March 2015", `zz/zz/2015` is "2015". */
export function readPartialDate(text: string | null): { readonly on: LocalDate | null; readonly inWords: string } {
  const match = /^(\d\d|zz)\/(\d\d|zz)\/(\d{4}|zzzz)$/i.exec(text ?? '')
  if (match === null) return { on: null, inWords: text ?? 'not known' }
  const [, day, month, year] = match
  const on = dateOf(Number(year), Number(month), Number(day))
  if (on !== undefined) return { on, inWords: '' }
  if (!/^\d+$/.test(year ?? '')) return { on: null, inWords: 'not known' }
  const monthName = monthNames[Number(month) - 1]
  return { on: null, inWords: monthName === undefined ? `${year}` : `${monthName} ${year}` }
}
