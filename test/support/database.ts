/**
 * Databases for tests on a real PostgreSQL. The first test that asks starts a server for the whole run (npm's
 * PostgreSQL, unix socket only, like the product) or uses the one HOLDFAST_TEST_DATABASE_URL names; each test then gets
 * a copy of a template that has had the migrations. `sweeper.mjs` clears away after the run, however it ended.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import pg from 'pg'
import { openDatabase } from '../../src/edge/database/openDatabase.ts'
import { projectFolder } from '../../src/edge/settings.ts'
import { migrate } from '../../src/store/migrate.ts'

export interface TestDatabase {
  readonly name: string
  /** The administrative login, which owns the tables. `set local role holdfast_app` serves as a request does. */
  readonly connection: pg.PoolConfig
  /** A small pool of that login, ended by `close`. */
  readonly pool: pg.Pool
  /** Ends the pool and drops the database. */
  close(): Promise<void>
}

/** Everything of one run carries the number of its process, so that runs side by side never meet. */
const run = `holdfast_test_${process.pid}`
const runFolder = join(tmpdir(), run)
const template = `${run}_template`
const templateLock = 6_302_771_509
let given = 0

/** A fresh database with the migrations of `src/store/schema`, or an empty one. Close it when done. */
export async function testDatabase({ empty = false }: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const server = await (ready ??= prepare())
  const name = `${run}_${threadId}_${++given}`
  await administer(server, async (client) => {
    await client.query(`create database ${name} template ${empty ? 'template0' : template}`)
  })
  const connection = onDatabase(server, name)
  const pool = new pg.Pool({ ...connection, max: 5 })
  // A backend ended by the drop below, or by a test on purpose, is no failure of the run.
  pool.on('error', () => undefined)
  return {
    name,
    connection,
    pool,
    close: async () => {
      if (!pool.ended) await pool.end()
      await administer(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      })
    },
  }
}

let ready: Promise<pg.PoolConfig> | null = null

/** The run's server, with its template; each thread of the run prepares once, and all meet on the same server. */
async function prepare(): Promise<pg.PoolConfig> {
  const url = process.env['HOLDFAST_TEST_DATABASE_URL'] ?? ''
  const server = url === '' ? await startServer() : { connectionString: url }
  if (url !== '') sweepAfterRun()
  await administer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    // The template gets its name when whole, so a thread that finds it may copy it.
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      await client.query(`drop database if exists ${template}_making`)
      await client.query(`create database ${template}_making template template0 encoding 'UTF8' locale 'C'`)
      await migrate(onDatabase(server, `${template}_making`), join(projectFolder, 'src/store/schema'))
      await client.query(`alter database ${template}_making rename to ${template}`)
    }
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  })
  return server
}

async function startServer(): Promise<pg.PoolConfig> {
  mkdirSync(runFolder, { recursive: true, mode: 0o755 })
  sweepAfterRun()
  const quiet = { info: () => undefined, warn: () => undefined }
  // Nothing of a test run need outlive the machine: test/durability has servers of its own that keep every promise.
  const extra = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']
  return (await openDatabase({ databaseUrl: null, dataFolder: runFolder }, quiet, { extra })).connection
}

/** Starts, once a run, the small program that waits for this process to end and then clears away. */
function sweepAfterRun(): void {
  mkdirSync(runFolder, { recursive: true, mode: 0o755 })
  try {
    writeFileSync(join(runFolder, 'sweeper'), '', { flag: 'wx' })
  } catch {
    return
  }
  const sweeper = join(projectFolder, 'test/support/sweeper.mjs')
  spawn(process.execPath, [sweeper, String(process.pid), runFolder, run], { detached: true, stdio: 'ignore' }).unref()
}

async function administer(server: pg.PoolConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function onDatabase(server: pg.PoolConfig, database: string): pg.PoolConfig {
  if (server.connectionString === undefined) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
