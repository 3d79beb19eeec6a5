/**
 * Life story work: what helps a child to know who they are, where they come from and why they live where they do. It begins
 * with the first work for the child, goes on as they grow, and is asked about at every review (statutory guidance, Children Act
 * 1989 volume 2; Havering's permanency statement, "Life Story Work"; Haringey's action plan of 2023, 3.1: tracked by
 * supervision, reviews and the panel). Written for the child to read one day: their words for people and places come first.
 */
import { declareRecord, type Held } from '../records/recordType.ts'

/** One thing that is kept for the child. */
export const storyItemType = declareRecord({
  name: 'life story item', noun: 'a part of the child’s life story', resource: 'life story', about: 'child', happenedOn: 'startedOn', state: 'kind',
  fields: {
    kind: {
      kind: 'choice', label: 'What is it?', required: true, missing: 'Choose what it is', choices: [
        { value: 'chapter', label: 'A chapter of their story' }, { value: 'photograph', label: 'Photographs' },
        { value: 'letter', label: 'A letter', hint: 'From family, carers, a worker or the child. The later life letter of adoption has its own place' },
        { value: 'memory box', label: 'Something in their memory box' }, { value: 'visit', label: 'A visit to a place' },
        { value: 'telling', label: 'Something somebody told them', hint: 'A talk, a recording, a film' },
        { value: 'making', label: 'Something the child made' }, { value: 'other', label: 'Something else' },
      ],
    },
    title: {
      kind: 'text', label: 'What do we call it?', required: true, max: 120, missing: 'Enter what to call it', hint: 'As the child would: “The blue house”, “Nan’s letter”',
    },
    about: {
      kind: 'choices', label: 'What part of their story does it tell?', choices: [
        { value: 'birth', label: 'Being born, and the first years' }, { value: 'family', label: 'Their family' }, { value: 'why', label: 'Why they could not stay' },
        { value: 'homes', label: 'The homes they lived in' }, { value: 'school', label: 'School and friends' },
        { value: 'culture', label: 'Language, faith and where the family comes from' }, { value: 'proud', label: 'What they are proud of' }, { value: 'now', label: 'Life now' },
      ],
    },
    words: {
      kind: 'long text', label: 'What it tells', rows: 6, hint: 'Truthfully and kindly: the child may read it. Say what happened and that it was not their fault.',
    },
    with: {
      kind: 'choices', label: 'Who helped to make it?', required: true, missing: 'Choose who helped to make it', choices: [
        { value: 'child', label: 'The child' }, { value: 'family', label: 'Their family' }, { value: 'carers', label: 'The people they live with' },
        { value: 'former carers', label: 'People they lived with before' }, { value: 'worker', label: 'Their social worker' },
        { value: 'practitioner', label: 'A life story practitioner or therapist' }, { value: 'others', label: 'School, friends or others' },
      ],
    },
    startedOn: { kind: 'day', label: 'When was it begun?', required: true, when: 'not in the future', missing: 'Enter the day it was begun' },
    addedOn: { kind: 'day', label: 'When was it last added to?', when: 'not in the future', hint: 'Leave it empty when nothing was added since' },
    keptAt: { kind: 'text', label: 'Where is it kept?', hint: 'And where the copy is: boxes and books get lost in moves' },
  },
})

export type StoryItem = Held<typeof storyItemType>

/** How the work stands for one child: one record a child, revised as it goes on. */
export const storyWorkType = declareRecord({
  name: 'life story work', noun: 'how the life story work stands', resource: 'life story', about: 'child', state: 'state', owner: 'lead', dueOn: 'askAgainOn',
  fields: {
    state: {
      kind: 'choice', label: 'How does the work stand?', required: true, missing: 'Choose how the work stands', choices: [
        { value: 'going on', label: 'It goes on' }, { value: 'not wanted', label: 'The child does not want it for now' },
        { value: 'waits', label: 'It waits, for another reason', hint: 'For example: the child is too unwell, or asked for somebody else to do it' },
      ],
    },
    since: { kind: 'day', label: 'Since when?', required: true, when: 'not in the future', missing: 'Enter since when it stands so' },
    why: { kind: 'long text', label: 'Why, when it does not go on', rows: 3, hint: 'In the child’s own words when they said it' },
    askAgainOn: { kind: 'day', label: 'When will we ask again?', hint: 'When it does not go on. The child may change their mind' },
    lead: { kind: 'person', label: 'Who leads it?', roles: ['social worker', 'assistant', 'team manager'] },
    bookBegunOn: { kind: 'day', label: 'When was their book begun?', when: 'not in the future' },
    bookGivenOn: { kind: 'day', label: 'When was the book given to them?', when: 'not in the future', hint: 'To the child, or to the parents who keep it for a small child' },
    celebrationOn: {
      kind: 'day', label: 'When is, or was, the adoption celebration hearing?', hint: 'Only where the child is adopted: book and later life letter are due 10 working days after it',
    },
    letterDraftedOn: { kind: 'day', label: 'When was the later life letter drafted?', when: 'not in the future' },
    letterSentOn: { kind: 'day', label: 'When was it given to the new parents?', when: 'not in the future' },
  },
})

export type StoryWork = Held<typeof storyWorkType>
