/** The reviewing officer's footprint: notes, concerns and how they are answered, the monthly report. */
import { decideIndependently } from './caseHolders.ts'
import { carryOut } from './records.ts'
import { NotAllowed, type Work } from './work.ts'
import { denialWords } from '../core/access/duties.ts'
import type { Decided } from '../core/records/recordType.ts'
import {
  answersAt, answerType, concernType, stageType, type Concern, type ConcernAnswer, type ConcernStage, type Stage, type WholeConcern,
} from '../core/challenge/concern.ts'
import {
  accept, answer, close, currentStage, endUnresolved, escalate, raise, referToCafcass, withdraw, type Closing, type Deciding, type Raising,
} from '../core/challenge/decide.ts'
import { auditNote, note, noteType, type Noting, type OfficerNote } from '../core/challenge/note.ts'
import { daysLeft, stagesAfter, totalDue, type DaysLeft } from '../core/challenge/protocol.ts'
import { challengeReport, type ChallengeReport } from '../core/challenge/report.ts'
import type { LocalDate } from '../core/time/localDate.ts'

type Refused = Extract<Decided, { kind: 'refused' }>

const deciding = (work: Work): Deciding => ({
  by: work.actor.personId, today: work.today, newId: () => work.records.newId(), policy: work.policies.challenge, calendar: work.calendar,
})

/** A concern as lists and pages show it. */
export interface ConcernRow extends WholeConcern {
  readonly raisedBy: string
  /** Until the answer is due; null when none is waited for. */
  readonly left: DaysLeft | null
  /** The last day of the formal process and the days until then; null while informal. */
  readonly total: { readonly dueOn: LocalDate | null; readonly left: DaysLeft } | null
}

async function rowsOf(work: Work, concerns: readonly Concern[]): Promise<readonly ConcernRow[]> {
  const childIds = [...new Set(concerns.flatMap(({ childId }) => childId ?? []))]
  const stages = childIds.length === 0 ? [] : await work.records.find([stageType], { childIds })
  const answers = childIds.length === 0 ? [] : await work.records.find([answerType], { childIds })
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  const of = <T extends ConcernStage | ConcernAnswer>(all: readonly T[], concern: Concern): readonly T[] => all.filter(({ partOf }) => partOf === concern.recordId)
  return concerns.map((concern) => {
    const { state, dueOn, formalOn, raisedBy } = concern.values
    const whole = { concern, stages: of(stages, concern), answers: of(answers, concern) }
    const waiting = state === 'open' && currentStage(whole)?.values.ending === 'open'
    const total = totalDue(concern, work.policies.challenge, work.calendar)
    return {
      ...whole, raisedBy: names.get(raisedBy) ?? 'Somebody who is no longer listed',
      left: waiting ? daysLeft(dueOn, work.today, work.calendar) : null,
      total: formalOn === null || state !== 'open' ? null : { dueOn: total, left: daysLeft(total, work.today, work.calendar) },
    }
  })
}

/** What this person may do to a concern; each null when they may, else why not. */
export interface ConcernActs {
  readonly further: string | null
  readonly answer: string | null
  readonly close: string | null
}

async function actsOn(work: Work, concern: Concern): Promise<ConcernActs> {
  const childId = concern.childId ?? ''
  const further = await decideIndependently(work, childId, 'change', 'concern')
  const answering = await work.decide(childId, 'record', 'concern response')
  const closing = await decideIndependently(work, childId, 'decide', 'concern', { concernRaisedBy: [concern.values.raisedBy] })
  return {
    further: further.kind === 'allow' ? null : denialWords(further, 'The child’s reviewing officer takes a concern further.'),
    answer: answering.kind === 'allow' ? null : 'The child’s team manager, the head of service or the director answers.',
    close: closing.kind === 'allow' ? null : denialWords(closing, 'The manager of the reviewing service, or another reviewing officer of the child, closes it.'),
  }
}

export interface ChallengeOfChild {
  /** Open ones first, then newest first. */
  readonly concerns: readonly ConcernRow[]
  /** Newest first; null for a reader who may not see them. */
  readonly notes: readonly OfficerNote[] | null
  readonly mayRaise: string | null
  readonly mayNote: string | null
  readonly mayAudit: boolean
}

/** Everything of the officer's footprint about a child. */
export async function challengeOfChild(work: Work, childId: string): Promise<ChallengeOfChild> {
  const rows = await rowsOf(work, await work.records.find([concernType], { childId }))
  const raising = await decideIndependently(work, childId, 'record', 'concern')
  const noting = await decideIndependently(work, childId, 'record', 'midway note')
  const only = 'Only the child’s reviewing officer raises concerns and writes notes.'
  return {
    concerns: rows.toSorted((a, b) => Number(a.concern.values.state === 'closed') - Number(b.concern.values.state === 'closed')
      || b.concern.values.raisedOn - a.concern.values.raisedOn),
    notes: (await work.decide(childId, 'see', 'midway note')).kind === 'allow'
      ? (await work.records.find([noteType], { childId })).toSorted((a, b) => b.values.on - a.values.on) : null,
    mayRaise: raising.kind === 'allow' ? null : denialWords(raising, only),
    mayNote: noting.kind === 'allow' ? null : denialWords(noting, only),
    mayAudit: (await work.decide(childId, 'decide', 'midway note')).kind === 'allow',
  }
}

export interface ConcernSeen extends ConcernRow {
  readonly acts: ConcernActs
  readonly current: ConcernStage | undefined
  /** Stages it may still go to. */
  readonly further: readonly Stage[]
}

