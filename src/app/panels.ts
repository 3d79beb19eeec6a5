/** Panels in use, who sits on them, which children are on their lists and why, and the list of those whom no rule routes. */
import { newestFirst } from '../core/panels/order.ts'
import { panelOf, type PanelDefinition, type PanelScheme } from '../core/panels/definition.ts'
import { choiceOf, placed } from '../core/panels/lists.ts'
import { chosen } from '../core/panels/meeting.ts'
import {
  agendaType, choiceType, decisionType, itemType, panelType, seatType, sittingType,
  type Choice, type Item, type Panel, type PanelDecision, type Seat, type Sitting,
} from '../core/panels/records.ts'
import { routeByRules, routeChild, ruleOf, type RoutedChild, type Routed } from '../core/panels/routing.ts'
import { added, done, revised, type Change, type Decided, type ValuesOf } from '../core/records/recordType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { PanelStanding } from './panelPort.ts'
import { plansOf } from './plan.ts'
import { carryOut } from './records.ts'
import { NotAllowed, type Work } from './work.ts'

type Refused = Extract<Decided, { kind: 'refused' }> | undefined

/** A panel in use with what it is by definition. */
export interface PanelInUse {
  readonly panel: Panel
  readonly definition: PanelDefinition
}

/** The panels in use and the scheme they are of; null while the authority has none. */
export interface PanelsInUse {
  readonly scheme: PanelScheme
  readonly panels: readonly PanelInUse[]
}

/** How panels run here; null until somebody takes a scheme into use. */
export async function panelsInUse(work: Work): Promise<PanelsInUse | null> {
  const held = await work.records.find([panelType], { states: ['in use'] })
  const scheme = work.panels.schemes.find(({ id }) => id === held[0]?.values.scheme)
  if (scheme === undefined) return null
  return { scheme, panels: held.map((panel) => ({ panel, definition: panelOf(scheme, panel.values.definition) })) }
}

/** Takes a scheme into use: every panel of it. Refused while another is in use. */
export async function takeIntoUse(work: Work, schemeId: string): Promise<Refused> {
  work.allow('administer', 'policies')
  const scheme = work.panels.schemes.find(({ id }) => id === schemeId)
  if (scheme === undefined) return { kind: 'refused', field: 'scheme', why: 'Choose how panels run here' }
  if ((await panelsInUse(work)) !== null) return { kind: 'refused', field: null, why: 'Panels are in use already.' }
  return carryOut(work, done(scheme.panels.map(({ id, name }) =>
    added(panelType, work.records.newId(), { childId: null }, { scheme: scheme.id, definition: id, name, since: work.today, state: 'in use' }))))
}

/** One panel in use, by its record's id. */
export async function panelInUse(work: Work, panelId: string): Promise<PanelInUse | undefined> {
  return (await panelsInUse(work))?.panels.find(({ panel }) => panel.recordId === panelId)
}

/** Seats held on a panel. */
export async function seatsOf(work: Work, panelId: string): Promise<readonly Seat[]> {
  return work.records.find([seatType], { partOf: panelId, states: ['held'] })
}

/** Whether the person sits on the panel in a post that runs it (chair or administrator), so may touch its sittings. */
export async function serves(work: Work, panelId: string): Promise<boolean> {
  const running: readonly string[] = ['panel chair', 'director', 'panel administrator']
  return (await seatsOf(work, panelId)).some(({ values }) => values.who === work.actor.personId && running.includes(values.as))
}

/** Throws NotAllowed unless the person runs the panel. */
export async function mustServe(work: Work, panelId: string): Promise<void> {
  if (!(await serves(work, panelId))) throw new NotAllowed(['record', 'panel agenda'])
}

