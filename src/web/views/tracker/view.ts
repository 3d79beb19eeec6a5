/** The tracker: every child in care on a day, where each stands, what is due next. */
import type { SavedView } from '../../../app/savedViews.ts'
import { everyChild, type TrackerPage, type TrackerRow, type TrackerSort } from '../../../app/tracker.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { address } from '../../localAddress.ts'
import { pagesOf, type Pages } from '../../pages.ts'
import type { Labels } from '../../port.ts'
import { sortedBy, trackerAddress, trackerParams, type TrackerAsked } from '../../trackerAddress.ts'
import { dueWords, ruleShort } from '../../words/clocks.ts'
import { homeShortWords, legalStatusShort } from '../../words/codes.ts'
import { ageWords, children, ordinal, whole } from '../../words/counts.ts'
import { dayCount, formatIso, longDate, shortDate } from '../../words/dates.ts'
import { evidenceLine, routeLabel } from '../../words/permanence.ts'
import { besideCells, type BesideCells } from './beside.ts'
import { chipsOf, filterGroups, type Chip, type FilterGroup } from './filters.ts'

export interface TrackerCells {
  readonly href: string
  readonly code: string
  readonly age: string
  readonly inCare: string
  readonly inCareSince: string
  readonly legal: string
  readonly legalSince: string
  readonly home: string
  readonly homeSince: string
  readonly away: string | null
  readonly route: string
  readonly evidence: string
  readonly next: { readonly what: string; readonly on: string; readonly words: string; readonly overdue: boolean } | null
  readonly drift: { readonly days: string; readonly what: string | null } | null
  readonly team: string
  readonly worker: string | null
  /** What people have recorded; null when nothing is. */
  readonly beside: BesideCells | null
}

export interface TrackerModel {
  readonly asAt: string
  readonly problems: readonly string[]
  readonly summary: string
  readonly caption: string
  readonly chips: readonly Chip[]
  readonly clearHref: string
  readonly search: string
  readonly overdueOnly: boolean
  readonly driftingOnly: boolean
  readonly groups: readonly FilterGroup[]
  readonly sorts: readonly { readonly value: TrackerSort; readonly label: string; readonly selected: boolean }[]
  readonly order: 'asc' | 'desc'
  readonly heads: readonly { readonly label: string; readonly href: string; readonly sort: 'ascending' | 'descending' | null }[]
  readonly rows: readonly TrackerCells[]
  readonly pages: Pages
  /** Null for those who may not take the list out. */
  readonly csvHref: string | null
  /** No return was brought in, or nobody was in care on the day. */
  readonly nobody: boolean
  readonly views: readonly { readonly name: string; readonly href: string; readonly deleteHref: string }[]
  readonly saveHref: string
}

export interface TrackerExtra {
  readonly mayExport: boolean
  readonly today: LocalDate
  readonly views: readonly SavedView[]
}

const columns: readonly { readonly sort: TrackerSort; readonly label: string }[] = [
  { sort: 'child', label: 'Child' },
  { sort: 'age', label: 'Age' },
  { sort: 'days-in-care', label: 'In care' },
  { sort: 'legal-status', label: 'Legal status' },
  { sort: 'home', label: 'Home' },
  { sort: 'route', label: 'Route seen' },
  { sort: 'next-due', label: 'Next due' },
  { sort: 'drift', label: 'Drift' },
  { sort: 'team', label: 'Team' },
]

/** Days in care: "at least" when the child was in care before the first day we know of. */
export function inCareWords(row: Pick<TrackerRow, 'daysInCare' | 'startKnown'>): string {
  return row.startKnown ? dayCount(row.daysInCare) : `at least ${dayCount(row.daysInCare)}`
}

