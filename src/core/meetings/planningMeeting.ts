/**
 * A permanency planning meeting: led by a team manager, it looks at every way to permanence, asks what would settle the child,
 * and moves the plan on (Haringey permanency minutes: "Team Managers led regular planning meetings"; Ofsted's focused visit of
 * March 2025: frequent meetings "help workers explore options for permanence and to move plans forward"). The headings are
 * those that published templates share: who was there, views, options with what speaks for and against them, the plan, actions.
 */
import { routeChoices } from '../plan/line.ts'
import { declareRecord, type Held } from '../records/recordType.ts'

/** Who takes part. The regional adoption agency is to be in every planning meeting (Haringey post-Ofsted action plan, 1.8b). */
export const meetingPeople = [
  { value: 'child', label: 'The child or young person' },
  { value: 'parents', label: 'Parents' },
  { value: 'family', label: 'Family and friends' },
  { value: 'carer', label: 'Carer' },
  { value: 'social worker', label: 'Child’s social worker' },
  { value: 'reviewing officer', label: 'Independent reviewing officer' },
  { value: 'regional agency', label: 'Regional adoption agency' },
  { value: 'virtual school', label: 'Virtual school' },
  { value: 'health', label: 'Health' },
  { value: 'supervising social worker', label: 'Supervising social worker' },
  { value: 'assessment manager', label: 'Manager of the assessment team' },
  { value: 'lawyer', label: 'Lawyer' },
  { value: 'guardian', label: 'Children’s guardian' },
  { value: 'advocate', label: 'Advocate' },
] as const

export const planningMeetingType = declareRecord({
  name: 'planning meeting', noun: 'a permanency planning meeting', resource: 'planning meeting', about: 'child',
  state: 'state', owner: 'lead', dueOn: 'bookedFor', happenedOn: 'heldOn',
  fields: {
    state: {
      kind: 'choice', label: 'Where it stands', required: true, choices: [
        { value: 'booked', label: 'Booked' }, { value: 'held', label: 'Held, minutes not signed off' },
        { value: 'signed off', label: 'Signed off' }, { value: 'cancelled', label: 'Cancelled' },
      ],
    },
    bookedFor: { kind: 'day', label: 'Day of the meeting', required: true, missing: 'Enter the day of the meeting' },
    at: { kind: 'text', label: 'Time', max: 20, hint: 'For example, 10:30am' },
    place: { kind: 'text', label: 'Where', hint: 'A room, or how to join online' },
    lead: { kind: 'person', label: 'Who leads the meeting', required: true, roles: ['team manager'], hint: 'A team manager', missing: 'Choose the team manager who leads the meeting' },
    why: { kind: 'long text', label: 'What the meeting is to settle', rows: 3 },
    invited: { kind: 'choices', label: 'Who is invited', choices: meetingPeople },
    heldOn: { kind: 'day', label: 'Held on', when: 'not in the future', missing: 'Enter the day the meeting was held' },
    attended: { kind: 'choices', label: 'Who was there, besides who led it', choices: meetingPeople, missing: 'Choose who was there' },
    absences: { kind: 'long text', label: 'Who could not come, and how they are heard', rows: 2 },
    childView: {
      kind: 'long text', label: 'What the child wants and feels', rows: 4, missing: 'Enter what the child wants and feels, or how you will find out',
      hint: 'In their own words where you can; for a baby, what those who know them see. Say so when nobody has asked yet, and who will',
    },
    familyView: { kind: 'long text', label: 'What parents, family and carers say', rows: 4 },
    discussion: { kind: 'long text', label: 'What was talked about', rows: 8, hint: 'What has changed since the last meeting, what helps, what is in the way' },
    early: {
      kind: 'choice', label: 'Early permanence (fostering for adoption, concurrent planning)', missing: 'Choose whether early permanence was considered', choices: [
        { value: 'wanted', label: 'Considered, and right for this child' },
        { value: 'not wanted', label: 'Considered, and not right for this child' },
        { value: 'not considered', label: 'Not considered at this meeting' },
      ],
    },
    earlyWhy: { kind: 'long text', label: 'Why', rows: 3, missing: 'Enter why early permanence is right or not right, or why it was not considered' },
    decided: { kind: 'long text', label: 'What was decided', rows: 5, missing: 'Enter what was decided' },
    nextOn: { kind: 'day', label: 'Next planning meeting', hint: 'Leave empty when permanence is reached or the meeting is not needed again' },
    minuteTaker: { kind: 'person', label: 'Minutes taken by' },
    signedOffOn: { kind: 'day', label: 'Signed off on' },
    signedOffBy: { kind: 'person', label: 'Signed off by' },
    cancelledWhy: { kind: 'long text', label: 'Why it is cancelled', rows: 3 },
  },
})

