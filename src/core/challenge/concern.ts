/**
 * A concern of the reviewing officer and how the authority answers it (Independent Reviewing Officers' Handbook chapter 6):
 * informally first, then stage by stage, all stages together within 20 working days; any stage may be passed over, and the case
 * may be referred to Cafcass at any point (Children Act 1989 s.25B(3)).
 *
 * A concern has a record for each stage it goes through and one for each answer: they are part of it.
 */
import type { Role } from '../access/roles.ts'
import { declareRecord, type Held } from '../records/recordType.ts'

/** What a concern is about. */
export const themes = [
  { value: 'care plan', label: 'The care plan: it is not right for the child' },
  { value: 'drift', label: 'Drift: permanence is not moving on' },
  { value: 'implementation', label: 'Decisions of a review have not been carried out' },
  { value: 'allocation', label: 'The child has no social worker, or too many changes' },
  { value: 'participation', label: 'The child is not heard' },
  { value: 'rights', label: 'The child’s rights, safety or welfare' },
] as const

export const stages = [
  { value: 'informal', label: 'Informally' },
  { value: 'team manager', label: 'Team manager' },
  { value: 'service manager', label: 'Service manager' },
  { value: 'head of service', label: 'Head of service' },
  { value: 'director', label: 'Director' },
] as const
export type Stage = (typeof stages)[number]['value']

/** Who answers at a stage: the line of management above the child's social worker. */
export const answersAt: Readonly<Record<Stage, Role>> = {
  informal: 'team manager', 'team manager': 'team manager', 'service manager': 'head of service', 'head of service': 'head of service', director: 'director',
}

/** What became of the child's life by it. */
export const impacts = [
  { value: 'plan changed', label: 'The plan was changed' },
  { value: 'done sooner', label: 'Something late was done' },
  { value: 'service given', label: 'The child got a service or a worker' },
  { value: 'right kept', label: 'A right of the child was kept' },
  { value: 'nothing', label: 'Nothing changed' },
  { value: 'too early', label: 'It is too early to tell' },
] as const

export const concernType = declareRecord({
  name: 'concern', noun: 'a concern', resource: 'concern', about: 'child', state: 'state', owner: 'raisedBy', dueOn: 'dueOn', happenedOn: 'raisedOn',
  fields: {
    state: {
      kind: 'choice', label: 'Where it stands', required: true,
      choices: [{ value: 'open', label: 'Open' }, { value: 'to close', label: 'Ready to close' }, { value: 'closed', label: 'Closed' }],
    },
    raisedBy: { kind: 'person', label: 'Raised by', required: true },
    raisedOn: { kind: 'day', label: 'Raised on', required: true },
    theme: { kind: 'choice', label: 'What is it about?', required: true, missing: 'Choose what it is about', choices: themes },
    about: { kind: 'long text', label: 'What is your concern?', required: true, rows: 6, missing: 'Enter what your concern is', hint: 'What is happening to the child, and what that does to them' },
    wanted: { kind: 'long text', label: 'What should happen, and by when?', required: true, rows: 4, missing: 'Enter what should happen' },
    childKnows: {
      kind: 'choice', label: 'Does the child know?', required: true, missing: 'Choose whether the child knows', choices: [
        { value: 'asked for it', label: 'Yes, they asked for it' }, { value: 'told', label: 'Yes, they were told' },
        { value: 'not yet', label: 'Not yet' }, { value: 'not right', label: 'No, it is not right for their age and understanding' },
      ],
    },
    stage: { kind: 'choice', label: 'Stage', required: true, choices: stages },
    dueOn: { kind: 'day', label: 'Answer due' },
    /** The day the first formal stage began: the 20 working days are counted from it. */
    formalOn: { kind: 'day', label: 'Formal since' },
    cafcassOn: { kind: 'day', label: 'Referred to Cafcass on', when: 'not in the future' },
    cafcassWhy: { kind: 'long text', label: 'Why is it referred to Cafcass?', rows: 4 },
    closedOn: { kind: 'day', label: 'Closed on' },
    outcome: {
      kind: 'choice', label: 'How did it end?', choices: [
        { value: 'resolved', label: 'Resolved: the officer accepts the answer' }, { value: 'withdrawn', label: 'Withdrawn by the officer' },
        { value: 'cafcass', label: 'Taken on by Cafcass or the court' }, { value: 'not resolved', label: 'Not resolved: the last stage was not accepted' },
      ],
    },
    outcomeWords: { kind: 'long text', label: 'What was agreed?', rows: 4 },
    impact: { kind: 'choice', label: 'What changed for the child?', choices: impacts },
    changed: { kind: 'long text', label: 'In words: what is different in the child’s life?', rows: 4 },
  },
})
export type Concern = Held<typeof concernType>

export const raisingFields = ['theme', 'about', 'wanted', 'childKnows'] as const
export const closingFields = ['outcome', 'outcomeWords', 'impact', 'changed'] as const

export const stageType = declareRecord({
  name: 'concern stage', noun: 'a stage of a concern', resource: 'concern', about: 'child', state: 'ending', dueOn: 'dueOn', happenedOn: 'openedOn',
  fields: {
    stage: { kind: 'choice', label: 'To whom?', required: true, missing: 'Choose to whom it goes', choices: stages },
    openedOn: { kind: 'day', label: 'Opened on', required: true },
    dueOn: { kind: 'day', label: 'Answer due' },
    why: { kind: 'long text', label: 'Why does it go there?', rows: 3, hint: 'Where a stage is passed over, why it cannot wait for it' },
    passedOver: { kind: 'choices', label: 'Passed over', choices: stages },
    ending: {
      kind: 'choice', label: 'Did you accept the answer?', required: true, choices: [
        { value: 'open', label: 'Not answered yet' }, { value: 'answered', label: 'Answered' },
        { value: 'accepted', label: 'Yes, I accept it' }, { value: 'not accepted', label: 'No, I do not accept it' },
        { value: 'taken further', label: 'Taken further without an answer' }, { value: 'withdrawn', label: 'Withdrawn' },
      ],
    },
    endedOn: { kind: 'day', label: 'Ended on' },
    endingWhy: { kind: 'long text', label: 'Why?', rows: 3 },
  },
})
export type ConcernStage = Held<typeof stageType>

/** The service's answer: written by those it goes to, never by the officer. */
export const answerType = declareRecord({
  name: 'concern answer', noun: 'an answer to a concern', resource: 'concern response', about: 'child', happenedOn: 'answeredOn',
  fields: {
    stage: { kind: 'choice', label: 'Stage', required: true, choices: stages },
    answeredOn: { kind: 'day', label: 'Answered on', required: true },
    answer: { kind: 'long text', label: 'Your answer', required: true, rows: 6, missing: 'Enter your answer', hint: 'What you will do, who, and by when. If you do not agree, why' },
    agrees: {
      kind: 'choice', label: 'Do you agree with the concern?', required: true, missing: 'Choose whether you agree', choices: [
        { value: 'yes', label: 'Yes' }, { value: 'in part', label: 'In part' }, { value: 'no', label: 'No' },
      ],
    },
  },
})
export type ConcernAnswer = Held<typeof answerType>

/** A concern with what is part of it. */
export interface WholeConcern {
  readonly concern: Concern
  /** In the order in which they were opened. */
  readonly stages: readonly ConcernStage[]
  readonly answers: readonly ConcernAnswer[]
}

export const concernAddress = (childId: string, recordId: string): string => `/children/${childId}/challenge/${recordId}`
