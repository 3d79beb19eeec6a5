/** Imports: what was brought in, what was said about it, and the differences somebody must decide. */
import type { ChildId, FieldValue } from '../core/facts/factType.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import type { ReadNote } from '../returns/ssda903/read/notes.ts'
import type { FactSource } from './childPage.ts'
import type { Work } from './work.ts'

export type ImportStatus = 'waiting' | 'running' | 'done' | 'refused' | 'cancelled' | 'failed'

/** One thing the importer says about a file: the reader's own notes, and a few of the importer's. */
export type ImportNote = ReadNote

export interface ImportCounts {
  readonly children: number
  readonly newChildren: number
  readonly rows: number
  readonly added: number
  /** Held facts whose end is now known. */
  readonly closed: number
  /** Held facts that gained a value where they had none. */
  readonly completed: number
  readonly unchanged: number
  readonly changedDifferences: number
  readonly vanishedDifferences: number
}

export interface ImportSummary {
  readonly importId: string
  readonly status: ImportStatus
  readonly collectionYear: number
  readonly withLastYear: boolean
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly startedBy: string
  /** Null until done. */
  readonly counts: ImportCounts | null
  readonly progress: ImportProgress
}

export interface ImportProgress {
  /** `reading files`, `reconciling`, `writing` … in words. */
  readonly stage: string
  readonly done: number
  /** Null while unknown. */
  readonly total: number | null
}

export interface ImportReport extends ImportSummary {
  readonly files: readonly { readonly name: string; readonly table: string | null; readonly rows: number; readonly encoding: string }[]
  readonly notes: readonly ImportNote[]
  readonly refusal: string | null
}

export interface Difference {
  readonly differenceId: string
  readonly importId: string
  readonly childId: ChildId
  readonly childCode: string
  readonly type: FactName
  /** `changed`: the newer return says something else. `vanished`: it should repeat this fact and does not. */
  readonly kind: 'changed' | 'vanished'
  readonly held: Readonly<Record<string, FieldValue>>
  readonly heldSource: FactSource
  /** Null when vanished. */
  readonly proposed: Readonly<Record<string, FieldValue>> | null
  readonly proposedSource: FactSource
  /** Names of the fields that differ. */
  readonly fields: readonly string[]
  /** `overtaken`: a later return no longer bore it out before anybody decided. */
  readonly status: 'open' | 'accepted' | 'kept' | 'overtaken'
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

export interface DifferenceQuery {
  readonly importId: string | null
  readonly childId: ChildId | null
  readonly status: 'open' | 'accepted' | 'kept' | 'all'
  readonly kind: 'changed' | 'vanished' | 'all'
  readonly page: number
  readonly pageSize: number
}

/** Imports of the authority, newest first. */
export async function importList(work: Work): Promise<readonly ImportSummary[]> {
  work.allow('see', 'imports')
  return work.imports.list()
}

/** What one import did and said; undefined when there is none. */
export async function importReport(work: Work, importId: string): Promise<ImportReport | undefined> {
  work.allow('see', 'imports')
  return work.imports.report(importId)
}

/** Differences waiting for, or settled by, a person. */
export async function differences(
  work: Work,
  query: DifferenceQuery,
): Promise<{ readonly rows: readonly Difference[]; readonly total: number }> {
  work.allow('see', 'differences')
  return work.imports.differences(query)
}

/**
 * Settles differences: `accept` lets the newer return's word take the held fact's place (or withdraws a vanished one),
 * `keep` leaves what is held. The children concerned are derived again. Differences already settled are left alone.
 * Gives how many were settled now.
 */
export async function settleDifferences(
  work: Work,
  differenceIds: readonly string[],
  decision: 'accept' | 'keep',
): Promise<number> {
  work.allow('decide', 'differences')
  return work.imports.settle(differenceIds, decision)
}
