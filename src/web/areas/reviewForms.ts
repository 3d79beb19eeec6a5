/** The forms of a review: booking, moving, adjourning, calling off, writing up, what follows, decisions. */
import { actionOwners } from '../../app/actions.ts'
import {
  addReviewDecision, adjournReview, bookReview, callOffReview, changeReview, followReview, holdReview, planForReview, reviewOutlook,
} from '../../app/reviews.ts'
import { actionType } from '../../core/actions/action.ts'
import { answerReview, settleObjection, whyNotAnswer } from '../../app/reviewResponses.ts'
import { canBeEndorsed } from '../../core/plan/endorse.ts'
import { requiring, type Held } from '../../core/records/recordType.ts'
import { storyFor } from '../../app/lifeStory.ts'
import { responseType } from '../../core/reviews/response.ts'
import { bookingFields, holdingFields, reviewType, type Review } from '../../core/reviews/review.ts'
import { ageOn, formatLong } from '../../core/time/localDate.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import type { Handler } from '../route.ts'
import { storyLine, storySentences } from '../words/lifeStory.ts'
import { onReview, reviewPlace } from './reviews.ts'

const bookingType = requiring(reviewType, 'bookedFor', 'officer')
const holdingType = requiring(reviewType, 'heldOn', 'how', 'participation', 'spokenTo', 'permanence', 'planView')
const callOffType = requiring(reviewType, 'calledOffWhy')
const adjournType = requiring(reviewType, 'adjournedOn', 'adjournedWhy', 'bookedFor')

/** A review is the same record, however much of it a form insists on. */
const asFormOf = <T extends typeof bookingType | typeof holdingType | typeof callOffType | typeof adjournType>(_type: T, review: Review): Held<T> =>
  review as unknown as Held<T>

const back = { path: reviewPlace, words: 'Reviews of this child' }

/** `/children/:childId/reviews/book` */
export const bookForm: Handler = childForm(reviewPlace, async (ask, head) => {
  const { next, words } = await reviewOutlook(ask.work, head.childId)
  const mine = ask.work.actor.roles.includes('reviewing officer') ? { officer: ask.work.actor.personId } : {}
  return childFormAnswer(ask, head, {
    type: bookingType, only: bookingFields, title: 'Book a review', button: 'Book the review', back, done: 'The review is booked.',
    values: { ...mine, invited: ['child', 'carer', 'social worker'] },
    intro: next.dueOn === null ? [] : [`It is due by ${formatLong(next.dueOn)}. ${words ?? ''}`, 'Leave the last question empty when the review is in time.'],
    people: await ask.work.records.people(['reviewing officer']),
    save: (values) => bookReview(ask.work, head.childId, values, undefined),
  })
})

/** `/children/:childId/reviews/:reviewId/move` */
export const moveForm: Handler = onReview(async (ask, { head, seen: { review }, path }) => childFormAnswer(ask, head, {
  type: bookingType, only: bookingFields, held: asFormOf(bookingType, review), title: 'Move the review', button: 'Save', done: 'The review is moved.',
  back: { path, words: 'Back to the review' }, people: await ask.work.records.people(['reviewing officer']),
  save: (values) => bookReview(ask.work, head.childId, values, review),
}))

/** `/children/:childId/reviews/:reviewId/call-off` */
export const callOffForm: Handler = onReview((ask, { head, seen: { review }, path }) => childFormAnswer(ask, head, {
  type: callOffType, only: ['calledOffWhy'], held: asFormOf(callOffType, review), title: 'Call the review off', button: 'Call it off', done: 'The review is called off.',
  intro: ['A review stays due all the same: the clock goes on, and another has to be booked.'], back: { path, words: 'Back to the review' },
  save: ({ calledOffWhy }) => callOffReview(ask.work, head.childId, review, calledOffWhy),
}))

