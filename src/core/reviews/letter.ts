/**
 * The letter to a child after their review: drafted from the record by a template of their age (rules/letters), edited by the
 * reviewing officer, sent by nobody who has not said that they read it, and kept as it was sent.
 */
import { added, declareRecord, done, refused, revised, type Change, type Decided, type Held } from '../records/recordType.ts'
import { ageOn, formatLong, type LocalDate } from '../time/localDate.ts'
import type { Review } from './review.ts'

export const bands = ['up to 7', '8 to 12', '13 and over'] as const
export type Band = (typeof bands)[number]

export interface LetterTemplate {
  readonly band: Band
  readonly words: string
  /** Ages in whole years, both included. */
  readonly fromAge: number
  readonly toAge: number
  /** `{heldOn}` stands for what the record says, `[…]` for what only the officer can fill in. */
  readonly paragraphs: readonly string[]
}

/** What a paragraph may take from the record. */
export const letterWords = ['officer', 'heldOn', 'childsView', 'goingWell', 'worries', 'decisions', 'planWords', 'nextBy'] as const

export const letterType = declareRecord({
  name: 'review letter', noun: 'a letter after a review', resource: 'review letter', about: 'child', state: 'state', happenedOn: 'sentOn',
  fields: {
    state: { kind: 'choice', label: 'Where it stands', required: true, choices: [{ value: 'draft', label: 'Draft' }, { value: 'sent', label: 'Sent' }] },
    band: {
      kind: 'choice', label: 'For which age?', required: true, missing: 'Choose for which age',
      choices: [{ value: 'up to 7', label: 'Up to 7' }, { value: '8 to 12', label: '8 to 12' }, { value: '13 and over', label: '13 and over' }],
    },
    text: { kind: 'long text', label: 'The letter', required: true, rows: 24, missing: 'Write the letter', hint: 'Fill in what stands in [square brackets], in words this child uses' },
    sentOn: { kind: 'day', label: 'Day it was given or sent', when: 'not in the future' },
    how: {
      kind: 'choice', label: 'How does the child get it?', choices: [
        { value: 'read together', label: 'Somebody reads it with them' }, { value: 'by hand', label: 'Given by hand' },
        { value: 'post', label: 'By post' }, { value: 'e-mail', label: 'By e-mail' },
        { value: 'kept', label: 'Kept for when they are older', hint: 'For a baby or a very young child: it goes with their life story' },
      ],
    },
    haveRead: { kind: 'yes or no', label: 'I have read this letter from beginning to end' },
  },
})

export type Letter = Held<typeof letterType>

export interface DraftAsked {
  readonly review: Review
  readonly officerName: string
  /** Decisions as they stand: what, who by name, by when. */
  readonly decisions: readonly { readonly what: string; readonly owner: string; readonly dueOn: LocalDate }[]
  readonly nextBy: LocalDate | null
}

/** The band of a child's age on a day; the middle one when the date of birth is not known, for the officer to change. */
export function bandFor(templates: readonly LetterTemplate[], bornOn: LocalDate | null, on: LocalDate): Band {
  if (bornOn === null) return '8 to 12'
  const age = ageOn(bornOn, on)
  return templates.find(({ fromAge, toAge }) => age >= fromAge && age <= toAge)?.band ?? '13 and over'
}

/** The draft: every paragraph of which the record has all the words; the rest are left out rather than left with a gap. */
export function draftLetter(template: LetterTemplate, { review, officerName, decisions, nextBy }: DraftAsked): string {
  const { heldOn, childsView, goingWell, worries, planWords } = review.values
  const said: Readonly<Record<(typeof letterWords)[number], string | null>> = {
    officer: officerName, heldOn: heldOn === null ? null : formatLong(heldOn), childsView, goingWell, worries, planWords,
    decisions: decisions.length === 0 ? null : decisions.map(({ what, owner, dueOn }) => `- ${what}: ${owner}, by ${formatLong(dueOn)}`).join('\n'),
    nextBy: nextBy === null ? null : formatLong(nextBy),
  }
  return template.paragraphs.flatMap((paragraph) => {
    const wanted = letterWords.filter((word) => paragraph.includes(`{${word}}`))
    if (wanted.some((word) => said[word] === null)) return []
    return [wanted.reduce((text, word) => text.replaceAll(`{${word}}`, said[word] ?? ''), paragraph)]
  }).join('\n\n')
}

/** What still stands in square brackets. */
export const gapsIn = (text: string): readonly string[] => text.match(/\[[^\]\n]*\]/g) ?? []

/** Begins a letter for a review that was held. */
export function beginLetter(review: Review, recordId: string, band: Band, text: string): Decided {
  if (review.values.state !== 'held') return refused('A letter is written once the review has been held.')
  return done([letterAdded(review, recordId, band, text)])
}

function letterAdded(review: Review, recordId: string, band: Band, text: string): Change {
  return added(letterType, recordId, { childId: review.childId, partOf: review.recordId }, { state: 'draft', band, text, sentOn: null, how: null, haveRead: null })
}

/** Writes the words of a draft. What was sent stands: a letter that puts something right is a new one. */
export function writeLetter(letter: Letter, { band, text }: { readonly band: Band; readonly text: string }): Decided {
  if (letter.values.state === 'sent') return refused('This letter has been sent and stands as it is. Write another one.')
  return done([revised(letterType, letter, { band, text })])
}

/** Sends a letter: as it was read by whoever sends it, with no gap left. */
export function sendLetter(
  letter: Letter, { haveRead, how, sentOn }: { readonly haveRead: boolean; readonly how: Letter['values']['how']; readonly sentOn: LocalDate },
  { heldOn, today }: { readonly heldOn: LocalDate; readonly today: LocalDate },
): Decided {
  if (letter.values.state === 'sent') return refused('This letter has been sent.')
  const [gap] = gapsIn(letter.values.text)
  if (gap !== undefined) return refused(`Fill in ${gap} first`, 'text')
  if (how === null) return refused('Choose how the child gets it', 'how')
  if (sentOn > today) return refused('The day must be today or in the past', 'sentOn')
  if (sentOn < heldOn) return refused('The day must not be before the review', 'sentOn')
  if (!haveRead) return refused('Read the letter from beginning to end, then say so', 'haveRead')
  return done([revised(letterType, letter, { state: 'sent', how, sentOn, haveRead: true })])
}
