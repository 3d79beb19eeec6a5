/**
 * Why a finding of the return's rules is right as it stands: the Department asks the authority to explain queries that it
 * cannot mend, and asks again next year. An explanation is of one rule about one fact, through every correction of the fact
 * and every year in which it is returned.
 */
import { added, declareRecord, revised, type Change, type Held } from '../records/recordType.ts'

export const explanationType = declareRecord({
  name: 'finding explanation', noun: 'the explanation of a finding', resource: 'return checks', about: 'child', state: 'state',
  fields: {
    rule: { kind: 'text', label: 'Rule', required: true },
    fact: { kind: 'text', label: 'Record', required: true },
    words: {
      kind: 'long text', label: 'Why is it right as it stands?', required: true, missing: 'Write why it is right as it stands', max: 2000,
      hint: 'As you would explain it to the Department for Education. Do not name the child.',
    },
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'in force', label: 'In force' }, { value: 'withdrawn', label: 'Withdrawn' }] },
  },
})

export type Explanation = Held<typeof explanationType>

/** What names the fact of a finding, whatever version of it stands. */
export const factName = (type: string, key: string): string => `${type} ${key}`.trim()

/** Explains a finding. */
export const explain = (recordId: string, childId: string, of: { readonly rule: string; readonly fact: string }, words: string): Change =>
  added(explanationType, recordId, { childId }, { ...of, words, state: 'in force' })

/** Takes an explanation back: the finding is counted again. */
export const withdraw = (held: Explanation): Change => revised(explanationType, held, { state: 'withdrawn' })
