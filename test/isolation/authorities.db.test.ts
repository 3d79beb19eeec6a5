/**
 * Promise A2: one authority never sees another's row, whatever it asks, as the role that serves. The queries are generated
 * for every table there is, so that a new table is under the test from the day it comes.
 * HOLDFAST_QUERIES sets how many (2,400 in every build, 10,000 before a release).
 */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../support/seed.ts'
import { enterScope, inTransaction } from '../../src/store/postgres.ts'
import { sealAudit } from '../../src/store/audit/seal.ts'
import { accountByName, addPerson } from '../../src/store/people.ts'
import { newId } from '../../src/edge/ids.ts'
import { factNames } from '../../src/core/facts/factTypes.ts'
import type { GivenChild } from '../support/facts.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'

const queries = Number(process.env['HOLDFAST_QUERIES'] ?? 2400)

let state = seed
const anyOf = <T>(list: readonly T[]): T => {
  state = (state * 48271 + 11) % 2147483647
  return list[state % list.length] as T
}

/** Read by everybody: which authorities there are is no secret, and a person signs in before theirs is known. */
const open = new Set(['authority'])

let together: Trials
let ours: Trial
let theirs: Trial
let tables: readonly string[]
let columns: ReadonlyMap<string, readonly string[]>
/** Rows of theirs in each table, as the owner sees them. */
let hidden: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

/** One of every kind of fact, so that no table is empty. */
const child = (code: string, worker: string): GivenChild => ({
  code, bornOn: '2012-06-15', unaccompanied: true, missing: ['M 2026-10-03'], careLeaver: [{ collectionYear: 2027, inTouch: 'YES' }],
  episodes: ['S C1 U6@ash 2026-04-06'], reviews: ['2026-05-01'], outcomes: [{ collectionYear: 2027, immunised: '1' }],
  adoption: { matchedOn: '2026-09-01' }, adoptionDecisions: ['2026-06-01'], previousPermanence: { arrangement: 'P1' },
  socialWorkers: [{ worker, startedOn: '2026-04-06' }], deprivationOfLiberty: [{ startedOn: '2026-06-06' }],
})

beforeAll(async () => {
  together = await trials()
  ours = await together.next()
  theirs = await together.next()
  for (const [at, code, worker] of [[ours, '11001', 'SW1'], [theirs, '22001', 'SW2']] as const) {
    await at.counts(returnFiles(2027, [child(code, worker), { ...child(code.replace('1', '2'), worker), episodes: ['S E1 A5@elm 2026-04-07 2026-11-02 E12'] }]))
    await at.counts(returnFiles(2027, [{ ...child(code, worker), bornOn: '2012-06-16' }]))
    await at.pool.query(`insert into worker values ($1, $2, 'Dee Marsh', 'East')`, [at.authorityId, worker])
    await at.work(async () => undefined)
    await sealAudit(together.pool, at.authorityId)
  }
  const { rows } = await together.pool.query<{ table_name: string; names: readonly string[] }>(
    `select table_name, array_agg(column_name::text order by ordinal_position) as names from information_schema.columns
     where table_schema = 'public' group by table_name having 'authority_id' = any(array_agg(column_name::text)) order by 1`)
  tables = rows.map((row) => row.table_name)
  columns = new Map(rows.map((row) => [row.table_name, row.names]))
  const found = new Map<string, readonly Readonly<Record<string, unknown>>[]>()
  for (const table of tables) {
    found.set(table, await rowsOf(table))
  }
  hidden = found
})
afterAll(() => together.close())

