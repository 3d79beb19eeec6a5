/** Looked-after reviews: a child's, the officer's own list, booking, holding, what follows, the letter to the child. */
import { actionType, type Action } from '../core/actions/action.ts'
import { ruleOf } from '../core/clocks/rules.ts'
import type { RuleId } from '../core/clocks/clock.ts'
import type { ChildId, FactId } from '../core/facts/factType.ts'
import { denialWords } from '../core/access/duties.ts'
import type { Action as Act } from '../core/access/actions.ts'
import type { Resource } from '../core/access/resources.ts'
import type { Plan } from '../core/plan/plan.ts'
import type { Decided } from '../core/records/recordType.ts'
import { addDays, type LocalDate } from '../core/time/localDate.ts'
import {
  addDecision, adjourn, book, callOff, changeRecord, followUp, hold, move, type Booking, type Holding, type NextReview,
} from '../core/reviews/decide.ts'
import { managerObjectsBy, midwayDue, reportDue, stepsOf, type Step } from '../core/reviews/following.ts'
import { bandFor, beginLetter, draftLetter, letterType, sendLetter, writeLetter, type Band, type Letter } from '../core/reviews/letter.ts'
import type { StorySummary } from '../core/lifeStory/story.ts'
import { answered, responseType, tellManagers, type Answered } from '../core/reviews/response.ts'
import { reviewType, type Review, type ReviewNumber } from '../core/reviews/review.ts'
import { ownerRefusal } from './actions.ts'
import { decideIndependently } from './caseHolders.ts'
import { storyFor } from './lifeStory.ts'
import { planHeld } from './plan.ts'
import { carryOut } from './records.ts'
import { NotAllowed, type Work } from './work.ts'

type Refused = Extract<Decided, { kind: 'refused' }>

/** Why this person cannot do an act of the reviewing officer to this child, in words; null when they can. */
export async function whyNotOfficer(work: Work, childId: string, action: Act, resource: Resource): Promise<string | null> {
  const decision = await decideIndependently(work, childId, action, resource)
  if (decision.kind === 'allow') return null
  return denialWords(decision, 'Only the child’s independent reviewing officer books, holds and writes up reviews.')
}

async function mustBeOfficer(work: Work, childId: string, action: Act, resource: Resource): Promise<Refused | undefined> {
  const decision = await decideIndependently(work, childId, action, resource)
  if (decision.kind === 'allow') return undefined
  if (decision.reason !== 'duty') throw new NotAllowed([action, resource])
  return { kind: 'refused', field: null, why: denialWords(decision, '') }
}

const clocksOfReviews = ['review-1', 'review-2', 'review-n'] as const satisfies readonly RuleId[]
const numberOf: Readonly<Record<(typeof clocksOfReviews)[number], ReviewNumber>> = { 'review-1': 'first', 'review-2': 'second', 'review-n': 'later' }

/** What the clocks say of a child's reviews. */
export interface ReviewOutlook {
  readonly next: NextReview
  /** The law by which it is due, in words; null when nothing can be told. */
  readonly words: string | null
  readonly bornOn: LocalDate | null
}

/** Which review is next and by when: from the clocks, as they stand today. */
export async function reviewOutlook(work: Work, childId: string): Promise<ReviewOutlook> {
  const page = await work.children.page(childId as ChildId, { asAt: work.today, asKnownAt: null })
  const bornOn = page?.history.bornOn ?? null
  // By the outcome today: an ending may lie in the future, where the child turns 18.
  const open = page?.clocks.find(({ rule, outcome }) =>
    (clocksOfReviews as readonly RuleId[]).includes(rule.id) && (outcome === 'due' || outcome === 'overdue'))
  if (open === undefined) return { next: { number: 'later', dueOn: null }, words: null, bornOn }
  const number = numberOf[open.rule.id as (typeof clocksOfReviews)[number]]
  return { next: { number, dueOn: open.occurrence.dueOn }, words: open.rule.words, bornOn }
}

/** A review with what follows it. */
export interface ReviewRow {
  readonly review: Review
  readonly steps: readonly Step[]
  readonly officer: string
}

function rowOn(work: Work, review: Review, names: ReadonlyMap<string, string>): ReviewRow {
  return {
    review, steps: stepsOf(review, work.policies.reviews, work.calendar, work.today),
    officer: names.get(review.values.officer) ?? 'Somebody who is no longer listed',
  }
}