/** `/children/:childId/reviews/:reviewId/adjourn` */
export const adjournForm: Handler = onReview((ask, { head, seen: { review }, path }) => childFormAnswer(ask, head, {
  type: adjournType, only: ['adjournedOn', 'adjournedWhy', 'bookedFor'], held: asFormOf(adjournType, review), title: 'Adjourn the review', button: 'Adjourn it',
  done: 'The review is adjourned.', back: { path, words: 'Back to the review' },
  intro: [
    `A review can be adjourned once, for not more than ${ask.work.policies.reviews.adjournmentWorkingDays} working days, when it cannot be completed for lack of information.`,
    'Until it is completed it has not been held. Below, enter the day on which it is to be completed as the day of the review.',
  ],
  save: (given) => adjournReview(ask.work, head.childId, review, given),
}))

/** `/children/:childId/reviews/:reviewId/hold`, and `/children/:childId/reviews/record` for one that was never booked. */
function holdingForm(review: Review | undefined, path: string): Handler {
  return childForm(reviewPlace, async (ask, head) => {
    const { bornOn, next } = await reviewOutlook(ask.work, head.childId)
    const plan = await planForReview(ask.work, head.childId)
    const story = await storyFor(ask.work, head.childId)
    const day = review === undefined || review.values.bookedFor > ask.today ? null : review.values.bookedFor
    const isYoung = bornOn !== null && ageOn(bornOn, day ?? ask.today) < 4
    const number = review?.values.number ?? next.number
    return childFormAnswer(ask, head, {
      type: holdingType, only: holdingFields, title: review === undefined ? 'Record a review that was held' : 'Write up the review', button: 'Save the review',
      done: 'The review is recorded. Add its decisions next.', back: { path, words: review === undefined ? 'Reviews of this child' : 'Back to the review' },
      ...(review === undefined ? {} : { held: withPrefill(asFormOf(holdingType, review), { heldOn: day, attended: review.values.invited, participation: isYoung ? 'PN0' : null }) }),
      values: { participation: isYoung ? 'PN0' : null },
      intro: [
        ...(number === 'second' ? ['This is the second review: the permanence plan is to be agreed at it.'] : []),
        plan === undefined ? 'Holdfast holds no permanence plan for this child.'
          : canBeEndorsed(plan) ? 'There is an authorised permanence plan to endorse or not.' : 'There is a permanence plan, but it is not authorised as it now stands: it cannot be endorsed yet.',
        ...(story === null ? [] : [`Life story work: ${storySentences(storyLine(story, ask.today))}`]),
      ],
      save: async (values) => {
        const held = await holdReview(ask.work, head.childId, review, values)
        return 'reviewId' in held ? undefined : held
      },
    })
  })
}

/** What the form begins with where the record is still blank. */
function withPrefill(held: Held<typeof holdingType>, blanks: Readonly<Record<string, unknown>>): Held<typeof holdingType> {
  const filled = Object.fromEntries(Object.entries(blanks).filter(([field]) => (held.values as Readonly<Record<string, unknown>>)[field] === null))
  return { ...held, values: { ...held.values, ...filled } }
}

/** `/children/:childId/reviews/record` */
export const recordForm: Handler = holdingForm(undefined, reviewPlace)

/** `/children/:childId/reviews/:reviewId/hold` */
export const holdForm: Handler = onReview((ask, { seen: { review }, path }) => holdingForm(review, path)(ask))

/** `/children/:childId/reviews/:reviewId/change` */
export const changeForm: Handler = onReview((ask, { head, seen: { review }, path }) => childFormAnswer(ask, head, {
  type: holdingType, only: holdingFields.filter((field) => field !== 'planView'), held: asFormOf(holdingType, review), title: 'Change the record', button: 'Save',
  done: 'The record is changed. What it said before is kept.', back: { path, words: 'Back to the review' },
  intro: ['The day and the child’s part go to the return as well. Whether you endorsed the plan stands as it was said.'],
  save: (values) => changeReview(ask.work, head.childId, review, { ...values, planView: review.values.planView }),
}))

