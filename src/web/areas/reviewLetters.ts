/** The letter to a child after a review: drafted, edited, read, sent, kept. */
import { giveLetter, saveLetter, startLetter } from '../../app/reviews.ts'
import { requiring } from '../../core/records/recordType.ts'
import { choiceWords } from '../../core/records/shown.ts'
import { gapsIn, letterType, type Letter } from '../../core/reviews/letter.ts'
import { childFormAnswer } from '../forms/childForm.ts'
import { takeForm } from '../forms/takeForm.ts'
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

/** `GET` and `POST /children/:childId/reviews/:reviewId/letters/:letterId`: read; written while it is a draft. */
export const oneLetter: Handler = onLetter(async (ask, { head, seen, path }, letter) => {
  const { state, text, sentOn, how } = letter.values
  const here = `${head.href}${path}/letters/${letter.recordId}`
  const closed = state === 'sent' ? 'This letter has been sent and stands as it is. Write another one.' : seen.notOfficer
  if (closed !== null && ask.sent) return { kind: 'redirect', to: here, flash: { kind: 'notice', words: closed } }
  const taken = closed !== null ? null : await takeForm(ask, {
    type: letterType, only: written, held: letter, back: { href: here }, done: 'The draft is saved. It has not been sent.',
    save: (values) => saveLetter(ask.work, head.childId, letter, values),
  })
  if (taken?.kind === 'answered') return taken.answer
  return {
    kind: 'page', view: 'review-letter', room: 'children', title: `Letter, child ${head.code}`, status: taken?.status ?? 200,
    model: {
      code: head.code, title: taken === null ? 'Letter after the review' : 'Write the letter', back: head.href + path, action: here, sendHref: `${here}/send`, form: taken?.form ?? null, text,
      gaps: gapsIn(ask.form.get('text') ?? text),
      tag: state === 'sent' ? { words: 'Sent', colour: 'govuk-tag--green' } : { words: 'Draft', colour: 'govuk-tag--blue' },
      sent: state === 'sent' && how !== null ? `${longDate(sentOn)}, by ${letter.recordedBy.name}: ${choiceWords(letterType.fields.how, how).toLowerCase()}.` : null,
    },
  }
})

/** `/children/:childId/reviews/:reviewId/letters/:letterId/send` */
export const sendForm: Handler = onLetter((ask, { head, seen, path }, letter) => childFormAnswer(ask, head, {
  type: sendType, only: ['sentOn', 'how', 'haveRead'], held: letter, instead: { sentOn: ask.today },
  title: 'Send the letter', button: 'I have read it: send this letter', quoted: letter.values.text,
  intro: [...gapsIn(letter.values.text).map((gap) => `Still to fill in before it can be sent: ${gap}`), 'This is the letter as the child will get it. Once it is sent it stands; another letter can put something right. Print it from its own page.'],
  done: 'The letter is sent and kept as it is.', back: { path: `${path}/letters/${letter.recordId}`, words: 'Back to the letter' },
  save: ({ sentOn, how, haveRead }) => giveLetter(ask.work, head.childId, seen.review, letter, { sentOn, how, haveRead }),
}))
