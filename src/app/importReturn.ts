/**
 * Bringing in a return: read, lay beside what is held, derive, all in one transaction or not at all.
 *
 * Rows are staged in the store as they are read and come back child by child, so that memory holds one batch of children
 * whatever the size of the return.
 */
import { setImmediate as serveOthers } from 'node:timers/promises'
import type { ClockContext } from '../core/clocks/clock.ts'
import { daysNotHeld } from '../core/clocks/held.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { derive, type Derived } from '../core/derivation.ts'
import type { ChildId, FactId, FieldValue } from '../core/facts/factType.ts'
import type { ChildFacts, FactName } from '../core/facts/factTypes.ts'
import {
  reconcileChild, type HeldFact, type IncomingRow, type NewDifference, type RaisedDifference, type ReturnScope,
} from '../core/reconciliation/reconcileChild.ts'
import type { Worker } from '../returns/workers/readWorkers.ts'
import type { ImportCounts, ImportNote, ImportProgress } from './imports.ts'

/** What a batch of the staged return holds about one child. */
export interface StagedChild {
  readonly code: string
  /** Null for a child the authority does not hold yet. */
  readonly childId: ChildId | null
  /** Rows by collection year, oldest year first. */
  readonly years: readonly { readonly collectionYear: number; readonly rows: readonly IncomingRow[] }[]
  readonly held: readonly HeldFact[]
  readonly raised: readonly RaisedDifference[]
}

export interface NewFact {
  readonly type: FactName
  readonly factId: FactId
  readonly values: readonly FieldValue[]
  readonly file: number
  readonly row: number
  /** Set when a later return of the same import took its place at once. */
  readonly supersededBy: FactId | null
  readonly superseded: boolean
}

export interface ChildChange {
  readonly childId: ChildId
  readonly code: string
  readonly isNew: boolean
  readonly facts: readonly NewFact[]
  readonly superseded: readonly { readonly type: FactName; readonly factId: FactId; readonly by: FactId }[]
  readonly differences: readonly (NewDifference & { readonly heldFactId: FactId; readonly differenceId: string })[]
  readonly overtaken: readonly string[]
  /** Null when nothing changed about the child's facts. */
  readonly derived: Derived | null
}

/** The import's transaction, as the store gives it. */
export interface ImportTransaction {
  /** Collection years whose returns are held already. */
  yearsHeld(): Promise<readonly number[]>
  /** Days on which a review first endorsed a plan, by child, for those of the authority who have one. */
  plansEndorsed(): Promise<ReadonlyMap<string, readonly LocalDate[]>>
  /** Children of the staged return in batches, then held children that the return should have repeated and does not name. */
  batches(scopes: readonly ReturnScope[]): AsyncIterable<readonly StagedChild[]>
  /** The facts as the core reads them, from values in declared order. */
  facts(childId: ChildId, code: string, facts: readonly HeldFact[]): ChildFacts
  /** Takes changes over, and waits until those taken before are written. */
  write(changes: readonly ChildChange[]): Promise<void>
  /** Waits until everything taken over is written. */
  finish(): Promise<void>
  replaceWorkers(workers: readonly Worker[]): Promise<void>
}

export interface ImportReader {
  /** Reads every file of the return (and of the year before), staging its rows. */
  read(): Promise<{
    readonly refused: boolean
    readonly notes: readonly ImportNote[]
    readonly scopes: readonly ReturnScope[]
    readonly children: number
    readonly rows: number
    /** The council's own list of workers and teams, when the files held one; it takes the place of the one before. */
    readonly workers: readonly Worker[] | null
  }>
}

export interface ImportSurroundings {
  readonly clocks: ClockContext
  readonly newId: () => string
  readonly signal: AbortSignal
  readonly progress: (progress: ImportProgress) => void
}

export type ImportOutcome =
  | { readonly status: 'done'; readonly counts: ImportCounts; readonly notes: readonly ImportNote[] }
  | { readonly status: 'refused'; readonly notes: readonly ImportNote[] }

/** Thrown to undo the transaction when somebody cancels. */
export class ImportCancelled extends Error {
  constructor() {
    super('the import was cancelled')
    this.name = 'ImportCancelled'
  }
}

