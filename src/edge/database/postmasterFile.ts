/** What `postmaster.pid` and the socket's lock say, and whether the process they name still lives. */
import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface PostmasterFile {
  readonly pid: number
  readonly port: number | null
  /** Folder of the unix socket; null while the server has not opened it yet. */
  readonly socketFolder: string | null
}

/**
 * What became of a process. `other`: the number now belongs to a program that is not PostgreSQL (numbers are used
 * again, at once in a restarted container). `unclear`: it lives, and we may not look at it.
 */
export type ProcessState = 'gone' | 'zombie' | 'postgres' | 'other' | 'unclear'

/** The lines of `postmaster.pid` in a PostgreSQL data folder; null when there is none or it is still empty. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  const text = readIfThere(join(cluster, 'postmaster.pid'))
  // 1 process, 2 data folder, 3 start, 4 port, 5 socket folder, 6 address, 7 shared memory, 8 status.
  const [pidLine, , , portLine, socketLine] = text?.split('\n') ?? []
  // A single-user server writes its number negative; it is a process all the same.
  const pid = Math.abs(Number(pidLine))
  if (!Number.isInteger(pid) || pid === 0) return null
  return { pid, port: Number(portLine) || null, socketFolder: socketLine === undefined || socketLine === '' ? null : socketLine }
}

export function processState(pid: number): ProcessState {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return 'gone'
  }
  // "123 (name) S …": the name may itself hold brackets, so it ends at the last one.
  const stat = /\((.*)\) (\S)/s.exec(readIfThere(`/proc/${pid}/stat`) ?? '')
  const [name, letter] = stat === null ? askPs(pid) : [stat[1] ?? '', stat[2] ?? '']
  if (letter === '') return 'unclear'
  if (letter === 'Z' || letter === 'X') return 'zombie'
  return /(^|\/)(postgres|postmaster)$/.test(name) ? 'postgres' : 'other'
}

function askPs(pid: number): readonly [string, string] {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim()
    const [, letter = '', name = ''] = /^(\S)\S*\s+(.*)$/.exec(line) ?? []
    return [name, letter]
  } catch {
    return ['', '']
  }
}

/**
 * Takes away a lock file that names `pid`, after the caller made sure that this process is no server and that nothing
 * answers. The file is moved aside before it is looked at again: were it deleted by name, one written in between by a
 * server that has just started would go with it, and two servers on one folder destroy it.
 */
export function removeStaleLock(path: string, pid: number): void {
  const aside = `${path}.stale-${process.pid}-${Math.random().toString(36).slice(2)}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (Math.abs(Number.parseInt(readIfThere(aside) ?? '', 10)) !== pid) {
    try {
      linkSync(aside, path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
  rmSync(aside, { force: true })
}

/** The process a lock file names in its first line; null when the file is missing or names none. */
export function lockHolder(path: string): number | null {
  const pid = Math.abs(Number.parseInt(readIfThere(path) ?? '', 10))
  return Number.isInteger(pid) && pid !== 0 ? pid : null
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    // ESRCH: a process that ended while its /proc file was being read.
    if (code === 'ENOENT' || code === 'ESRCH' || path.startsWith('/proc/')) return null
    throw error
  }
}

/** The system's name for a failure (ENOENT, ESRCH, 57P03 …), or null when it has none. */
export function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null
}
