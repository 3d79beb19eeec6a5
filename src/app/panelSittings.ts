/** A sitting of a panel: an agenda that proposes itself, attendance, what is decided about each child. */
import { denialWords } from '../core/access/duties.ts'
import type { Decision } from '../core/access/decide.ts'
import { actionType } from '../core/actions/action.ts'
import { accepted, fitting, proposals, putOff, putOffRest, reasonsFor, type Candidate, type Proposal } from '../core/panels/agenda.ts'
import { papersDueOn } from '../core/panels/cadence.ts'
import { capacityOf } from '../core/panels/definition.ts'
import { computedColour, type ComputedColour } from '../core/panels/colour.ts'
import { corrected, decided, minuted, signedOff, type TypedDecision } from '../core/panels/meeting.ts'
import { quorumOf, type Quorum } from '../core/panels/quorum.ts'
import {
  agendaType, attendanceType, choiceType, correctionType, decisionType, itemType, minuteType, sittingType,
  type AgendaItem, type Attendance, type Correction, type Item, type Minute, type PanelDecision, type Sitting,
} from '../core/panels/records.ts'
import { routeByRules, ruleOf } from '../core/panels/routing.ts'
import { ruleOf as clockRuleOf } from '../core/clocks/rules.ts'
import type { ChildId } from '../core/facts/factType.ts'
import { added, done, revised, type Change, type Decided } from '../core/records/recordType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { ownerRefusal } from './actions.ts'
import { sittingsOf, type PanelSitting } from './panelDays.ts'
import { mustServe, panelInUse, panelsInUse, routedChild, seatsOf, serves } from './panels.ts'
import { planOf } from './plan.ts'
import { carryOut } from './records.ts'
import { signalsOf } from './signals.ts'
import { NotAllowed, type Work } from './work.ts'

type Refused = Extract<Decided, { kind: 'refused' }> | undefined

/** A line of the agenda: proposed, accepted or put off. */
export interface AgendaLine {
  readonly childId: string
  readonly code: string
  readonly proposal: Proposal
  readonly held: AgendaItem | null
  readonly decision: PanelDecision | null
}

export interface SittingPage extends PanelSitting {
  readonly papersDueOn: LocalDate | null
  /** In the order they are heard. */
  readonly accepted: readonly AgendaLine[]
  /** Who waits most urgently first, as far as the sitting has time for them. */
  readonly proposed: readonly AgendaLine[]
  /** Proposed too, beyond what the sitting has time for, in the same order. */
  readonly over: readonly AgendaLine[]
  readonly putOff: readonly AgendaLine[]
  /** On the list, with no reason to be heard. */
  readonly others: readonly AgendaLine[]
  readonly attendance: readonly Attendance[]
  readonly quorum: Quorum
  readonly serves: boolean
  /** Children whose minutes this reader no longer sees: they have left the panel. */
  readonly notShown: number
}

