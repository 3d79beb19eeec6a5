/**
 * Who uses a server that Holdfast runs. Every user holds one connection with a shared lock for as long as it lives; the
 * server itself therefore knows who is left, a killed process included, and the last one out stops it. No process can
 * stop it under another, and none is left running because the one that started it was killed.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ownName } from './cluster.ts'
import { codeOf } from './postmasterFile.ts'
import { socketPort } from './socketFolder.ts'

const presenceKey = 4_801_917_263

/** What a try to connect met: a client, a server that says "not yet", or nothing at all. */
export type Answer =
  | { readonly kind: 'answers'; readonly client: pg.Client; readonly serves: string }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'silent' }

/** How to log in to the server behind a socket folder, as its owner. */
export function ownerLogin(socketFolder: string, database: string): pg.ClientConfig {
  // ssl is named because PGSSLMODE of the caller's environment would otherwise ask a private socket for TLS.
  return { host: socketFolder, port: socketPort, user: ownName, database, ssl: false }
}

/** Tries one connection; a client that answers is the caller's to end. `serves` is the data folder of its server. */
export async function ask(socketFolder: string): Promise<Answer> {
  const client = new pg.Client({
    ...ownerLogin(socketFolder, 'postgres'),
    application_name: 'holdfast presence',
    // A stopped or stuck server lets one connect and then says nothing.
    connectionTimeoutMillis: 5000,
  })
  // Without a listener a connection lost while idle would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return { kind: 'answers', client, serves: rows[0]?.data_directory ?? '' }
  } catch (error) {
    await client.end().catch(() => undefined)
    const code = codeOf(error) ?? ''
    if (['ENOENT', 'ECONNREFUSED', 'ENOTDIR'].includes(code)) return { kind: 'silent' }
    // 57P03 starting, stopping or recovering; 57P01 stopped under us; 53300 full; a cut connection has other codes.
    if (/^(57P0\d|53300|ECONNRESET|EPIPE|EAGAIN)$/.test(code) || /terminated|closed|timeout/i.test(String(error))) return { kind: 'notYet' }
    throw error
  }
}

/** Marks this client's process as a user of the server; false when the server is being stopped, and so must be started anew. */
export async function enter(client: pg.Client): Promise<boolean> {
  try {
    // Waits while the last user out holds the lock alone; its stopping the server then ends the wait with an error.
    await client.query('select pg_advisory_lock_shared($1)', [presenceKey])
    return true
  } catch {
    await client.end().catch(() => undefined)
    return false
  }
}

/** Ends this client's use; true when nobody else was left, and then nobody can enter until the client is ended. */
export async function leave(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [presenceKey])
  // The server takes a moment to notice that the connection of a process just killed is dead: one more try for those.
  for (const wait of [0, 100]) {
    await sleep(wait)
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [presenceKey])
    if (rows[0]?.last === true) return true
  }
  return false
}
