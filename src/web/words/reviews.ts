/** Reviews, their steps and concerns in words and tags. */
import type { DaysLeft } from '../../core/challenge/protocol.ts'
import type { Answered } from '../../core/reviews/response.ts'
import type { Step, StepStanding } from '../../core/reviews/following.ts'
import { reviewType, type Review } from '../../core/reviews/review.ts'
import { choiceWords } from '../../core/records/shown.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import type { Tag } from './clocks.ts'
import { counted } from './counts.ts'
import { longDate, shortDate } from './dates.ts'

/** Where a review stands, as a tag. */
export function reviewTag({ values: { state, bookedFor } }: Review, today: LocalDate): Tag {
  if (state === 'booked' && bookedFor < today) return { words: 'To write up', colour: 'govuk-tag--red' }
  const colour = { booked: 'govuk-tag--blue', adjourned: 'govuk-tag--yellow', held: 'govuk-tag--green', 'called off': 'govuk-tag--grey' }[state]
  return { words: choiceWords(reviewType.fields.state, state), colour }
}

const stepTags: Readonly<Record<StepStanding, Tag>> = {
  done: { words: 'Done', colour: 'govuk-tag--green' }, 'done late': { words: 'Done late', colour: 'govuk-tag--yellow' },
  'to do': { words: 'To do', colour: 'govuk-tag--blue' }, overdue: { words: 'Overdue', colour: 'govuk-tag--red' },
  'cannot tell': { words: 'Cannot tell', colour: 'govuk-tag--grey' },
}

export interface StepModel {
  readonly words: string
  readonly source: string
  readonly due: string
  readonly done: string | null
  readonly tag: Tag
}

/** A step that follows a review. */
export function stepModel({ words, source, dueOn, doneOn, standing }: Step): StepModel {
  return {
    words, source, due: longDate(dueOn, 'Not known: the bank holidays so far ahead are not published'),
    done: doneOn === null ? null : longDate(doneOn), tag: stepTags[standing],
  }
}

/** `Record due 3 Mar 2026`, and whether that has passed, for lists; null when all is done. */
export function nextStepWords(steps: readonly Step[]): { readonly words: string; readonly due: string; readonly late: boolean } | null {
  const next = steps.find(({ doneOn }) => doneOn === null)
  return next === undefined ? null : { words: next.words, due: shortDate(next.dueOn), late: next.standing === 'overdue' }
}

/** Working days until an answer is due, or since: `due today`, `3 working days left`, `2 working days late`. */
export function leftWords(left: DaysLeft): { readonly words: string; readonly late: boolean } {
  switch (left.kind) {
    case 'cannot tell': return { words: 'not known', late: false }
    case 'left': return { words: left.workingDays === 0 ? 'due today' : `${counted(left.workingDays, 'working day')} left`, late: false }
    // Past its day at a weekend no working day may have gone by, and it is late all the same.
    case 'overdue': return { words: left.workingDays === 0 ? 'late' : `${counted(left.workingDays, 'working day')} late`, late: true }
  }
}

/** Where the manager's answer stands, in words; nothing while there is nothing to answer. */
export function answeredWords(answered: Answered): readonly string[] {
  switch (answered.kind) {
    case 'not issued': return []
    case 'awaited': return [answered.until === null ? 'Awaited; the last day is not known: the bank holidays so far ahead are not published' : `Awaited; without a word it is taken as agreed on ${longDate(answered.until)}`]
    case 'agreed': return [`Agreed by ${answered.by.name} on ${longDate(answered.on)}`]
    case 'taken as agreed': return [`Taken as agreed on ${longDate(answered.on)}: nobody objected`]
    case 'objected': return [`Objected on ${longDate(answered.response.values.answeredOn)}${answered.settled ? ', and settled' : ''}`]
  }
}