/** A sitting with its agenda; undefined when the panel has none by this id. */
export async function sittingPage(work: Work, panelId: string, sittingId: string): Promise<SittingPage | undefined> {
  const panel = await panelInUse(work, panelId)
  const sitting = panel === undefined ? undefined : await work.records.one(sittingType, sittingId)
  if (panel === undefined || sitting === undefined || sitting.partOf !== panelId) return undefined
  const agenda = await work.records.find([agendaType], { partOf: sittingId })
  const decisions = new Map((await work.records.find([decisionType], { partOf: sittingId })).map((one) => [one.childId ?? '', one]))
  const candidates = new Map((await candidatesOf(work, panelId, sitting)).map((one) => [one.item.childId ?? '', one]))
  const childIds = [...new Set([...agenda.map(({ childId }) => childId ?? ''), ...candidates.keys()])]
  const codes = await work.children.codesOf(childIds)
  const proposedFirst = proposals([...candidates.values()], sitting.values.on, work.today)
  const lineOf = (childId: string, held: AgendaItem | null): AgendaLine | undefined => {
    const code = codes.get(childId)
    const candidate = candidates.get(childId)
    if (code === undefined || candidate === undefined) return undefined
    return { childId, code, held, decision: decisions.get(childId) ?? null, proposal: { item: candidate.item, reasons: reasonsFor(candidate, sitting.values.on, work.today) } }
  }
  const heldLines = agenda.flatMap((held) => lineOf(held.childId ?? '', held) ?? [])
  const answered = new Set(agenda.map(({ childId }) => childId))
  const open = sitting.values.state === 'planned'
  const proposed = open ? proposedFirst.flatMap(({ item }) => (answered.has(item.childId) || item.values.state !== 'tracked' ? [] : lineOf(item.childId ?? '', null) ?? [])) : []
  const accepted = heldLines.filter(({ held }) => held?.values.state === 'accepted')
  const { fit, over } = fitting(proposed, accepted.length, capacityOf(panel.definition))
  const named = new Set([...answered, ...proposed.map(({ childId }) => childId)])
  const attendance = await work.records.find([attendanceType], { partOf: sittingId })
  const papers = papersDueOn(sitting.values.on, panel.definition.papers.workingDays, work.calendar)
  return {
    panel, sitting, papersDueOn: papers ?? null,
    accepted,
    putOff: heldLines.filter(({ held }) => held?.values.state === 'put off'),
    proposed: fit, over,
    others: open ? [...candidates.keys()].flatMap((childId) => (named.has(childId) || candidates.get(childId)?.item.values.state !== 'tracked' ? [] : lineOf(childId, null) ?? [])) : [],
    attendance, quorum: quorumOf(panel.definition, attendance), serves: await serves(work, panelId),
    notShown: Math.max(0, (sitting.values.heard ?? 0) - decisions.size),
  }
}

/** Children on the panel's list, and those who have left it but were heard at this sitting. */
async function candidatesOf(work: Work, panelId: string, sitting: Sitting): Promise<readonly Candidate[]> {
  const items = await work.records.find([itemType], { partOf: panelId })
  const agenda = new Set((await work.records.find([agendaType], { partOf: sitting.recordId })).map(({ childId }) => childId))
  const standings = new Map((await work.panels.standings()).map((one) => [one.childId, one]))
  // The newest place of each child: one who left and came back has two.
  const newest = new Map(items.map((item) => [item.childId ?? '', item]))
  const mine = [...newest.values()].filter(({ childId, values }) => values.state !== 'closed' || agenda.has(childId))
  const childIds = mine.flatMap(({ childId }) => childId ?? [])
  const undone = new Map<string, number>()
  for (const { childId, values } of await work.records.find([actionType], { childIds, states: ['open'] })) {
    if (values.raisedBy === 'panel') undone.set(childId ?? '', (undone.get(childId ?? '') ?? 0) + 1)
  }
  const putOffs = await putOffsOf(work, panelId, sitting, mine)
  const signals = sitting.values.state === 'planned' ? await signalsOf(work, childIds) : new Map<string, never[]>()
  return mine.map((item): Candidate => {
    const standing = standings.get(item.childId ?? '')
    return {
      item, nextDueOn: standing?.nextDueOn ?? null, driftFromOn: standing?.driftFromOn ?? null,
      nextDue: standing === undefined || standing.nextDueRule === null ? null : clockRuleOf(standing.nextDueRule).title,
      openActions: undone.get(item.childId ?? '') ?? 0,
      lastPutOff: putOffs.get(item.childId ?? '') ?? null,
      signals: (signals.get(item.childId ?? '') ?? []).flatMap(({ rule, signal }) => (signal.kind === 'shown' ? [rule.title] : [])),
    }
  })
}