const namesOf = async (work: Work): Promise<ReadonlyMap<string, string>> =>
  new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))

export interface ReviewsOfChild {
  /** Newest first. */
  readonly rows: readonly ReviewRow[]
  readonly outlook: ReviewOutlook
  /** Booked or adjourned. */
  readonly open: Review | undefined
  /** How life story work stands: every review asks about it. Null for a reader who may not see it. */
  readonly lifeStory: StorySummary | null
  /** Why this person cannot book or record reviews; null when they can. */
  readonly notOfficer: string | null
}

const dayOf = ({ values: { heldOn, bookedFor } }: Review): LocalDate => heldOn ?? bookedFor
const isOpen = ({ values: { state } }: Review): boolean => state === 'booked' || state === 'adjourned'

/** The reviews of a child that were booked or recorded here, and what is due. */
export async function reviewsOfChild(work: Work, childId: string): Promise<ReviewsOfChild> {
  const found = await work.records.find([reviewType], { childId })
  const names = await namesOf(work)
  return {
    rows: found.toSorted((a, b) => dayOf(b) - dayOf(a)).map((review) => rowOn(work, review, names)),
    outlook: await reviewOutlook(work, childId), open: found.find(isOpen), lifeStory: await storyFor(work, childId),
    notOfficer: await whyNotOfficer(work, childId, 'record', 'review record'),
  }
}

/** One review with all that hangs on it. */
export interface ReviewSeen extends ReviewRow {
  readonly names: ReadonlyMap<string, string>
  readonly decisions: readonly Action[]
  /** Null for a reader who may not see letters. Newest first. */
  readonly letters: readonly Letter[] | null
  readonly reportDue: LocalDate | null
  readonly answered: Answered
  readonly midwayDue: LocalDate | null
  readonly outlook: ReviewOutlook
  /** As it stands today; null for a reader who may not see it. */
  readonly lifeStory: StorySummary | null
  readonly notOfficer: string | null
}

/** A review of the child, or undefined when the request reaches none of that id. */
export async function reviewSeen(work: Work, childId: string, reviewId: string): Promise<ReviewSeen | undefined> {
  const review = await work.records.one(reviewType, reviewId)
  if (review === undefined || review.childId !== childId) return undefined
  const names = await namesOf(work)
  const { policies: { reviews: policy }, calendar } = work
  const { heldOn, number } = review.values
  const letters = (await work.decide(childId, 'see', 'review letter')).kind === 'allow'
    ? (await work.records.find([letterType], { childId, partOf: reviewId })).toReversed() : null
  const decisions = (await work.decide(childId, 'see', 'actions')).kind === 'allow'
    ? await work.records.find([actionType], { childId, partOf: reviewId }) : []
  const [response] = await work.records.find([responseType], { childId, partOf: reviewId })
  return {
    ...rowOn(work, review, names), names, decisions, letters,
    reportDue: reportDue(review, policy, calendar),
    answered: answered(review, response, managerObjectsBy(review, policy, calendar), work.today),
    midwayDue: heldOn === null ? null : midwayDue(number, heldOn, policy),
    outlook: await reviewOutlook(work, childId), lifeStory: await storyFor(work, childId),
    notOfficer: await whyNotOfficer(work, childId, 'change', 'review record'),
  }
}

/** The plan that a review looks at; undefined when none is held. */
export const planForReview = async (work: Work, childId: string): Promise<Plan | undefined> => (await planHeld(work, childId))?.plan

/** Books a review, or moves the one given. */
export async function bookReview(work: Work, childId: string, booking: Booking, moved: Review | undefined): Promise<Refused | undefined> {
  const no = await mustBeOfficer(work, childId, 'record', 'review record')
  if (no !== undefined) return no
  if (moved !== undefined) return carryOut(work, move(moved, booking, work.today))
  const { next } = await reviewOutlook(work, childId)
  const open = (await work.records.find([reviewType], { childId })).filter(isOpen)
  return carryOut(work, book(booking, next, open, { recordId: work.records.newId(), childId, by: work.actor.personId, today: work.today }))
}

/** Calls a booked review off. */
export async function callOffReview(work: Work, childId: string, review: Review, why: string): Promise<Refused | undefined> {
  return (await mustBeOfficer(work, childId, 'change', 'review record')) ?? carryOut(work, callOff(review, why))
}