const following = {
  'decisions-issued': { step: 'decisions', field: 'decisionsOn', title: 'The decisions were issued', done: 'It is recorded that the decisions were issued.' },
  'record-complete': { step: 'record', field: 'recordedOn', title: 'The record is complete', done: 'It is recorded that the record is complete.' },
  distributed: { step: 'distribute', field: 'distributedOn', title: 'Decisions and record were distributed', done: 'It is recorded that all was distributed.' },
} as const

/** `/children/:childId/reviews/:reviewId/decisions-issued`, `record-complete`, `distributed` */
export const followForm = (name: keyof typeof following): Handler => onReview((ask, { head, seen: { review }, path }) => {
  const { step, field, title, done } = following[name]
  const type = requiring(reviewType, field)
  return childFormAnswer(ask, head, {
    type, only: step === 'distribute' ? [field, 'distributedTo'] as const : [field] as const, title, button: 'Save', done, back: { path, words: 'Back to the review' },
    held: withToday(review, field, ask.today) as unknown as Held<typeof type>,
    ...(step === 'distribute' ? { intro: ['Each gets what they may have: say what was left out for whom. After this the record stands as it is.'] } : {}),
    save: (values) => followReview(ask.work, head.childId, review, step, { on: Number(values[field]) as never, to: 'distributedTo' in values ? values.distributedTo : null }),
  })
})

const withToday = (review: Review, field: string, today: number): Review => ({ ...review, values: { ...review.values, [field]: today } })

/** `/children/:childId/reviews/:reviewId/decisions/new` */
export const decisionForm: Handler = onReview(async (ask, { head, seen: { review }, path }) => childFormAnswer(ask, head, {
  type: actionType, only: ['what', 'owner', 'dueOn'], title: 'Add a decision', button: 'Add the decision', done: 'The decision is added, and whoever is to do it is told.',
  intro: ['One thing that somebody can finish. Write it so that the child can read it: the letter to them takes it over.'],
  back: { path, words: 'Back to the review' }, people: await actionOwners(ask.work),
  save: (values) => addReviewDecision(ask.work, head.childId, review, values),
}))

/** `/children/:childId/reviews/:reviewId/answer`: the manager agrees to what was decided, or objects. */
export const answerForm: Handler = onReview(async (ask, { head, seen: { review, answered, decisions, names }, path }) => childFormAnswer(ask, head, {
  type: responseType, only: ['answer', 'why'], title: 'Agree to the decisions, or object', button: 'Save', done: 'Your answer is recorded.',
  intro: [
    ...(answered.kind === 'awaited' ? [answered.until === null
      ? 'The bank holidays so far ahead are not published, so the last day for it is not known.'
      : `Until ${formatLong(answered.until)}. Without a word by then the decisions are taken as agreed.`] : []),
    ...(decisions.length === 0 ? ['No decision is recorded beside the record of the review.'] : decisions.map(({ values }, i) =>
      `${i + 1}. ${values.what} ${names.get(values.owner) ?? 'Somebody who is no longer listed'}, by ${formatLong(values.dueOn)}.`)),
    'An objection goes to the reviewing officer at once, who says what comes of it.',
  ],
  back: { path, words: 'Back to the review' },
  barred: await whyNotAnswer(ask.work, head.childId, review),
  save: (values) => answerReview(ask.work, head.childId, review, answered, values),
}))

const settlingType = requiring(responseType, 'settled', 'settledWords')

/** `/children/:childId/reviews/:reviewId/objection`: the reviewing officer says what came of an objection. */
export const objectionForm: Handler = onReview((ask, { head, seen: { review, answered }, path }) => childFormAnswer(ask, head, {
  type: settlingType, only: ['settled', 'settledWords'], title: 'What came of the objection', button: 'Save', done: 'It is recorded, and whoever objected is told.',
  ...(answered.kind === 'objected' ? { held: answered.response as unknown as Held<typeof settlingType>, intro: [`${answered.response.firstRecordedBy.name} wrote: ${answered.response.values.why ?? ''}`] } : {}),
  back: { path, words: 'Back to the review' },
  save: (values) => settleObjection(ask.work, head.childId, review, answered, values),
}))
