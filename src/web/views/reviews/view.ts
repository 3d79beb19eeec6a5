/** The reviews of a child. */
import type { ReviewsOfChild } from '../../../app/reviews.ts'
import { participations, reviewAddress, reviewTitle } from '../../../core/reviews/review.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import type { Tag } from '../../words/clocks.ts'
import { fromToday, longDate } from '../../words/dates.ts'
import { storyLine, type StoryLine } from '../../words/lifeStory.ts'
import { nextStepWords, reviewTag } from '../../words/reviews.ts'

export interface ReviewsModel {
  readonly head: ChildHeadModel
  readonly next: { readonly title: string; readonly due: string; readonly when: string; readonly late: boolean; readonly law: string } | null
  readonly booked: string | null
  readonly lifeStory: (StoryLine & { readonly href: string }) | null
  readonly bookHref: string | null
  readonly recordHref: string | null
  readonly notOfficer: string | null
  readonly rows: readonly {
    readonly href: string; readonly title: string; readonly officer: string; readonly tag: Tag; readonly part: string | null
    readonly next: { readonly words: string; readonly due: string; readonly late: boolean } | null
  }[]
}

const titles = { first: 'First review', second: 'Second review', later: 'Next review' } as const

/** What the template shows. */
export function reviewsModel(head: ChildHeadModel, { rows, outlook: { next, words }, open, lifeStory, notOfficer }: ReviewsOfChild, today: LocalDate): ReviewsModel {
  const here = `${head.href}/reviews`
  return {
    head, notOfficer,
    next: next.dueOn === null || words === null ? null : {
      title: titles[next.number], due: longDate(next.dueOn), when: fromToday(next.dueOn, today), late: next.dueOn < today, law: words,
    },
    booked: open === undefined ? null : longDate(open.values.bookedFor),
    lifeStory: lifeStory === null ? null : { ...storyLine(lifeStory, today), href: `${head.href}/life-story` },
    bookHref: notOfficer === null && open === undefined ? `${here}/book` : null,
    recordHref: notOfficer === null && open === undefined ? `${here}/record` : null,
    rows: rows.map(({ review, steps, officer }) => ({
      href: reviewAddress(head.childId, review.recordId), title: reviewTitle(review), officer, tag: reviewTag(review, today),
      part: participations.find(({ value }) => value === review.values.participation)?.label ?? null, next: nextStepWords(steps),
    })),
  }
}
