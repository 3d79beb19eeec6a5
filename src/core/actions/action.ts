/**
 * An action: who is to do what by when, one kind whatever raised it. A review's decision, what a planning meeting or a panel
 * asked for, a task of a plan's line and the answer to a concern are all actions, so that one list holds everything that a
 * person has to do and nothing agreed in a meeting is lost in its minutes.
 *
 * What raised it is the record it is part of (`partOf`): the review, the meeting, the panel's item, the line, the concern.
 */
import { added, declareRecord, type Change, type Held, type Telling } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'

/** What can raise an action. */
export const raisers = [
  { value: 'review', label: 'A review' },
  { value: 'planning meeting', label: 'A permanency planning meeting' },
  { value: 'panel', label: 'A panel' },
  { value: 'plan line', label: 'The plan' },
  { value: 'concern', label: 'A concern of the reviewing officer' },
  { value: 'by hand', label: 'Somebody, by hand' },
] as const

export type Raiser = (typeof raisers)[number]['value']

/** Handing on does not end an action: it stays open with another owner, and its versions tell who had it before. */
export const actionType = declareRecord({
  name: 'action', noun: 'an action', resource: 'actions', about: 'child', state: 'state', owner: 'owner', dueOn: 'dueOn',
  fields: {
    what: {
      kind: 'text', label: 'What is to be done', required: true, max: 500, missing: 'Enter what is to be done',
      hint: 'One thing that somebody can finish, for example: ask the grandmother whether she wishes to be assessed',
    },
    owner: { kind: 'person', label: 'Who is to do it', required: true, missing: 'Choose who is to do it' },
    dueOn: { kind: 'day', label: 'By when', required: true, missing: 'Enter the day by which it is to be done' },
    state: {
      kind: 'choice', label: 'Where it stands', required: true, choices: [
        { value: 'open', label: 'To do' }, { value: 'done', label: 'Done' }, { value: 'cancelled', label: 'No longer needed' },
      ],
    },
    raisedBy: { kind: 'choice', label: 'Raised by', required: true, choices: raisers },
    raisedOn: { kind: 'day', label: 'Raised on', required: true },
    handedOnWhy: { kind: 'long text', label: 'Why it was handed on', rows: 3 },
    endedOn: { kind: 'day', label: 'Done on', when: 'not in the future' },
    ending: { kind: 'long text', label: 'What was done', rows: 4 },
    cancelledWhy: { kind: 'long text', label: 'Why it is no longer needed', rows: 4 },
  },
})

export type Action = Held<typeof actionType>

/** What is asked for when an action is raised. */
export interface AskedAction {
  readonly recordId: string
  readonly childId: string
  readonly raisedBy: Raiser
  /** The record that raised it; null for one raised by hand. */
  readonly partOf: string | null
  readonly what: string
  readonly owner: string
  readonly dueOn: LocalDate
}

/** The change that raises an action, for a decision to put beside its own changes; raised on `today`. */
export function newAction({ recordId, childId, partOf, what, owner, dueOn, raisedBy }: AskedAction, today: LocalDate): Change {
  return added(actionType, recordId, { childId, partOf }, {
    what, owner, dueOn, state: 'open', raisedBy, raisedOn: today,
    handedOnWhy: null, endedOn: null, ending: null, cancelledWhy: null,
  })
}

/** The page of one action. */
export const actionAddress = (childId: string, recordId: string): string => `/children/${childId}/actions/${recordId}`

/** What its owner is told when somebody else gave it to them; nothing when they gave it to themselves. No child is named. */
export function tellOwner({ recordId, childId, owner }: Pick<AskedAction, 'recordId' | 'childId' | 'owner'>, byPersonId: string): readonly Telling[] {
  if (owner === byPersonId) return []
  return [{ personId: owner, words: 'You have been given an action.', address: actionAddress(childId, recordId), childId }]
}
