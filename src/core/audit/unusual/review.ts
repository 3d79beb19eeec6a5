/** The review of a finding of unusual access: by a person, with words, and never by the person whose looks they are. */
import { added, declareRecord, done, refused, type Decided, type Held, type ValuesOf } from '../../records/recordType.ts'

export const unusualReviewType = declareRecord({
  name: 'review of unusual access', noun: 'a review of unusual access', resource: 'audit log', about: 'authority', state: 'outcome',
  fields: {
    outcome: {
      kind: 'choice', label: 'What did you find?', required: true, missing: 'Choose what you found', choices: [
        { value: 'ordinary', label: 'Ordinary', hint: 'Part of their work; nothing to ask' },
        { value: 'explained', label: 'Explained', hint: 'Unusual, and there was a good reason' },
        { value: 'to look into', label: 'To look into', hint: 'Somebody must ask further: information governance or a manager' },
      ],
    },
    words: {
      kind: 'long text', label: 'Why?', required: true, rows: 4, missing: 'Enter why',
      hint: 'What you know, whom you asked, and what happens next',
    },
  },
})

export type UnusualReview = Held<typeof unusualReviewType>

/** A finding as far as its review is concerned. */
export interface Reviewed {
  readonly findingId: string
  readonly people: readonly string[]
}

/** Adds a review; earlier ones stay, and the newest stands. Nobody reviews their own looks. */
export function reviewUnusual(finding: Reviewed, values: ValuesOf<typeof unusualReviewType>, who: string, recordId: string): Decided {
  if (finding.people.includes(who)) return refused('These looks are your own. Another director or system administrator must review them.')
  return done([added(unusualReviewType, recordId, { childId: null, partOf: finding.findingId }, values)])
}
