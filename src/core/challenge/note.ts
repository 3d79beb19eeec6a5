/**
 * What a reviewing officer notes between reviews: the midway check (a local duty; Haringey's post-Ofsted action plan of June
 * 2023, 1.4, audits one in ten), monitoring, and good practice, which is told as readily as concern.
 */
import { declareRecord, done, refused, revised, added, type Decided, type Held, type ValuesOf } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'

export const noteType = declareRecord({
  name: 'officer note', noun: 'a note of the reviewing officer', resource: 'midway note', about: 'child', state: 'kind', happenedOn: 'on',
  fields: {
    kind: {
      kind: 'choice', label: 'What is it?', required: true, missing: 'Choose what it is', choices: [
        { value: 'midway', label: 'Midway check', hint: 'Half-way between two reviews: is what was decided being done?' },
        { value: 'monitoring', label: 'Monitoring note' },
        { value: 'good practice', label: 'Good practice', hint: 'What somebody did well for this child' },
      ],
    },
    on: { kind: 'day', label: 'On which day?', required: true, when: 'not in the future', missing: 'Enter the day' },
    progress: {
      kind: 'choice', label: 'Is what the review decided being done?', choices: [
        { value: 'on track', label: 'Yes' }, { value: 'some delay', label: 'In part, or late' }, { value: 'stuck', label: 'No' },
      ],
    },
    spokenTo: { kind: 'yes or no', label: 'Did you speak with the child?' },
    words: { kind: 'long text', label: 'What did you find?', required: true, rows: 8, missing: 'Enter what you found' },
    auditedOn: { kind: 'day', label: 'Looked over on' },
    auditedBy: { kind: 'person', label: 'Looked over by' },
    audit: { kind: 'long text', label: 'What the manager of the reviewing service found', rows: 4 },
  },
})
export type OfficerNote = Held<typeof noteType>
export const noteFields = ['kind', 'on', 'progress', 'spokenTo', 'words'] as const
export type Noting = Pick<ValuesOf<typeof noteType>, (typeof noteFields)[number]>

/** Writes a note. A midway check says how things stand and whether the child was spoken to. */
export function note(noting: Noting, recordId: string, childId: string, today: LocalDate): Decided {
  if (noting.on > today) return refused('The day must be today or in the past', 'on')
  if (noting.kind === 'midway' && noting.progress === null) return refused('Choose whether what the review decided is being done', 'progress')
  if (noting.kind === 'midway' && noting.spokenTo === null) return refused('Choose whether you spoke with the child', 'spokenTo')
  return done([added(noteType, recordId, { childId }, { ...noting, auditedOn: null, auditedBy: null, audit: null })])
}

/** The manager of the reviewing service looks a note over: never the officer who wrote it. */
export function auditNote(held: OfficerNote, words: string, by: string, today: LocalDate): Decided {
  if (held.firstRecordedBy.personId === by) return refused('You wrote this note: somebody else looks it over.')
  if (held.values.auditedOn !== null) return refused('This note has been looked over.')
  return done([revised(noteType, held, { auditedOn: today, auditedBy: by, audit: words })])
}
