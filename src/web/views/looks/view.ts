/** A list of looks: the filter, the rows, what came before. */
import type { Look, Looks, LooksSearch } from '../../../app/audit.ts'
import { alarmOf, outcomeOf, type Alarm, type EventOutcome } from '../../../core/audit/exported.ts'
import { eventKinds, eventKindWords } from '../../../core/audit/kinds.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { address } from '../../localAddress.ts'
import { longDate, momentWords, readDay } from '../../words/dates.ts'

const shown = 50

export interface LooksAsked {
  readonly query: LooksSearch
  /** What could not be read, in words. */
  readonly problems: readonly string[]
}

const words = (params: URLSearchParams, name: string): string | null => {
  const typed = (params.get(name) ?? '').trim().slice(0, 100)
  return typed === '' ? null : typed
}

/** Reads the address. A day that cannot be read is said and not guessed: the filter is then left out. */
export function readLooks(params: URLSearchParams): LooksAsked {
  const problems: string[] = []
  const day = (name: 'from' | 'to'): LocalDate | null => {
    const typed = words(params, name)
    const read = typed === null ? undefined : readDay(typed)
    if (typed !== null && read === undefined) problems.push(`“${typed}” is not a day that can be read, such as 3 March 2026. It was left out.`)
    return read ?? null
  }
  const before = params.get('before') ?? ''
  return {
    query: {
      from: day('from'), to: day('to'), kind: eventKinds.find((kind) => kind === params.get('kind')) ?? null,
      person: words(params, 'person'), childCode: words(params, 'child'),
      before: /^[1-9]\d{0,15}$/.test(before) ? Number(before) : null, limit: shown,
    },
    problems,
  }
}

export interface LookModel {
  readonly when: string
  readonly person: { readonly name: string; readonly href: string | null }
  readonly what: string
  /** What came of it, and why somebody has to know of it: none for an ordinary look. */
  readonly tags: readonly { readonly words: string; readonly colour: string }[]
  readonly path: string | null
  readonly child: { readonly code: string; readonly href: string } | null
}

const outcomes: Readonly<Record<EventOutcome, LookModel['tags'][number] | null>> = {
  done: null,
  begun: { words: 'Begun', colour: 'govuk-tag--grey' },
  refused: { words: 'Refused', colour: 'govuk-tag--red' },
  failed: { words: 'Failed', colour: 'govuk-tag--orange' },
  'too fast': { words: 'Too fast', colour: 'govuk-tag--yellow' },
}

const alarms: Readonly<Record<Alarm, LookModel['tags'][number]>> = {
  'broken glass': { words: 'Through broken glass', colour: 'govuk-tag--red' },
  seal: { words: 'Sealed', colour: 'govuk-tag--red' },
}

/** `/children/…/plan`: an address to read. The ids in it say nothing to a reader; the file of the log has them. */
const readable = (path: string): string => path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')

/** A row of a list of looks. */
export function lookModel(look: Look): LookModel {
  const { outcome, name } = outcomeOf(look.event)
  const alarm = alarmOf(look.detail)
  const address = look.detail?.['address']?.split('?', 1)[0]
  return {
    when: momentWords(look.happenedAt),
    person: look.personId === null
      ? { name: 'Holdfast itself', href: null }
      : { name: look.personName ?? 'Somebody not held here', href: look.personName === null ? null : `/audit/people/${look.personId}` },
    what: name.charAt(0).toUpperCase() + name.slice(1),
    tags: [outcomes[outcome], alarm === null ? null : alarms[alarm]].filter((tag) => tag !== null),
    path: address === undefined ? null : readable(address),
    child: look.childId === null || look.childCode === null ? null : { code: look.childCode, href: `/children/${look.childId}/looks` },
  }
}

export interface LooksModel {
  readonly rows: readonly LookModel[]
  readonly problems: readonly string[]
  readonly filter: {
    readonly action: string
    readonly searches: boolean
    readonly from: string
    readonly to: string
    readonly person: string
    readonly child: string
    readonly kinds: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]
    readonly clearHref: string | null
  }
  readonly olderHref: string | null
  readonly newestHref: string | null
  readonly exports: readonly { readonly href: string; readonly words: string }[]
}

/** What the templates show. */
export function looksModel(
  { looks, before }: Looks, { query, problems }: LooksAsked,
  at: { readonly path: string; readonly searches?: boolean; readonly mayExport?: boolean },
): LooksModel {
  const { from = null, to = null, kind = null, person = null, childCode = null } = query
  const day = (date: typeof from): string => (date === null ? '' : longDate(date))
  const filters = { from: day(from), to: day(to), kind, person, child: childCode }
  const none = Object.values(filters).every((value) => value === null || value === '')
  return {
    rows: looks.map(lookModel), problems,
    filter: {
      action: at.path, searches: at.searches === true, from: filters.from, to: filters.to, person: person ?? '', child: childCode ?? '',
      kinds: [{ value: '', text: 'Everything', selected: kind === null }, ...eventKinds.map((one) => ({ value: one, text: eventKindWords[one], selected: one === kind }))],
      clearHref: none ? null : at.path,
    },
    olderHref: before === null ? null : address(at.path, { ...filters, before: String(before) }),
    newestHref: query.before === null ? null : address(at.path, filters),
    exports: at.mayExport !== true ? [] : [['jsonl', 'JSON lines'], ['cef', 'CEF']].map(([format = '', name]) => ({
      href: address('/audit/export', { from: filters.from, to: filters.to, format }), words: `Download these days as ${name}`,
    })),
  }
}
