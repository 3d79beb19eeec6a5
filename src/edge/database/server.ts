/** Holdfast's own PostgreSQL server: found running, or started; and stopped by the last that uses it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type Account, underAccount } from './account.ts'
import { clusterFolder } from './cluster.ts'
import { lockHolder, type PostmasterFile, processState, readPostmasterFile, removeStaleLock } from './postmasterFile.ts'
import { ask, enter, leave } from './presence.ts'
import { makeSocketFolder, socketFolderFor, socketPort } from './socketFolder.ts'

export interface Log {
  info(words: string): void
  warn(words: string): void
}

export interface Server {
  readonly socketFolder: string
  readonly pid: number
  /** False when it ran already and was joined. */
  readonly startedHere: boolean
  /** Stops the server, unless others use it still. Waits until it has written everything and is gone. */
  stop(): Promise<void>
}

/** How long, in milliseconds, a process may hold the folder without answering, or be stopping, before we give up. */
const usualPatience = 60_000
const pause = 25

/** Options a server always gets: reachable through its socket alone, and keeping what it acknowledged. */
const options: readonly string[] = [
  'listen_addresses=',
  `port=${socketPort}`,
  'unix_socket_permissions=0700',
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_messages=warning',
  'log_checkpoints=off',
  'logging_collector=off',
  // Many short statements: compiling them costs more than it saves.
  'jit=off',
]

/**
 * The server of the cluster in `dataFolder`: joins the one that runs, otherwise starts it. A crash is recovered by
 * PostgreSQL itself while we wait, however long that takes. `extra` are further `name=value` settings, for tests.
 * @throws when a live process holds the folder and does not answer, or PostgreSQL ends while starting, with its words
 */
export async function openServer(
  account: Account,
  dataFolder: string,
  log: Log,
  { extra = [], patience = usualPatience }: { readonly extra?: readonly string[]; readonly patience?: number } = {},
): Promise<Server> {
  const cluster = realpathSync(clusterFolder(dataFolder))
  const socketFolder = socketFolderFor(dataFolder)
  let obstacle = ''
  for (const until = Date.now() + patience; Date.now() < until; await sleep(pause)) {
    const file = readPostmasterFile(cluster)
    const state = file === null ? 'gone' : processState(file.pid)
    const answer = await ask(file?.socketFolder ?? socketFolder)
    if (answer.kind === 'answers') {
      if (answer.serves !== cluster) {
        await answer.client.end()
        throw new Error(`The server behind ${socketFolder} serves ${answer.serves}, not ${cluster}. Stop it, or set HOLDFAST_DATA to another folder.`)
      }
      if (await enter(answer.client)) return joined(cluster, file?.socketFolder ?? socketFolder, answer.client, false, log)
      continue
    }
    if (answer.kind === 'notYet' || state === 'postgres' || state === 'unclear') {
      obstacle = `process ${file?.pid ?? 'unknown'} holds it and does not answer. If it is no PostgreSQL server, remove ${join(cluster, 'postmaster.pid')}`
      continue
    }
    clearStale(cluster, socketFolder, file)
    const attempt = await start(account, dataFolder, cluster, socketFolder, log, extra)
    if (attempt.kind === 'started') return joined(cluster, socketFolder, attempt.client, true, log)
    if (attempt.kind === 'failed') throw new Error(`PostgreSQL could not start on ${cluster}:\n${attempt.words}`)
    obstacle = `PostgreSQL says:\n${attempt.words}`
  }
  throw new Error(`The database in ${dataFolder} cannot be opened: ${obstacle}`)
}

/**
 * Removes locks of a server that is no more and that PostgreSQL would stumble over, because their process number still
 * exists: as a zombie nobody has buried, or as another program. Those of a number that is free are left for PostgreSQL,
 * which also looks for orphaned helpers before it takes them away.
 */
function clearStale(cluster: string, socketFolder: string, file: PostmasterFile | null): void {
  const over = (pid: number): boolean => ['zombie', 'other'].includes(processState(pid))
  if (file !== null && over(file.pid)) removeStaleLock(join(cluster, 'postmaster.pid'), file.pid)
  const lock = join(socketFolder, `.s.PGSQL.${socketPort}.lock`)
  const holder = lockHolder(lock)
  if (holder !== null && over(holder)) removeStaleLock(lock, holder)
}

type Attempt =
  | { readonly kind: 'started'; readonly client: pg.Client }
  /** Another server, or what is left of one, is in the way: look again. */
  | { readonly kind: 'hindered'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string }

