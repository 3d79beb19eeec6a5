/** What is written down about a child's family: people, brothers and sisters, group conferences, family time, the ecomap. */
import { declareRecord } from '../records/recordType.ts'

/** A person of the family and how they stand to the child. Kept in the family tables (schema 003), not as a record. */
export const relativeForm = declareRecord({
  name: 'family member', noun: 'somebody of the family', resource: 'family', about: 'child',
  fields: {
    name: { kind: 'text', label: 'Name', required: true },
    relation: {
      kind: 'choice', label: 'What are they to the child?', required: true, missing: 'Choose what they are to the child', choices: [
        { value: 'parent', label: 'Parent' }, { value: 'sibling', label: 'Brother or sister, not in care here' },
        { value: 'relative', label: 'Another relative, or a friend who matters' }, { value: 'household', label: 'Lives in the family’s home' },
      ],
    },
    sex: { kind: 'choice', label: 'Sex', choices: [{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }] },
    words: { kind: 'text', label: 'As the family would say it', hint: 'For example: mother, maternal aunt, Nan’s friend' },
    parentalResponsibility: { kind: 'yes or no', label: 'Do they have parental responsibility?' },
    bornOn: { kind: 'day', label: 'Date of birth', when: 'not in the future' },
    diedOn: { kind: 'day', label: 'Date of death', when: 'not in the future' },
    postcode: { kind: 'text', label: 'Postcode', max: 8 },
    from: { kind: 'day', label: 'Since', hint: 'When it did not begin at birth: a step-parent, parental responsibility given by a court' },
  },
})

const together = [
  { value: 'together', label: 'Together' }, { value: 'apart', label: 'Apart' }, { value: 'some together', label: 'Some together' },
  { value: 'not decided', label: 'Not decided yet' },
] as const

/** Together or apart: assessed for the group of brothers and sisters, decided with reasons (Children Act 1989 s 22C(8)(c)). */
export const siblingAssessmentType = declareRecord({
  name: 'sibling assessment', noun: 'the assessment of brothers and sisters', resource: 'family', about: 'child', happenedOn: 'assessedOn', state: 'decision',
  fields: {
    assessedOn: { kind: 'day', label: 'When was this assessed?', required: true, when: 'not in the future', missing: 'Enter the day it was assessed' },
    group: { kind: 'text', label: 'Which brothers and sisters is it about?', required: true, missing: 'Enter which brothers and sisters it is about' },
    bond: { kind: 'long text', label: 'What they are to one another', required: true, missing: 'Write down what they are to one another', hint: 'How they play, comfort and quarrel; who looks to whom' },
    childsView: { kind: 'long text', label: 'What this child wishes', required: true, missing: 'Write down what the child wishes, or that it is not known yet' },
    decision: { kind: 'choice', label: 'Together or apart?', required: true, missing: 'Choose together, apart or not decided', choices: together },
    why: { kind: 'long text', label: 'Why', required: true, missing: 'Write down why' },
    time: { kind: 'long text', label: 'How they will spend time together', hint: 'When they do not live together: how often, where, who brings them' },
    reviewOn: { kind: 'day', label: 'To be looked at again on', when: 'not in the past' },
  },
})

/** A family group conference or family group decision-making: offered before care proceedings and at each change of plan. */
export const familyConferenceType = declareRecord({
  name: 'family group conference', noun: 'a family group conference', resource: 'family', about: 'child', happenedOn: 'offeredOn', state: 'outcome',
  fields: {
    offeredOn: { kind: 'day', label: 'When was it offered?', required: true, when: 'not in the future', missing: 'Enter the day it was offered' },
    outcome: {
      kind: 'choice', label: 'What came of it?', required: true, missing: 'Choose what came of it', choices: [
        { value: 'waiting', label: 'Offered, no answer yet' }, { value: 'declined', label: 'The family declined' },
        { value: 'planned', label: 'Planned' }, { value: 'held', label: 'Held' }, { value: 'not suitable', label: 'Not safe to hold' },
      ],
    },
    heldOn: { kind: 'day', label: 'When was it held, or when will it be?' },
    familyPlan: { kind: 'long text', label: 'The family’s plan, in their words' },
    agreed: { kind: 'choice', label: 'Is the plan agreed?', choices: [{ value: 'yes', label: 'Yes' }, { value: 'in part', label: 'In part' }, { value: 'no', label: 'No' }] },
    why: { kind: 'long text', label: 'Why it was declined, not safe or not agreed', rows: 3 },
  },
})

/** Family time: who, how often, where, and until when it stands (Children Act 1989 s 34). */
export const familyTimeType = declareRecord({
  name: 'family time', noun: 'a family time arrangement', resource: 'family', about: 'child', happenedOn: 'from', dueOn: 'reviewOn', state: 'state',
  fields: {
    who: { kind: 'text', label: 'With whom', required: true },
    how: {
      kind: 'choice', label: 'How', required: true, choices: [
        { value: 'in person', label: 'In person' }, { value: 'overnight', label: 'Overnight' }, { value: 'video or phone', label: 'By video or telephone' }, { value: 'letters', label: 'Letters' },
      ],
    },
    often: { kind: 'text', label: 'How often and for how long', required: true },
    where: { kind: 'text', label: 'Where' },
    supervised: { kind: 'choice', label: 'Is somebody there?', required: true, choices: [{ value: 'no', label: 'No' }, { value: 'supported', label: 'Supported' }, { value: 'supervised', label: 'Supervised' }] },
    basis: { kind: 'choice', label: 'It rests on', required: true, choices: [{ value: 'agreement', label: 'Agreement' }, { value: 'order', label: 'A court order' }, { value: 'suspended', label: 'It is suspended' }] },
    from: { kind: 'day', label: 'From', required: true },
    reviewOn: { kind: 'day', label: 'To be looked at again on' },
    childsView: { kind: 'long text', label: 'What the child says about it', rows: 3 },
    state: { kind: 'choice', label: 'Does it still stand?', required: true, choices: [{ value: 'stands', label: 'It stands' }, { value: 'ended', label: 'It has ended' }] },
  },
})

/** Who and what is around a child, and how near: the ecomap. */
export const ecomapTieType = declareRecord({
  name: 'ecomap tie', noun: 'somebody or something in the child’s life', resource: 'family', about: 'child', state: 'strength',
  fields: {
    who: { kind: 'text', label: 'Who or what', required: true, max: 60, hint: 'A person, school, club, faith, pet' },
    kind: {
      kind: 'choice', label: 'What it is', required: true, choices: [
        { value: 'family', label: 'Family' }, { value: 'friend', label: 'Friend' }, { value: 'home', label: 'Home or carers' }, { value: 'school', label: 'School or work' },
        { value: 'club', label: 'Club, faith or community' }, { value: 'worker', label: 'Worker' }, { value: 'other', label: 'Something else' },
      ],
    },
    strength: {
      kind: 'choice', label: 'How the child feels about it', required: true, choices: [
        { value: 'strong', label: 'Strong' }, { value: 'good', label: 'Good' }, { value: 'weak', label: 'Far away' }, { value: 'hard', label: 'Hard or hurtful' }, { value: 'ended', label: 'Not any more' },
      ],
    },
    words: { kind: 'text', label: 'In the child’s words' },
  },
})
