/**
 * Running an import: the whole of it in one transaction, its progress and its end told beside it, so that both are seen
 * while it runs and neither is lost when it is undone.
 */
import type pg from 'pg'
import {
  ImportCancelled, importReturn, type ImportOutcome, type ImportReader, type ImportSurroundings,
} from '../../app/importReturn.ts'
import type { ImportProgress, ImportReport, ImportStatus } from '../../app/imports.ts'
import type { ClockContext } from '../../core/clocks/clock.ts'
import { changeFactsAlone, inTransaction, type Scope } from '../postgres.ts'
import { StoredImportTransaction } from './importTransaction.ts'
import { Staging, type StagedRow } from './staging.ts'

export interface ImportRequest {
  readonly authorityId: number
  readonly personId: string
  readonly importId: string
  readonly collectionYear: number
  readonly withLastYear: boolean
}

export interface ImportMeans {
  readonly pool: pg.Pool
  readonly clocks: ClockContext
  readonly newId: () => string
  /** Builds the reader of this import's files on top of the staging it must fill. */
  readonly reader: (
    stage: (collectionYear: number, row: StagedRow) => Promise<void> | undefined,
    signal: AbortSignal,
    progress: (progress: ImportProgress) => void,
  ) => ImportReader & { readonly files: () => ImportReport['files'] }
  /** Rows that may wait in memory before they go to a temporary table; the store's own number unless told. */
  readonly rowsInMemory?: number
  readonly signal?: AbortSignal
  readonly progress?: (progress: ImportProgress) => void
  /** Told of a failure that is no refusal: a defect, or a database that went away. */
  readonly onFailure?: (error: unknown) => void
}

export interface ImportResult {
  readonly status: ImportStatus
  readonly outcome: ImportOutcome | null
}

const scopeOf = (request: ImportRequest): Scope => ({ authorityId: request.authorityId, personId: request.personId })

/** Records that an import was asked for. It waits until `runImport` takes it up. */
export async function recordImport(pool: pg.Pool, request: ImportRequest): Promise<void> {
  await inTransaction(pool, scopeOf(request), async (client) => {
    await client.query(
      `insert into return_import (authority_id, import_id, collection_year, with_last_year, started_by, status)
       values ($1, $2, $3, $4, $5, 'waiting')`,
      [request.authorityId, request.importId, request.collectionYear, request.withLastYear, request.personId],
    )
  })
}

/** Asks an import to stop: one that waits ends at once, one that runs is undone at the next step. */
export async function askToCancel(pool: pg.Pool, scope: Scope, importId: string): Promise<void> {
  await inTransaction(pool, scope, async (client) => {
    await client.query(
      `update return_import set cancel_asked_at = now(),
         status = case status when 'waiting' then 'cancelled' else status end,
         finished_at = case status when 'waiting' then now() end
       where authority_id = $1 and import_id = $2 and status in ('waiting', 'running')`,
      [scope.authorityId, importId],
    )
  })
}

/** How an import is told of while its own transaction is still open: on other connections. */
class Telling {
  readonly #pool: pg.Pool
  readonly #request: ImportRequest
  #last: ImportProgress | null = null
  #writing: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null

  constructor(pool: pg.Pool, request: ImportRequest) {
    this.#pool = pool
    this.#request = request
  }

