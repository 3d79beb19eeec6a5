/** The manager's answer to what a review decided: given, settled, and what waits for whom. */
import { denialWords } from '../core/access/duties.ts'
import { answer, answered, responseType, settle, type Answered, type TypedAnswer, type TypedSettling } from '../core/reviews/response.ts'
import { managerObjectsBy } from '../core/reviews/following.ts'
import { reviewAddress, reviewType, type Review } from '../core/reviews/review.ts'
import type { Decided } from '../core/records/recordType.ts'
import { addDays } from '../core/time/localDate.ts'
import { carryOut } from './records.ts'
import { whyNotOfficer } from './reviews.ts'
import { NotAllowed, type Work } from './work.ts'
import type { WorkItem, WorkSource } from './workSource.ts'

type Refused = Extract<Decided, { kind: 'refused' }> | undefined

/** Why this person cannot answer for the manager, in words; null when they can. */
export async function whyNotAnswer(work: Work, childId: string, review: Review): Promise<string | null> {
  const decision = await work.decideWith(childId, { reviewChairs: [review.values.officer] }, 'record', 'review response')
  if (decision.kind === 'allow') return null
  return denialWords(decision, 'The team manager answers for the decisions of a review.')
}

/** Agrees to what a review decided, or objects. */
export async function answerReview(work: Work, childId: string, review: Review, standing: Answered, typed: TypedAnswer): Promise<Refused> {
  const why = await whyNotAnswer(work, childId, review)
  if (why !== null) return { kind: 'refused', field: null, why }
  return carryOut(work, answer(review, standing, typed, { recordId: work.records.newId(), today: work.today }))
}

/** The reviewing officer says what came of an objection. */
export async function settleObjection(work: Work, childId: string, review: Review, standing: Answered, typed: TypedSettling): Promise<Refused> {
  if ((await work.decide(childId, 'change', 'review response')).kind === 'deny') throw new NotAllowed(['change', 'review response'])
  const why = await whyNotOfficer(work, childId, 'change', 'review record')
  return why === null ? carryOut(work, settle(review, standing, typed, work.today)) : { kind: 'refused', field: null, why }
}

/** How far back reviews are looked through for answers that are still to come. */
const sinceDays = 183

const itemOf = ({ childId, recordId }: Review, what: string, dueOn: WorkItem['dueOn']): WorkItem =>
  ({ what, dueOn, takesPlace: false, childId, address: reviewAddress(childId ?? '', recordId) })

/** Reviews that were held, with where the manager's answer stands. */
async function standings(work: Work): Promise<readonly { readonly review: Review; readonly standing: Answered }[]> {
  const held = (await work.records.find([reviewType], { states: ['held'], happenedFrom: addDays(work.today, -sinceDays) })).filter(({ values }) => values.decisionsOn !== null)
  if (held.length === 0) return []
  const responses = new Map((await work.records.find([responseType], { childIds: held.flatMap(({ childId }) => childId ?? []) })).map((one) => [one.partOf, one]))
  return held.map((review) => ({
    review, standing: answered(review, responses.get(review.recordId), managerObjectsBy(review, work.policies.reviews, work.calendar), work.today),
  }))
}

/** What waits for a manager: decisions to agree to or object to, while there are days left for it. */
export const responseItems: WorkSource = {
  act: ['record', 'review response'],
  items: async (work) => (await standings(work)).flatMap(({ review, standing }) =>
    (standing.kind === 'awaited' && review.values.officer !== work.actor.personId ? [itemOf(review, 'Review: agree or object to its decisions', standing.until)] : [])),
}

/** What waits for a reviewing officer: objections to settle. */
export const objectionItems: WorkSource = {
  act: ['change', 'review response'],
  items: async (work) => (await standings(work)).flatMap(({ review, standing }) =>
    (standing.kind === 'objected' && !standing.settled && review.values.officer === work.actor.personId ? [itemOf(review, 'Review: an objection to settle', null)] : [])),
}
