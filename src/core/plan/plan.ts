/**
 * The permanence plan: the long-term plan for a child's upbringing that every care plan must record (Care Planning, Placement
 * and Case Review (England) Regulations 2010, regulation 5(a)), with lines that run side by side (`line.ts`).
 *
 * One plan lives through a time in care and keeps its id; a change to what was authorised makes it a draft again until
 * somebody else authorises it. Every version stays, so the plan can be shown as it was on any day.
 */
import { declareRecord, type Held } from '../records/recordType.ts'

export const planStatuses = [
  { value: 'draft', label: 'Draft' },
  { value: 'put forward', label: 'Waiting to be authorised' },
  { value: 'returned', label: 'Sent back' },
  { value: 'authorised', label: 'Authorised' },
  { value: 'superseded', label: 'Closed: another plan took its place' },
] as const

export type PlanStatus = (typeof planStatuses)[number]['value']

export const planType = declareRecord({
  name: 'plan', noun: 'the permanence plan', resource: 'plan draft', about: 'child', state: 'status',
  fields: {
    status: { kind: 'choice', label: 'Status', required: true, choices: planStatuses },
    aim: {
      kind: 'long text', label: 'The plan for this child’s upbringing', required: true, rows: 6,
      missing: 'Enter the plan for this child’s upbringing',
      hint: 'In words the child could read: where they are to live through their childhood, with whom, and why',
    },
    noAlternativeWhy: {
      kind: 'long text', label: 'If there is no realistic alternative, why not', rows: 3,
      hint: 'Leave this empty when another line runs beside the primary one',
    },
    early: {
      kind: 'choice', label: 'Early permanence (fostering for adoption, concurrent planning)', choices: [
        { value: 'wanted', label: 'Considered, and right for this child' },
        { value: 'not wanted', label: 'Considered, and not right for this child' },
      ],
    },
    earlyWhy: { kind: 'long text', label: 'Why early permanence is right for this child, or why not', rows: 3 },
    changeWhy: { kind: 'long text', label: 'Why the plan is being changed', rows: 3 },
    askedOf: {
      kind: 'person', label: 'Who is to authorise it', roles: ['team manager'],
      hint: 'Not anybody who wrote part of it: whoever wrote a plan does not authorise it',
    },
    putForwardOn: { kind: 'day', label: 'Put forward on' },
    returnedWhy: { kind: 'long text', label: 'Why it is sent back', rows: 4, hint: 'What has to be different before it can be authorised' },
    authorisedOn: { kind: 'day', label: 'Authorised on' },
    authorisedBy: { kind: 'person', label: 'Authorised by' },
    identifiedOn: { kind: 'day', label: 'Permanence identified on' },
    endorsedOn: { kind: 'day', label: 'Endorsed by a review on' },
    endorsedAt: { kind: 'record', label: 'Review that endorsed it' },
    firstEndorsedOn: { kind: 'day', label: 'First endorsed by a review on' },
  },
})

/**
 * `identifiedOn`: the first day on which a plan with a primary line was authorised; never taken back. `endorsedOn`: the day a
 * looked-after review endorsed the plan as it stands; empty again when the primary line changes. `firstEndorsedOn` stays.
 */
export type Plan = Held<typeof planType>

/** What a person writes about the plan as a whole. */
export const planFields = ['aim', 'noAlternativeWhy', 'early', 'earlyWhy'] as const
