/**
 * What a panel writes, kind by kind. A panel is taken into use from its definition; people sit on it (seats) and children
 * are on its list (items): the two together are what ties a panel's people to its children (schema 007, `panel_tie`).
 * A sitting has agenda items, and of each child heard a minute (the administrator's) and a decision (the chair's): different
 * records because different people may write them.
 */
import { declareRecord, type Held } from '../records/recordType.ts'

export const panelType = declareRecord({
  name: 'panel', noun: 'a panel', resource: 'policies', about: 'authority', state: 'state', happenedOn: 'since',
  fields: {
    scheme: { kind: 'text', label: 'Scheme', required: true },
    definition: { kind: 'text', label: 'Definition', required: true },
    name: { kind: 'text', label: 'Name of the panel', required: true },
    since: { kind: 'day', label: 'In use since', required: true },
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'in use', label: 'In use' }, { value: 'ended', label: 'No longer used' }] },
  },
})

export const seatType = declareRecord({
  name: 'panel seat', noun: 'a seat on a panel', resource: 'policies', about: 'authority', state: 'state', owner: 'who', happenedOn: 'since',
  fields: {
    who: { kind: 'person', label: 'Who', required: true, missing: 'Choose who sits on the panel' },
    as: {
      kind: 'choice', label: 'As', required: true, missing: 'Choose what they are on the panel', choices: [
        { value: 'panel chair', label: 'Chair' },
        { value: 'director', label: 'Chair, as director' },
        { value: 'panel administrator', label: 'Administrator' },
        { value: 'regional agency manager', label: 'Member, for the regional adoption agency' },
        { value: 'head of service', label: 'Member, as service manager' },
        { value: 'reviewing manager', label: 'Member, for the reviewing service' },
        { value: 'lawyer', label: 'Member, for legal or court assurance' },
      ],
    },
    since: { kind: 'day', label: 'Since', required: true },
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'held', label: 'Held' }, { value: 'given up', label: 'Given up' }] },
  },
})

export const itemType = declareRecord({
  name: 'panel item', noun: 'a child’s place on a panel’s list', resource: 'panel agenda', about: 'child', state: 'state',
  dueOn: 'returnOn', happenedOn: 'enteredOn',
  fields: {
    state: {
      kind: 'choice', label: 'State', required: true, choices: [
        { value: 'tracked', label: 'On the list' }, { value: 'leaving', label: 'Leaves when the minutes are signed off' }, { value: 'closed', label: 'Left' },
      ],
    },
    enteredOn: { kind: 'day', label: 'Came to the panel on', required: true },
    how: {
      kind: 'choice', label: 'How', required: true, choices: [
        { value: 'entered', label: 'A rule sent the child here' }, { value: 'transferred', label: 'Transferred from another panel' },
        { value: 'chosen', label: 'Somebody chose this panel' },
      ],
    },
    rule: { kind: 'text', label: 'Rule', required: true },
    why: { kind: 'long text', label: 'Why', required: true },
    cameFrom: { kind: 'text', label: 'Came from' },
    returnOn: { kind: 'day', label: 'Returns on' },
    lastHeardOn: { kind: 'day', label: 'Last heard on' },
    askedFor: { kind: 'long text', label: 'Asked to be heard because', rows: 3 },
    leftOn: { kind: 'day', label: 'Left on' },
    leftWhy: { kind: 'long text', label: 'Why the child left' },
    wentTo: { kind: 'text', label: 'Went to' },
  },
})

export const choiceType = declareRecord({
  name: 'panel choice', noun: 'a choice of panel', resource: 'panel agenda', about: 'child', state: 'state', dueOn: 'lookAgainOn',
  fields: {
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'stands', label: 'Stands' }, { value: 'replaced', label: 'Replaced' }] },
    panelId: { kind: 'record', label: 'Panel' },
    panel: { kind: 'text', label: 'Panel', required: true },
    reason: {
      kind: 'long text', label: 'Why', required: true, rows: 3, missing: 'Enter why',
      hint: 'Anybody who opens this child’s record later reads this',
    },
    lookAgainOn: { kind: 'day', label: 'Look at this again on', when: 'not in the past' },
    ruleThen: { kind: 'text', label: 'What the rules said', required: true },
  },
})