  /** Writes progress and looks for a wish to cancel, twice a second. */
  watch(cancel: () => void): void {
    this.#timer = setInterval(() => {
      this.#writing = this.#writing.then(async () => {
        const progress = this.#last
        const asked = await inTransaction(this.#pool, scopeOf(this.#request), async (client) => {
          const { rows } = await client.query<{ asked: boolean }>(
            `update return_import set stage = coalesce($3, stage), done_count = coalesce($4, done_count),
               total_count = coalesce($5, total_count)
             where authority_id = $1 and import_id = $2 returning cancel_asked_at is not null as asked`,
            [this.#request.authorityId, this.#request.importId, progress?.stage ?? null, progress?.done ?? null, progress?.total ?? null],
          )
          return rows[0]?.asked ?? false
        })
        if (asked) cancel()
      }).catch(() => {
        // Progress that cannot be told must not end an import that goes well.
      })
    }, 500)
  }

  note(progress: ImportProgress): void {
    this.#last = progress
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#writing
  }

  /** Gives false when the import had ended before. */
  async end(status: ImportStatus, outcome: ImportOutcome | null, files: ImportReport['files'], refusal: string | null): Promise<boolean> {
    return inTransaction(this.#pool, scopeOf(this.#request), (client) =>
      endImport(client, this.#request, status, outcome, files, refusal))
  }
}

/** Ends an import that runs; gives false when it runs no longer, and then changes nothing. */
async function endImport(
  client: pg.ClientBase, request: ImportRequest, status: ImportStatus, outcome: ImportOutcome | null,
  files: ImportReport['files'], refusal: string | null,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update return_import set status = $3, finished_at = clock_timestamp(), stage = 'finished', counts = $4, notes = $5,
       files = $6, refusal = $7
     where authority_id = $1 and import_id = $2 and status = 'running'`,
    [
      request.authorityId, request.importId, status,
      outcome?.status === 'done' ? JSON.stringify(outcome.counts) : null,
      JSON.stringify(outcome?.notes ?? []), JSON.stringify(files), refusal,
    ],
  )
  return rowCount === 1
}

/** Thrown inside the transaction so that a refused import leaves nothing behind. */
class Refused extends Error {
  readonly outcome: ImportOutcome

  constructor(outcome: ImportOutcome) {
    super('refused')
    this.outcome = outcome
  }
}

/**
 * Runs an import that was recorded. Never throws for what is in the files; a failure of our own or of the database ends
 * it as `failed` with nothing brought in.
 */
export async function runImport(request: ImportRequest, means: ImportMeans): Promise<ImportResult> {
  const { pool } = means
  const started = await inTransaction(pool, scopeOf(request), async (client) => {
    const { rowCount } = await client.query(
      `update return_import set status = 'running', stage = 'Reading the files'
       where authority_id = $1 and import_id = $2 and status = 'waiting'`,
      [request.authorityId, request.importId],
    )
    return rowCount === 1
  })
  if (!started) return { status: 'cancelled', outcome: null }
  const telling = new Telling(pool, request)
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  means.signal?.addEventListener('abort', stop, { once: true })
  if (means.signal?.aborted === true) stop()
  telling.watch(stop)
  const progress = (step: ImportProgress): void => {
    telling.note(step)
    means.progress?.(step)
  }
  let files: () => ImportReport['files'] = () => []
  let brought: ImportOutcome | null = null
  const ended = async (status: ImportStatus, outcome: ImportOutcome | null, refusal: string | null): Promise<ImportResult> => {
    await telling.stop()
    // When the connection broke while committing only the row can say whether the commit was kept: `end` waits for it.
    const told = await telling.end(status, outcome, files(), refusal).catch(means.onFailure ?? (() => {}))
    return told === false && brought !== null ? { status: 'done', outcome: brought } : { status, outcome }
  }
  try {
    const outcome = await inTransaction(pool, scopeOf(request), async (client) => {
      const recordedAt = await changeFactsAlone(client, request.authorityId)
      const staging = new Staging(client, means.rowsInMemory)
      const reader = means.reader((year, row) => staging.add(year, row), stopping.signal, progress)
      files = reader.files
      const identity = { ...request, recordedAt }
      const transaction = new StoredImportTransaction(client, identity, staging)
      const around: ImportSurroundings = { clocks: means.clocks, newId: means.newId, signal: stopping.signal, progress }
      const done = await importReturn(transaction, wholeReader(reader, staging), around)
      if (done.status === 'refused') throw new Refused(done)
      await telling.stop()
      if (!(await endImport(client, request, 'done', done, files(), null))) throw new Error('the import was ended by somebody else')
      brought = done
      return done
    })
    return { status: 'done', outcome }
  } catch (error) {
    if (error instanceof Refused) return await ended('refused', error.outcome, null)
    if (error instanceof ImportCancelled || stopping.signal.aborted) return await ended('cancelled', null, null)
    means.onFailure?.(error)
    return await ended('failed', null, 'Holdfast could not finish this import. Nothing was brought in. Start it again; if it fails again, tell whoever runs Holdfast.')
  } finally {
    means.signal?.removeEventListener('abort', stop)
    await telling.stop()
  }
}

/** The reader, with the staged rows sent and the children counted once it has read. */
function wholeReader(reader: ImportReader, staging: Staging): ImportReader {
  return {
    async read() {
      const read = await reader.read()
      if (read.refused) return read
      await staging.finish()
      return { ...read, children: await staging.countChildren() }
    },
  }
}

/** Imports left running by a process that died: nothing of them was kept, and they say so. */
export async function endAbandonedImports(pool: pg.Pool, authorityId: number): Promise<number> {
  return inTransaction(pool, { authorityId, personId: null }, async (client) => {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_xact_lock(903, $1) as free', [authorityId])
    if (rows[0]?.free !== true) return 0
    const { rowCount } = await client.query(
      `update return_import set status = 'failed', finished_at = now(),
         refusal = 'Holdfast stopped while this import was running. Nothing was brought in. Start it again.'
       where authority_id = $1 and status = 'running'`,
      [authorityId],
    )
    return rowCount ?? 0
  })
}
