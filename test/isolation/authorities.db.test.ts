/**
 * Promise A2: one authority never sees another's row, whatever it asks, as the role that serves; and no request sees a row
 * of a child it does not reach. The queries are generated for every table there is, so that a new table is under the test
 * from the day it comes. HOLDFAST_QUERIES sets how many (10,000 in every build).
 */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../support/seed.ts'
import { enterScope, inTransaction, narrowReach, type Reach } from '../../src/store/postgres.ts'
import { sealAudit } from '../../src/store/audit/seal.ts'
import { accountByName, addPerson } from '../../src/store/people.ts'
import { newId } from '../../src/edge/ids.ts'
import { factNames } from '../../src/core/facts/factTypes.ts'
import { fillEveryTable } from '../support/everyTable.ts'
import type { GivenChild } from '../support/facts.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'

const queries = Number(process.env['HOLDFAST_QUERIES'] ?? 10_000)

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
/** Two children of ours: one that a narrowed request reaches, and one that it does not. */
let reached: string
let unreached: string
/** Rows of ours about the child that is not reached, in each table behind the child wall. */
let walled: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

/** Tables that name a child and stand outside the child wall, each with its reason. */
const outsideChildWall = {
  audit_event: 'tells of looks that were refused too; its pages are for those who audit',
  restriction: 'the wall is worked out from it', restriction_named: 'the wall is worked out from it',
  family_lock: 'the wall is worked out from it', break_glass: 'the wall is worked out from it',
  notice: 'what one person was told, read by that person alone; no words in it name a child',
  profile_share: 'what was agreed to be shown to another authority, and no more of the child',
} as const

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
  const third = await together.next()
  for (const [at, code, worker] of [[ours, '11001', 'SW1'], [theirs, '22001', 'SW2']] as const) {
    await at.counts(returnFiles(2027, [child(code, worker), { ...child(code.replace('1', '2'), worker), episodes: ['S E1 A5@elm 2026-04-07 2026-11-02 E12'] }]))
    await at.counts(returnFiles(2027, [{ ...child(code, worker), bornOn: '2012-06-16' }]))
    await at.pool.query(`insert into worker values ($1, $2, 'Dee Marsh', 'East')`, [at.authorityId, worker])
    await at.work(async () => undefined)
    const { rows } = await at.pool.query<{ child_id: string }>('select child_id from child where authority_id = $1 order by code', [at.authorityId])
    await fillEveryTable(at.pool, {
      authorityId: at.authorityId, people: [at.actor.personId, (await at.person('Bea Thorn')).personId],
      children: rows.map((row) => row.child_id), sharedWith: third.authorityId,
    })
    await sealAudit(together.pool, at.authorityId)
  }
  const { rows } = await together.pool.query<{ table_name: string; names: readonly string[] }>(
    `select table_name, array_agg(column_name::text order by ordinal_position) as names
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE'
     group by table_name having 'authority_id' = any(array_agg(column_name::text)) order by 1`)
  tables = rows.map((row) => row.table_name)
  columns = new Map(rows.map((row) => [row.table_name, row.names]))
  const found = new Map<string, readonly Readonly<Record<string, unknown>>[]>()
  for (const table of tables) {
    found.set(table, await rowsOf(table))
  }
  hidden = found
  const { rows: [first, second] } = await together.pool.query<{ child_id: string }>(
    'select child_id from child where authority_id = $1 order by code', [ours.authorityId])
  if (first === undefined || second === undefined) throw new Error('two children were to be held')
  reached = first.child_id
  unreached = second.child_id
  walled = await unreachedRows()
})
afterAll(() => together.close())

async function rowsOf(table: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await together.pool.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(one) as row from ${table} one where authority_id = $1 order by one::text`, [theirs.authorityId])
  return rows.map(({ row }) => row)
}

async function unreachedRows(): Promise<typeof walled> {
  const found = new Map<string, readonly Readonly<Record<string, unknown>>[]>()
  for (const table of tables.filter((one) => isWalled(one))) {
    const { rows } = await together.pool.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(one) as row from ${table} one where authority_id = $1 and child_id = $2 order by one::text`, [ours.authorityId, unreached])
    found.set(table, rows.map(({ row }) => row))
  }
  return found
}

