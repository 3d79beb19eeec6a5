/** The tracker: every child in care on a day, where each stands, what is due next. */
import type { LocalDate } from '../core/time/localDate.ts'
import type { ChildId } from '../core/facts/factType.ts'
import type { Standing } from '../core/standing/standing.ts'
import type { Route } from '../core/permanence/routes.ts'
import { actionType } from '../core/actions/action.ts'
import type { Act } from '../core/access/act.ts'
import type { PlanSummary } from '../core/plan/state.ts'
import type { AskedSignal } from '../core/signals/all.ts'
import { panelsOf, type PanelLine } from './panels.ts'
import { plansOf } from './plan.ts'
import { shownSignals, signalsOf } from './signals.ts'
import type { Work } from './work.ts'

export const trackerSorts = [
  'child', 'age', 'days-in-care', 'legal-status', 'home', 'route', 'next-due', 'drift', 'team',
] as const
export type TrackerSort = (typeof trackerSorts)[number]

export const ageBands = ['under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over'] as const
export type AgeBand = (typeof ageBands)[number]

/** Everything a tracker address may say. Empty arrays filter nothing. */
export interface TrackerQuery {
  readonly asAt: LocalDate
  /** Legal status codes (LS). */
  readonly legalStatus: readonly string[]
  readonly age: readonly AgeBand[]
  /** A route, or `none` for children whose facts point to no route. */
  readonly route: readonly (Route | 'none')[]
  readonly team: readonly string[]
  readonly overdueOnly: boolean
  readonly driftingOnly: boolean
  /** Ids of drift signals: children of whom any of them is shown today. */
  readonly signal: readonly string[]
  /** When given, no others: what a filter that the store cannot ask came to. */
  readonly among?: readonly ChildId[]
  /** Part of a child's number. */
  readonly search: string
  readonly sort: TrackerSort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** Where a child stands on the day asked about, with what depends on that day worked out. */
export interface TrackerRow extends Omit<Standing, 'from' | 'to' | 'periodNumber' | 'driftFromOn' | 'unaccompanied'> {
  readonly childId: ChildId
  readonly code: string
  readonly bornOn: LocalDate | null
  /** Completed years on the day asked about. */
  readonly age: number | null
  readonly sex: string | null
  readonly daysInCare: number
  /** Days the longest-overdue permanence clock has run past its date; 0 when none has. */
  readonly driftDays: number
  readonly team: string | null
}

/** Who stands on a page of the tracker, in its order, and what stands around them. */
export interface TrackerDay {
  readonly childIds: readonly ChildId[]
  /** Children that the filters leave, over all pages. */
  readonly total: number
  /** Children in care on the day, without filters. */
  readonly inCare: number
  /** What the filters can offer, with how many children each holds on the day. */
  readonly choices: {
    readonly legalStatus: readonly { readonly value: string; readonly count: number }[]
    readonly route: readonly { readonly value: Route | 'none'; readonly count: number }[]
    readonly team: readonly { readonly value: string; readonly count: number }[]
  }
}

export interface TrackerPage extends Omit<TrackerDay, 'childIds'> {
  readonly query: TrackerQuery
  readonly rows: readonly TrackerRow[]
  /** What people have recorded of each of them; empty when it was not asked for. */
  readonly beside: ReadonlyMap<ChildId, BesideRow>
}

/** A query that filters nothing, sorted by what is due next. */
export function everyChild(asAt: LocalDate): TrackerQuery {
  return {
    asAt, legalStatus: [], age: [], route: [], team: [], overdueOnly: false, driftingOnly: false, signal: [], search: '',
    sort: 'next-due', descending: false, page: 1, pageSize: 50,
  }
}

/** What people have recorded of a child, beside where the child stands. A part is null where the reader may not have it or nothing is recorded. */
export interface BesideRow {
  readonly plan: PlanSummary | null
  readonly panel: PanelLine | null
  readonly nextAction: { readonly what: string; readonly dueOn: LocalDate; readonly owner: string } | null
  /** Those that are shown today. */
  readonly signals: readonly AskedSignal[]
}

/** One page of the tracker, with what people have recorded beside each child when that is wanted. Needs the right to see children. */
export async function tracker(work: Work, query: TrackerQuery, besides: 'with what is recorded' | 'alone' = 'alone'): Promise<TrackerPage> {
  work.allow('see', 'standing')
  const asked = await withSignals(work, query)
  const { childIds, ...day } = await work.tracker.day(asked)
  return work.among(childIds, async () => ({
    ...day, query: asked, rows: await work.tracker.standings(childIds, asked.asAt),
    beside: besides === 'alone' ? new Map() : await besideEach(work, childIds),
  }))
}

/** The rows of one page alone. */
export async function rowsOnPage(work: Work, query: TrackerQuery): Promise<readonly TrackerRow[]> {
  const { childIds } = await work.tracker.day(query)
  return work.among(childIds, () => work.tracker.standings(childIds, query.asAt))
}

/** What is recorded beside each of the children: a few questions to the store, however many. Each part has the reach of its own resource. */
async function besideEach(work: Work, childIds: readonly ChildId[]): Promise<ReadonlyMap<ChildId, BesideRow>> {
  const part = async <T>(act: Act, fn: () => Promise<ReadonlyMap<string, T>>): Promise<ReadonlyMap<string, T>> =>
    childIds.length > 0 && work.may(...act) ? work.within(act, fn) : new Map<string, T>()
  const plans = await part(['see', 'plan'], () => plansOf(work, childIds))
  const panels = await part(['see', 'panel agenda'], () => panelsOf(work, childIds))
  const actions = await part(['see', 'actions'], () => nextActions(work, childIds))
  const signals = await part(['see', 'deadlines'], () => signalsOf(work, childIds))
  return new Map(childIds.map((id) => [id, {
    plan: plans.get(id) ?? null, panel: panels.get(id) ?? null, nextAction: actions.get(id) ?? null, signals: shownSignals(signals.get(id)),
  }]))
}

async function nextActions(work: Work, childIds: readonly ChildId[]): Promise<ReadonlyMap<string, NonNullable<BesideRow['nextAction']>>> {
  const open = (await work.records.find([actionType], { childIds, states: ['open'] })).toSorted((a, b) => b.values.dueOn - a.values.dueOn)
  if (open.length === 0) return new Map()
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  // The last written stays: the earliest due.
  return new Map(open.map(({ childId, values: { what, dueOn, owner } }) => [childId ?? '', { what, dueOn, owner: names.get(owner) ?? 'Somebody who is no longer listed' }]))
}

/** A query whose signals have been asked: every child in care is asked about, since a signal is no column of the store. */
async function withSignals(work: Work, query: TrackerQuery): Promise<TrackerQuery> {
  if (query.signal.length === 0) return query
  const ids: ChildId[] = []
  for await (const { childId } of everyRow(work, everyChild(query.asAt))) ids.push(childId)
  const signals = work.may('see', 'deadlines') ? await work.within(['see', 'deadlines'], () => signalsOf(work, ids, query.asAt)) : new Map<string, readonly AskedSignal[]>()
  return { ...query, among: ids.filter((id) => shownSignals(signals.get(id)).some(({ rule }) => query.signal.includes(rule.id))) }
}

/** Every row that the filters leave, one after another, for files and for printing whole. */
export async function* trackerRows(work: Work, query: TrackerQuery): AsyncGenerator<TrackerRow> {
  work.allow('see', 'standing')
  yield* everyRow(work, await withSignals(work, query))
}

/** Rows with what is recorded beside each, asked for some hundred at a time. */
export async function* withBeside(work: Work, rows: AsyncIterable<TrackerRow>): AsyncGenerator<{ readonly row: TrackerRow; readonly beside: BesideRow | undefined }> {
  let waiting: TrackerRow[] = []
  const flush = async function* (): AsyncGenerator<{ readonly row: TrackerRow; readonly beside: BesideRow | undefined }> {
    const ids = waiting.map(({ childId }) => childId)
    const beside = await work.among(ids, () => besideEach(work, ids))
    for (const row of waiting) yield { row, beside: beside.get(row.childId) }
    waiting = []
  }
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length >= 500) yield* flush()
  }
  if (waiting.length > 0) yield* flush()
}

async function* everyRow(work: Work, query: TrackerQuery): AsyncGenerator<TrackerRow> {
  for (let page = 1; ; page += 1) {
    const rows = await rowsOnPage(work, { ...query, page, pageSize: 1000 })
    yield* rows
    if (rows.length < 1000) return
  }
}
