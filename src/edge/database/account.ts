/** As whom PostgreSQL runs: it refuses root, and its folder must belong to whoever runs it. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { copyPrograms, type Programs } from './programs.ts'

/** How to start a program so that PostgreSQL accepts its user. */
export interface Account {
  readonly words: string
  /** The programs to use: moved to where the account can reach them, when it could not. */
  readonly programs: Programs
  /** Put before the command, to run it through another program. */
  readonly prefix: readonly string[]
  /** User and group to become, when not the present one. */
  readonly become: { readonly uid: number; readonly gid: number } | null
}

const nobody = 65534
const mapped = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`] as const

/**
 * Chooses the account for the database in `dataFolder`:
 * - an ordinary user runs PostgreSQL as themselves;
 * - root opening a folder that belongs to somebody else runs it as that person, so that they can go on using it;
 * - root with a folder of its own runs it in a user namespace where root is called nobody: PostgreSQL is content and
 *   still reaches folders only root may enter;
 * - where namespaces are forbidden (most containers), root runs it as the real nobody, which then owns the cluster.
 * @throws when the folder cannot be used by any of them, with what to do
 */
export function chooseAccount(programs: Programs, dataFolder: string, mayMap: boolean = namespacesWork()): Account {
  const cluster = join(dataFolder, 'postgresql')
  const owner = existsSync(cluster) ? statSync(cluster) : existsSync(dataFolder) ? statSync(dataFolder) : null
  const self = process.getuid?.() ?? nobody
  if (self !== 0) {
    if (owner !== null && existsSync(cluster) && owner.uid !== self) {
      throw new Error(
        `The database in ${dataFolder} belongs to another user (number ${owner.uid}). ` +
          'Start Holdfast as that user, or set HOLDFAST_DATA to a folder of your own.',
      )
    }
    return { words: 'the present user', programs, prefix: [], become: null }
  }
  if (owner !== null && owner.uid !== 0) return become(programs, dataFolder, { uid: owner.uid, gid: owner.gid })
  if (mayMap) return { words: 'root in a user namespace', programs, prefix: mapped, become: null }
  if (existsSync(cluster)) {
    // Made under a namespace, now forbidden: hand the cluster to nobody rather than refuse to open it.
    const given = spawnSync('chown', ['-R', `${nobody}:${nobody}`, cluster], { encoding: 'utf8' })
    if (given.status !== 0) throw new Error(`The database in ${cluster} could not be given to the user nobody: ${given.stderr}`)
  }
  return become(programs, dataFolder, { uid: nobody, gid: nobody })
}

let namespaces: boolean | null = null

/** Whether `unshare` may make user namespaces here; asked once. */
function namespacesWork(): boolean {
  const [command, ...rest] = mapped
  return (namespaces ??= spawnSync(command, [...rest, 'true'], { stdio: 'ignore' }).status === 0)
}

function become(programs: Programs, dataFolder: string, who: { readonly uid: number; readonly gid: number }): Account {
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  if (spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dataFolder], { ...who, cwd: '/', stdio: 'ignore' }).status !== 0) {
    throw new Error(
      `PostgreSQL does not run as root, and user number ${who.uid} may not enter ${dataFolder}. ` +
        'Set HOLDFAST_DATA to a folder that user can reach, such as /var/lib/holdfast, or start Holdfast as an ordinary user.',
    )
  }
  const reached = reachable(programs, who) ? programs : publicCopy(programs, who)
  return { words: `user number ${who.uid}`, programs: reached, prefix: [], become: who }
}

function reachable(programs: Programs, who: { readonly uid: number; readonly gid: number }): boolean {
  return spawnSync(join(programs.bin, 'postgres'), ['--version'], { ...who, cwd: '/', stdio: 'ignore' }).status === 0
}

/**
 * A copy of the programs where everybody may run them. The name can be guessed and the place is open to all, so a copy
 * that is not root's alone to write is never used: somebody could have left other programs there.
 */
function publicCopy(programs: Programs, who: { readonly uid: number; readonly gid: number }): Programs {
  const name = `holdfast-postgresql-${programs.version}`
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (!existsSync(place)) continue
    const target = join(place, name)
    if (!existsSync(target)) {
      const making = `${target}.${process.pid}-${Math.random().toString(36).slice(2)}`
      copyPrograms(programs, making)
      chownSync(making, 0, 0)
      chmodSync(making, 0o755)
      try {
        renameSync(making, target)
      } catch {
        // Another process made the same copy first.
        rmSync(making, { recursive: true, force: true })
      }
    }
    const found = lstatSync(target)
    const copy = { ...programs, bin: join(target, 'bin') }
    if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0 && reachable(copy, who)) return copy
  }
  throw new Error(
    `PostgreSQL does not run as root, and user number ${who.uid} may not run the programs in ${dirname(programs.bin)}. ` +
      'Start Holdfast as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** Command, arguments and options that run a PostgreSQL program under the account, with an environment of its own. */
export function underAccount(account: Account, program: string, args: readonly string[]): {
  readonly command: string
  readonly args: readonly string[]
  readonly options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly uid?: number; readonly gid?: number }
} {
  const [command = '', ...rest] = [...account.prefix, join(account.programs.bin, program), ...args]
  // Nothing of the caller's PG* variables or locale may decide how the database is made or run.
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return { command, args: rest, options: { cwd: '/', env, ...account.become } }
}

/** Gives a file or folder to the account, when it is not the present user's. */
export function giveTo(account: Account, path: string): void {
  if (account.become !== null) chownSync(path, account.become.uid, account.become.gid)
}