/** Gives somebody a seat. They must hold the role, or the seat would open nothing to them; a decision maker never sits. */
export async function giveSeat(work: Work, panelId: string, { who, as }: Pick<ValuesOf<typeof seatType>, 'who' | 'as'>): Promise<Refused> {
  work.allow('administer', 'policies')
  const person = (await work.records.people()).find(({ personId }) => personId === who)
  if (person === undefined) return { kind: 'refused', field: 'who', why: 'Choose who sits on the panel' }
  if (person.roles.includes('agency decision maker')) {
    return { kind: 'refused', field: 'who', why: `${person.name} is an agency decision maker, who does not sit on the panel that advises them` }
  }
  if (!person.roles.includes(as)) {
    return { kind: 'refused', field: 'who', why: `${person.name} does not have the role of ${as} in Holdfast. The system administrator gives roles` }
  }
  if ((await seatsOf(work, panelId)).some(({ values }) => values.who === who && values.as === as)) {
    return { kind: 'refused', field: 'who', why: `${person.name} has this seat already` }
  }
  return carryOut(work, done([added(seatType, work.records.newId(), { childId: null, partOf: panelId }, { who, as, since: work.today, state: 'held' })]))
}

/** Gives a seat up: what it opened closes with it. */
export async function giveUpSeat(work: Work, panelId: string, seatId: string): Promise<Refused> {
  work.allow('administer', 'policies')
  const seat = (await seatsOf(work, panelId)).find(({ recordId }) => recordId === seatId)
  if (seat === undefined) return { kind: 'refused', field: null, why: 'The seat was given up already.' }
  return carryOut(work, done([revised(seatType, seat, { state: 'given up' })]))
}

/** Where a child stands for the rules: the plan's primary route, or else what the return's codes point to. */
export function routedChild(standing: PanelStanding | undefined, planRoute: RoutedChild['route']): RoutedChild {
  if (standing === undefined) {
    return { lookedAfter: false, bornOn: null, legalStatus: null, legalStatusSince: null, route: null, routeFrom: null, permanenceAchieved: false }
  }
  const { bornOn, legalStatus, legalStatusSince, route, permanenceAchieved } = standing
  return {
    lookedAfter: true, bornOn, legalStatus, legalStatusSince, permanenceAchieved,
    route: planRoute ?? route, routeFrom: planRoute !== null ? 'plan' : route === null ? null : 'return',
  }
}

interface Routing {
  readonly standings: ReadonlyMap<string, PanelStanding>
  readonly items: ReadonlyMap<string, readonly Item[]>
  readonly choices: ReadonlyMap<string, Choice>
  /** Every child that stands somewhere or is on a list, by id. */
  readonly routed: ReadonlyMap<string, { readonly child: RoutedChild; readonly to: Routed }>
}

/** Routes every child that the transaction reaches; `only` one of them. */
async function routing(work: Work, inUse: PanelsInUse, only?: string): Promise<Routing> {
  const { scheme, panels } = inUse
  const query = only === undefined ? {} : { childId: only }
  const standings = new Map((await work.panels.standings()).filter(({ childId }) => only === undefined || childId === only).map((one) => [one.childId, one]))
  const items = byChild(await work.records.find([itemType], { ...query, states: ['tracked', 'leaving'] }))
  const choices = new Map((await work.records.find([choiceType], { ...query, states: ['stands'] })).map((one) => [one.childId ?? '', one]))
  const childIds = [...new Set([...standings.keys(), ...items.keys()])]
  const plans = await plansOf(work, childIds)
  const panelRecords = panels.map(({ panel }) => panel)
  const routed = new Map(childIds.map((childId) => {
    const child = routedChild(standings.get(childId), plans.get(childId)?.primaryRoute ?? null)
    return [childId, { child, to: routeChild(scheme, child, choiceOf(choices.get(childId), panelRecords), work.today) }]
  }))
  return { standings, items, choices, routed }
}

function byChild<T extends { readonly childId: string | null }>(records: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const record of records) {
    if (record.childId === null) continue
    found.set(record.childId, [...(found.get(record.childId) ?? []), record])
  }
  return found
}

/**
 * Brings every list up to date by the rules, for all children of the authority, whoever asks: a child whom the asker may not
 * see is routed like any other, and nothing is told of them.
 */
export async function bringListsUpToDate(work: Work): Promise<void> {
  work.allow('record', 'panel agenda')
  await placeByRules(work)
}

/** The same as the work of the installation, which is nobody's (the daily job). Gives how many places changed; null while no panel is in use. */
export async function placeByRules(work: Work): Promise<number | null> {
  const inUse = await panelsInUse(work)
  if (inUse === null) return null
  let placesChanged = 0
  await work.panels.asRules(async () => {
    const { routed, items } = await routing(work, inUse)
    const panels = new Map(inUse.panels.map(({ panel }) => [panel.values.definition, panel]))
    const awaiting = await awaitingMinutes(work)
    const changes: Change[] = []
    for (const [childId, { to }] of routed) {
      changes.push(...placed({ childId, items: items.get(childId) ?? [], awaiting: awaiting.get(childId) ?? new Set() }, to, panels, work.today, () => work.records.newId()))
    }
    await work.records.apply(changes)
    placesChanged = changes.length
  })
  return placesChanged
}

