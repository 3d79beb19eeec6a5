/** Permanency planning meetings: those of a child, the lists across children, booking, agenda, minutes, signing off. */
import { denialWords } from '../core/access/duties.ts'
import { actionType, type Action } from '../core/actions/action.ts'
import { proposeAgenda, type AgendaItem } from '../core/meetings/agenda.ts'
import {
  book, cancelMeeting, correctMinutes, signOff, writeMinutes, type Booking, type Deciding, type Minutes, type Sitting,
} from '../core/meetings/decide.ts'
import { lackingInMinutes } from '../core/meetings/lacking.ts'
import {
  consideredType, correctionType, lineNoteType, planningMeetingType, type Considered, type Correction, type LineNote, type PlanningMeeting,
} from '../core/meetings/planningMeeting.ts'
import { isLive, lineType, type Line } from '../core/plan/line.ts'
import { optionType, type Option } from '../core/plan/option.ts'
import { planType, type Plan } from '../core/plan/plan.ts'
import type { Decided, ValuesOf } from '../core/records/recordType.ts'
import { addDays } from '../core/time/localDate.ts'
import { actionsRaisedBy, ownerRefusal, type ActionRow } from './actions.ts'
import { carryOut, type PersonListed } from './records.ts'
import type { Work } from './work.ts'

type Refused = Extract<Decided, { kind: 'refused' }>

const deciding = (work: Work): Deciding => ({ by: work.actor.personId, today: work.today, newId: () => work.records.newId() })

/** The planning meetings of a child, newest first. */
export async function meetingsOfChild(work: Work, childId: string): Promise<readonly PlanningMeeting[]> {
  const found = await work.records.find([planningMeetingType], { childId })
  return found.toSorted((a, b) => (b.values.heldOn ?? b.values.bookedFor) - (a.values.heldOn ?? a.values.bookedFor))
}

export interface ListedMeeting {
  readonly meeting: PlanningMeeting
  readonly code: string
  readonly lead: string
}

/** Meetings of every child the request reaches, by what is to be done with them. */
export interface MeetingLists {
  /** Booked for a day that has passed, and no minutes. */
  readonly toWrite: readonly ListedMeeting[]
  readonly toSignOff: readonly ListedMeeting[]
  readonly booked: readonly ListedMeeting[]
  /** Held in the last twelve weeks. */
  readonly recent: readonly ListedMeeting[]
}

/** How far back the list of recent meetings goes, in days. */
const recentDays = 84

/** The lists, each with its oldest day first; recent ones newest first. */
export async function meetingLists(work: Work): Promise<MeetingLists> {
  const [waiting, recent] = [
    await work.records.find([planningMeetingType], { states: ['booked', 'held'] }),
    await work.records.find([planningMeetingType], { states: ['signed off'], happenedFrom: addDays(work.today, -recentDays) }),
  ]
  const codes = await work.children.codesOf([...waiting, ...recent].flatMap(({ childId }) => childId ?? []))
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  const listed = (meetings: readonly PlanningMeeting[]): readonly ListedMeeting[] => meetings.map((meeting) => ({
    meeting, code: codes.get(meeting.childId ?? '') ?? '', lead: names.get(meeting.values.lead) ?? 'Somebody who is no longer listed',
  }))
  const byDay = waiting.toSorted((a, b) => a.values.bookedFor - b.values.bookedFor)
  return {
    toWrite: listed(byDay.filter(({ values }) => values.state === 'booked' && values.bookedFor < work.today)),
    toSignOff: listed(byDay.filter(({ values }) => values.state === 'held')),
    booked: listed(byDay.filter(({ values }) => values.state === 'booked' && values.bookedFor >= work.today)),
    recent: listed(recent.toSorted((a, b) => (b.values.heldOn ?? 0) - (a.values.heldOn ?? 0))),
  }
}

/** What of the plan a meeting works on; empty when the reader may not see it, and `plan` null then. */
export interface PlanForMeeting {
  readonly plan: Plan | undefined | null
  readonly lines: readonly Line[]
  readonly options: readonly Option[]
}

async function planFor(work: Work, childId: string): Promise<PlanForMeeting> {
  if ((await work.decide(childId, 'see', 'plan')).kind !== 'allow') return { plan: null, lines: [], options: [] }
  const plan = (await work.records.find([planType], { childId })).findLast(({ values: { status } }) => status !== 'superseded')
  if (plan === undefined) return { plan, lines: [], options: [] }
  const ofPlan = ({ partOf }: { readonly partOf: string | null }): boolean => partOf === plan.recordId
  return {
    plan, lines: (await work.records.find([lineType], { childId })).filter((line) => ofPlan(line) && isLive(line)),
    options: (await work.records.find([optionType], { childId })).filter(ofPlan),
  }
}

export interface MeetingSeen extends PlanForMeeting {
  readonly meeting: PlanningMeeting
  readonly people: readonly PersonListed[]
  readonly considered: readonly Considered[]
  readonly lineNotes: readonly LineNote[]
  readonly corrections: readonly Correction[]
  /** What the meeting asked for. */
  readonly actions: readonly ActionRow[]
  /** Actions of the child that are still open, whatever raised them. */
  readonly openActions: readonly Action[]
  readonly agenda: readonly AgendaItem[]
  readonly lacking: readonly string[]
  readonly mayWrite: boolean
  /** Why this person cannot sign the minutes off; null when they can. */
  readonly notSignOff: string | null
}

