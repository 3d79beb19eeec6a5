/** How a child's life story work stands, in a line, wherever a review, a panel or a plan asks about it. */
import type { StorySummary } from '../../core/lifeStory/story.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { longDate } from './dates.ts'

export interface StoryLine {
  /** What is kept for the child. */
  readonly kept: string
  /** How the work stands, as somebody wrote it down. */
  readonly stands: string
}

/** `4 things kept for the child, last added to on 3 March 2026`, and `It has gone on since 5 January 2026`. */
export function storyLine({ items, addedOn, work }: StorySummary, today: LocalDate): StoryLine {
  return {
    kept: items === 0 ? 'Nothing is kept for the child yet'
      : `${items === 1 ? '1 thing' : `${items} things`} kept for the child, last added to on ${longDate(addedOn)}`,
    stands: work === null ? 'Nobody has written down how the work stands' : standing(work, today),
  }
}

function standing({ state, since, askAgainOn, bookBegunOn, bookGivenOn }: NonNullable<StorySummary['work']>, today: LocalDate): string {
  const again = askAgainOn === null ? '' : `; ${askAgainOn < today ? 'they were to be' : 'they are'} asked again on ${longDate(askAgainOn)}`
  switch (state) {
    case 'not wanted': return `The child does not want it for now${again}`
    case 'waits': return `It has waited since ${longDate(since)}${again}`
    case 'going on': return `It has gone on since ${longDate(since)}${
      bookGivenOn !== null ? `; the book was given on ${longDate(bookGivenOn)}` : bookBegunOn !== null ? `; the book was begun on ${longDate(bookBegunOn)}` : ''}`
  }
}

/** Both in sentences. */
export const storySentences = ({ kept, stands }: StoryLine): string => `${kept}. ${stands}.`