/** By child, the last sitting before this one at which the child was put off, where the panel has not heard the child since. */
async function putOffsOf(work: Work, panelId: string, to: Sitting, items: readonly Item[]): Promise<ReadonlyMap<string, NonNullable<Candidate['lastPutOff']>>> {
  const found = new Map<string, NonNullable<Candidate['lastPutOff']>>()
  if (to.values.state !== 'planned') return found
  const before = new Map((await sittingsOf(work, panelId))
    .filter(({ recordId, values }) => recordId !== to.recordId && (values.state === 'cancelled' || values.on < to.values.on)).map((one) => [one.recordId, one.values.on]))
  const heardOn = new Map(items.map(({ childId, values }) => [childId, values.lastHeardOn]))
  for (const { childId, partOf, values } of await work.records.find([agendaType], { childIds: [...heardOn.keys()].flatMap((id) => id ?? []), states: ['put off'] })) {
    const on = before.get(partOf ?? '')
    const heard = heardOn.get(childId) ?? null
    if (childId === null || on === undefined || (heard !== null && heard >= on) || (found.get(childId)?.on ?? on) > on) continue
    found.set(childId, { on, why: values.putOffWhy ?? 'no reason is recorded' })
  }
  return found
}

/** Takes children onto the agenda. */
export async function acceptAll(work: Work, at: SittingPage, childIds: readonly string[]): Promise<Refused> {
  await mustServe(work, at.panel.panel.recordId)
  const lines = [...at.proposed, ...at.over, ...at.others, ...at.putOff].filter(({ childId }) => childIds.includes(childId))
  if (lines.length === 0) return { kind: 'refused', field: 'child', why: 'Choose at least one child' }
  const held = at.putOff.flatMap((line) => line.held ?? [])
  return carryOut(work, accepted(at.sitting, lines.map(({ proposal }) => proposal), held, () => work.records.newId()))
}

/** Puts a child off to a later sitting. */
export async function putChildOff(work: Work, at: SittingPage, childId: string, why: string): Promise<Refused> {
  await mustServe(work, at.panel.panel.recordId)
  const line = [...at.accepted, ...at.proposed, ...at.over, ...at.others, ...at.putOff].find((one) => one.childId === childId)
  if (line === undefined) throw new NotAllowed(['change', 'panel agenda'])
  return carryOut(work, putOff(at.sitting, line.proposal, line.held ?? undefined, line.decision !== null, why, () => work.records.newId()))
}

/** Puts those for whom the sitting has no time off to the next. */
export async function putRestOff(work: Work, at: SittingPage): Promise<Refused> {
  await mustServe(work, at.panel.panel.recordId)
  if (at.over.length === 0) return { kind: 'refused', field: null, why: 'The sitting has time for everybody who is proposed.' }
  const why = `No time at this sitting, which hears ${capacityOf(at.panel.definition)} children`
  return carryOut(work, done(putOffRest(at.sitting, at.over.map(({ proposal }) => proposal), why, () => work.records.newId())))
}

/** Says who presents the child. */
export async function namePresenter(work: Work, at: SittingPage, item: AgendaItem, presenter: string): Promise<Refused> {
  await mustServe(work, at.panel.panel.recordId)
  if (at.sitting.values.state !== 'planned') return { kind: 'refused', field: null, why: 'The minutes are signed off.' }
  if (!(await work.records.people()).some(({ personId }) => personId === presenter)) return { kind: 'refused', field: 'presenter', why: 'Choose who presents the child' }
  return carryOut(work, done([revised(agendaType, item, { presenter })]))
}

/** Records who took part, a word a seat. */
export async function recordAttendance(
  work: Work, at: SittingPage, took: readonly { readonly who: string; readonly as: string; readonly how: Attendance['values']['how'] }[],
): Promise<Refused> {
  await mustServe(work, at.panel.panel.recordId)
  if (at.sitting.values.state !== 'planned') return { kind: 'refused', field: null, why: 'The minutes are signed off.' }
  const changes = took.flatMap(({ who, as, how }): readonly Change[] => {
    const before = at.attendance.find(({ values }) => values.who === who && values.as === as)
    if (before?.values.how === how) return []
    return [before === undefined
      ? added(attendanceType, work.records.newId(), { childId: null, partOf: at.sitting.recordId }, { who, as, how })
      : revised(attendanceType, before, { how })]
  })
  return carryOut(work, done(changes))
}

