/**
 * What a child told us, in their own words, with whose consent it is shared: the first thing read wherever the child is
 * discussed (Care Planning, Placement and Case Review (England) Regulations 2010, reg 36 and schedule 7; Children Act 1989,
 * s 22(4) and (5): the child's wishes and feelings are found out and given due consideration).
 */
import type { Role } from '../access/roles.ts'
import { added, declareRecord, type Change, type Held, type ValuesOf } from '../records/recordType.ts'

export const ownWordsType = declareRecord({
  name: 'own words', noun: 'the child’s own words', resource: 'own words', about: 'child', happenedOn: 'saidOn',
  fields: {
    saidOn: { kind: 'day', label: 'When did they say it?', required: true, when: 'not in the future', missing: 'Enter the day they said it' },
    words: {
      kind: 'long text', label: 'What did they say?', required: true, rows: 6, missing: 'Write down what the child said',
      hint: 'In their own words. For a baby or a child who does not speak, write what you saw that showed how they felt.',
    },
    means: {
      kind: 'choice', label: 'How did they tell us?', required: true, choices: [
        { value: 'talking', label: 'Talking together' }, { value: 'writing', label: 'Writing, a message or an app' },
        { value: 'drawing or play', label: 'Drawing or play' }, { value: 'signs', label: 'Signs, symbols or a communication aid' },
        { value: 'advocate', label: 'Through an advocate or somebody they chose' }, { value: 'observed', label: 'We watched and listened' },
      ],
    },
    about: {
      kind: 'choices', label: 'What is it about?', choices: [
        { value: 'home', label: 'Where they live' }, { value: 'family', label: 'Family and seeing them' }, { value: 'friends', label: 'Friends' },
        { value: 'school', label: 'School or work' }, { value: 'health', label: 'Health and feelings' }, { value: 'plan', label: 'The plan and the future' },
        { value: 'worker', label: 'The people who work with them' }, { value: 'identity', label: 'Who they are' },
      ],
    },
    withWhom: { kind: 'text', label: 'Who else was there?' },
    sharing: {
      kind: 'choice', label: 'Who do they want to know?', required: true, missing: 'Choose who the child wants to know', choices: [
        { value: 'everyone', label: 'Everybody who works on their plan', hint: 'Meetings, reviews and panels read it first' },
        { value: 'close', label: 'Only their social worker, reviewing officer and those beside them' },
        { value: 'writer', label: 'Only the person they told', hint: 'Say to the child that you must tell somebody when they are not safe' },
      ],
    },
  },
})

export type OwnWords = Held<typeof ownWordsType>

/** What was done about it: "you said, we did". */
export const answerType = declareRecord({
  name: 'answer to own words', noun: 'what was done about it', resource: 'own words', about: 'child', happenedOn: 'answeredOn',
  fields: {
    answeredOn: { kind: 'day', label: 'When was this done or decided?', required: true, when: 'not in the future', missing: 'Enter the day' },
    did: {
      kind: 'long text', label: 'What did we do?', required: true, missing: 'Write down what was done, or why it could not be',
      hint: 'Plainly, to the child: they may read it. When it could not be done, say why.',
    },
    whole: {
      kind: 'choice', label: 'Did it turn out as they wished?', required: true, choices: [
        { value: 'yes', label: 'Yes' }, { value: 'partly', label: 'Partly' }, { value: 'no', label: 'No' }, { value: 'not yet', label: 'Not yet' },
      ],
    },
    toldOn: { kind: 'day', label: 'When were they told?', when: 'not in the future' },
  },
})

export type Answer = Held<typeof answerType>

/** What a child was told of their rights: advocacy, complaints, the guide, an independent visitor. */
export const toldType = declareRecord({
  name: 'told of rights', noun: 'what the child was told of their rights', resource: 'own words', about: 'child', happenedOn: 'toldOn',
  fields: {
    toldOn: { kind: 'day', label: 'When were they told?', required: true, when: 'not in the future', missing: 'Enter the day they were told' },
    of: {
      kind: 'choices', label: 'What were they told about?', required: true, missing: 'Choose what they were told about', choices: [
        { value: 'advocacy', label: 'That somebody independent can speak for them (advocacy)' },
        { value: 'complaints', label: 'How to complain, and that it is safe to' },
        { value: 'reviewing officer', label: 'What their reviewing officer is for, and how to reach them' },
        { value: 'visitor', label: 'That they may have an independent visitor' },
        { value: 'records', label: 'That there is a record of them, and that they may read it' },
      ],
    },
    how: { kind: 'text', label: 'How were they told?', required: true, missing: 'Enter how they were told', hint: 'For example: talked it through, with the picture guide' },
    response: { kind: 'long text', label: 'What did they say to it?', rows: 3 },
  },
})

export type Told = Held<typeof toldType>

/** Who is close, when a child wants only those close to them to know. */
const close: ReadonlySet<Role> = new Set(['social worker', 'assistant', 'team manager', 'reviewing officer', 'participation worker', 'young person or family'])

/** Whether the child has said that this reader shall not have these words (the duty "the child's consent"). */
export function isWithheld({ values: { sharing }, firstRecordedBy }: OwnWords, reader: { readonly personId: string; readonly roles: readonly Role[] }): boolean {
  if (firstRecordedBy.personId === reader.personId) return false
  switch (sharing) {
    case 'everyone': return false
    case 'close': return !reader.roles.some((role) => close.has(role))
    // A value that the declaration no longer has was narrower or wider, nobody can tell: withheld.
    default: return true
  }
}

/** Writing down what a child said. */
export const hear = (recordId: string, childId: string, values: ValuesOf<typeof ownWordsType>): Change => added(ownWordsType, recordId, { childId }, values)

/** Writing down what was done about it. */
export const answer = (recordId: string, said: OwnWords, values: ValuesOf<typeof answerType>): Change =>
  added(answerType, recordId, { childId: said.childId, partOf: said.recordId }, values)