interface Tally {
  children: number
  newChildren: number
  added: number
  closed: number
  completed: number
  unchanged: number
  changed: number
  vanished: number
  repeated: number
}

/** The questions that the next return of the import must know of, each about the fact that now stands. */
function stillRaised(
  before: readonly RaisedDifference[], asked: readonly ChildChange['differences'][number][],
  replacedBy: ReadonlyMap<FactId, FactId>, overtaken: readonly string[], collectionYear: number,
): readonly RaisedDifference[] {
  const known = new Set(before.map((one) => one.differenceId))
  const fresh = asked.filter((one) => !known.has(one.differenceId)).map((one): RaisedDifference => ({
    differenceId: one.differenceId, heldFactId: one.heldFactId, kind: one.kind, status: 'open', collectionYear,
    proposed: one.kind === 'changed' ? one.proposed : null, fields: one.kind === 'changed' ? one.fields : [],
  }))
  return [
    ...before.filter((one) => !overtaken.includes(one.differenceId))
      .map((one) => ({ ...one, heldFactId: replacedBy.get(one.heldFactId) ?? one.heldFactId })),
    ...fresh,
  ]
}

/** A child who is not held yet, in one return: every row is a new fact. The way of a first import, kept short. */
function newChild(
  child: StagedChild, scope: ReturnScope, around: ImportSurroundings, tally: Tally,
): { readonly change: ChildChange; readonly held: readonly HeldFact[] } {
  const { added, repeated } = reconcileChild([], child.years[0]?.rows ?? [], [], scope)
  const facts = added.map(({ type, values, file, row }) => ({
    type, factId: around.newId() as FactId, values, file, row, supersededBy: null, superseded: false,
    collectionYear: scope.collectionYear,
  }))
  tally.children += 1
  tally.newChildren += 1
  tally.added += facts.length
  tally.repeated += repeated.length
  const childId = around.newId() as ChildId
  return {
    change: { childId, code: child.code, isNew: true, facts, superseded: [], differences: [], overtaken: [], derived: null },
    held: facts,
  }
}

/** What the return changes about one child, and the child's current facts afterwards. */
function changeOf(
  child: StagedChild, scopes: readonly ReturnScope[], around: ImportSurroundings, tally: Tally,
): { readonly change: ChildChange; readonly held: readonly HeldFact[] } {
  const [only, ...others] = scopes
  if (child.childId === null && only !== undefined && others.length === 0) return newChild(child, only, around, tally)
  const childId = child.childId ?? (around.newId() as ChildId)
  let held = child.held
  const added = new Map<FactId, NewFact>()
  const superseded: { type: FactName; factId: FactId; by: FactId }[] = []
  const differences = new Map<string, NewDifference & { heldFactId: FactId; differenceId: string }>()
  const overtaken: string[] = []
  let raised = child.raised
  for (const scope of scopes) {
    const rows = child.years.find((year) => year.collectionYear === scope.collectionYear)?.rows ?? []
    if (rows.length === 0 && held.length === 0) continue
    const result = reconcileChild(held, rows, raised, scope)
    const replacedBy = new Map<FactId, FactId>()
    const next = new Map(held.map((fact) => [fact.factId, fact]))
    const record = (row: IncomingRow, values: readonly FieldValue[]): FactId => {
      const factId = around.newId() as FactId
      added.set(factId, { type: row.type, factId, values, file: row.file, row: row.row, supersededBy: null, superseded: false })
      next.set(factId, { type: row.type, factId, values, collectionYear: scope.collectionYear })
      return factId
    }
    for (const row of result.added) record(row, row.values)
    for (const { held: old, values, row } of result.replaced) {
      const by = record(row, values)
      replacedBy.set(old.factId, by)
      next.delete(old.factId)
      const ours = added.get(old.factId)
      if (ours === undefined) superseded.push({ type: old.type, factId: old.factId, by })
      else added.set(old.factId, { ...ours, superseded: true, supersededBy: by })
    }
    for (const difference of result.differences) {
      const differenceId = around.newId()
      differences.set(differenceId, { ...difference, heldFactId: difference.held.factId, differenceId })
    }
    // A question that last year's files raise and this year's answer was never asked of anybody.
    for (const id of result.overtaken) if (!differences.delete(id)) overtaken.push(id)
    for (const one of differences.values()) one.heldFactId = replacedBy.get(one.heldFactId) ?? one.heldFactId
    raised = stillRaised(raised, [...differences.values()], replacedBy, result.overtaken, scope.collectionYear)
    held = [...next.values()]
    tally.added += result.added.length
    tally.closed += result.replaced.filter((one) => one.kind === 'closed').length
    tally.completed += result.replaced.filter((one) => one.kind === 'completed').length
    tally.unchanged += result.unchanged
    tally.repeated += result.repeated.length
  }
  for (const { kind } of differences.values()) tally[kind] += 1
  // A child whom the return should name and does not is looked at, too, but is none of its children.
  if (child.years.length > 0) tally.children += 1
  if (child.childId === null) tally.newChildren += 1
  const isNew = child.childId === null
  const facts = [...added.values()]
  return {
    change: { childId, code: child.code, isNew, facts, superseded, differences: [...differences.values()], overtaken, derived: null },
    held,
  }
}

