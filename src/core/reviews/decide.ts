/** What happens to a review: booked, moved, called off, adjourned, held, its record completed, distributed. */
import { newAction, tellOwner, type AskedAction } from '../actions/action.ts'
import { canBeEndorsed, endorsePlan } from '../plan/endorse.ts'
import type { Plan } from '../plan/plan.ts'
import { added, done, refused, revised, type Change, type Decided, type Telling, type ValuesOf } from '../records/recordType.ts'
import { ageOn, formatLong, type LocalDate } from '../time/localDate.ts'
import { reviewAddress, reviewType, type bookingFields, type holdingFields, type Review, type ReviewNumber } from './review.ts'

type Values = ValuesOf<typeof reviewType>
export type Booking = Pick<Values, (typeof bookingFields)[number]>
export type Holding = Pick<Values, (typeof holdingFields)[number]>

/** Which review comes next and by when it is due, as the clocks say; the day null when they cannot. */
export interface NextReview {
  readonly number: ReviewNumber
  readonly dueOn: LocalDate | null
}

const blank = {
  calledOffWhy: null, adjournedOn: null, adjournedWhy: null, heldOn: null, how: null, attended: null, absent: null, participation: null,
  spokenTo: null, childsView: null, goingWell: null, worries: null, lifeStory: null, permanence: null, planView: null, planWhy: null, planWords: null,
  discussed: null, decisionsOn: null, recordedOn: null, distributedOn: null, distributedTo: null, fact: null, endorsedPlan: null,
} as const

const isOpen = ({ values: { state } }: Review): boolean => state === 'booked' || state === 'adjourned'

/** A review after the day by which it is due needs a reason: it is a breach of regulation 33 that somebody chose. */
function lateWithoutWhy({ bookedFor, lateWhy }: Pick<Values, 'bookedFor' | 'lateWhy'>, limit: LocalDate | null): Decided | undefined {
  if (limit === null || bookedFor <= limit || lateWhy !== null) return undefined
  return refused(`Say why the review is after ${formatLong(limit)}, the day by which it is due`, 'lateWhy')
}

/** Books a review. One at a time: with another open, that one is moved instead. */
export function book(
  booking: Booking, next: NextReview, open: readonly Review[], { recordId, childId, by, today }: { readonly recordId: string; readonly childId: string; readonly by: string; readonly today: LocalDate },
): Decided {
  if (open.some(isOpen)) return refused('A review is already booked for this child. Move that one.', 'bookedFor')
  if (booking.bookedFor < today) return refused('The day of the review must be today or in the future. Record a review that was held instead.', 'bookedFor')
  const late = lateWithoutWhy(booking, next.dueOn)
  if (late !== undefined) return late
  return done(
    [added(reviewType, recordId, { childId }, { ...blank, ...booking, state: 'booked', number: next.number, limit: next.dueOn })],
    told(booking.officer, by, 'A review that you chair has been booked.', childId, recordId))
}

function told(officer: string, by: string, words: string, childId: string, recordId: string): readonly Telling[] {
  return officer === by ? [] : [{ personId: officer, words, address: reviewAddress(childId, recordId), childId }]
}

/** Moves a booked review, or says when an adjourned one is to be completed. */
export function move(review: Review, booking: Booking, today: LocalDate): Decided {
  if (!isOpen(review)) return refused('Only a review that has not been held can be moved.')
  if (booking.bookedFor < today) return refused('The day of the review must be today or in the future', 'bookedFor')
  return lateWithoutWhy(booking, review.values.limit) ?? done([revised(reviewType, review, booking)])
}

/** Calls a booked review off, for a reason: one was due all the same, and the clock goes on. */
export function callOff(review: Review, why: string): Decided {
  if (review.values.state !== 'booked') return refused('Only a review that is booked can be called off.')
  return done([revised(reviewType, review, { state: 'called off', calledOffWhy: why })])
}

/**
 * Adjourns a review for lack of information: once (regulation 36(2); K). Until it is completed it has not been held: its
 * proposals are not to be carried out, and the clock of the review runs on.
 */
