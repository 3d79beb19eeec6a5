/** Looked-after reviews: the officer's list, a child's reviews, one review. */
import { reviewLists, reviewSeen, reviewsOfChild, type ReviewSeen } from '../../app/reviews.ts'
import { whyNotAnswer } from '../../app/reviewResponses.ts'
import { reviewAddress } from '../../core/reviews/review.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { reviewingNav, reviewListsModel } from '../views/all-reviews/view.ts'
import { reviewModel } from '../views/review/view.ts'
import { reviewsModel } from '../views/reviews/view.ts'

/** The page of a child that reviews belong to. */
export const reviewPlace = '/reviews'

/** `GET /reviews`: the reviewing officer's own list. */
export const allReviews: Handler = async ({ work, today }) => ({
  kind: 'page', view: 'all-reviews', room: 'reviews', title: 'Reviews',
  model: reviewListsModel(await reviewLists(work), reviewingNav(work, '/reviews'), today),
})

/** `GET /children/:childId/reviews` */
export const reviews: Handler = async (ask) => {
  const head = await headOf(ask, reviewPlace)
  if (head === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'reviews', room: 'children', title: `Reviews, child ${head.code}`,
    model: reviewsModel(head, await reviewsOfChild(ask.work, head.childId), ask.today),
  }
}

export interface FoundReview {
  readonly head: ChildHeadModel
  readonly seen: ReviewSeen
  /** After `/children/<id>`. */
  readonly path: string
}

/** The review that the address names, with its child's head. */
export async function foundReview(ask: Ask): Promise<FoundReview | undefined> {
  const id = ask.params['reviewId'] ?? ''
  const head = await headOf(ask, reviewPlace)
  const seen = head === undefined || !isId(id) ? undefined : await reviewSeen(ask.work, head.childId, id)
  return head === undefined || seen === undefined ? undefined : { head, seen, path: reviewAddress(head.childId, id).slice(head.href.length) }
}

/** A handler about one review. */
export const onReview = (make: (ask: Ask, found: FoundReview) => Promise<Answer>): Handler => async (ask) => {
  const found = await foundReview(ask)
  return found === undefined ? { kind: 'not found' } : make(ask, found)
}

/** `GET /children/:childId/reviews/:reviewId` */
export const oneReview: Handler = onReview(async (ask, { head, seen }) => {
  const mayAnswer = seen.answered.kind === 'awaited' && (await whyNotAnswer(ask.work, head.childId, seen.review)) === null
  const model = reviewModel(head, seen, mayAnswer, ask.today)
  return { kind: 'page', view: 'review', room: 'children', title: `${model.title}, child ${head.code}`, model }
})
