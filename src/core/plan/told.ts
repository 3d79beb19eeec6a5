/**
 * Being told that plans run side by side: parents must know from the outset that two or more options are under consideration
 * within a controlled timescale, and the child in a way that suits their age (Havering permanency statement, parallel planning).
 */
import { declareRecord, type Held } from '../records/recordType.ts'

export const toldType = declareRecord({
  name: 'plan told', noun: 'a note of who was told', resource: 'plan draft', about: 'child', state: 'whom', happenedOn: 'toldOn',
  fields: {
    whom: {
      kind: 'choice', label: 'Who was told', required: true, choices: [
        { value: 'child', label: 'The child' },
        { value: 'mother', label: 'Mother' },
        { value: 'father', label: 'Father' },
        { value: 'other parent', label: 'Another person with parental responsibility' },
        { value: 'carer', label: 'Carer' },
        { value: 'somebody else', label: 'Somebody else' },
      ],
    },
    name: { kind: 'text', label: 'Their name' },
    toldOn: { kind: 'day', label: 'Told on', required: true, when: 'not in the future' },
    toldBy: { kind: 'person', label: 'Told by', required: true },
    how: {
      kind: 'choice', label: 'How', required: true, choices: [
        { value: 'in person', label: 'In person' },
        { value: 'by video or telephone', label: 'By video or telephone' },
        { value: 'in writing', label: 'In writing' },
        { value: 'with an interpreter or advocate', label: 'In person, with an interpreter or an advocate' },
      ],
    },
    said: { kind: 'long text', label: 'What they said', rows: 4, hint: 'In their own words where you can' },
  },
})

export type Told = Held<typeof toldType>

/** Whether a note is about a parent. */
export const isParent = ({ values: { whom } }: Told): boolean => whom === 'mother' || whom === 'father' || whom === 'other parent'
