/** Brings a database to the shape this code expects: plain SQL files, in order, each exactly once. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** The role requests serve under: it owns nothing and row-level security binds it. */
export const servingRole = 'holdfast_app'

/** Why the database was left as it was, and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

interface Migration {
  /** "001-ground.sql". */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the text, hexadecimal; line ends do not count, since version control may change them. */
  readonly checksum: string
}

/** Any number will do, as long as no other part of Holdfast takes the same advisory lock. */
const migrationLock = 5_118_240_377

/**
 * Makes the serving role, then runs the files of `folder` (`NNN-name.sql`) that have not run yet, each in a transaction
 * of its own together with the note that it ran. Processes that start at once wait for each other. `connection` is the
 * administrative login, which must own the database's tables.
 * @returns the names of the files that ran, in order; empty when there was nothing to do
 * @throws MigrationError when a file that ran was changed or is missing, one comes too late in the order, or its SQL fails
 */
export async function migrate(connection: pg.ClientConfig, folder: string): Promise<readonly string[]> {
  const migrations = readMigrations(folder)
  const client = new pg.Client({ ...connection, application_name: 'holdfast migration' })
  await client.connect()
  try {
    // The lock is the session's, so it also ends when this process is killed.
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await ensureServingRole(client)
    await client.query(
      `create table if not exists schema_migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`,
    )
    const waiting = await notYetRun(client, migrations, folder)
    for (const migration of waiting) await run(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  if (names.length === 0) throw new MigrationError(`There are no migrations in ${folder}.`)
  const numbers = new Map<string, string>()
  return names.map((name) => {
    const number = /^(\d{3})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (number === undefined) throw new MigrationError(`${join(folder, name)} should be called NNN-name.sql, such as 002-teams.sql.`)
    const other = numbers.get(number)
    if (other !== undefined) throw new MigrationError(`${other} and ${name} in ${folder} have the same number. Give the newer one the next free number.`)
    numbers.set(number, name)
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
  })
}

async function notYetRun(client: pg.Client, migrations: readonly Migration[], folder: string): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration order by name collate "C"')
  const files = new Map(migrations.map((one) => [one.name, one]))
  for (const { name, checksum } of rows) {
    const file = files.get(name)
    if (file === undefined) {
      throw new MigrationError(`The database has had ${name}, which ${folder} does not hold: a newer Holdfast has used it. Start that version or a newer one.`)
    }
    if (file.checksum !== checksum) {
      throw new MigrationError(`${name} was changed after this database ran it. Put the file back as it was and write the change as a new migration.`)
    }
  }
  const last = rows.at(-1)?.name ?? ''
  const waiting = migrations.filter(({ name }) => !rows.some((row) => row.name === name))
  const late = waiting.find(({ name }) => name < last)
  if (late !== undefined) {
    throw new MigrationError(`${late.name} comes before ${last}, which this database has run. Give it a number after ${last}.`)
  }
  return waiting
}

async function run(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const place = error instanceof pg.DatabaseError && error.position !== undefined ? ` line ${lineAt(sql, Number(error.position))}` : ''
    const words = error instanceof Error ? error.message : String(error)
    throw new MigrationError(`${name}${place} failed and was undone; the database is as it was before it: ${words}`, { cause: error })
  }
}

/** Line, from 1, of a position in characters, from 1. */
function lineAt(sql: string, position: number): number {
  return [...sql].slice(0, position - 1).filter((sign) => sign === '\n').length + 1
}

interface RoleFacts {
  readonly mighty: boolean
  readonly member: boolean
  readonly owner: boolean
  readonly reachable: boolean
}

/**
 * Roles belong to the whole server, so databases of one server that migrate at the same moment meet here: whoever comes
 * second finds the role made, or the grant being written, and looks again.
 */
async function ensureServingRole(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const facts = await roleFacts(client)
    if (facts !== null && facts.reachable) return refuseMighty(facts)
    try {
      if (facts === null) {
        await client.query(`create role ${servingRole} nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls`)
      }
      await client.query(`grant ${servingRole} to current_user`)
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined
      // 42710 and 23505: made by another meanwhile; XX000: "tuple concurrently updated".
      const raced = code === '42710' || code === '23505' || code === 'XX000'
      if (raced && attempt < 20) continue
      if (code !== '42501') throw error
      throw new MigrationError(
        `This login may not ${facts === null ? 'make' : 'use'} the role ${servingRole} that requests serve under. ` +
          `Have an administrator of the server run: ${facts === null ? `create role ${servingRole} nologin; ` : ''}` +
          `grant ${servingRole} to <this login>;`,
        { cause: error },
      )
    }
  }
}

async function roleFacts(client: pg.Client): Promise<RoleFacts | null> {
  const { rows } = await client.query<RoleFacts>(
    `select
      rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin as mighty,
      exists (select from pg_auth_members where member = role.oid) as member,
      exists (
        select from pg_shdepend
        where refclassid = 'pg_authid'::regclass and refobjid = role.oid and deptype = 'o'
      ) as owner,
      pg_has_role(current_user, role.oid, 'member') as reachable
    from pg_roles role
    where rolname = $1`,
    [servingRole],
  )
  return rows[0] ?? null
}

/** A serving role that may step over row-level security would make every promise about access untrue: better not start. */
function refuseMighty(facts: RoleFacts): void {
  const faults = [
    ...(facts.mighty ? ['has rights beyond nologin (superuser, bypassrls, createrole, createdb, replication or login)'] : []),
    ...(facts.member ? ['is a member of other roles'] : []),
    ...(facts.owner ? ['owns something'] : []),
  ]
  if (faults.length === 0) return
  throw new MigrationError(
    `The role ${servingRole} ${faults.join(' and ')}, so row-level security might not bind it. ` +
      'Take that away from it, then start again.',
  )
}