function cells(row: TrackerRow, { query, beside }: TrackerPage, labels: Labels, usual: LocalDate, back: string, extra: TrackerExtra): TrackerCells {
  const due = row.nextDueOn === null ? null : dueWords(row.nextDueOn, query.asAt)
  return {
    href: address(`/children/${row.childId}`, { 'as-at': query.asAt === usual ? null : formatIso(query.asAt), back }),
    code: row.code,
    age: ageWords(row.age),
    inCare: inCareWords(row),
    inCareSince: `${row.startKnown ? 'since' : 'since before'} ${shortDate(row.inCareSince)}`,
    legal: legalStatusShort(labels, row.legalStatus),
    legalSince: `since ${shortDate(row.legalStatusSince)}`,
    home: homeShortWords(labels, row.placementType),
    homeSince: `${ordinal(row.homeNumber)} home, since ${shortDate(row.homeSince)}`,
    away: row.away === null ? null : `Away now: ${homeShortWords(labels, row.away).toLowerCase()}`,
    route: routeLabel(row.route),
    evidence: evidenceLine(row.legal, row.physical, row.permanenceAchieved),
    next: row.nextDueOn === null || due === null ? null : {
      what: row.nextDueRule === null ? 'Something' : ruleShort(row.nextDueRule),
      on: shortDate(row.nextDueOn), words: due.words, overdue: due.overdue,
    },
    // What is due next and what drifts are mostly the same: said once.
    drift: row.driftDays === 0 ? null : {
      days: dayCount(row.driftDays), what: row.driftRule === null || row.driftRule === row.nextDueRule ? null : ruleShort(row.driftRule),
    },
    team: row.team ?? 'Not recorded',
    worker: row.worker,
    beside: besideCells(beside.get(row.childId), extra.today),
  }
}

/** What the template shows. */
export function trackerModel(page: TrackerPage, asked: TrackerAsked, labels: Labels, usual: LocalDate, extra: TrackerExtra): TrackerModel {
  const { mayExport } = extra
  const { query } = page
  const back = trackerParams(query, usual).toString()
  const first = (page.query.page - 1) * query.pageSize + 1
  const last = Math.min(page.total, first + page.rows.length - 1)
  const chips = chipsOf(query, labels, usual)
  const whole_ = page.total === page.inCare && chips.length === 0
    ? `${children(page.inCare)} in care`
    : `${whole(page.total)} of ${children(page.inCare)} in care`
  return {
    asAt: longDate(query.asAt),
    problems: [...(asked.dayProblem === null ? [] : [asked.dayProblem]), ...asked.problems],
    summary: page.rows.length === 0 || page.total <= query.pageSize ? whole_ : `${whole_}, ${whole(first)} to ${whole(last)} shown`,
    caption: `Children in care on ${longDate(query.asAt)}`,
    chips,
    clearHref: trackerAddress({ ...everyChild(query.asAt), sort: query.sort, descending: query.descending }, usual),
    search: query.search,
    overdueOnly: query.overdueOnly,
    driftingOnly: query.driftingOnly,
    groups: filterGroups(page, labels),
    sorts: columns.map(({ sort, label }) => ({ value: sort, label, selected: sort === query.sort })),
    order: query.descending ? 'desc' : 'asc',
    heads: columns.map(({ sort, label }) => ({
      label, href: trackerAddress(sortedBy(query, sort), usual),
      sort: sort !== query.sort ? null : query.descending ? 'descending' : 'ascending',
    })),
    rows: page.rows.map((row) => cells(row, page, labels, usual, back, extra)),
    views: extra.views.map(({ viewId, name, address: to }) => ({ name, href: to, deleteHref: `/children/views/${viewId}/delete` })),
    saveHref: address('/children/views/new', { from: trackerAddress({ ...query, page: 1 }, usual) }),
    pages: pagesOf('Pages of children', query.page, query.pageSize, page.total, (n) => trackerAddress({ ...query, page: n }, usual)),
    csvHref: mayExport ? trackerAddress({ ...query, page: 1 }, usual, '/children.csv') : null,
    nobody: page.inCare === 0,
  }
}