/**
 * Brings in what the reader reads. Gives what was done, or why it was refused (the caller then undoes the transaction).
 * Throws ImportCancelled when the signal says so.
 */
export async function importReturn(
  transaction: ImportTransaction,
  reader: ImportReader,
  around: ImportSurroundings,
): Promise<ImportOutcome> {
  around.progress({ stage: 'Reading the files', done: 0, total: null })
  const read = await reader.read()
  if (around.signal.aborted) throw new ImportCancelled()
  if (read.refused) return { status: 'refused', notes: read.notes }
  const tally: Tally = {
    children: 0, newChildren: 0, added: 0, closed: 0, completed: 0, unchanged: 0, changed: 0, vanished: 0, repeated: 0,
  }
  const scopes = [...read.scopes].sort((a, b) => a.collectionYear - b.collectionYear)
  if (read.workers !== null) await transaction.replaceWorkers(read.workers)
  const before = await transaction.yearsHeld()
  const years = [...before, ...scopes.map((scope) => scope.collectionYear)]
  const clocks: ClockContext = { ...around.clocks, notHeld: daysNotHeld(years) }
  const endorsed = await transaction.plansEndorsed()
  // A year that was not held before tells the clocks of every child in it more, even of one whose facts stay the same.
  const newYear = scopes.some((scope) => !before.includes(scope.collectionYear))
  const workOut = async (batch: readonly StagedChild[]): Promise<readonly ChildChange[]> => {
    const changes: ChildChange[] = []
    for (const [i, child] of batch.entries()) {
      if (i % 25 === 24) await serveOthers()
      const { change, held } = changeOf(child, scopes, around, tally)
      const touched = change.facts.length > 0 || change.superseded.length > 0
      if (touched || newYear) {
        const facts = transaction.facts(change.childId, change.code, held)
        changes.push({ ...change, derived: derive(facts, { ...clocks, plansEndorsed: endorsed.get(change.childId) ?? [] }) })
      } else if (change.isNew || change.differences.length > 0 || change.overtaken.length > 0) {
        changes.push(change)
      }
    }
    around.progress({ stage: 'Bringing in children', done: tally.children, total: read.children })
    return changes
  }
  // The store writes one batch while the next is worked out: neither processor waits for the other.
  for await (const batch of transaction.batches(scopes)) {
    if (around.signal.aborted) throw new ImportCancelled()
    await transaction.write(await workOut(batch))
  }
  await transaction.finish()
  const counts: ImportCounts = {
    children: tally.children,
    newChildren: tally.newChildren,
    rows: read.rows,
    added: tally.added,
    closed: tally.closed,
    completed: tally.completed,
    unchanged: tally.unchanged,
    changedDifferences: tally.changed,
    vanishedDifferences: tally.vanished,
  }
  const notes = tally.repeated === 0 ? read.notes : [...read.notes, repeatedNote(tally.repeated)]
  return { status: 'done', counts, notes }
}

function repeatedNote(count: number): ImportNote {
  return {
    kind: 'remark', file: null, row: null, column: null, value: null, fix: null, count,
    words: `${count} ${count === 1 ? 'row stands' : 'rows stand'} twice in the files, word for word; each was read once.`,
  }
}
