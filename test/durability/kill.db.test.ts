/**
 * Promise E1: acknowledged means kept. The server is killed with kill -9 at random moments while four writers write, and
 * after each kill Holdfast is started again as it always is. HOLDFAST_KILLS sets how often (6 in every build, 1000 before
 * a release).
 */
import { readdirSync, readFileSync, rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/edge/database/openDatabase.ts'
import { processState, readPostmasterFile } from '../../src/edge/database/postmasterFile.ts'
import { otherProcess } from '../support/otherProcess.ts'

const kills = Number(process.env['HOLDFAST_KILLS'] ?? 6)
const writers = 4
const quiet = { info: () => undefined, warn: () => undefined }
let dataFolder: string

beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'holdfast durability '))
})

afterAll(() => {
  // Left running only when the test failed half-way.
  const pid = serverProcess()
  if (pid !== 0 && !over(pid)) killNow(pid)
  rmSync(dataFolder, { recursive: true, force: true })
})

const over = (pid: number): boolean => ['gone', 'zombie'].includes(processState(pid))
const serverProcess = (): number => readPostmasterFile(join(dataFolder, 'postgresql'))?.pid ?? 0

/** The server's own helpers: the processes whose parent it is. */
function helpers(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => {
      try {
        return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${other}/stat`, 'utf8'))?.[1]) === pid
      } catch {
        return false
      }
    })
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended between being found and being killed.
  }
}

/** Ways a server dies; each leaves something else behind. */
const ways: readonly { readonly name: string; readonly kill: (pid: number) => readonly number[] }[] = [
  { name: 'server and helpers at once', kill: (pid) => [pid, ...helpers(pid)] },
  { name: 'server alone, its helpers left without it', kill: (pid) => [pid] },
  { name: 'helpers first', kill: (pid) => [...helpers(pid), pid] },
]

/** Writes pairs of rows until the server is gone; `acknowledged` gains a number only after its commit was confirmed. */
async function write(connection: pg.PoolConfig, writer: number, from: number, acknowledged: number[]): Promise<void> {
  const client = new pg.Client(connection as pg.ClientConfig)
  client.on('error', () => undefined)
  try {
    await client.connect()
    for (let number = from; ; number++) {
      await client.query('begin')
      await client.query(`insert into ledger values ($1, $2, 'left')`, [writer, number])
      await client.query(`insert into ledger values ($1, $2, 'right')`, [writer, number])
      await client.query('commit')
      acknowledged.push(number)
    }
  } catch {
    // The kill: nothing more is acknowledged.
  } finally {
    await client.end().catch(() => undefined)
  }
}

test(`${kills} kills under write load lose no acknowledged write and half-apply none`, { timeout: 20_000 + kills * 15_000 }, async () => {
  const acknowledged: number[][] = Array.from({ length: writers }, () => [])
  let rounds = 0
  for (; rounds < kills; rounds++) {
    // Every other round the server was started by another process, which is killed with it.
    const other = rounds % 2 === 1 ? otherProcess(dataFolder) : null
    await other?.opened
    const opened = await openDatabase({ databaseUrl: null, dataFolder }, quiet)
    expect(opened.words.endsWith(', running already.')).toBe(other !== null)
    const admin = new pg.Client(opened.connection as pg.ClientConfig)
    admin.on('error', () => undefined)
    await admin.connect()
    await admin.query('create table if not exists ledger (writer integer, number integer, half text, primary key (writer, number, half))')
    const before = acknowledged.map((list) => list.length)

    const { rows } = await admin.query<{ writer: number; next: number }>('select writer, max(number) + 1 as next from ledger group by writer')
    const writing = acknowledged.map((list, writer) => write(opened.connection, writer, rows.find((row) => row.writer === writer)?.next ?? 1, list))
    while (acknowledged.some((list, writer) => list.length < (before[writer] ?? 0) + 5)) await sleep(2)
    await sleep(Math.random() * 300)

    const pid = serverProcess()
    for (const victim of ways[rounds % ways.length]?.kill(pid) ?? []) killNow(victim)
    await other?.kill()
    await Promise.all(writing)
    while (!over(pid)) await sleep(2)
    expect(serverProcess()).toBe(pid)
    await admin.end().catch(() => undefined)
    await opened.stop()
  }

  const opened = await openDatabase({ databaseUrl: null, dataFolder }, quiet)
  const client = new pg.Client(opened.connection as pg.ClientConfig)
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ writer: number; number: number; halves: number }>(
    'select writer, number, count(*)::int as halves from ledger group by writer, number',
  )
  const kept = new Map(rows.map((row) => [`${row.writer}/${row.number}`, row.halves]))
  const lost = acknowledged.flatMap((list, writer) => list.map((number) => `${writer}/${number}`)).filter((key) => !kept.has(key))
  expect(rounds).toBe(kills)
  expect(acknowledged.flat().length).toBeGreaterThanOrEqual(kills * writers * 5)
  expect(lost).toEqual([])
  expect(rows.filter(({ halves }) => halves !== 2)).toEqual([])
  // One transaction a writer may have been kept without our hearing of it, each time.
  expect(rows.length - acknowledged.flat().length).toBeLessThanOrEqual(kills * writers)

  // Reading every page of tables and indexes against each other, as PostgreSQL's own checker does.
  await client.query('create extension amcheck')
  await client.query(`select bt_index_check('ledger_pkey', true)`)
  await client.end()
  await opened.stop()
})
