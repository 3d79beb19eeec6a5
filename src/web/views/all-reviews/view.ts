/** The officer's own list: reviews to book, booked, adjourned, to finish, and children to write to. */
import type { ListedReview, ReviewLists } from '../../../app/reviews.ts'
import type { Work } from '../../../app/work.ts'
import { reviewAddress, reviewTitle } from '../../../core/reviews/review.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { fromToday, shortDate } from '../../words/dates.ts'
import { nextStepWords } from '../../words/reviews.ts'

export interface NavItem {
  readonly text: string
  readonly href: string
  readonly active: boolean
}

/** The pages of the reviewing service that this person may open. */
export function reviewingNav(work: Pick<Work, 'may'>, here: string): readonly NavItem[] {
  const items = [
    { text: 'Reviews', href: '/reviews', may: work.may('see', 'review record') },
    { text: 'Concerns', href: '/challenge', may: work.may('see', 'concern') },
    { text: 'Monthly report', href: '/challenge/report', may: work.may('export', 'papers') },
  ]
  return items.filter(({ may }) => may).map(({ text, href }) => ({ text, href, active: href === here }))
}

export interface ListRow {
  readonly code: string
  readonly childHref: string
  readonly href: string
  readonly what: string
  readonly when: string
  readonly under: string
  readonly late: boolean
}

export interface ReviewListsModel {
  readonly nav: readonly NavItem[]
  readonly lists: readonly { readonly id: string; readonly heading: string; readonly empty: string; readonly head: string; readonly rows: readonly ListRow[] }[]
}

/** What the template shows. */
export function reviewListsModel(lists: ReviewLists, nav: readonly NavItem[], today: LocalDate): ReviewListsModel {
  const row = (one: ListedReview, when: LocalDate, under: string, late: boolean): ListRow => ({
    code: one.code, childHref: `/children/${one.review.childId ?? ''}`, href: reviewAddress(one.review.childId ?? '', one.review.recordId),
    what: reviewTitle(one.review), when: shortDate(when), under, late,
  })
  const stepped = (one: ListedReview): ListRow => {
    const next = nextStepWords(one.steps)
    return {
      ...row(one, one.review.values.bookedFor, next === null ? '' : next.words, next?.late ?? false), when: next?.due ?? '',
    }
  }
  return {
    nav,
    lists: [
      {
        id: 'to-book', heading: 'Due, and not booked', head: 'Due by', empty: 'Every review due in the next six weeks is booked.',
        rows: lists.toBook.map(({ childId, code, title, dueOn }) => ({
          code, childHref: `/children/${childId}`, href: `/children/${childId}/reviews`, what: title, when: shortDate(dueOn), under: fromToday(dueOn, today), late: dueOn < today,
        })),
      },
      {
        id: 'booked', heading: 'Booked', head: 'Day', empty: 'No review is booked.',
        rows: lists.booked.map((one) => {
          const { bookedFor, limit } = one.review.values
          const past = bookedFor < today
          return row(one, bookedFor, past ? 'to write up' : limit !== null && bookedFor > limit ? `after its due date, ${shortDate(limit)}` : fromToday(bookedFor, today), past || (limit !== null && bookedFor > limit))
        }),
      },
      { id: 'adjourned', heading: 'Adjourned', head: 'Complete by', empty: 'No review is adjourned.', rows: lists.adjourned.map(stepped) },
      { id: 'to-finish', heading: 'Held, with something to finish', head: 'By', empty: 'Nothing of the reviews recorded here waits to be issued, written or distributed.', rows: lists.toFinish.map(stepped) },
      {
        id: 'to-write', heading: 'Children to write to', head: 'Review held', empty: 'No child waits for a letter about a review recorded here.',
        rows: lists.toWriteTo.map((one) => row(one, one.review.values.heldOn ?? one.review.values.bookedFor, '', false)),
      },
    ],
  }
}
