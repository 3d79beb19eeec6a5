/** Findings of unusual access, and their review by a person. */
import { reviewUnusual, unusualReviewType, type UnusualReview } from '../core/audit/unusual/review.ts'
import type { RuleName } from '../core/audit/unusual/watched.ts'
import type { Decided, ValuesOf } from '../core/records/recordType.ts'
import type { Look } from './audit.ts'
import { carryOut } from './records.ts'
import type { Work } from './work.ts'

export interface Finding {
  readonly findingId: string
  readonly rule: RuleName
  readonly people: readonly string[]
  readonly names: readonly string[]
  readonly childId: string | null
  /** Null when it is about no one child, or about one that is not held. */
  readonly childCode: string | null
  readonly words: string
  /** An instant, UTC: the last of its looks. */
  readonly happenedAt: string
  readonly events: readonly number[]
  /** Of the newest review; null while it waits. */
  readonly outcome: 'ordinary' | 'explained' | 'to look into' | null
}

export const findingStates = ['waiting', 'to look into', 'explained', 'ordinary', 'all'] as const

export interface FindingQuery {
  readonly which: (typeof findingStates)[number]
  readonly findingId?: string
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** Events shown with a finding at most. */
const LOOKS_SHOWN = 100

/** Findings for review, newest first: never those about the reader's own looks. Needs 'decide audit log'. */
export function unusualAccess(work: Work, query: FindingQuery): Promise<{ readonly findings: readonly Finding[]; readonly total: number }> {
  work.allow('decide', 'audit log')
  return work.audit.findings(query)
}

export interface FindingPage {
  readonly finding: Finding
  /** Oldest first; the first hundred. */
  readonly looks: readonly Look[]
  /** Newest first. */
  readonly reviews: readonly UnusualReview[]
}

/** One finding with its looks and reviews; undefined when there is none that the reader may review. */
export async function unusualFinding(work: Work, findingId: string): Promise<FindingPage | undefined> {
  const { findings: [finding] } = await unusualAccess(work, { which: 'all', findingId, page: 1, pageSize: 1 })
  if (finding === undefined) return undefined
  const reviews = await work.records.find([unusualReviewType], { partOf: findingId })
  return {
    finding, looks: await work.audit.events(finding.events.slice(0, LOOKS_SHOWN)),
    reviews: reviews.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1)),
  }
}

/** Reviews a finding: gives why not, when it cannot be. */
export async function review(
  work: Work, finding: Finding, values: ValuesOf<typeof unusualReviewType>,
): Promise<Extract<Decided, { kind: 'refused' }> | undefined> {
  work.allow('decide', 'audit log')
  return carryOut(work, reviewUnusual(finding, values, work.actor.personId, work.records.newId()))
}
