/**
 * A key by which a program asks in a person's name: with their roles of today, their reach and their locks. Only its
 * fingerprint is kept, it has a last day, and it can be ended at any time.
 */
import { added, declareRecord, done, refused, revised, type Decided, type Held, type ValuesOf } from '../records/recordType.ts'
import { addDays, type LocalDate } from '../time/localDate.ts'

export const keyType = declareRecord({
  name: 'key', noun: 'a key for a program', resource: 'accounts', about: 'authority', state: 'state', owner: 'owner', dueOn: 'lastDay',
  fields: {
    owner: { kind: 'person', label: 'Whose', required: true },
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'open', label: 'Open' }, { value: 'ended', label: 'Ended' }] },
    fingerprint: { kind: 'record', label: 'Fingerprint of the secret', required: true },
    name: { kind: 'text', label: 'Which program is it for?', required: true, max: 80, missing: 'Enter which program it is for', hint: 'So that you and an administrator know it again, for example: nightly list for the data team' },
    may: {
      kind: 'choice', label: 'What may it do?', required: true, missing: 'Choose what it may do', choices: [
        { value: 'read', label: 'Only read' },
        { value: 'write', label: 'Read and write', hint: 'What it writes is written in your name' },
      ],
    },
    lastDay: { kind: 'day', label: 'Last day on which it works', required: true, when: 'not in the past', missing: 'Enter the last day on which it works', hint: 'At most a year from now' },
    madeOn: { kind: 'day', label: 'Made on', required: true },
    endedOn: { kind: 'day', label: 'Ended on' },
    endedBy: { kind: 'person', label: 'Ended by' },
  },
})

/** What a key begins with: one that was left lying about is known for what it is, and no other token is taken for one. */
export const keyMark = 'holdfast_'

export type Key = Held<typeof keyType>
export const keyAsked = ['name', 'may', 'lastDay'] as const
export type KeyAsked = Pick<ValuesOf<typeof keyType>, (typeof keyAsked)[number]>

/** A key that nobody remembers is worse than one that has to be made again. */
const longest = 366

/** Makes a key; its owner is told, so that one made behind their back does not stay unseen. */
export function makeKey(asked: KeyAsked, { recordId, owner, fingerprint, today }: { readonly recordId: string; readonly owner: string; readonly fingerprint: string; readonly today: LocalDate }): Decided {
  if (asked.lastDay > addDays(today, longest)) return refused('The last day must be at most a year from now', 'lastDay')
  return done([added(keyType, recordId, { childId: null }, { ...asked, owner, fingerprint, state: 'open', madeOn: today, endedOn: null, endedBy: null })],
    [{ personId: owner, words: 'A key for a program was made in your name. If it was not you, end it and change your password.', address: '/account/keys', childId: null }])
}

/** Ends a key. */
export function endKey(key: Key, by: string, today: LocalDate): Decided {
  if (key.values.state === 'ended') return refused('The key had already ended.')
  return done([revised(keyType, key, { state: 'ended', endedOn: today, endedBy: by })])
}

/** Whether it works on a day. */
export const works = ({ values: { state, lastDay } }: Key, on: LocalDate): boolean => state === 'open' && on <= lastDay