/** One child at a sitting: what the page of the meeting shows and takes. */
export interface ChildAtSitting {
  readonly at: SittingPage
  readonly line: AgendaLine
  /** Places in the order of hearing, for the way on and back. */
  readonly index: number
  readonly minute: Minute | null
  readonly corrections: readonly Correction[]
  readonly computed: ComputedColour
  /** Why this person may not decide; null when they may. */
  readonly whyNotDecide: string | null
  readonly mayMinute: boolean
  readonly mayCorrect: boolean
}

/** One child of a sitting's agenda. */
export async function childAtSitting(work: Work, panelId: string, sittingId: string, childId: string): Promise<ChildAtSitting | undefined> {
  // The address of one child reaches that child alone; the way on and back needs the agenda.
  const at = await work.within(['see', 'panel agenda'], () => sittingPage(work, panelId, sittingId))
  const index = at?.accepted.findIndex((line) => line.childId === childId) ?? -1
  const line = at?.accepted[index]
  if (at === undefined || line === undefined) return undefined
  const [minute] = (await work.records.find([minuteType], { partOf: sittingId, childId }))
  const decision = await decisionOn(work, at, line)
  return {
    at, line, index, minute: minute ?? null,
    corrections: await work.records.find([correctionType], { partOf: sittingId, childId }),
    computed: await colourNow(work, childId),
    whyNotDecide: decision.kind === 'allow' ? (at.serves ? null : 'You do not sit on this panel.') : whyNot(decision, line),
    mayMinute: at.serves && (await work.decide(childId, 'record', 'panel minutes')).kind === 'allow',
    mayCorrect: at.serves && (await work.decide(childId, 'record', 'panel minutes')).kind === 'allow',
  }
}

function decisionOn(work: Work, at: SittingPage, line: AgendaLine): Promise<Decision> {
  const presenter = line.held?.values.presenter ?? null
  const facts = { ...(presenter === null ? {} : { presenters: [presenter] }), signedOff: at.sitting.values.state === 'signed off' }
  return work.decideWith(line.childId, facts, line.decision === null ? 'record' : 'change', 'panel decision')
}

/** Why not, in words for the person who asked: what would open it, or who can. */
function whyNot(decision: Extract<Decision, { kind: 'deny' }>, line: AgendaLine): string {
  if (decision.reason === 'duty' && (line.held?.values.presenter ?? null) === null) return 'Say who presents the child first: whoever presents does not chair.'
  return denialWords(decision, 'The chair of the panel records what it decides.')
}

/** The colour as the clocks say it today. */
async function colourNow(work: Work, childId: string): Promise<ComputedColour> {
  const page = await work.children.page(childId as ChildId, { asAt: work.today, asKnownAt: null })
  return computedColour((page?.clocks ?? []).map(({ rule, occurrence, outcome }) => ({ rule, dueOn: occurrence.dueOn, outcome })), work.today)
}

export interface TypedAction {
  readonly what: string
  readonly owner: string
  readonly dueOn: LocalDate
}

