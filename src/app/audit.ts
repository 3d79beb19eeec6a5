/** Who looked at this child; what did this person look at. */
import type { ChildId } from '../core/facts/factType.ts'
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

/** The part of the log asked for: all of it from the newest, or what came before an event. */
export interface LooksQuery {
  readonly before: number | null
  readonly limit: number
}

const newest: LooksQuery = { before: null, limit: 100 }

/** Who looked at a child or changed something about them. A child who is not held has no looks. Needs 'see audit'. */
export async function whoLookedAtChild(work: Work, childId: ChildId, query: LooksQuery = newest): Promise<Looks> {
  work.allow('see audit')
  return work.audit.ofChild(childId, query)
}

/** What a person looked at or did. Needs 'see audit'. */
export async function whatDidPersonLookAt(work: Work, personId: string, query: LooksQuery = newest): Promise<Looks> {
  work.allow('see audit')
  return work.audit.ofPerson(personId, query)
}
