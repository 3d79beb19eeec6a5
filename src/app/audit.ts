/** Who looked at this child; what did this person look at; the log searched, and given out to the council's monitoring. */
import { exportLine, type ExportedEvent, type ExportFormat } from '../core/audit/exported.ts'
import type { EventKind } from '../core/audit/kinds.ts'
import type { ChildId } from '../core/facts/factType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/** An event of the audit log, with names instead of ids where they are known. */
export interface Look {
  readonly eventId: number
  /** An instant, ISO 8601, UTC. */
  readonly happenedAt: string
  readonly personId: string | null
  readonly personName: string | null
  readonly event: string
  readonly childId: ChildId | null
  readonly childCode: string | null
  readonly detail: Readonly<Record<string, string>> | null
}

export interface Looks {
  /** Newest first. */
  readonly looks: readonly Look[]
  /** The event to ask for what came before; null when this is all. */
  readonly before: number | null
}

/** The part of the log asked for: all of it from the newest, or what came before an event. What is left out is no condition. */
export interface LooksQuery {
  readonly before: number | null
  readonly limit: number
  /** Days in England, both inside. */
  readonly from?: LocalDate | null
  readonly to?: LocalDate | null
  readonly kind?: EventKind | null
}

export interface LooksSearch extends LooksQuery {
  /** Part of the name of the person. */
  readonly person?: string | null
  /** The child's own number, whole. */
  readonly childCode?: string | null
}

/** How far the log is sealed. */
export interface SealedState {
  /** Null before the first seal. */
  readonly newest: { readonly number: number; readonly sealedAt: string } | null
  readonly unsealed: number
  /** Whether there are more than `unsealed`, which is only counted up to a bound. */
  readonly atLeast: boolean
  readonly oldestUnsealedAt: string | null
}

/** A stretch of the log to give out. */
export interface ExportQuery {
  /** Days in England, both inside. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** Only events after this one. */
  readonly after: number
}

/** The port on the log. An event about a child that the request does not reach is left out, but for refused looks: those are the same for a child that does not exist. */
export interface AuditLog {
  ofChild(childId: ChildId, query: LooksQuery): Promise<Looks>
  ofPerson(personId: string, query: LooksQuery): Promise<Looks>
  search(query: LooksSearch): Promise<Looks>
  /** These events, oldest first. */
  events(eventIds: readonly number[]): Promise<readonly Look[]>
  nameOf(personId: string): Promise<string | undefined>
  sealed(): Promise<SealedState>
  /** Up to `limit` events after one, oldest first. */
  toExport(query: ExportQuery, limit: number): Promise<readonly ExportedEvent[]>
}

const newest: LooksQuery = { before: null, limit: 100 }

/** Who looked at a child or changed something about them. A child who is not held has no looks. Needs 'see audit'. */
export async function whoLookedAtChild(work: Work, childId: ChildId, query: LooksQuery = newest): Promise<Looks> {
  work.allow('see', 'audit log')
  return work.audit.ofChild(childId, query)
}

/** What a person looked at or did. Needs 'see audit'. */
export async function whatDidPersonLookAt(work: Work, personId: string, query: LooksQuery = newest): Promise<Looks> {
  work.allow('see', 'audit log')
  return work.audit.ofPerson(personId, query)
}

/** The log searched. Needs 'see audit'. */
export async function searchLooks(work: Work, query: LooksSearch): Promise<Looks> {
  work.allow('see', 'audit log')
  return work.audit.search(query)
}

/** How far the log is sealed. Needs 'see audit'. */
export async function sealedState(work: Work): Promise<SealedState> {
  work.allow('see', 'audit log')
  return work.audit.sealed()
}

/** Events read from the store at once. */
const PART = 1000

/** Lines of a stretch of the log, a part at a time. Needs 'export audit'. */
export async function* auditLines(work: Work, query: ExportQuery, format: ExportFormat): AsyncGenerator<string> {
  work.allow('export', 'audit log')
  yield* linesOf((after) => work.audit.toExport({ ...query, after }, PART), query.after, format)
}

/** Lines of events that are read a part at a time; `read` gives those after an event, fewer than a thousand when they are the last. */
export async function* linesOf(
  read: (after: number) => Promise<readonly ExportedEvent[]>, after: number, format: ExportFormat,
): AsyncGenerator<string> {
  for (let last = after; ;) {
    const events = await read(last)
    if (events.length > 0) yield events.map((one) => `${exportLine(format, one)}\n`).join('')
    if (events.length < PART) return
    last = events.at(-1)?.eventId ?? last
  }
}