const isWalled = (table: string): boolean => (columns.get(table) ?? []).includes('child_id') && !Object.hasOwn(outsideChildWall, table)

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
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id')`)
    expect(rows.map(({ name }) => name).sort()).toEqual(tables)
    expect(rows.filter(({ guarded }) => !guarded)).toEqual([])
  })

  test('every table about a child has the child wall besides, or stands on the list of those that have not', async () => {
    const { rows } = await together.pool.query<{ tablename: string; permissive: string; cmd: string; qual: string; with_check: string | null }>(
      `select tablename, permissive, cmd, qual, with_check from pg_policies where policyname = 'child_wall' order by 1`)
    expect(rows.map(({ tablename }) => tablename)).toEqual([...tables.filter(isWalled), 'family_link'].sort())
    for (const { tablename, permissive, cmd, qual, with_check } of rows) {
      // Without a check of its own the policy's condition is the check.
      expect([tablename, permissive, cmd, with_check]).toEqual([tablename, 'RESTRICTIVE', 'ALL', null])
      for (const setting of tablename === 'family_link' ? ['hidden'] : ['reach', 'switches']) expect(qual).toContain(`holdfast.${setting}`)
    }
    expect(Object.keys(outsideChildWall).filter((one) => !(columns.get(one) ?? []).includes('child_id'))).toEqual([])
    expect([...walled].filter(([, found]) => found.length === 0)).toEqual([])
  })

  test('views see what their reader sees', async () => {
    const { rows } = await together.pool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
         and not coalesce(reloptions @> '{security_invoker=true}', false)`)
    expect(rows).toEqual([])
  })

  test('beside the two walls are only policies that let somebody sign in, and the one that shows a shared profile', async () => {
    const { rows } = await together.pool.query<{ tablename: string; policyname: string; cmd: string; qual: string; with_check: string | null }>(
      `select tablename, policyname, cmd, qual, with_check from pg_policies where policyname not in ('authority_wall', 'child_wall') order by 1`)
    expect(rows.map(({ tablename, policyname, cmd, with_check }) => [tablename, policyname, cmd, with_check])).toEqual([
      ['authority', 'signing_in', 'SELECT', null], ['person', 'signing_in', 'SELECT', null], ['profile_share', 'shared_with', 'SELECT', null],
      ['role_held', 'signing_in', 'SELECT', null],
    ])
    expect(rows[0]?.qual).toBe('true')
    for (const at of [1, 3]) expect(rows[at]?.qual).toContain("current_setting('holdfast.sign_in_name'::text, true)")
    expect(rows[2]?.qual).toMatch(/to_authority_id = .*holdfast\.authority.*withdrawn_at IS NULL/s)
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
        expect([table, rows]).toEqual([table, [{ n: open.has(table) ? 3 : 0 }]])
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

/** As a query of the installation itself, of somebody with listed children, and of somebody from whom children are hidden. */
const reaches = (): readonly (Reach | null)[] => [null, { children: [reached], hidden: [] }, { children: 'all', hidden: [unreached] }]

test(`${queries} queries of any shape give and change none of another's rows, nor of a child not reached`, { timeout: 20_000 + queries * 20 }, async () => {
  const guarded = tables.filter((table) => !open.has(table))
  const seen = new Map<string, number>()
  const childOf = (table: string, as: string): string => (isWalled(table) ? `${as}.child_id` : 'null::uuid')
  let asked = 0
  while (asked < queries) {
    const reach = anyOf(reaches())
    // Each transaction on whatever connection the pool gives, half of them undone: nothing of a scope may stay behind.
    const undo = new Error('undo')
    await inTransaction(together.pool, scope(ours), async (client) => {
      if (reach !== null) await narrowReach(client, reach)
      for (let i = 0; i < 40; i += 1, asked += 1) {
        const table = anyOf(guarded)
        const names = columns.get(table) ?? []
        // The number of an event is generated, and an update of it is wrong before it is forbidden.
        const column = anyOf(names.filter((name) => name !== 'event_id'))
        const other = anyOf(guarded)
        // What must not be met: rows of theirs, or of ours about the child that is not reached.
        const ofChild = reach !== null && isWalled(table) && anyOf([true, false])
        const foe = ofChild ? `child_id = '${unreached}'` : `authority_id = ${theirs.authorityId}`
        const row = anyOf((ofChild ? walled : hidden).get(table) ?? [])
        const kind = anyOf([
          'all', 'by number', 'by key', 'either', 'join', 'count', 'exists', 'union', 'window', 'lateral', 'returning', 'insert', 'move', 'update',
          'delete', 'upsert', 'with', 'lock', 'cursor',
        ] as const)
        const json = JSON.stringify(row)
        const given = `select * from jsonb_populate_record(null::public.${table}, $1::jsonb)`
        const named = names.filter((name) => !(table === 'audit_event' && name === 'event_id')).join(', ')
        const which = `x.authority_id, ${childOf(table, 'x')} as of_child`
        const others = `b.authority_id, ${childOf(other, 'b')} as of_child`
        const [text, values] = ((): readonly [string, readonly unknown[]] => {
          switch (kind) {
            case 'all': return [`select ${which} from ${table} x`, []]
            case 'by number': return [`select ${which} from ${table} x where ${foe}`, []]
            case 'by key': return [`select ${which} from ${table} x where ${column}::text = $1`, [String(row[column])]]
            case 'either': return [`select ${which} from ${table} x where ${foe} or true order by ${column} desc nulls first`, []]
            case 'join': return [`select ${others} from ${table} a left join ${other} b on a.authority_id <> b.authority_id or random() < 2`, []]
            case 'count': return [`select ${which}, count(*) from ${table} x group by 1, 2`, []]
            case 'exists': return [`select ${others} from ${other} b where exists (select from ${table} where ${foe})`, []]
            case 'union': return [`select ${which} from ${table} x union all select ${others} from ${other} b`, []]
            case 'window': return [`select ${which}, rank() over (order by ${column}) from ${table} x`, []]
            case 'lateral': return [`select ${which} from ${other} a, lateral (select * from ${table} where ${foe}) x`, []]
            case 'returning': return [`update ${table} x set authority_id = authority_id where ${foe} returning ${which}`, []]
            case 'insert': return [`insert into ${table} as x (${named}) select ${named} from (${given}) g returning ${which}`, [json]]
            case 'move': return [`update ${table} x set authority_id = $1 returning ${which}`, [theirs.authorityId]]
            case 'update': return [`update ${table} set ${column} = ${column} where ${foe}`, []]
            case 'delete': return [`delete from ${table} where ${foe}`, []]
            case 'upsert': return [`insert into ${table} as x (${named}) select ${named} from (${given}) g on conflict do nothing returning ${which}`, [json]]
            case 'with': return [`with taken as (select * from ${table} where ${foe}) select ${which} from taken x`, []]
            case 'lock': return [`select ${which} from ${table} x where ${foe} for update`, []]
            case 'cursor': return [`declare asked cursor for select ${which} from ${table} x`, []]
          }
        })()
        const first = await tried(client, text, values)
        const result = kind === 'cursor' && !('refused' in first) ? await tried(client, 'fetch all from asked') : first
        if (kind === 'cursor' && !('refused' in first)) await client.query('close asked')
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        const told = `seed ${seed}, reach ${JSON.stringify(reach)}: ${text} ${JSON.stringify(values)}`
        if ('refused' in result) {
          // Denied by grant or by policy, never for what was found: that would tell that it is there.
          expect(result.refused, told).toBe('42501')
        } else {
          expect(result.rows.filter((one) => one['authority_id'] !== ours.authorityId && one['authority_id'] !== null), told).toEqual([])
          if (reach !== null) expect(result.rows.filter((one) => one['of_child'] === unreached), told).toEqual([])
          // A "move" of our own rows to them must have been refused; nothing else of theirs can have been met.
          expect(result.changed, told).toBe(0)
        }
      }
      if (anyOf([true, false])) throw undo
    }).catch((error: unknown) => {
      if (error !== undo) throw error
    })
    // The connection back in the pool is nobody's: as its owner would be in a fresh one.
    const { rows } = await together.pool.query<{ role: string; left: string }>(
      `select current_setting('role') as role, concat(${['authority', 'person', 'reach', 'children', 'hidden'].map((one) => `current_setting('holdfast.${one}', true)`).join(', ')}) as left`)
    expect(rows).toEqual([{ role: 'none', left: '' }])
  }
  expect([...seen.keys()]).toHaveLength(19)
  for (const table of tables) expect([table, await rowsOf(table)]).toEqual([table, hidden.get(table)])
  expect(await unreachedRows()).toEqual(walled)
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
      [`update difference set proposed = null`, 'difference'], [`update person set manager_id = null, created_at = now()`, 'person'],
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