/** Records what the panel decided about a child, with its actions. `to`: the panel a child is transferred to. */
export async function decideChild(work: Work, one: ChildAtSitting, typed: TypedDecision, to: string | null, actions: readonly TypedAction[]): Promise<Refused> {
  const { at, line } = one
  if (one.whyNotDecide !== null) return { kind: 'refused', field: null, why: one.whyNotDecide }
  if (line.held === null) throw new RangeError('an agenda line without its record')
  for (const [index, { owner, dueOn }] of actions.entries()) {
    const refusal = await ownerRefusal(work, line.childId, owner)
    if (refusal !== null) return { kind: 'refused', field: `action-${index + 1}-owner`, why: refusal }
    if (dueOn < work.today) return { kind: 'refused', field: `action-${index + 1}-dueOn`, why: 'The day by which it is to be done must be today or in the future' }
  }
  const inUse = await panelsInUse(work)
  if (inUse === null) return { kind: 'refused', field: null, why: 'No panel is in use.' }
  const [standing] = (await work.panels.standings()).filter(({ childId }) => childId === line.childId)
  const [choice] = await work.records.find([choiceType], { childId: line.childId, states: ['stands'] })
  const child = routedChild(standing, (await planOf(work, line.childId))?.primaryRoute ?? null)
  const hearing = {
    sitting: at.sitting, panel: at.panel.panel, quorum: at.quorum, agendaItem: line.held, item: line.proposal.item,
    before: line.decision ?? undefined, computed: one.computed, ruleNow: ruleOf(routeByRules(inUse.scheme, child, work.today)), standing: choice,
  }
  const toPanel = inUse.panels.find(({ panel }) => panel.recordId === to)?.panel ?? null
  return carryOut(work, decided(hearing, typed, toPanel, actions, work.actor.personId, work.today, { newId: () => work.records.newId() }))
}

/** Writes what was said about a child. */
export async function minuteChild(work: Work, one: ChildAtSitting, said: string): Promise<Refused> {
  if (!one.mayMinute) throw new NotAllowed(['record', 'panel minutes'])
  return carryOut(work, minuted(one.at.sitting, one.line.childId, said, one.minute ?? undefined, { newId: () => work.records.newId() }))
}

/** Adds a dated correction to signed minutes. */
export async function correctMinutes(work: Work, one: ChildAtSitting, words: string): Promise<Refused> {
  if (!one.mayCorrect) throw new NotAllowed(['record', 'panel minutes'])
  return carryOut(work, corrected(one.at.sitting, one.line.childId, words, work.today, { newId: () => work.records.newId() }))
}

/** Why this person may not sign the minutes off; null when they may, as far as duties go. */
export async function whyNotSignOff(work: Work, at: SittingPage): Promise<string | null> {
  const { minuteTaker, state } = at.sitting.values
  const onPanel = await seatsOf(work, at.panel.panel.recordId)
  if (!work.may('decide', 'panel minutes') || !onPanel.some(({ values }) => values.who === work.actor.personId && values.as !== 'panel administrator')) {
    return 'A chair of the panel signs the minutes off.'
  }
  if (state !== 'planned') return state === 'cancelled' ? 'The sitting was called off.' : 'The minutes are signed off.'
  if (minuteTaker === null) return 'Say who takes the minutes first: whoever takes them does not sign them off.'
  if (minuteTaker === work.actor.personId) return 'Whoever took the minutes does not sign them off.'
  return null
}

/** Signs the minutes off; from then on nothing changes but by a dated correction. */
export async function signOff(work: Work, at: SittingPage): Promise<Refused> {
  const not = await whyNotSignOff(work, at)
  if (not !== null) return { kind: 'refused', field: null, why: not }
  const { minuteTaker } = at.sitting.values
  for (const { childId } of at.accepted) {
    const decision = await work.decideWith(childId, { minuteTakers: minuteTaker === null ? [] : [minuteTaker], signedOff: false }, 'decide', 'panel minutes')
    if (decision.kind === 'deny') return { kind: 'refused', field: null, why: 'A chair of the panel signs the minutes off.' }
  }
  const minutes = at.accepted.flatMap(({ held }) => held ?? [])
  const heard = at.accepted.flatMap(({ decision }) => decision ?? [])
  const leaving: readonly Item[] = at.accepted.map(({ proposal }) => proposal.item).filter(({ values }) => values.state === 'leaving')
  const unanswered = [...at.proposed, ...at.over].map(({ proposal }) => proposal)
  return carryOut(work, signedOff(at.sitting, at.quorum, minutes, heard, leaving, unanswered, work.actor.personId, work.today, { newId: () => work.records.newId() }))
}