export type PlanningMeeting = Held<typeof planningMeetingType>

/** What is asked when a meeting is booked. */
export const bookingFields = ['bookedFor', 'at', 'place', 'lead', 'why', 'invited'] as const

/** What the minutes ask, in the order of the meeting. */
export const minutesFields = [
  'heldOn', 'attended', 'absences', 'childView', 'familyView', 'discussion', 'early', 'earlyWhy', 'decided', 'nextOn',
] as const

/** What minutes cannot do without. */
export const minutesNeed = ['heldOn', 'attended', 'childView', 'early', 'earlyWhy', 'decided'] as const

/** A way to permanence that the meeting looked at, with what it came to: part of the meeting. */
export const consideredType = declareRecord({
  name: 'considered option', noun: 'an option that a meeting considered', resource: 'planning meeting', about: 'child', state: 'outcome',
  fields: {
    route: { kind: 'choice', label: 'Option', required: true, missing: 'Choose the option', choices: routeChoices },
    who: { kind: 'text', label: 'With whom' },
    pros: { kind: 'long text', label: 'What speaks for it', required: true, rows: 3, missing: 'Enter what speaks for it' },
    cons: { kind: 'long text', label: 'What speaks against it', required: true, rows: 3, missing: 'Enter what speaks against it' },
    outcome: {
      kind: 'choice', label: 'What the meeting came to', required: true, missing: 'Choose what the meeting came to', choices: [
        { value: 'primary', label: 'The way forward' },
        { value: 'parallel', label: 'To be worked on beside it' },
        { value: 'contingency', label: 'To be ready if the others fail' },
        { value: 'find out', label: 'More must be known first' },
        { value: 'ruled out', label: 'Not a way forward for this child' },
      ],
    },
  },
})

export type Considered = Held<typeof consideredType>

/** What was decided about one line of the plan: part of the meeting; the line itself is told that it moved. */
export const lineNoteType = declareRecord({
  name: 'meeting line note', noun: 'what a meeting decided about a line of the plan', resource: 'planning meeting', about: 'child',
  fields: {
    line: { kind: 'record', label: 'Line of the plan', required: true },
    route: { kind: 'choice', label: 'Line of the plan', required: true, choices: routeChoices },
    words: { kind: 'text', label: 'What moved it, or what was decided', required: true, max: 300 },
  },
})

export type LineNote = Held<typeof lineNoteType>

/** What was wrong in minutes that were signed off: they stand, and this stands beside them with its day and writer. */
export const correctionType = declareRecord({
  name: 'meeting correction', noun: 'a correction of minutes', resource: 'planning meeting', about: 'child',
  fields: {
    words: {
      kind: 'long text', label: 'What was wrong, and what is right', required: true, rows: 5, missing: 'Enter what was wrong, and what is right',
    },
  },
})

export type Correction = Held<typeof correctionType>

/** The page of one meeting. */
export const meetingAddress = (childId: string, meetingId: string): string => `/children/${childId}/planning-meetings/${meetingId}`
