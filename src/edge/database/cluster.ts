/** The cluster: PostgreSQL's own folder inside the data folder, made once and whole. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, giveTo, underAccount } from './account.ts'
import { codeOf, processState } from './postmasterFile.ts'

/** Login and database that Holdfast's own server has. */
export const ownName = 'holdfast'

export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'postgresql')
}

/** Major version the cluster was made by; null when there is no cluster yet. */
export function clusterMajor(dataFolder: string): number | null {
  const file = join(clusterFolder(dataFolder), 'PG_VERSION')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : null
}

/**
 * Makes the cluster when there is none. It is made in a side folder and renamed when whole, so one killed half-way
 * leaves only rubbish, never a cluster that cannot start; of two processes making it at once the first rename wins.
 *
 * Logins need no password ("trust") because there is only one way in: a unix socket in a folder that its owner alone may
 * enter. Whoever can reach it could as well read the files of the database, so a password would protect nothing and
 * would itself have to lie in a file beside them. Every TCP login is refused, should anybody ever open a port.
 */
export async function ensureCluster(account: Account, dataFolder: string): Promise<void> {
  if (clusterMajor(dataFolder) !== null) return
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  await removeUnfinished(dataFolder)
  if (existsSync(clusterFolder(dataFolder))) {
    if (readdirSync(clusterFolder(dataFolder)).length > 0) {
      throw new Error(
        `${clusterFolder(dataFolder)} is not a PostgreSQL folder (it has no PG_VERSION) and is not empty. ` +
          'Put back what belongs there, or set HOLDFAST_DATA to another folder.',
      )
    }
  }
  const making = join(dataFolder, `postgresql.new-${process.pid}-${Math.random().toString(36).slice(2)}`)
  mkdirSync(making, { mode: 0o700 })
  try {
    giveTo(account, making)
    await initialise(account, making)
    renameSync(making, clusterFolder(dataFolder))
    // initdb flushed the files; the new name is the folder's to keep.
    const folder = openSync(dataFolder, 'r')
    fsyncSync(folder)
    closeSync(folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    const another = ['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '') && clusterMajor(dataFolder) !== null
    if (!another) throw error
  }
}

async function initialise(account: Account, folder: string): Promise<void> {
  const { command, args, options } = underAccount(account, 'initdb', [
    `--pgdata=${folder}`,
    `--username=${ownName}`,
    '--encoding=UTF8',
    '--locale=C',
    '--auth-local=trust',
    '--auth-host=reject',
    '--data-checksums',
  ])
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  child.stderr.on('data', (part: Buffer) => said.push(part))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (status !== 0) {
    throw new Error(`PostgreSQL could not make its folder (initdb ended with ${status}):\n${Buffer.concat(said).toString('utf8').trim()}`)
  }
}

/** Side folders of makers that are gone; one whose process number was given to another program goes after an hour. */
async function removeUnfinished(dataFolder: string): Promise<void> {
  for (const name of readdirSync(dataFolder)) {
    const pid = /^postgresql\.new-(\d+)-/.exec(name)?.[1]
    if (pid === undefined) continue
    const path = join(dataFolder, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (!['gone', 'zombie'].includes(processState(Number(pid))) && age < 3_600_000) continue
    // The initdb of a maker that was killed may write for a moment yet: try again rather than stumble over its files.
    await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
