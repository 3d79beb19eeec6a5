/** The private folder of the server's unix socket. */
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, giveTo } from './account.ts'
import { codeOf } from './postmasterFile.ts'

/** The port is only the end of the socket's name; nothing listens on it. */
export const socketPort = 5432

/** The longest path of a socket, in bytes, that every system takes (Linux 107, macOS 103). */
const longestPath = 103

/**
 * Where the socket of a data folder goes: inside it, or, when that path would be too long for a socket or holds a sign
 * that PostgreSQL's list of folders gives a meaning, in a short folder among the temporary ones named after it.
 */
export function socketFolderFor(dataFolder: string): string {
  const inside = join(dataFolder, 'socket')
  const socket = (folder: string): string => join(folder, `.s.PGSQL.${socketPort}`)
  if (Buffer.byteLength(socket(inside)) <= longestPath && !/[",\n]/.test(inside)) return inside
  const name = `holdfast-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`
  const short = join(tmpdir(), name)
  return Buffer.byteLength(socket(short)) <= longestPath ? short : join('/tmp', name)
}

/**
 * Makes the folder, for the account alone. Because logins need no password this folder is the lock on the door: one that
 * somebody else made, or may enter, is refused.
 */
export function makeSocketFolder(account: Account, folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(account, folder)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const owner = account.become?.uid ?? process.getuid?.()
  const found = lstatSync(folder)
  if (!found.isDirectory() || (owner !== undefined && found.uid !== owner)) {
    throw new Error(`${folder} should be the private folder of Holdfast's database socket, but it belongs to somebody else. Remove it and start again.`)
  }
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
}