/** By child, the panels at whose sittings it was heard or is to be heard, and whose minutes are not signed off; `but`: left aside. */
export async function awaitingMinutes(work: Work, but?: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  for (const sitting of await work.records.find([sittingType], { states: ['planned'] })) {
    if (sitting.recordId === but) continue
    for (const { childId } of await work.records.find([agendaType], { partOf: sitting.recordId, states: ['accepted'] })) {
      if (childId !== null && sitting.partOf !== null) found.set(childId, (found.get(childId) ?? new Set()).add(sitting.partOf))
    }
  }
  return found
}

/** A child whom no rule routes: somebody must look. */
export interface Unrouted {
  readonly childId: string
  readonly code: string
  readonly why: string
  /** By the code of the return. */
  readonly legalStatus: string | null
  readonly inCareSince: LocalDate
  /** The panel on whose list the child stays meanwhile. */
  readonly panel: string | null
}

/** Children of the reader's reach whom no rule routes, longest in care first. */
export async function unroutedChildren(work: Work): Promise<readonly Unrouted[]> {
  work.allow('see', 'panel agenda')
  const inUse = await panelsInUse(work)
  if (inUse === null) return []
  const { routed, standings, items } = await routing(work, inUse)
  return [...routed].flatMap(([childId, { to }]): readonly Unrouted[] => {
    const standing = standings.get(childId)
    if (to.kind !== 'unrouted' || standing === undefined) return []
    const place = items.get(childId)?.find(({ values }) => values.state === 'tracked')
    return [{ childId, code: standing.code, why: to.why, legalStatus: standing.legalStatus, inCareSince: standing.inCareSince, panel: inUse.panels.find(({ panel }) => panel.recordId === place?.partOf)?.panel.values.name ?? null }]
  }).sort((a, b) => a.inCareSince - b.inCareSince)
}

/** What a person says of where a child belongs. */
export interface TypedChoice {
  /** Null: no panel. */
  readonly panelId: string | null
  readonly reason: string
  readonly lookAgainOn: LocalDate | null
}

/** Says which panel a child belongs to, or none and why: clears the child from the UNROUTED list, or goes before the rules. */
export async function choosePanel(work: Work, childId: string, { panelId, reason, lookAgainOn }: TypedChoice): Promise<Refused> {
  const decision = await work.decide(childId, 'record', 'panel agenda')
  if (decision.kind === 'deny') throw new NotAllowed(['record', 'panel agenda'])
  const inUse = await panelsInUse(work)
  if (inUse === null) return { kind: 'refused', field: null, why: 'No panel is in use yet.' }
  const panel = panelId === null ? null : inUse.panels.find((one) => one.panel.recordId === panelId)?.panel
  if (panel === undefined) return { kind: 'refused', field: 'panel', why: 'Choose a panel, or no panel' }
  if (panel === null && lookAgainOn === null) return { kind: 'refused', field: 'lookAgainOn', why: 'Enter the day to look at this again: a child on no panel’s list must not be forgotten' }
  const { routed, choices } = await routing(work, inUse, childId)
  const child = routed.get(childId)?.child
  if (child === undefined) return { kind: 'refused', field: null, why: 'The child is not in care and on no panel’s list.' }
  const ruleThen = ruleOf(routeByRules(inUse.scheme, child, work.today))
  const refusal = await carryOut(work, done(chosen({ childId, panel, reason, lookAgainOn, ruleThen }, choices.get(childId), () => work.records.newId())))
  if (refusal === undefined) await bringListsUpToDate(work)
  return refusal
}

