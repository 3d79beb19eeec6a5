/** The tracker's whole state in its address, read and written in one place. */
import { ageBands, everyChild, trackerSorts, type AgeBand, type TrackerQuery, type TrackerSort } from '../app/tracker.ts'
import { signalRules } from '../core/signals/all.ts'
import { routes, type Route } from '../core/permanence/routes.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { dayAsked, type Days } from './asAt.ts'
import { address } from './localAddress.ts'
import { formatIso } from './words/dates.ts'

/** What an address asked for, and what in it was left out because it made no sense. */
export interface TrackerAsked {
  readonly query: TrackerQuery
  readonly problems: readonly string[]
  /** A remark about the day shown; null when there is nothing to say. */
  readonly dayProblem: string | null
}

/** Columns that people mostly want greatest first. */
const greatestFirst: readonly TrackerSort[] = ['days-in-care', 'drift']

const mostChosen = 60
const shown = (text: string): string => `“${text.slice(0, 40)}”`

/** Reads the tracker's address. Nothing in it can fail: what cannot be read is left out and told. */
export function readTracker(params: URLSearchParams, days: Days): TrackerAsked {
  const asked = dayAsked(params, days)
  const problems: string[] = []
  const every = everyChild(asked.day)
  const oneOf = <T extends string>(name: string, label: string, known: readonly T[]): readonly T[] =>
    [...new Set(params.getAll(name))].slice(0, mostChosen).flatMap((value) => {
      const found = known.find((one) => one === value)
      if (found === undefined && value !== '') problems.push(`${label} ${shown(value)} is not one we know, so it was left out.`)
      return found === undefined ? [] : [found]
    })
  const free = (name: string, label: string, shape: RegExp): readonly string[] =>
    [...new Set(params.getAll(name))].slice(0, mostChosen).flatMap((value) => {
      if (value === '') return []
      if (shape.test(value)) return [value]
      problems.push(`${label} ${shown(value)} is not one we know, so it was left out.`)
      return []
    })
  const yes = (name: string, label: string): boolean => {
    const value = params.get(name)
    if (value !== null && value !== 'yes' && value !== '') problems.push(`${label} can only be “yes”, so it was left out.`)
    return value === 'yes'
  }
  const sort = oneOf('sort', 'The order', trackerSorts)[0]
  const order = oneOf('order', 'The order', ['asc', 'desc'] as const)[0]
  const pageText = params.get('page') ?? '1'
  const page = /^[1-9]\d{0,5}$/.test(pageText) ? Number(pageText) : 1
  if (page === 1 && pageText !== '1' && pageText !== '') problems.push(`Page ${shown(pageText)} is not a page, so this is the first.`)
  const search = (params.get('search') ?? '').trim()
  if (search.length > 20) problems.push('A number to search for can have up to 20 characters; the rest was left out.')
  const query: TrackerQuery = {
    ...every,
    legalStatus: free('legal-status', 'The legal status', /^[A-Za-z0-9]{1,4}$/).map((code) => code.toUpperCase()),
    age: oneOf<AgeBand>('age', 'The age', ageBands),
    route: oneOf<Route | 'none'>('route', 'The route', [...routes, 'none']),
    team: free('team', 'The team', /^\P{Cc}{1,100}$/u),
    overdueOnly: yes('overdue', 'Overdue'),
    driftingOnly: yes('drifting', 'Drifting'),
    signal: oneOf('signal', 'The signal', signalRules.map(({ id }) => id)),
    // No null character reaches the store: PostgreSQL takes none.
    search: search.slice(0, 20).replaceAll('\u0000', ''),
    sort: sort ?? every.sort,
    descending: order === undefined ? sort !== undefined && greatestFirst.includes(sort) : order === 'desc',
    page,
  }
  return { query, problems, dayProblem: asked.problem }
}

/** The query part of the address of a tracker page, without anything that is as usual. */
export function trackerParams(query: TrackerQuery, usual: LocalDate): URLSearchParams {
  const params = new URLSearchParams()
  const every = everyChild(query.asAt)
  const add = (name: string, value: string): void => params.append(name, value)
  if (query.asAt !== usual) add('as-at', formatIso(query.asAt))
  if (query.search !== '') add('search', query.search)
  for (const value of query.legalStatus) add('legal-status', value)
  for (const value of query.age) add('age', value)
  for (const value of query.route) add('route', value)
  for (const value of query.team) add('team', value)
  if (query.overdueOnly) add('overdue', 'yes')
  if (query.driftingOnly) add('drifting', 'yes')
  for (const value of query.signal) add('signal', value)
  if (query.sort !== every.sort) add('sort', query.sort)
  if (query.descending !== greatestFirst.includes(query.sort)) add('order', query.descending ? 'desc' : 'asc')
  if (query.page > 1) add('page', String(query.page))
  return params
}

/** The address of a tracker page. */
export function trackerAddress(query: TrackerQuery, usual: LocalDate, path = '/children'): string {
  return address(path, trackerParams(query, usual))
}

/** What a click on a column's head asks for: that order, or the other way round when it is in that order already. */
export function sortedBy(query: TrackerQuery, sort: TrackerSort): TrackerQuery {
  const descending = query.sort === sort ? !query.descending : greatestFirst.includes(sort)
  return { ...query, sort, descending, page: 1 }
}
