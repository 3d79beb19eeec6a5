/** The tracker: every child in care on a day, where each stands, what is due next. */
import type { LocalDate } from '../core/time/localDate.ts'
import type { ChildId } from '../core/facts/factType.ts'
import type { Standing } from '../core/standing/standing.ts'
import type { Route } from '../core/permanence/routes.ts'
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

export interface TrackerPage {
  readonly query: TrackerQuery
  readonly rows: readonly TrackerRow[]
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

/** A query that filters nothing, sorted by what is due next. */
export function everyChild(asAt: LocalDate): TrackerQuery {
  return {
    asAt, legalStatus: [], age: [], route: [], team: [], overdueOnly: false, driftingOnly: false, search: '',
    sort: 'next-due', descending: false, page: 1, pageSize: 50,
  }
}

/** One page of the tracker. Needs the right to see children. */
export async function tracker(work: Work, query: TrackerQuery): Promise<TrackerPage> {
  work.allow('see children')
  return work.tracker.page(query)
}

/** Every row that the filters leave, one after another, for files and for printing whole. */
export async function* trackerRows(work: Work, query: TrackerQuery): AsyncGenerator<TrackerRow> {
  work.allow('see children')
  for (let page = 1; ; page += 1) {
    const { rows } = await work.tracker.rows({ ...query, page, pageSize: 1000 })
    yield* rows
    if (rows.length < 1000) return
  }
}