export function adjourn(review: Review, { adjournedOn, adjournedWhy, bookedFor }: { readonly adjournedOn: LocalDate; readonly adjournedWhy: string; readonly bookedFor: LocalDate }): Decided {
  if (review.values.adjournedOn !== null) return refused('A review can be adjourned only once. Hold it with what is known, and say what is missing.')
  if (review.values.state !== 'booked') return refused('Only a review that is booked can be adjourned.')
  if (bookedFor <= adjournedOn) return refused('The day on which it is to be completed must be after the day it was adjourned', 'bookedFor')
  return done([revised(reviewType, review, { state: 'adjourned', adjournedOn, adjournedWhy, bookedFor })])
}

/** Everything that holding a review rests on. */
export interface Circumstances {
  readonly childId: string
  /** The booked or adjourned review that is held now; undefined for one that was never booked here. */
  readonly review: Review | undefined
  /** For one that was never booked. */
  readonly recordId: string
  readonly officer: string
  readonly next: NextReview
  readonly bornOn: LocalDate | null
  readonly plan: Plan | undefined
  readonly today: LocalDate
}

/** The fact of the return that a review held gives rise to. */
export type HeldFact = { readonly heldOn: LocalDate; readonly participation: string | null }

/** Holds a review. What must be told is refused at its field; `fact` is what the 903 will say of it. */
export function hold(holding: Holding, { review, recordId, childId, officer, next, bornOn, plan, today }: Circumstances): { readonly decided: Decided; readonly fact: HeldFact | null } {
  const no = (why: string, field: string): { readonly decided: Decided; readonly fact: null } => ({ decided: refused(why, field), fact: null })
  const { heldOn, how, attended, participation, planView, planWhy, spokenTo, permanence } = holding
  if (review !== undefined && !isOpen(review)) return { decided: refused('This review has been held. Change its record instead.'), fact: null }
  if (heldOn === null) return no('Enter the day the review was held', 'heldOn')
  if (heldOn > today) return no('The day the review was held must be today or in the past', 'heldOn')
  if (review?.values.adjournedOn !== null && review !== undefined && heldOn < review.values.adjournedOn) return no('It was adjourned after that day: enter the day it was completed', 'heldOn')
  if (how === null) return no('Choose how it was held', 'how')
  if (how !== 'on paper' && (attended ?? []).length === 0) return no('Choose who was there', 'attended')
  const faulty = participationFault(participation, attended ?? [], bornOn, heldOn)
  if (faulty !== undefined) return no(faulty, 'participation')
  if (spokenTo === null) return no('Say whether you spoke with the child in private', 'spokenTo')
  if (permanence === null) return no('Say which ways to permanence were considered', 'permanence')
  if (planView === null) return no('Say whether you endorse the permanence plan', 'planView')
  if (planView !== 'endorsed' && planWhy === null) return no('Say why, and what the plan lacks', 'planWhy')
  if (planView === 'endorsed' && plan === undefined) return no('Holdfast holds no permanence plan for this child. Choose that there was none, or ask for it to be written first', 'planView')
  if (planView === 'endorsed' && plan !== undefined && !canBeEndorsed(plan)) {
    return no('The plan has not been authorised as it now stands, so it cannot be endorsed', 'planView')
  }
  if (planView === 'no plan' && plan !== undefined) return no('There is a permanence plan. Endorse it, or say why not', 'planView')
  const endorsed = planView === 'endorsed' ? plan : undefined
  const held = { ...holding, state: 'held', heldOn, endorsedPlan: endorsed?.recordId ?? null } as const
  const id = review?.recordId ?? recordId
  const changes: Change[] = [
    review === undefined
      ? added(reviewType, id, { childId }, {
        ...blank, ...held, number: next.number, officer, limit: next.dueOn, bookedFor: heldOn, place: null, invited: null, lateWhy: null,
      })
      : revised(reviewType, review, { ...held, number: review.values.number }),
  ]
  if (endorsed !== undefined) changes.push(endorsePlan(endorsed, heldOn, id))
  return { decided: done(changes), fact: { heldOn, participation } }
}

/**
 * What is wrong with a code of participation, as the return judges it (SSDA903 rules 440 and 441: PN0 for children under 4 and
 * for no other), and beside who was there.
 */