/** Adjourns a review for lack of information. */
export async function adjournReview(work: Work, childId: string, review: Review, given: Parameters<typeof adjourn>[1]): Promise<Refused | undefined> {
  return (await mustBeOfficer(work, childId, 'change', 'review record')) ?? carryOut(work, adjourn(review, given))
}

/**
 * Holds a review: its record, the endorsement of the plan and the fact of the return in one transaction. `review` undefined for
 * one that was never booked here. Gives its id, or why not.
 */
export async function holdReview(work: Work, childId: string, review: Review | undefined, holding: Holding): Promise<Refused | { readonly reviewId: string }> {
  const no = await mustBeOfficer(work, childId, 'decide', 'review record')
  if (no !== undefined) return no
  const { next, bornOn } = await reviewOutlook(work, childId)
  const recordId = work.records.newId()
  const { decided, fact } = hold(holding, {
    childId, review, recordId, officer: work.actor.personId, next, bornOn, plan: await planForReview(work, childId), today: work.today,
  })
  if (decided.kind === 'refused') return decided
  const factId = fact === null ? null : await work.facts.record(childId, 'review', fact)
  await work.records.apply(withFact(decided, factId).changes, decided.tell)
  if (holding.planView === 'endorsed') await work.facts.derive(childId)
  return { reviewId: review?.recordId ?? recordId }
}

/** The same decision, with the review saying which fact it gave rise to. */
function withFact(decided: Extract<Decided, { kind: 'done' }>, fact: FactId | null): Extract<Decided, { kind: 'done' }> {
  if (fact === null) return decided
  return { ...decided, changes: decided.changes.map((one) => (one.type.name === reviewType.name ? { ...one, values: { ...one.values, fact } } : one)) }
}

/** Changes the record of a review that was held; the fact follows when its day or the child's part in it changed. */
export async function changeReview(work: Work, childId: string, review: Review, holding: Holding): Promise<Refused | undefined> {
  const no = await mustBeOfficer(work, childId, 'change', 'review record')
  if (no !== undefined) return no
  const { bornOn } = await reviewOutlook(work, childId)
  const { decided, fact } = changeRecord(review, holding, bornOn, work.today)
  if (decided.kind === 'refused') return decided
  const factId = fact === null ? null : await work.facts.record(childId, 'review', fact, review.values.fact as FactId | null)
  return carryOut(work, withFact(decided, factId))
}

/** Records that decisions were issued, the record completed, or all of it distributed. */
export async function followReview(
  work: Work, childId: string, review: Review, step: 'decisions' | 'record' | 'distribute', given: { readonly on: LocalDate; readonly to: string | null },
): Promise<Refused | undefined> {
  const no = await mustBeOfficer(work, childId, 'change', 'review record')
  if (no !== undefined) return no
  const decided = followUp(review, step, given, work.today)
  if (decided.kind === 'refused' || step !== 'decisions') return carryOut(work, decided)
  const holders = await work.caseHolders.ofChild(childId)
  const managers = (await work.records.people(['team manager'])).filter(({ personId }) => holders.includes(personId))
  return carryOut(work, { ...decided, tell: tellManagers(review, managers.map(({ personId }) => personId)) })
}

/** Adds a decision: an action with an owner who reaches the child, and a day. */
export async function addReviewDecision(
  work: Work, childId: string, review: Review, typed: { readonly what: string; readonly owner: string; readonly dueOn: LocalDate },
): Promise<Refused | undefined> {
  const no = await mustBeOfficer(work, childId, 'decide', 'review record')
  if (no !== undefined) return no
  const why = await ownerRefusal(work, childId, typed.owner)
  if (why !== null) return { kind: 'refused', field: 'owner', why }
  return carryOut(work, addDecision(review, { recordId: work.records.newId(), ...typed }, work.actor.personId, work.today))
}

/** The draft of the letter to the child, from the record as it stands; `band` when another age is wanted. */
export function draftFor(work: Work, seen: ReviewSeen, band: Band | null): { readonly band: Band; readonly text: string } {
  const { reviewLetters } = work.policies
  const chosen = band ?? bandFor(reviewLetters, seen.outlook.bornOn, work.today)
  const template = reviewLetters.find((one) => one.band === chosen)
  if (template === undefined) throw new RangeError(`no template of a letter for ${chosen}`)
  return {
    band: chosen,
    text: draftLetter(template, {
      review: seen.review, officerName: seen.officer, nextBy: seen.outlook.next.dueOn,
      decisions: seen.decisions.filter(({ values: { state } }) => state !== 'cancelled').map(({ values: { what, owner, dueOn } }) =>
        ({ what, owner: seen.names.get(owner) ?? 'somebody', dueOn })),
    }),
  }
}