async function rowsOf(table: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await together.pool.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(one) as row from ${table} one where authority_id = $1 order by one::text`, [theirs.authorityId])
  return rows.map(({ row }) => row)
}

const scope = (at: Trial): { readonly authorityId: number; readonly personId: string } => ({ authorityId: at.authorityId, personId: at.actor.personId })

test('every table of an authority has rows of both, so that there is something to hide', () => {
  expect(tables).toEqual(expect.arrayContaining(['child', 'difference', 'standing', 'audit_event', 'return_import', ...factNames]))
  expect(tables.filter((table) => (hidden.get(table) ?? []).length === 0)).toEqual([])
})

describe('the guard itself', () => {
  test('every table of an authority has forced row-level security, and policies that read and write by it', async () => {
    const { rows } = await together.pool.query<{ name: string; guarded: boolean }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (
         select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.permissive = 'PERMISSIVE'
           and p.cmd = 'ALL' and p.qual like '%holdfast.authority%' and p.with_check like '%holdfast.authority%') as guarded
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'v', 'f')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id')`)
    expect(rows.map(({ name }) => name).sort()).toEqual(tables)
    expect(rows.filter(({ guarded }) => !guarded)).toEqual([])
  })

  test('beside it are only the two policies that let somebody sign in', async () => {
    const { rows } = await together.pool.query(
      `select tablename, policyname, cmd, qual from pg_policies where qual not like '%holdfast.authority%' order by 1`)
    expect(rows).toEqual([
      { tablename: 'authority', policyname: 'signing_in', cmd: 'SELECT', qual: 'true' },
      { tablename: 'person', policyname: 'signing_in', cmd: 'SELECT', qual: expect.stringContaining("current_setting('holdfast.sign_in_name'::text, true)") },
    ])
  })

  test('the serving role owns nothing, cannot bypass the guard, and is a member of no role that could', async () => {
    const { rows } = await together.pool.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
         (select count(*)::int from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owned,
         (select count(*)::int from pg_proc where proowner = r.oid) as functions,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
         has_schema_privilege(r.oid, 'public', 'create') as creates
       from pg_roles r where rolname = 'holdfast_app'`)
    expect(rows).toEqual([{
      rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, owned: 0, functions: 0,
      memberships: 0, creates: false,
    }])
  })

  test('no function runs with more rights than who calls it', async () => {
    const { rows } = await together.pool.query(`select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`)
    expect(rows).toEqual([])
  })
})

describe('without an authority set, nobody sees a row', () => {
  test.each([null, ''])('setting %j', async (value) => {
    const client = await together.pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('role', 'holdfast_app', true)`)
      if (value !== null) await client.query(`select set_config('holdfast.authority', $1, true)`, [value])
      for (const table of tables) {
        const { rows } = await client.query(`select count(*)::int as n from ${table}`)
        expect([table, rows]).toEqual([table, [{ n: open.has(table) ? 2 : 0 }]])
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

/** Runs a statement in a savepoint, so that one refused does not end the rest. Gives its rows, or why it was refused. */
async function tried(client: pg.ClientBase, text: string, values: readonly unknown[] = []): Promise<
  { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly changed: number } | { readonly refused: string }
> {
  await client.query('savepoint one')
  try {
    const { rows, rowCount, command } = await client.query<Record<string, unknown>>(text, [...values])
    await client.query('release one')
    return { rows, changed: command === 'SELECT' || command === 'FETCH' ? 0 : (rowCount ?? 0) }
  } catch (error) {
    await client.query('rollback to one; release one')
    return { refused: String((error as { code?: string }).code) }
  }
}

test(`${queries} queries of any shape give and change none of another's rows`, { timeout: 20_000 + queries * 20 }, async () => {
  const others = String(theirs.authorityId)
  const guarded = tables.filter((table) => !open.has(table))
  const seen = new Map<string, number>()
  let asked = 0
  while (asked < queries) {
    // Each transaction on whatever connection the pool gives, half of them undone: nothing of a scope may stay behind.
    const undo = new Error('undo')
    await inTransaction(together.pool, scope(ours), async (client) => {
      for (let i = 0; i < 40; i += 1, asked += 1) {
        const table = anyOf(guarded)
        const names = columns.get(table) ?? []
        const column = anyOf(names)
        const row = anyOf(hidden.get(table) ?? [])
        const other = anyOf(guarded)
        const kind = anyOf(['all', 'by number', 'by key', 'either', 'join', 'count', 'exists', 'union', 'window', 'lateral', 'returning', 'insert', 'move', 'update', 'delete', 'upsert', 'with', 'lock'] as const)
        const json = JSON.stringify(row)
        const given = `select * from jsonb_populate_record(null::${table}, $1::jsonb)`
        const named = names.filter((name) => !(table === 'audit_event' && name === 'event_id')).join(', ')
        const [text, values] = ((): readonly [string, readonly unknown[]] => {
          switch (kind) {
            case 'all': return [`select authority_id from ${table}`, []]
            case 'by number': return [`select authority_id from ${table} where authority_id = $1`, [others]]
            case 'by key': return [`select authority_id from ${table} where ${column}::text = $1`, [String(row[column])]]
            case 'either': return [`select authority_id from ${table} where authority_id = $1 or true order by ${column} desc nulls first`, [others]]
            case 'join': return [`select b.authority_id from ${table} a left join ${other} b on a.authority_id <> b.authority_id`, []]
            case 'count': return [`select authority_id, count(*) from ${table} group by rollup (authority_id) having authority_id is not null`, []]
            case 'exists': return [`select x.authority_id from ${table} x where exists (select from ${other} y where y.authority_id = $1)`, [others]]
            case 'union': return [`select authority_id from ${table} union all select authority_id from ${other}`, []]
            case 'window': return [`select authority_id, rank() over (order by ${column}) from ${table}`, []]
            case 'lateral': return [`select b.authority_id from ${table} a, lateral (select * from ${other} where authority_id = $1) b`, [others]]
            case 'returning': return [`update ${table} set authority_id = authority_id where authority_id = $1 returning authority_id`, [others]]
            case 'insert': return [`insert into ${table} (${named}) select ${named} from (${given}) g returning authority_id`, [json]]
            case 'move': return [`update ${table} set authority_id = $1 returning authority_id`, [others]]
            case 'update': return [`update ${table} set ${column} = ${column} where authority_id = $1`, [others]]
            case 'delete': return [`delete from ${table} where authority_id = $1`, [others]]
            case 'upsert': return [`insert into ${table} (${named}) select ${named} from (${given}) g on conflict do nothing returning authority_id`, [json]]
            case 'with': return [`with taken as (select * from ${table} where authority_id in (${others}, 1)) select authority_id from taken`, []]
            case 'lock': return [`select authority_id from ${table} where authority_id = $1 for update`, [others]]
          }
        })()
        const result = await tried(client, text, values)
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        const told = `seed ${seed}: ${text} ${JSON.stringify(values)}`
        if ('refused' in result) {
          // Denied by grant or by policy, never for what was found: that would tell that it is there.
          expect(result.refused, told).toBe('42501')
        } else {
          expect(result.rows.filter((one) => one['authority_id'] !== ours.authorityId && one['authority_id'] !== null), told).toEqual([])
          // A "move" of our own rows to them must have been refused; nothing else of theirs can have been met.
          expect(result.changed, told).toBe(0)
        }
      }
      if (anyOf([true, false])) throw undo
    }).catch((error: unknown) => {
      if (error !== undo) throw error
    })
    // The connection back in the pool is nobody's: as its owner would be in a fresh one.
    const { rows } = await together.pool.query<{ role: string; authority: string | null }>(
      `select current_setting('role') as role, nullif(current_setting('holdfast.authority', true), '') as authority`)
    expect(rows).toEqual([{ role: 'none', authority: null }])
  }
  expect([...seen.keys()]).toHaveLength(18)
  for (const table of tables) expect([table, await rowsOf(table)]).toEqual([table, hidden.get(table)])
})

test('nor do what the database knows of its tables', async () => {
  await together.pool.query('analyze')
  await inTransaction(together.pool, scope(ours), async (client) => {
    const { rows } = await client.query('select tablename from pg_stats where tablename = any($1)', [tables])
    expect(rows).toEqual([])
  })
})

test('a name typed at sign-in finds that person and nobody else, and a failed sign-in leaves the connection clean', async () => {
  const account = await accountByName(together.pool, `Ada Quill of ${theirs.authorityId}`)
  expect(account?.actor).toEqual(theirs.actor)
  expect(await accountByName(together.pool, '')).toBeUndefined()
  expect(await accountByName(together.pool, `' or true --`)).toBeUndefined()
  // A person of an authority that is not there: refused, and the next on the same connection is not harmed.
  const nobody = { authorityId: 1, personId: newId(), signInName: 'nobody', name: 'Nobody', roles: [], passwordHash: '' }
  for (let i = 0; i < 8; i += 1) await expect(addPerson(together.pool, nobody)).rejects.toThrow('person_authority_id_fkey')
  for (let i = 0; i < 8; i += 1) {
    expect(await inTransaction(together.pool, scope(ours), async (client) =>
      (await client.query('select distinct authority_id from person')).rows)).toEqual([{ authority_id: ours.authorityId }])
  }
})

describe('facts are append-only for the serving role', () => {
  const inOurs = <T>(fn: (client: pg.PoolClient) => Promise<T>): Promise<T> => inTransaction(together.pool, scope(ours), fn)
  const failure = (text: string): Promise<string> =>
    inOurs((client) => client.query(text)).then(() => 'allowed', (error: Error) => error.message)

  test.each(factNames)('%s: not changed, not deleted, not emptied, superseded once', async (name) => {
    for (const column of (columns.get(name) ?? []).filter((one) => !one.startsWith('superseded'))) {
      expect([column, await failure(`update ${name} set ${column} = ${column}`)]).toEqual([column, `permission denied for table ${name}`])
    }
    expect(await failure(`delete from ${name}`)).toBe(`permission denied for table ${name}`)
    expect(await failure(`truncate ${name}`)).toBe(`permission denied for table ${name}`)
    expect(await failure(`alter table ${name} disable trigger keep_fact`)).toBe(`must be owner of table ${name}`)
    const one = `fact_id = (select fact_id from ${name} order by fact_id limit 1)`
    const [first, second, back, onward] = await inOurs(async (client) => {
      const said = []
      for (const set of ['superseded_at = now()', 'superseded_at = clock_timestamp()', 'superseded_at = null', `superseded_by = '${newId()}'`]) {
        said.push(await client.query('savepoint one').then(() => client.query(`update ${name} set ${set} where ${one}`))
          .then(({ rowCount }) => String(rowCount), async (error: Error) => {
            await client.query('rollback to one')
            return error.message
          }))
      }
      throw Object.assign(new Error('undo'), { said })
    }).catch((error: Error & { readonly said?: readonly string[] }) => error.said ?? [error.message])
    const never = 'a superseded fact is never changed'
    expect([first, second, back, onward]).toEqual(['1', never, never, never])
  })

  test('even the owner changes no fact, but by taking the trigger away', async () => {
    await expect(together.pool.query(`update episode set legal_status = 'E1'`)).rejects.toThrow('a fact is never changed, only superseded')
  })

  test('nor are the audit log, children and differences rewritten', async () => {
    for (const [text, table] of [
      [`update audit_event set event = 'x'`, 'audit_event'], ['delete from audit_event', 'audit_event'],
      [`update child set code = 'x'`, 'child'], ['delete from child', 'child'], ['delete from difference', 'difference'],
      [`update difference set proposed = null`, 'difference'], [`update person set roles = '{}'`, 'person'],
      [`insert into authority values (1, 'x', true)`, 'authority'],
    ] as const) {
      expect([text, await failure(text)]).toEqual([text, `permission denied for table ${table}`])
    }
  })

  test('a scope ends with its transaction, also on the same connection', async () => {
    const client = await together.pool.connect()
    try {
      await client.query('begin')
      await enterScope(client, scope(theirs))
      expect((await client.query('select distinct authority_id from child')).rows).toEqual([{ authority_id: theirs.authorityId }])
      await client.query('rollback')
      await client.query('begin')
      await client.query(`select set_config('role', 'holdfast_app', true)`)
      expect((await client.query('select authority_id from child')).rows).toEqual([])
      await client.query('commit')
    } finally {
      client.release()
    }
  })
})
