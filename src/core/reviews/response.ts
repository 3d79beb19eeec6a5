/**
 * The manager's answer to what a review decided (Independent Reviewing Officers' Handbook, chapter 3): the decisions go to the
 * team manager, who has some working days to object (rules/policies/reviews.json); who says nothing is taken to agree. An
 * objection goes back to the reviewing officer, who says what came of it. Nothing is written when the days run out: that the
 * decisions are taken as agreed is worked out when asked.
 */
import { added, declareRecord, done, refused, revised, type Decided, type Held, type Telling, type ValuesOf, type Writer } from '../records/recordType.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import { reviewAddress, type Review } from './review.ts'

export const responseType = declareRecord({
  name: 'review response', noun: 'a manager’s answer to a review', resource: 'review response', about: 'child', state: 'answer', happenedOn: 'answeredOn',
  fields: {
    answer: {
      kind: 'choice', label: 'Do you agree to what the review decided?', required: true, missing: 'Choose whether you agree', choices: [
        { value: 'agreed', label: 'I agree' }, { value: 'objects', label: 'I object' },
      ],
    },
    why: { kind: 'long text', label: 'To which decision, and why?', rows: 4, hint: 'Only when you object. The reviewing officer reads this' },
    answeredOn: { kind: 'day', label: 'Answered on', required: true },
    settled: {
      kind: 'choice', label: 'What came of the objection?', choices: [
        { value: 'withdrawn', label: 'The manager no longer objects' },
        { value: 'changed', label: 'The decision is changed' },
        { value: 'disputed', label: 'We do not agree: it goes to dispute resolution', hint: 'Raise a concern for it: its stages and days are there' },
      ],
    },
    settledWords: { kind: 'long text', label: 'In words', rows: 3, hint: 'What you agreed, or why you could not' },
    settledOn: { kind: 'day', label: 'Settled on' },
  },
})

export type Response = Held<typeof responseType>
export type TypedAnswer = Pick<ValuesOf<typeof responseType>, 'answer' | 'why'>
export type TypedSettling = Pick<ValuesOf<typeof responseType>, 'settled' | 'settledWords'>

/** Where the manager's answer stands. */
export type Answered =
  /** The decisions were not issued yet, so nobody can answer. */
  | { readonly kind: 'not issued' }
  /** `until` is null where the table of bank holidays does not reach so far: then nobody can tell when silence is agreement. */
  | { readonly kind: 'awaited'; readonly until: LocalDate | null }
  | { readonly kind: 'agreed'; readonly on: LocalDate; readonly by: Writer }
  /** Nobody objected until the last day, which is `on`. */
  | { readonly kind: 'taken as agreed'; readonly on: LocalDate }
  | { readonly kind: 'objected'; readonly response: Response; readonly settled: boolean }

/** What the manager answered; `until` is the last day for it (`managerObjectsBy`). */
export function answered({ values: { decisionsOn } }: Review, response: Response | undefined, until: LocalDate | null, today: LocalDate): Answered {
  if (response !== undefined) {
    const { answer, answeredOn, settledOn } = response.values
    return answer === 'agreed' ? { kind: 'agreed', on: answeredOn, by: response.firstRecordedBy } : { kind: 'objected', response, settled: settledOn !== null }
  }
  if (decisionsOn === null) return { kind: 'not issued' }
  return until !== null && today > until ? { kind: 'taken as agreed', on: until } : { kind: 'awaited', until }
}

/** Agrees, or objects with the reason; an objection tells the reviewing officer. That nobody answers for a review they chaired is a duty, asked before. */
export function answer(
  review: Review, standing: Answered, { answer: given, why }: TypedAnswer, { recordId, today }: { readonly recordId: string; readonly today: LocalDate },
): Decided {
  const { childId, recordId: reviewId, values: { officer } } = review
  if (childId === null) throw new RangeError('a review is about a child')
  switch (standing.kind) {
    case 'not issued': return refused('The decisions have not been issued yet.')
    case 'taken as agreed': return refused(`The days to object ended on ${formatLong(standing.on)}, so the decisions are taken as agreed. Speak with the reviewing officer.`)
    case 'agreed': return refused('The decisions were agreed already.')
    case 'objected': return refused('Somebody objected already. The reviewing officer says what comes of it.')
    case 'awaited': break
  }
  if (given === 'objects' && why === null) return refused('Say to which decision you object, and why', 'why')
  if (given === 'agreed' && why !== null) return refused('You agree, and wrote an objection. Choose which it is', 'answer')
  return done(
    [added(responseType, recordId, { childId, partOf: reviewId }, { answer: given, why, answeredOn: today, settled: null, settledWords: null, settledOn: null })],
    given === 'objects' ? [{ personId: officer, words: 'A manager objects to what a review decided.', address: reviewAddress(childId, reviewId), childId }] : [],
  )
}

/** The reviewing officer says what came of an objection; whoever objected is told. */
export function settle(review: Review, standing: Answered, { settled, settledWords }: TypedSettling, today: LocalDate): Decided {
  if (standing.kind !== 'objected') return refused('Nobody has objected to this review.')
  if (standing.settled) return refused('It is recorded already what came of the objection.')
  if (settled === null) return refused('Choose what came of the objection', 'settled')
  if (settledWords === null) return refused('Say what you agreed, or why you could not', 'settledWords')
  const { childId, recordId } = review
  if (childId === null) throw new RangeError('a review is about a child')
  return done([revised(responseType, standing.response, { settled, settledWords, settledOn: today })], [{
    personId: standing.response.firstRecordedBy.personId, words: 'It is recorded what came of your objection to a review.', address: reviewAddress(childId, recordId), childId,
  }])
}

/** Tells the managers that decisions were issued: from that day their days run. */
export function tellManagers({ childId, recordId, values: { officer } }: Review, managers: readonly string[]): readonly Telling[] {
  return childId === null ? [] : managers.filter((personId) => personId !== officer).map((personId) => ({
    personId, words: 'What a review decided is issued. Agree or object; without a word it is taken as agreed.', address: reviewAddress(childId, recordId), childId,
  }))
}
