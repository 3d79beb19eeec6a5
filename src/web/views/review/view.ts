/** One review: what follows it, its decisions, its record, the letters to the child. */
import type { ReviewSeen } from '../../../app/reviews.ts'
import { letterType } from '../../../core/reviews/letter.ts'
import { responseType, type Response } from '../../../core/reviews/response.ts'
import { holdingFields, bookingFields, reviewAddress, reviewTitle, reviewType } from '../../../core/reviews/review.ts'
import { choiceWords, shown, type ShownField } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import type { Tag } from '../../words/clocks.ts'
import { longDate, shortDate } from '../../words/dates.ts'
import { storyLine, type StoryLine } from '../../words/lifeStory.ts'
import { answeredWords, reviewTag, stepModel, type StepModel } from '../../words/reviews.ts'

export interface ReviewModel {
  readonly head: ChildHeadModel
  readonly title: string
  readonly tag: Tag
  readonly officer: string
  readonly notOfficer: string | null
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  readonly lifeStory: (StoryLine & { readonly href: string }) | null
  readonly objection: { readonly by: string; readonly why: string; readonly outcome: string | null; readonly outcomeWords: string | null } | null
  readonly notes: readonly string[]
  readonly steps: readonly (StepModel & { readonly doHref: string | null; readonly doWords: string })[]
  readonly booking: readonly ShownField[]
  readonly record: readonly ShownField[]
  readonly decisions: readonly { readonly href: string; readonly what: string; readonly owner: string; readonly due: string; readonly state: string }[]
  /** Null for a reader who may not see letters. */
  readonly letters: readonly { readonly href: string; readonly words: string; readonly tag: Tag }[] | null
  readonly links: Readonly<Record<'hold' | 'move' | 'adjourn' | 'callOff' | 'change' | 'decide' | 'letter' | 'answer' | 'settle', string | null>>
}

const paths = { decisions: 'decisions-issued', record: 'record-complete', distribute: 'distributed' } as const
const doing = { decisions: 'The decisions were issued', record: 'The record is complete', distribute: 'It was distributed' } as const

const objectionModel = ({ firstRecordedBy, values: { why, answeredOn, settled, settledOn, settledWords } }: Response): ReviewModel['objection'] => ({
  by: `${firstRecordedBy.name}, ${longDate(answeredOn)}`, why: why ?? '',
  outcome: settled === null ? null : `${choiceWords(responseType.fields.settled, settled)}, ${longDate(settledOn)}`, outcomeWords: settledWords,
})

/** What the template shows; `mayAnswer`: the reader may answer for the manager. */
export function reviewModel(head: ChildHeadModel, seen: ReviewSeen, mayAnswer: boolean, today: LocalDate): ReviewModel {
  const { review, steps, officer, names, decisions, letters, notOfficer } = seen
  const { state, adjournedOn, distributedOn, calledOffWhy, bookedFor, limit } = review.values
  const here = reviewAddress(head.childId, review.recordId)
  const may = notOfficer === null
  const on = (allowed: boolean, path: string): string | null => (may && allowed ? `${here}/${path}` : null)
  const fields = shown(reviewType, review.values, (id) => names.get(id))
  const isOpen = state === 'booked' || state === 'adjourned'
  return {
    head, title: reviewTitle(review), tag: reviewTag(review, today), officer, notOfficer: mayAnswer ? null : notOfficer,
    facts: [
      ...(isOpen ? [{ key: 'Due by', value: longDate(limit, 'Cannot be told') }] : []),
      ...(state === 'booked' ? [{ key: 'Social worker’s report due', value: longDate(seen.reportDue) }] : []),
      ...answeredWords(seen.answered).map((value) => ({ key: 'The manager’s answer', value })),
      ...(state === 'held' ? [{ key: 'Midway check due', value: longDate(seen.midwayDue) }, { key: 'Next review due by', value: longDate(seen.outlook.next.dueOn, 'Cannot be told') }] : []),
    ],
    lifeStory: seen.lifeStory === null ? null : { ...storyLine(seen.lifeStory, today), href: `${head.href}/life-story` },
    objection: seen.answered.kind === 'objected' ? objectionModel(seen.answered.response) : null,
    notes: [
      ...(calledOffWhy === null ? [] : [`Called off: ${calledOffWhy}`]),
      ...(adjournedOn === null ? [] : [`Adjourned on ${longDate(adjournedOn)}: ${review.values.adjournedWhy ?? ''}`]),
      ...(state === 'adjourned' ? ['Until it is completed it has not been held: its proposals are not to be carried out.'] : []),
      ...(state === 'booked' && limit !== null && bookedFor > limit ? [`It is booked for after ${longDate(limit)}, the day by which it is due.`] : []),
    ],
    steps: state === 'booked' ? [] : steps.map((step) => {
      const path = step.step === 'decisions' || step.step === 'record' || step.step === 'distribute' ? step.step : null
      return { ...stepModel(step), doHref: path === null ? null : on(step.doneOn === null, paths[path]), doWords: path === null ? '' : doing[path] }
    }),
    booking: isOpen ? fields.filter(({ field }) => (bookingFields as readonly string[]).includes(field)) : [],
    record: state === 'held' ? fields.filter(({ field }) => (holdingFields as readonly string[]).includes(field) || field === 'distributedTo') : [],
    decisions: decisions.map(({ recordId, values }) => ({
      href: `${head.href}/actions/${recordId}`, what: values.what, owner: names.get(values.owner) ?? 'Somebody who is no longer listed', due: shortDate(values.dueOn),
      state: values.state === 'open' ? 'To do' : values.state === 'done' ? 'Done' : 'No longer needed',
    })),
    letters: letters === null ? null : letters.map(({ recordId, values }) => ({
      href: `${here}/letters/${recordId}`,
      words: values.state === 'sent' ? `Letter of ${longDate(values.sentOn)}` : `Letter, ${choiceWords(letterType.fields.band, values.band).toLowerCase()}`,
      tag: values.state === 'sent' ? { words: 'Sent', colour: 'govuk-tag--green' } : { words: 'Draft', colour: 'govuk-tag--blue' },
    })),
    links: {
      hold: on(isOpen, 'hold'), move: on(isOpen, 'move'), adjourn: on(state === 'booked' && adjournedOn === null, 'adjourn'), callOff: on(state === 'booked', 'call-off'),
      change: on(state === 'held' && distributedOn === null, 'change'), decide: on(state === 'held', 'decisions/new'), letter: on(state === 'held', 'letters'),
      answer: mayAnswer ? `${here}/answer` : null, settle: on(seen.answered.kind === 'objected' && !seen.answered.settled, 'objection'),
    },
  }
}