export function participationFault(participation: string | null, attended: readonly string[], bornOn: LocalDate | null, heldOn: LocalDate): string | undefined {
  if (participation === null) return 'Choose how the child took part'
  if (bornOn !== null) {
    const young = ageOn(bornOn, heldOn) < 4
    if (participation === 'PN0' && !young) return 'The child was 4 or older on that day. Choose how they took part'
    if (participation !== 'PN0' && young) return 'The child was under 4 on that day. Choose PN0'
  }
  const came = ['PN1', 'PN2', 'PN3', 'PN4'].includes(participation)
  const there = attended.includes('child')
  if (came && !there) return 'This says that the child came, but they are not among those who were there'
  if (['PN5', 'PN6', 'PN7'].includes(participation) && there) return 'This says that the child did not come, but they are among those who were there'
  return undefined
}

/**
 * Changes the record of a review that was held: an older version stays. Not the day or the part the child took once the record
 * went out, because others have it in hand: then only the words.
 */
export function changeRecord(review: Review, holding: Holding, bornOn: LocalDate | null, today: LocalDate): { readonly decided: Decided; readonly fact: HeldFact | null } {
  const { values } = review
  const heldOn = holding.heldOn
  if (values.state !== 'held') return { decided: refused('This review has not been held.'), fact: null }
  if (values.distributedOn !== null) return { decided: refused('The record has been distributed and stands. Say what was wrong in it at the next review.'), fact: null }
  if (heldOn === null || heldOn > today) return { decided: refused('Enter the day the review was held, today or in the past', 'heldOn'), fact: null }
  const faulty = participationFault(holding.participation, holding.attended ?? [], bornOn, heldOn)
  if (faulty !== undefined) return { decided: refused(faulty, 'participation'), fact: null }
  if (values.decisionsOn !== null && values.decisionsOn < heldOn) return { decided: refused('Its decisions were issued before that day', 'heldOn'), fact: null }
  // What was said of the plan is part of the endorsement: it stands with the plan, not with the words of the record.
  const { planView } = values
  return {
    decided: done([revised(reviewType, review, { ...holding, heldOn, planView })]),
    fact: heldOn === values.heldOn && holding.participation === values.participation ? null : { heldOn, participation: holding.participation },
  }
}

/** Records that something that must follow the review was done on a day. */
export function followUp(review: Review, step: 'decisions' | 'record' | 'distribute', { on, to }: { readonly on: LocalDate; readonly to: string | null }, today: LocalDate): Decided {
  const { state, heldOn, decisionsOn, recordedOn, distributedOn, discussed } = review.values
  const field = { decisions: 'decisionsOn', record: 'recordedOn', distribute: 'distributedOn' }[step]
  if (state !== 'held' || heldOn === null) return refused('This review has not been held.')
  if (on > today) return refused('The day must be today or in the past', field)
  if (on < heldOn) return refused(`The day must not be before ${formatLong(heldOn)}, when the review was held`, field)
  switch (step) {
    case 'decisions':
      return decisionsOn !== null ? refused('The decisions have been issued.') : done([revised(reviewType, review, { decisionsOn: on })])
    case 'record':
      if (recordedOn !== null) return refused('The record is complete.')
      if (discussed === null) return refused('Write the record first: what was discussed is still empty.', field)
      return done([revised(reviewType, review, { recordedOn: on })])
    case 'distribute':
      if (distributedOn !== null) return refused('It has been distributed.')
      if (decisionsOn === null || recordedOn === null) return refused('Issue the decisions and complete the record first.', field)
      if (on < recordedOn || on < decisionsOn) return refused('It cannot have been distributed before the decisions and the record were there', field)
      if (to === null) return refused('Say to whom it was distributed', 'distributedTo')
      return done([revised(reviewType, review, { distributedOn: on, distributedTo: to })])
  }
}

/** A decision of the review: an action with an owner and a day. Whoever is to do it is told. */
export function addDecision(review: Review, asked: Pick<AskedAction, 'recordId' | 'what' | 'owner' | 'dueOn'>, by: string, today: LocalDate): Decided {
  const { childId, values: { state, heldOn }, recordId } = review
  if (childId === null) throw new RangeError('a review is about a child')
  if (state !== 'held' || heldOn === null) return refused('Decisions are recorded once the review has been held.')
  if (asked.dueOn < heldOn) return refused('The day by which it is to be done must not be before the review', 'dueOn')
  const action: AskedAction = { ...asked, childId, raisedBy: 'review', partOf: recordId }
  return done([newAction(action, today)], tellOwner(action, by))
}
