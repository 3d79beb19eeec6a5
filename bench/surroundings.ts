/** A Holdfast to measure: on PostgreSQL of its own with durable settings, as a council would run it, in a folder that goes again. */
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import yauzl from 'yauzl'
import type { Actor } from '../src/app/work.ts'
import { openDatabase, type OpenedDatabase } from '../src/edge/database/openDatabase.ts'
import { holdfastOn, type Holdfast } from '../src/edge/holdfast.ts'
import { commandLineActor } from '../src/edge/operator.ts'
import { loadRules } from '../src/edge/rules.ts'
import { projectFolder } from '../src/edge/settings.ts'
import { isoDate } from '../src/core/time/localDate.ts'
import { migrate } from '../src/store/migrate.ts'
import { addAuthority } from '../src/store/people.ts'
import { connect } from '../src/store/postgres.ts'

export interface BenchHoldfast {
  readonly holdfast: Holdfast
  readonly actor: Actor
  close(): Promise<void>
}

let server: Promise<OpenedDatabase> | null = null
const folders: string[] = []
let number = 0

function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `holdfast-bench-${name}-`))
  folders.push(folder)
  return folder
}

/** A fresh, empty Holdfast on the run's own server. */
export async function benchHoldfast(): Promise<BenchHoldfast> {
  const { opened, name } = await newDatabase()
  await migrate({ ...opened.connection, database: name }, join(projectFolder, 'src/store/schema'))
  const bench = await holdfastIn(opened, name)
  await addAuthority(bench.holdfast.pool, { authorityId: 990, name: 'Fernbrook', demonstration: true })
  return { ...bench, actor: await commandLineActor(bench.holdfast.pool, 990) }
}

/** The same Holdfast, opened anew, and a copy of it. The one given is closed: a database that is in use is not copied. */
export async function copyOf({ holdfast, actor, close }: BenchHoldfast): Promise<readonly [BenchHoldfast, BenchHoldfast]> {
  const { rows: [found] } = await holdfast.pool.query<{ name: string }>('select current_database() as name')
  await close()
  const { opened, name } = await newDatabase(found?.name)
  return [{ ...await holdfastIn(opened, found?.name ?? ''), actor }, { ...await holdfastIn(opened, name), actor }]
}

async function newDatabase(from = 'template1'): Promise<{ readonly opened: OpenedDatabase; readonly name: string }> {
  server ??= openDatabase({ databaseUrl: null, dataFolder: join(temporary('data'), 'data') }, { info: () => undefined, warn: () => undefined })
  const opened = await server
  const name = `bench_${++number}`
  const client = new pg.Client(opened.connection)
  await client.connect()
  await client.query(`create database ${name} template ${from}`)
  await client.end()
  return { opened, name }
}

async function holdfastIn(opened: OpenedDatabase, name: string): Promise<Omit<BenchHoldfast, 'actor'>> {
  const pool = connect({ ...opened.connection, database: name })
  return { holdfast: holdfastOn(pool, loadRules(), opened, () => isoDate('2026-03-31')), close: () => pool.end() }
}

/** A folder holding what a zip of the project holds. */
export async function unzipped(path: string): Promise<string> {
  const folder = temporary('files')
  mkdirSync(folder, { recursive: true })
  const open = promisify(yauzl.open as (path: string, options: yauzl.Options, done: (error: Error | null, zip: yauzl.ZipFile) => void) => void)
  const zip = await open(join(projectFolder, path), { lazyEntries: true, autoClose: true })
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null) return reject(error)
        pipeline(stream, createWriteStream(join(folder, basename(entry.fileName)))).then(() => zip.readEntry(), reject)
      })
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
  return folder
}

/** A folder of the run's own. */
export const benchFolder = temporary

/** Stops the server and clears away. */
export async function endBench(): Promise<void> {
  if (server !== null) await (await server).stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
