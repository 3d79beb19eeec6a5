/**
 * Legal, physical and relational permanence, each noted by itself (Havering permanency statement; the three dimensions of the
 * Haringey permanency minutes). None is worked out from another, and they are never added up to one score.
 */
import { declareRecord, type Held } from '../records/recordType.ts'

export const dimensionsType = declareRecord({
  name: 'permanence dimensions', noun: 'the notes on legal, physical and relational permanence', resource: 'plan draft', about: 'child',
  happenedOn: 'notedOn',
  fields: {
    notedOn: { kind: 'day', label: 'As it was on', required: true, when: 'not in the future' },
    legal: {
      kind: 'choice', label: 'Legal permanence', choices: [
        { value: 'none', label: 'Not secured' },
        { value: 'interim', label: 'Secured for the time being' },
        { value: 'secured', label: 'Secured' },
        { value: 'no longer needed', label: 'Secured, but may no longer be needed' },
      ],
    },
    legalNote: {
      kind: 'long text', label: 'Legal: what is and what is still to do', rows: 3,
      hint: 'Who holds parental responsibility, under which order, and whether it is the least that is needed',
    },
    physical: {
      kind: 'choice', label: 'Physical permanence', choices: [
        { value: 'unsettled', label: 'Not settled' },
        { value: 'settled', label: 'Settled, not matched' },
        { value: 'matched', label: 'Matched' },
        { value: 'permanent', label: 'Permanent' },
      ],
    },
    physicalNote: {
      kind: 'long text', label: 'Physical: what is and what is still to do', rows: 3, hint: 'Whether the child lives where they are expected to stay',
    },
    relational: {
      kind: 'choice', label: 'Relational permanence', choices: [
        { value: 'not seen', label: 'Not seen yet' },
        { value: 'growing', label: 'Growing' },
        { value: 'seen', label: 'Seen' },
      ],
    },
    relationalNote: {
      kind: 'long text', label: 'Relational: what is and what is still to do', rows: 3,
      hint: 'Whom the child belongs to and counts on, in their own words where you can',
    },
  },
})

export type Dimensions = Held<typeof dimensionsType>
