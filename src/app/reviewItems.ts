/** Reviews among what waits for a reviewing officer: to book, to hold, to finish, and letters to children. */
import { reviewAddress } from '../core/reviews/review.ts'
import { reviewLists } from './reviews.ts'
import type { WorkItem, WorkSource } from './workSource.ts'

export const reviewItems: WorkSource = {
  // Recording a review reaches the officer's own children alone.
  act: ['record', 'review record'],
  async items(work) {
    const { toBook, booked, adjourned, toFinish, toWriteTo } = await reviewLists(work)
    const mine = toBook.map(({ childId, dueOn }): WorkItem => ({ what: 'Review to book', dueOn, takesPlace: false, childId, address: `/children/${childId}/reviews` }))
    const of = (rows: typeof booked, what: string, takesPlace: boolean, dueOn: (row: (typeof booked)[number]) => WorkItem['dueOn']): readonly WorkItem[] =>
      rows.filter(({ review }) => review.values.officer === work.actor.personId).map((row) => ({
        what, takesPlace: takesPlace && row.review.values.bookedFor >= work.today, dueOn: dueOn(row), childId: row.review.childId,
        address: reviewAddress(row.review.childId ?? '', row.review.recordId),
      }))
    return [
      ...mine,
      ...of(booked, 'Review', true, ({ review }) => review.values.bookedFor),
      ...of(adjourned, 'Adjourned review', true, ({ review }) => review.values.bookedFor),
      ...of(toFinish, 'Review to finish', false, ({ steps }) => steps.find(({ doneOn }) => doneOn === null)?.dueOn ?? null),
      ...of(toWriteTo, 'Review: letter to the child', false, () => null),
    ]
  },
}