async function start(
  account: Account,
  dataFolder: string,
  cluster: string,
  socketFolder: string,
  log: Log,
  extra: readonly string[],
): Promise<Attempt> {
  makeSocketFolder(account, socketFolder)
  // Quoted, because PostgreSQL reads a list of folders here.
  const settings = [...options, `unix_socket_directories="${socketFolder}"`, ...extra].flatMap((one) => ['-c', one])
  const { command, args, options: how } = underAccount(account, 'postgres', ['-D', cluster, ...settings])
  const logFile = openLog(dataFolder)
  const from = fstatSync(logFile).size
  // Detached, and its words to a file: neither Ctrl-C, nor our own death, nor a pipe that broke with us may end it.
  const child = spawn(command, args, { ...how, detached: true, stdio: ['ignore', logFile, logFile] })
  const ended = ending(child)
  child.unref()
  closeSync(logFile)
  const words = (): string => readFileSync(join(dataFolder, 'postgresql.log')).subarray(from).toString('utf8').trim()

  for (let told = Date.now(); ; await sleep(pause)) {
    if (ended.now !== null) {
      const said = `${words()}\n${ended.now}`.trim()
      return { kind: /lock file|shared memory block/.test(said) ? 'hindered' : 'failed', words: said }
    }
    if (readPostmasterFile(cluster)?.pid === child.pid) {
      const answer = await ask(socketFolder)
      if (answer.kind === 'answers' && (await enter(answer.client))) return { kind: 'started', client: answer.client }
    }
    if (Date.now() - told > 10_000) {
      log.info('Still waiting for PostgreSQL to start; after a crash it first puts its files in order.')
      told = Date.now()
    }
  }
}

/** How a child ended, in words; null while it runs. */
function ending(child: ChildProcess): { now: string | null } {
  const state: { now: string | null } = { now: null }
  child.once('error', (error) => (state.now = error.message))
  child.once('exit', (status, signal) => (state.now = `postgres ended with ${signal ?? status}`))
  return state
}

/** The server's own log, which grows by warnings only; a long one is put aside once, so there are never more than two. */
function openLog(dataFolder: string): number {
  const path = join(dataFolder, 'postgresql.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(path, `${path}.old`)
  return openSync(path, 'a', 0o600)
}

/** The two methods of pg's client that its types leave out. */
function holding(client: pg.Client): { ref(): void; unref(): void } {
  return client as pg.Client & { ref(): void; unref(): void }
}

function joined(cluster: string, socketFolder: string, client: pg.Client, startedHere: boolean, log: Log): Server {
  // Being present keeps no process alive that has nothing else to do.
  holding(client).unref()
  let lost = false
  client.once('end', () => (lost = true))
  const pid = readPostmasterFile(cluster)?.pid ?? 0
  let stopping: Promise<void> | null = null
  const stop = async (): Promise<void> => {
    let here = client
    holding(client).ref()
    if (lost) {
      // The server ended one of its processes and recovered, or is gone: ask again before leaving.
      const answer = await ask(socketFolder)
      if (answer.kind !== 'answers') return
      here = answer.client
      if (!(await enter(here))) return
    }
    const last = await leave(here).catch(() => false)
    if (last) await shutDown(cluster, log)
    else log.info('The database goes on running: another process uses it.')
    await here.end().catch(() => undefined)
  }
  return { socketFolder, pid, startedHere, stop: () => (stopping ??= stop()) }
}

/** Asks the server to stop at once but in order (SIGINT: open transactions are rolled back, everything is written). */
async function shutDown(cluster: string, log: Log): Promise<void> {
  const file = readPostmasterFile(cluster)
  if (file === null) return
  process.kill(file.pid, 'SIGINT')
  for (let told = Date.now(), began = told; ; await sleep(10)) {
    if (['gone', 'zombie'].includes(processState(file.pid))) return
    // Its own lock goes last: without it everything is written, even where we may not see the process end.
    const written = readPostmasterFile(cluster)?.pid !== file.pid
    if (written && Date.now() - began > 5000) return
    if (!written && Date.now() - began > usualPatience) throw new Error(`PostgreSQL (process ${file.pid}) was asked to stop and has not within a minute.`)
    if (Date.now() - told > 10_000) {
      log.info('Still waiting for PostgreSQL to write everything down.')
      told = Date.now()
    }
  }
}