/** Begins a letter from the record; gives its id, or why not. */
export async function startLetter(work: Work, childId: string, seen: ReviewSeen, band: Band | null): Promise<Refused | { readonly letterId: string }> {
  const no = await mustBeOfficer(work, childId, 'record', 'review letter')
  if (no !== undefined) return no
  const letterId = work.records.newId()
  const draft = draftFor(work, seen, band)
  return (await carryOut(work, beginLetter(seen.review, letterId, draft.band, draft.text))) ?? { letterId }
}

/** Saves the words of a draft. */
export async function saveLetter(work: Work, childId: string, letter: Letter, given: { readonly band: Band; readonly text: string }): Promise<Refused | undefined> {
  return (await mustBeOfficer(work, childId, 'change', 'review letter')) ?? carryOut(work, writeLetter(letter, given))
}

/** Sends a letter that its sender has read. */
export async function giveLetter(work: Work, childId: string, review: Review, letter: Letter, given: Parameters<typeof sendLetter>[1]): Promise<Refused | undefined> {
  const no = await mustBeOfficer(work, childId, 'decide', 'review letter')
  if (no !== undefined) return no
  return carryOut(work, sendLetter(letter, given, { heldOn: review.values.heldOn ?? work.today, today: work.today }))
}

/** What the officer has to do, across the children that the request reaches. */
export interface ReviewLists {
  /** Due within the weeks ahead or overdue, and nothing booked. */
  readonly toBook: readonly { readonly childId: string; readonly code: string; readonly title: string; readonly dueOn: LocalDate }[]
  readonly booked: readonly ListedReview[]
  readonly adjourned: readonly ListedReview[]
  /** Held, with decisions to issue, a record to complete or both to distribute. */
  readonly toFinish: readonly ListedReview[]
  /** Held, and no letter has been sent to the child. */
  readonly toWriteTo: readonly ListedReview[]
}

export interface ListedReview extends ReviewRow {
  readonly code: string
}

/** Reviews due within these days are to be booked; letters are looked for this far back. */
const lookAheadDays = 42
const lettersSinceDays = 183

/** The lists, what is due first at the top. */
export async function reviewLists(work: Work): Promise<ReviewLists> {
  const due = await work.children.openClocks(clocksOfReviews, addDays(work.today, lookAheadDays))
  const open = await work.records.find([reviewType], { states: ['booked', 'adjourned'] })
  const held = await work.records.find([reviewType], { states: ['held'], happenedFrom: addDays(work.today, -lettersSinceDays) })
  const sent = new Set((await work.within(['see', 'review letter'], () => work.records.find([letterType], { states: ['sent'], childIds: [...new Set(held.flatMap(({ childId }) => childId ?? []))] })))
    .map(({ partOf }) => partOf))
  const codes = await work.children.codesOf([...new Set([...open, ...held].flatMap(({ childId }) => childId ?? []))])
  const names = await namesOf(work)
  const listed = (review: Review): ListedReview => ({ ...rowOn(work, review, names), code: codes.get(review.childId ?? '') ?? '' })
  const isBooked = new Set(open.map(({ childId }) => childId))
  const nextStep = ({ steps }: ReviewRow): number => steps.find(({ doneOn }) => doneOn === null)?.dueOn ?? Number.POSITIVE_INFINITY
  const byStep = (rows: readonly ListedReview[]): readonly ListedReview[] => rows.toSorted((a, b) => nextStep(a) - nextStep(b))
  const byDay = (rows: readonly ListedReview[]): readonly ListedReview[] => rows.toSorted((a, b) => dayOf(a.review) - dayOf(b.review))
  const heldRows = held.map(listed)
  return {
    toBook: due.filter(({ childId }) => !isBooked.has(childId)).map(({ childId, code, rule, dueOn }) => ({ childId, code, title: ruleOf(rule).title, dueOn })),
    booked: byDay(open.filter(({ values: { state } }) => state === 'booked').map(listed)),
    adjourned: byStep(open.filter(({ values: { state } }) => state === 'adjourned').map(listed)),
    toFinish: byStep(heldRows.filter(({ steps }) => steps.some(({ doneOn }) => doneOn === null))),
    toWriteTo: byDay(heldRows.filter(({ review }) => !sent.has(review.recordId))),
  }
}
