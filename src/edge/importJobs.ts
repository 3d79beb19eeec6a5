/**
 * Imports asked for on the web, run one after another by a job worker on the same database, so that a restart loses none
 * that were waiting and a page never waits for one.
 */
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Logger, makeWorkerUtils, run, type Runner, type WorkerUtils } from 'graphile-worker'
import type { Actor } from '../app/work.ts'
import { sourceOfFile, type ByteSource } from '../returns/ssda903/read/sources.ts'
import { endAbandonedImports, type ImportRequest } from '../store/import/runImport.ts'
import type { Holdfast } from './holdfast.ts'
import { askForImport, runAskedImport } from './importing.ts'

interface KeptFile {
  /** The name the person's computer gave it: tables are never told by a path of ours. */
  readonly name: string
  readonly path: string
}

interface ImportJob {
  readonly request: ImportRequest
  readonly files: readonly KeptFile[]
  readonly lastYearFiles: readonly KeptFile[]
}

export interface AskedImport {
  readonly collectionYear: number
  readonly files: readonly KeptFile[]
  readonly lastYearFiles: readonly KeptFile[]
}

export interface ImportJobs {
  /** Takes the files in hand (their folder is removed afterwards) and gives the import's id. */
  accept(actor: Actor, asked: AskedImport): Promise<string>
  stop(): Promise<void>
}

const silent = new Logger(() => () => undefined)

async function sourcesOf(files: readonly KeptFile[]): Promise<readonly ByteSource[]> {
  return Promise.all(files.map(async ({ name, path }) => ({ ...(await sourceOfFile(path)), name })))
}

/** Starts the job worker. Imports that a process left running when it died are ended first: nothing of them was kept. */
export async function startImportJobs(holdfast: Holdfast, onFailure: (error: unknown) => void): Promise<ImportJobs> {
  const { pool } = holdfast
  const utils: WorkerUtils = await makeWorkerUtils({ pgPool: pool, logger: silent })
  await utils.migrate()
  const { rows } = await pool.query<{ authority_id: number }>('select authority_id from authority')
  for (const { authority_id: authorityId } of rows) await endAbandonedImports(pool, authorityId)
  const stopping = new AbortController()
  const runner: Runner = await run({
    pgPool: pool,
    logger: silent,
    concurrency: 1,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: {
      async importReturn(payload) {
        const { request, files, lastYearFiles } = payload as ImportJob
        try {
          await runAskedImport(
            holdfast, request,
            {
              collectionYear: request.collectionYear,
              files: await sourcesOf(files),
              lastYearFiles: await sourcesOf(lastYearFiles),
            },
            { onFailure, signal: stopping.signal },
          )
        } finally {
          const [first] = files
          if (first !== undefined) await rm(dirname(first.path), { recursive: true, force: true })
        }
      },
    },
  })
  return {
    async accept(actor, asked) {
      const request = await askForImport(holdfast, actor, {
        collectionYear: asked.collectionYear, files: [], lastYearFiles: await sourcesOf(asked.lastYearFiles),
      })
      const job: ImportJob = { request, files: asked.files, lastYearFiles: asked.lastYearFiles }
      // Tried once: whoever asked is told of a failure and starts it again with the files in hand.
      await utils.addJob('importReturn', job, { maxAttempts: 1 })
      return request.importId
    },
    async stop() {
      stopping.abort()
      await runner.stop()
      await utils.release()
    },
  }
}

/** Where uploads wait for their import. */
export function uploadFolder(dataFolder: string): string {
  return join(dataFolder, 'uploads')
}
