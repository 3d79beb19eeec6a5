/** The letter to a child after a review: drafted, edited, read, sent, kept. */
import { giveLetter, saveLetter, startLetter } from '../../app/reviews.ts'
import { requiring, type Held } from '../../core/records/recordType.ts'
import { choiceWords } from '../../core/records/shown.ts'
import { gapsIn, letterType, type Letter } from '../../core/reviews/letter.ts'
import { childFormAnswer } from '../forms/childForm.ts'
import { conflictPage } from '../forms/conflict.ts'
import { formModel, type FormModel } from '../forms/form.ts'
import { readForm, type FieldError, type Typed } from '../../core/records/readForm.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { longDate } from '../words/dates.ts'
import { onReview, type FoundReview } from './reviews.ts'

const sendType = requiring(letterType, 'sentOn', 'how', 'haveRead')
const written = ['band', 'text'] as const

/** `POST /children/:childId/reviews/:reviewId/letters`: begins a letter from the record. */
export const begin: Handler = onReview(async (ask, { head, seen, path }) => {
  const begun = await startLetter(ask.work, head.childId, seen, null)
  if ('letterId' in begun) return { kind: 'redirect', to: `${head.href}${path}/letters/${begun.letterId}` }
  return { kind: 'redirect', to: head.href + path, flash: { kind: 'notice', words: begun.why } }
})

const onLetter = (make: (ask: Ask, found: FoundReview, letter: Letter) => Promise<Answer>): Handler => onReview((ask, found) => {
  const letter = found.seen.letters?.find(({ recordId }) => recordId === ask.params['letterId'])
  return letter === undefined ? Promise.resolve({ kind: 'not found' }) : make(ask, found, letter)
})

function letterPage({ head, seen, path }: FoundReview, letter: Letter, typed?: Typed, errors: readonly FieldError[] = []): Answer {
  const { state, text, sentOn, how } = letter.values
  const here = `${head.href}${path}/letters/${letter.recordId}`
  const edited = state === 'draft' && seen.notOfficer === null
  const form: FormModel | null = edited ? formModel(letterType, { only: written, values: letter.values, version: letter.version, typed, errors }) : null
  return {
    kind: 'page', view: 'review-letter', room: 'children', title: `Letter, child ${head.code}`, status: errors.length > 0 ? 422 : 200,
    model: {
      code: head.code, title: edited ? 'Write the letter' : 'Letter after the review', back: head.href + path, action: here, sendHref: `${here}/send`, form, text,
      gaps: gapsIn(typed?.get('text') ?? text),
      tag: state === 'sent' ? { words: 'Sent', colour: 'govuk-tag--green' } : { words: 'Draft', colour: 'govuk-tag--blue' },
      sent: state === 'sent' && how !== null ? `${longDate(sentOn)}, by ${letter.recordedBy.name}: ${choiceWords(letterType.fields.how, how).toLowerCase()}.` : null,
    },
  }
}

/** `GET /children/:childId/reviews/:reviewId/letters/:letterId` */
export const oneLetter: Handler = onLetter((_ask, found, letter) => Promise.resolve(letterPage(found, letter)))

/** `POST /children/:childId/reviews/:reviewId/letters/:letterId`: saves the draft. */
export const save: Handler = onLetter(async (ask, found, letter) => {
  const { head, path } = found
  const here = `${head.href}${path}/letters/${letter.recordId}`
  if (letter.values.state === 'sent') return { kind: 'redirect', to: here, flash: { kind: 'notice', words: 'This letter has been sent and stands as it is. Write another one.' } }
  const conflict = await conflictPage(ask, letterType, letter, { only: written, back: here })
  if (conflict !== undefined) return conflict
  const read = readForm(letterType, ask.form, ask.today, written)
  if (read.kind === 'wrong') return letterPage(found, letter, ask.form, read.errors)
  const refusal = await saveLetter(ask.work, head.childId, letter, read.values)
  if (refusal !== undefined) return letterPage(found, letter, ask.form, [{ field: refusal.field ?? 'text', text: refusal.why }])
  return { kind: 'redirect', to: here, flash: { kind: 'success', words: 'The draft is saved. It has not been sent.' } }
})

/** `/children/:childId/reviews/:reviewId/letters/:letterId/send` */
export const sendForm: Handler = onLetter((ask, { head, seen, path }, letter) => childFormAnswer(ask, head, {
  type: sendType, only: ['sentOn', 'how', 'haveRead'], held: { ...letter, values: { ...letter.values, sentOn: ask.today } } as unknown as Held<typeof sendType>,
  title: 'Send the letter', button: 'I have read it: send this letter', quoted: letter.values.text,
  intro: [...gapsIn(letter.values.text).map((gap) => `Still to fill in before it can be sent: ${gap}`), 'This is the letter as the child will get it. Once it is sent it stands; another letter can put something right. Print it from its own page.'],
  done: 'The letter is sent and kept as it is.', back: { path: `${path}/letters/${letter.recordId}`, words: 'Back to the letter' },
  save: ({ sentOn, how, haveRead }) => giveLetter(ask.work, head.childId, seen.review, letter, { sentOn, how, haveRead }),
}))
