/** One child: who, the timeline, what is due and why, every fact with where it came from. */
import type { ChildId, FactId, FieldValue } from '../core/facts/factType.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import type { CareHistory } from '../core/history/careHistory.ts'
import type { PermanenceEvidence } from '../core/permanence/evidence.ts'
import type { ClockRule, Occurrence, Outcome } from '../core/clocks/clock.ts'
import type { Explanation } from '../core/clocks/explain.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/** Where a recorded fact came from. */
export interface FactSource {
  readonly recordedAt: string
  /** A person's name, when a person recorded it or decided a difference. */
  readonly recordedBy: string | null
  readonly importId: string | null
  /** `2026` for the return of that collection year. */
  readonly collectionYear: number | null
  readonly file: string | null
  /** Row in the file as a spreadsheet numbers it (the header is row 1); null for XML, where `file` names the element. */
  readonly row: number | null
  /** When a later fact took its place, or it was withdrawn; null while current. */
  readonly supersededAt: string | null
}

export interface RecordedFact {
  readonly type: FactName
  readonly factId: FactId
  readonly values: Readonly<Record<string, FieldValue>>
  readonly source: FactSource
}

export interface ChildClock {
  readonly rule: ClockRule
  readonly occurrence: Occurrence
  readonly outcome: Outcome
  readonly explanation: Explanation
}

export interface ChildPage {
  readonly childId: ChildId
  readonly code: string
  readonly asAt: LocalDate
  /** Set when asked what was known at an earlier moment (an instant, ISO 8601, UTC). */
  readonly asKnownAt: string | null
  readonly history: CareHistory
  readonly evidence: PermanenceEvidence
  readonly clocks: readonly ChildClock[]
  /** Current facts and those they replaced, newest recording first inside each type. */
  readonly facts: readonly RecordedFact[]
  readonly openDifferences: number
  readonly worker: string | null
  readonly team: string | null
}

export interface ChildQuestion {
  readonly asAt: LocalDate
  readonly asKnownAt: string | null
}

/** The page of a child by id, or undefined when there is none that this person may see. */
export async function childPage(work: Work, childId: ChildId, question: ChildQuestion): Promise<ChildPage | undefined> {
  work.allow('see children')
  return work.children.page(childId, question)
}

/** The id of a child by the authority's own number for them, or undefined. */
export async function findChild(work: Work, code: string): Promise<ChildId | undefined> {
  work.allow('see children')
  return work.children.byCode(code)
}