export const sittingType = declareRecord({
  name: 'panel sitting', noun: 'a sitting of a panel', resource: 'panel agenda', about: 'authority', state: 'state', owner: 'minuteTaker', happenedOn: 'on',
  fields: {
    on: { kind: 'day', label: 'Day of the sitting', required: true, missing: 'Enter the day of the sitting' },
    place: { kind: 'text', label: 'Where', hint: 'A room, or online' },
    minuteTaker: { kind: 'person', label: 'Who takes the minutes' },
    state: {
      kind: 'choice', label: 'State', required: true, choices: [
        { value: 'planned', label: 'Minutes not signed off' }, { value: 'signed off', label: 'Minutes signed off' }, { value: 'cancelled', label: 'Called off' },
      ],
    },
    movedWhy: { kind: 'long text', label: 'Why is it moved?', rows: 2, missing: 'Enter why the sitting is moved' },
    calledOffWhy: { kind: 'long text', label: 'Why is it called off?', rows: 2, missing: 'Enter why the sitting is called off', hint: 'It stands as the reason why each child on the agenda is put off' },
    signedOffOn: { kind: 'day', label: 'Minutes signed off on' },
    signedOffBy: { kind: 'person', label: 'Signed off by' },
    heard: { kind: 'number', label: 'Children heard', from: 0, to: 10_000 },
  },
})

export const agendaType = declareRecord({
  name: 'panel agenda item', noun: 'an item of a panel’s agenda', resource: 'panel agenda', about: 'child', state: 'state', owner: 'presenter',
  fields: {
    state: { kind: 'choice', label: 'State', required: true, choices: [{ value: 'accepted', label: 'On the agenda' }, { value: 'put off', label: 'Put off' }] },
    because: { kind: 'long text', label: 'Because', required: true },
    presenter: { kind: 'person', label: 'Who presents the child' },
    putOffWhy: { kind: 'long text', label: 'Why it is put off', rows: 2 },
  },
})

export const attendanceType = declareRecord({
  name: 'panel attendance', noun: 'who took part in a sitting', resource: 'panel agenda', about: 'authority', state: 'how', owner: 'who',
  fields: {
    who: { kind: 'person', label: 'Who', required: true },
    as: { kind: 'text', label: 'As', required: true },
    how: {
      kind: 'choice', label: 'Took part', required: true, choices: [
        { value: 'in the room', label: 'In the room' }, { value: 'online', label: 'Online' }, { value: 'apologies', label: 'Apologies' },
        { value: 'absent', label: 'Not there' },
      ],
    },
  },
})

export const minuteType = declareRecord({
  name: 'panel minute', noun: 'the minute of a child’s item', resource: 'panel minutes', about: 'child',
  fields: { said: { kind: 'long text', label: 'What was said', required: true, rows: 6, missing: 'Enter what was said' } },
})

export const colours = [
  { value: 'red', label: 'Red' }, { value: 'amber', label: 'Amber' }, { value: 'green', label: 'Green' },
] as const

export const decisionType = declareRecord({
  name: 'panel decision', noun: 'a panel’s decision', resource: 'panel decision', about: 'child', dueOn: 'returnOn', happenedOn: 'decidedOn',
  fields: {
    decidedOn: { kind: 'day', label: 'Decided on', required: true },
    decision: { kind: 'long text', label: 'What the panel decided', required: true, rows: 4, missing: 'Enter what the panel decided' },
    computed: { kind: 'text', label: 'Worked out by Holdfast', required: true },
    colour: { kind: 'choice', label: 'Red, amber or green', required: true, missing: 'Choose red, amber or green', choices: colours },
    colourWhy: { kind: 'long text', label: 'Why the chair says otherwise', rows: 2, hint: 'Only when you choose another colour than the one worked out' },
    next: {
      kind: 'choice', label: 'What happens next', required: true, missing: 'Choose what happens next', choices: [
        { value: 'returns', label: 'The child returns to this panel' },
        { value: 'transfer', label: 'The child goes to another panel' },
        { value: 'leaves', label: 'The child leaves the panel’s list' },
      ],
    },
    returnOn: { kind: 'day', label: 'Returns on', when: 'not in the past' },
    nextWhy: { kind: 'long text', label: 'Why the child goes to another panel or leaves', rows: 2 },
    wentTo: { kind: 'text', label: 'Goes to' },
  },
})

export const correctionType = declareRecord({
  name: 'panel correction', noun: 'a correction of signed minutes', resource: 'panel minutes', about: 'child', happenedOn: 'on',
  fields: {
    on: { kind: 'day', label: 'Corrected on', required: true },
    words: { kind: 'long text', label: 'What is corrected', required: true, rows: 3, missing: 'Enter what is corrected' },
  },
})

export type Panel = Held<typeof panelType>
export type Seat = Held<typeof seatType>
export type Item = Held<typeof itemType>
export type Choice = Held<typeof choiceType>
export type Sitting = Held<typeof sittingType>
export type AgendaItem = Held<typeof agendaType>
export type Attendance = Held<typeof attendanceType>
export type Minute = Held<typeof minuteType>
export type PanelDecision = Held<typeof decisionType>
export type Correction = Held<typeof correctionType>
