/**
 * A child's agreed profile for family finding: the one thing about a child that may cross to another authority. Its fields
 * are all that crosses; what is not asked here cannot be shared.
 */
import { declareRecord, done, refused, revised, type Decided, type Held } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'

export const profileType = declareRecord({
  name: 'profile', noun: 'the profile', resource: 'profile', about: 'child', state: 'state',
  fields: {
    knownAs: { kind: 'text', label: 'Name to use', hint: 'A first name, or another one if the child must not be recognised', required: true, max: 60 },
    age: { kind: 'text', label: 'Age', hint: 'Such as: nearly 4', required: true, max: 40 },
    character: { kind: 'long text', label: 'What the child is like', required: true, max: 6000 },
    likes: { kind: 'long text', label: 'What they enjoy', rows: 3, max: 3000 },
    needs: { kind: 'long text', label: 'What they need from the people who care for them', required: true, max: 6000 },
    health: { kind: 'long text', label: 'Health and development', rows: 3, max: 4000 },
    siblings: { kind: 'long text', label: 'Brothers and sisters, and whether they are placed together', rows: 3, max: 3000 },
    contact: { kind: 'long text', label: 'Family time that is planned', rows: 3, max: 3000 },
    hopedFor: { kind: 'long text', label: 'The family we hope for', rows: 3, max: 3000 },
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'draft', label: 'Draft' }, { value: 'agreed', label: 'Agreed' }] },
    agreedOn: { kind: 'day', label: 'Agreed on' },
  },
})

export type Profile = Held<typeof profileType>

/** The fields that a person writes, which are also the fields that are shared. */
export const profileFields = ['knownAs', 'age', 'character', 'likes', 'needs', 'health', 'siblings', 'contact', 'hopedFor'] as const

/** Agrees the profile as it stands. Whoever wrote this version does not agree it. */
export function agreeProfile(profile: Profile, by: string, on: LocalDate): Decided {
  if (profile.values.state === 'agreed') return refused('The profile is agreed already.')
  if (profile.recordedBy.personId === by) return refused('Whoever wrote the profile does not agree it. Ask another manager.')
  return done([revised(profileType, profile, { state: 'agreed', agreedOn: on })])
}

/** One field of a profile as it crosses: words alone. */
export interface SharedField {
  readonly label: string
  readonly words: string
}