/** Asks that a child be heard at the panel's next sitting. */
export async function askToBeHeard(work: Work, childId: string, why: string): Promise<Refused> {
  if ((await work.decide(childId, 'record', 'panel papers')).kind === 'deny') throw new NotAllowed(['record', 'panel papers'])
  if (why === '') return { kind: 'refused', field: 'askedFor', why: 'Enter why the child should be heard' }
  const [item] = await work.records.find([itemType], { childId, states: ['tracked'] })
  if (item === undefined) return { kind: 'refused', field: null, why: 'The child is on no panel’s list. Choose a panel first.' }
  return carryOut(work, done([revised(itemType, item, { askedFor: why })]))
}

/** Everything about one child and panels. */
export interface ChildPanels {
  readonly inUse: PanelsInUse
  /** What the rules and people say now. */
  readonly routed: Routed | null
  readonly choice: Choice | null
  /** Newest first. */
  readonly items: readonly Item[]
  readonly decisions: readonly { readonly decision: PanelDecision; readonly panel: string; readonly on: LocalDate }[]
  readonly next: { readonly sitting: Sitting; readonly panel: string } | null
  readonly mayChoose: boolean
  readonly mayAsk: boolean
}

/** Panels of one child; null while no panel is in use. */
export async function childPanels(work: Work, childId: string): Promise<ChildPanels | null> {
  const inUse = await panelsInUse(work)
  if (inUse === null) return null
  const { routed, choices } = await routing(work, inUse, childId)
  const items = await work.records.find([itemType], { childId })
  const nameOf = (panelId: string | null): string => inUse.panels.find(({ panel }) => panel.recordId === panelId)?.panel.values.name ?? 'A panel no longer used'
  const mayReadDecisions = (await work.decide(childId, 'see', 'panel decision')).kind === 'allow'
  const decisions = mayReadDecisions ? await work.records.find([decisionType], { childId }) : []
  const sittings = new Map((await work.records.find([sittingType], {})).map((sitting) => [sitting.recordId, sitting]))
  const agenda = await work.records.find([agendaType], { childId, states: ['accepted'] })
  const next = agenda.map(({ partOf }) => sittings.get(partOf ?? ''))
    .filter((sitting) => sitting !== undefined && sitting.values.state === 'planned' && sitting.values.on >= work.today)
    .sort((a, b) => (a?.values.on ?? 0) - (b?.values.on ?? 0))[0]
  return {
    inUse, routed: routed.get(childId)?.to ?? null, choice: choices.get(childId) ?? null,
    items: items.toReversed(),
    decisions: newestFirst(decisions.map((decision) => ({
      decision, on: decision.values.decidedOn, panel: nameOf(sittings.get(decision.partOf ?? '')?.partOf ?? null),
    }))),
    next: next === undefined ? null : { sitting: next, panel: nameOf(next.partOf) },
    mayChoose: (await work.decide(childId, 'record', 'panel agenda')).kind === 'allow',
    mayAsk: (await work.decide(childId, 'record', 'panel papers')).kind === 'allow',
  }
}

/** The panel's part of a row of the tracker. */
export interface PanelLine {
  readonly panelId: string
  readonly panel: string
  readonly returnOn: LocalDate | null
  readonly lastHeardOn: LocalDate | null
  readonly lastDecision: string | null
  readonly colour: 'red' | 'amber' | 'green' | null
}

/** Where many children stand with panels, by child, for lists: three questions to the store however many. */
export async function panelsOf(work: Work, childIds: readonly string[]): Promise<ReadonlyMap<string, PanelLine>> {
  const found = new Map<string, PanelLine>()
  if (childIds.length === 0) return found
  const panels = new Map((await work.records.find([panelType], {})).map((panel) => [panel.recordId, panel.values.name]))
  if (panels.size === 0) return found
  const last = new Map<string, PanelDecision>()
  for (const decision of await work.records.find([decisionType], { childIds })) {
    const before = last.get(decision.childId ?? '')
    if (before === undefined || before.values.decidedOn <= decision.values.decidedOn) last.set(decision.childId ?? '', decision)
  }
  for (const { childId, partOf, values } of await work.records.find([itemType], { childIds, states: ['tracked'] })) {
    const decision = last.get(childId ?? '')
    found.set(childId ?? '', {
      panelId: partOf ?? '', panel: panels.get(partOf ?? '') ?? 'A panel no longer used', returnOn: values.returnOn, lastHeardOn: values.lastHeardOn,
      lastDecision: decision?.values.decision ?? null, colour: decision?.values.colour ?? null,
    })
  }
  return found
}