/** One meeting with all that hangs on it, or undefined when the request reaches none of that id for the child. */
export async function meetingSeen(work: Work, childId: string, meetingId: string): Promise<MeetingSeen | undefined> {
  const meeting = await work.records.one(planningMeetingType, meetingId)
  if (meeting === undefined || meeting.childId !== childId) return undefined
  const query = { childId, partOf: meetingId }
  const considered = await work.records.find([consideredType], query)
  const ofPlan = await planFor(work, childId)
  const seesActions = (await work.decide(childId, 'see', 'actions')).kind === 'allow'
  const openActions = seesActions
    ? (await work.records.find([actionType], { childId, states: ['open'] })).toSorted((a, b) => a.values.dueOn - b.values.dueOn) : []
  const actions = seesActions ? await actionsRaisedBy(work, meetingId) : []
  return {
    meeting, ...ofPlan, considered, actions, openActions,
    people: await work.records.people(),
    lineNotes: await work.records.find([lineNoteType], query),
    corrections: await work.records.find([correctionType], query),
    agenda: proposeAgenda({ meeting, ...ofPlan, openActions, today: work.today }),
    lacking: lackingInMinutes(meeting, considered, actions.length),
    mayWrite: (await work.decide(childId, 'change', 'planning meeting')).kind === 'allow',
    notSignOff: await whyNotSignOff(work, meeting),
  }
}

/** Whoever wrote the minutes or changed them took them, whatever name they carry. */
async function minuteTakersOf(work: Work, { recordId }: PlanningMeeting): Promise<readonly string[]> {
  const versions = await work.records.versions(planningMeetingType, recordId)
  return [...new Set(versions.filter(({ values: { state } }) => state === 'held').map(({ recordedBy }) => recordedBy.personId))]
}

async function whyNotSignOff(work: Work, meeting: PlanningMeeting): Promise<string | null> {
  const decision = await work.decideWith(meeting.childId ?? '', {
    minuteTakers: await minuteTakersOf(work, meeting), signedOff: meeting.values.state === 'signed off',
  }, 'decide', 'planning meeting')
  if (decision.kind === 'allow') return null
  return denialWords(decision, 'A team manager signs the minutes off, or the head of service when the manager took them.')
}

/** Books a meeting; gives its id, or why it cannot be booked. */
export async function bookMeeting(work: Work, childId: string, booking: Booking): Promise<Refused | { readonly meetingId: string }> {
  work.allow('record', 'planning meeting')
  const meetingId = work.records.newId()
  return (await carryOut(work, book(booking, { meetingId, childId }, deciding(work)))) ?? { meetingId }
}

/** What was typed at a meeting; lines by their ids. */
export interface SittingTyped {
  readonly considered: readonly ValuesOf<typeof consideredType>[]
  readonly lines: readonly { readonly lineId: string; readonly words: string }[]
  readonly actions: Sitting['actions']
}

/** A refusal about one of the actions typed: which, from 0. */
export interface RefusedAction {
  readonly kind: 'refused action'
  readonly index: number
  readonly why: string
}

/** Writes the minutes with all that hangs on them, or nothing and why. Throws RecordConflict when somebody wrote meanwhile. */
export async function saveMinutes(work: Work, seen: MeetingSeen, minutes: Minutes, typed: SittingTyped): Promise<Refused | RefusedAction | undefined> {
  const childId = seen.meeting.childId ?? ''
  if ((await work.decideWith(childId, { signedOff: seen.meeting.values.state === 'signed off' }, 'change', 'planning meeting')).kind !== 'allow') {
    return { kind: 'refused', field: null, why: 'These minutes are signed off and stand. Add a correction instead.' }
  }
  for (const [index, { owner }] of typed.actions.entries()) {
    const why = await ownerRefusal(work, childId, owner)
    if (why !== null) return { kind: 'refused action', index, why }
  }
  const lines = typed.lines.flatMap(({ lineId, words }) => {
    const line = seen.lines.find(({ recordId }) => recordId === lineId)
    return line === undefined ? [] : [{ line, words }]
  })
  return carryOut(work, writeMinutes(seen.meeting, minutes, { ...typed, lines }, deciding(work)))
}

/** Signs minutes off; gives why not when the person may not. */
export async function signOffMinutes(work: Work, meeting: PlanningMeeting): Promise<Refused | undefined> {
  const why = await whyNotSignOff(work, meeting)
  if (why !== null) return { kind: 'refused', field: null, why }
  return carryOut(work, signOff(meeting, deciding(work)))
}

/** Cancels a meeting that was not held. */
export async function callOff(work: Work, meeting: PlanningMeeting, why: string): Promise<Refused | undefined> {
  work.allow('change', 'planning meeting')
  return carryOut(work, cancelMeeting(meeting, why, deciding(work)))
}

/** Adds a correction to minutes that were signed off. */
export async function addCorrection(work: Work, meeting: PlanningMeeting, words: string): Promise<Refused | undefined> {
  work.allow('record', 'planning meeting')
  return carryOut(work, correctMinutes(meeting, words, deciding(work)))
}