/** One concern of the child, or undefined when the request reaches none of that id. */
export async function concernSeen(work: Work, childId: string, concernId: string): Promise<ConcernSeen | undefined> {
  const concern = await work.records.one(concernType, concernId)
  if (concern === undefined || concern.childId !== childId) return undefined
  const [row] = await rowsOf(work, [concern])
  if (row === undefined) return undefined
  return { ...row, acts: await actsOn(work, concern), current: currentStage(row), further: stagesAfter(work.policies.challenge, concern.values.stage) }
}

/** Who answers at a stage, and only those who may answer for this child. */
async function answerers(work: Work, childId: string, stage: Stage): Promise<readonly string[]> {
  const found: string[] = []
  for (const person of await work.records.people([answersAt[stage]])) {
    const roles = person.roles.filter((role) => role === answersAt[stage])
    if ((await work.decideFor({ personId: person.personId, roles }, childId, 'record', 'concern response')).kind === 'allow') found.push(person.personId)
  }
  return found
}

async function mayOr(work: Work, childId: string, action: 'record' | 'change' | 'decide', resource: 'concern' | 'midway note', raisedBy: readonly string[] = []): Promise<Refused | undefined> {
  const decision = await decideIndependently(work, childId, action, resource, { concernRaisedBy: raisedBy })
  if (decision.kind === 'allow') return undefined
  if (decision.reason !== 'duty') throw new NotAllowed([action, resource])
  return { kind: 'refused', field: null, why: denialWords(decision, '') }
}

/** Raises a concern; those who answer at its stage are told. */
export async function raiseConcern(work: Work, childId: string, raising: Raising, to: { readonly stage: Stage; readonly why: string | null }): Promise<Refused | undefined> {
  return (await mayOr(work, childId, 'record', 'concern'))
    ?? carryOut(work, raise(raising, to, childId, await answerers(work, childId, to.stage), deciding(work)))
}

/** Writes the service's answer. */
export async function answerConcern(work: Work, seen: ConcernSeen, given: { readonly answer: string; readonly agrees: 'yes' | 'in part' | 'no' }): Promise<Refused | undefined> {
  if (seen.acts.answer !== null) return { kind: 'refused', field: null, why: seen.acts.answer }
  return carryOut(work, answer(seen, given, deciding(work)))
}

/** What the reviewing officer does with a concern. */
export type OfficerAct =
  | { readonly kind: 'accept'; readonly why: string | null }
  | { readonly kind: 'withdraw'; readonly why: string }
  | { readonly kind: 'unresolved'; readonly why: string }
  | { readonly kind: 'further'; readonly stage: Stage; readonly why: string | null }
  | { readonly kind: 'cafcass'; readonly on: LocalDate; readonly why: string }

/** Carries out what the officer does. A referral to Cafcass is told to the director. */
export async function actOnConcern(work: Work, seen: ConcernSeen, act: OfficerAct): Promise<Refused | undefined> {
  const childId = seen.concern.childId ?? ''
  const no = await mayOr(work, childId, 'change', 'concern')
  if (no !== undefined) return no
  switch (act.kind) {
    case 'accept': return carryOut(work, accept(seen, act.why, deciding(work)))
    case 'withdraw': return carryOut(work, withdraw(seen, act.why, deciding(work)))
    case 'unresolved': return carryOut(work, endUnresolved(seen, act.why, deciding(work)))
    case 'further': return carryOut(work, escalate(seen, act, await answerers(work, childId, act.stage), deciding(work)))
    case 'cafcass': return carryOut(work, referToCafcass(seen, act, await answerers(work, childId, 'director'), deciding(work)))
  }
}

/** Closes a concern: never by whoever raised it. */
export async function closeConcern(work: Work, seen: ConcernSeen, closing: Closing): Promise<Refused | undefined> {
  return (await mayOr(work, seen.concern.childId ?? '', 'decide', 'concern', [seen.concern.values.raisedBy])) ?? carryOut(work, close(seen, closing, deciding(work)))
}

/** Writes a note of the reviewing officer. */
export async function writeNote(work: Work, childId: string, noting: Noting): Promise<Refused | undefined> {
  return (await mayOr(work, childId, 'record', 'midway note')) ?? carryOut(work, note(noting, work.records.newId(), childId, work.today))
}

/** Looks a note over. */
export async function lookOver(work: Work, held: OfficerNote, words: string): Promise<Refused | undefined> {
  return (await mayOr(work, held.childId ?? '', 'decide', 'midway note')) ?? carryOut(work, auditNote(held, words, work.actor.personId, work.today))
}

export interface ListedConcern extends ConcernRow {
  readonly code: string
}

/** Concerns that are not closed, of the children that the request reaches, the soonest answer first. */
export async function openConcerns(work: Work): Promise<readonly ListedConcern[]> {
  const rows = await rowsOf(work, await work.records.find([concernType], { states: ['open', 'to close'] }))
  const codes = await work.children.codesOf([...new Set(rows.flatMap(({ concern }) => concern.childId ?? []))])
  const due = ({ concern }: ConcernRow): number => concern.values.dueOn ?? Number.POSITIVE_INFINITY
  return rows.map((row) => ({ ...row, code: codes.get(row.concern.childId ?? '') ?? '' })).sort((a, b) => due(a) - due(b))
}

/** The report of the reviewing service over some days, both included. */
export async function reportOfService(work: Work, from: LocalDate, to: LocalDate): Promise<ChallengeReport> {
  work.allow('export', 'papers')
  const concerns = await rowsOf(work, await work.records.find([concernType], { happenedTo: to }))
  const notes = await work.records.find([noteType], { happenedFrom: from, happenedTo: to })
  return challengeReport({ concerns, notes, from, to, policy: work.policies.challenge, calendar: work.calendar })
}
