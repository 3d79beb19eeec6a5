/**
 * How Holdfast speaks to PostgreSQL: dates as LocalDate, `infinity` as null, instants as ISO text, and one statement at
 * the start of every transaction that takes the serving role and says for which authority and person it works.
 */
import pg from 'pg'
import { dateOf, formatIso, type LocalDate } from '../core/time/localDate.ts'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20

/** Reads `2025-03-03` as a LocalDate by its character codes; `infinity` (still open) as null. */
export function readSqlDate(text: string): LocalDate | null {
  if (text === 'infinity') return null
  const digit = (at: number): number => text.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  const date = dateOf(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
  if (date === undefined) throw new RangeError(`the database gave a date that cannot be read: ${text}`)
  return date
}

/** `2025-03-03`, or `infinity` for a span that is still open. */
export function writeSqlDate(date: LocalDate | null): string {
  return date === null ? 'infinity' : formatIso(date)
}

/** PostgreSQL writes `2026-11-21 20:15:01.123+00`; everything else in Holdfast says `2026-11-21T20:15:01.123Z`. */
function readInstant(text: string): string {
  return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z')
}

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (format !== 'binary') {
      if (oid === DATE) return readSqlDate
      if (oid === TIMESTAMPTZ) return readInstant
      if (oid === INT8) return Number
    }
    return pg.types.getTypeParser(oid, format) as (value: string) => unknown
  },
}

/** A pool of connections on which dates, instants and counts arrive as Holdfast's own types. */
export function connect(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ max: 10, ...connection, types, options: '-c timezone=UTC -c datestyle=ISO' })
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => {})
  // Nor must one in use that it closes between two statements: the next statement tells of it.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** For whom a transaction works. */
export interface Scope {
  readonly authorityId: number
  readonly personId: string | null
}

/**
 * Takes the serving role and the scope, until the transaction ends. One statement, so that neither can be forgotten. It
 * reaches every child of the authority: for the work of the installation itself (an import, sealing the audit log). What a
 * person asks goes on to be narrowed (`access/reach.ts`) before anything else is read.
 */
export async function enterScope(client: pg.ClientBase, scope: Scope): Promise<void> {
  await client.query(enterScopeText(client, scope))
}

/** The statement as text, so that it can go out in one message with `begin`: one wait for both. */
function enterScopeText(client: pg.ClientBase, { authorityId, personId }: Scope): string {
  const text = (value: string): string => client.escapeLiteral(value)
  return `select set_config('role', 'holdfast_app', true), set_config('holdfast.authority', ${text(String(authorityId))}, true),
    set_config('holdfast.person', ${text(personId ?? '')}, true), set_config('holdfast.reach', 'everyone', true),
    set_config('holdfast.switches', '', true), set_config('holdfast.hidden', '', true)`
}

/** Which children a transaction reaches: every one but the hidden, or those listed. */
export interface Reach {
  readonly children: 'all' | readonly string[]
  /** Never reached, whatever else is said. */
  readonly hidden: readonly string[]
}

/** Holds what follows in the transaction to these children, by row-level security (the child wall, migration 012). */
export async function narrowReach(client: pg.ClientBase, { children, hidden }: Reach): Promise<void> {
  await client.query({ name: 'set reach', text: 'select set_reach($1, $2)', values: [children === 'all' ? null : children, hidden] })
}

/**
 * Waits until nobody else changes facts of the authority, and keeps others waiting until the transaction ends. Two that
 * lay rows beside a state the other is changing would each derive a child from half of what is then held.
 *
 * Gives the instant at which what is now written is recorded: after whatever the transaction had to wait for, so that
 * facts never come before those they replace.
 */
export async function changeFactsAlone(client: pg.ClientBase, authorityId: number): Promise<string> {
  await client.query('select pg_advisory_xact_lock(903, $1)', [authorityId])
  const { rows } = await client.query<{ now: string }>('select clock_timestamp() as now')
  return rows[0]?.now ?? ''
}

/** Runs `work` in one transaction inside a scope: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; ${enterScopeText(client, scope)}`)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    // A connection that cannot even roll back is thrown away rather than handed to the next request.
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}
