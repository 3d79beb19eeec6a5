/** Sealing beside writers that come late, are undone, or come all at once: nothing missed, nothing twice, nobody waits. */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSealing, type Anchor } from '../../src/edge/audit.ts'
import { writeAudit } from '../../src/store/audit.ts'
import { sealAudit } from '../../src/store/audit/seal.ts'
import { verifyAudit } from '../../src/store/audit/verify.ts'
import { addAuthority } from '../../src/store/people.ts'
import { connect, enterScope, inTransaction } from '../../src/store/postgres.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { draws } from './inventedLog.ts'

let database: TestDatabase
let pool: pg.Pool
let authorityId = 900

beforeAll(async () => {
  database = await testDatabase()
  pool = connect({ ...database.connection, max: 26 })
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

/** A new authority that holds nothing. */
async function authority(): Promise<number> {
  authorityId += 1
  await addAuthority(pool, { authorityId, name: 'Fernbrook', demonstration: true })
  return authorityId
}

const entry = (of: number, event: string): Parameters<typeof writeAudit>[1] => ({ authorityId: of, personId: null, event, childId: null, detail: { n: '1' } })
const write = (of: number, event = 'child opened'): Promise<void> =>
  inTransaction(pool, { authorityId: of, personId: null }, (client) => writeAudit(client, entry(of, event)))

/** A transaction that has written and is still open. */
async function open(of: number, event: string): Promise<{ commit(): Promise<void>; rollback(): Promise<void> }> {
  const client = await pool.connect()
  await client.query('begin')
  await enterScope(client, { authorityId: of, personId: null })
  await writeAudit(client, entry(of, event))
  const end = (how: string) => async (): Promise<void> => {
    await client.query(how)
    client.release()
  }
  return { commit: end('commit'), rollback: end('rollback') }
}

interface SealRow {
  readonly seal_number: number
  readonly events: readonly string[]
  readonly closed: boolean
}

/** Each seal by the names of its events, and whether nothing can arrive any more below its bound. */
async function seals(of: number): Promise<readonly SealRow[]> {
  const { rows } = await pool.query<SealRow>(
    `select seal_number, closed_through = through_id as closed,
       (select array_agg(event order by event_id) from audit_event where authority_id = $1 and event_id = any(event_ids)) as events
     from audit_seal where authority_id = $1 order by seal_number`, [of])
  return rows
}

test('work that ends late takes its place in a later seal, and keeps nobody waiting', async () => {
  const at = await authority()
  const slow = await open(at, 'slow')
  const undone = await open(at, 'undone')
  await write(at, 'quick')
  await sealAudit(pool, at)
  await undone.rollback()
  await write(at, 'quick too')
  await sealAudit(pool, at)
  expect((await verifyAudit(pool, at)).findings).toEqual([])
  await slow.commit()
  await sealAudit(pool, at)
  await write(at, 'last')
  await sealAudit(pool, at)
  expect(await seals(at)).toEqual([
    { seal_number: 1, events: ['quick'], closed: false },
    { seal_number: 2, events: ['quick too'], closed: false },
    { seal_number: 3, events: ['slow'], closed: true },
    { seal_number: 4, events: ['last'], closed: true },
  ])
  expect(await verifyAudit(pool, at)).toMatchObject({ sound: true, seals: 4, eventsSound: 4, unsealed: { events: 0 }, oldestUnsealedSeconds: null })
})

test('bounds close behind work that ended, though other work is still open', async () => {
  const at = await authority()
  const first = await open(at, 'first')
  await write(at, 'a')
  await sealAudit(pool, at)
  const second = await open(at, 'second')
  await first.rollback()
  await write(at, 'b')
  await sealAudit(pool, at)
  const { rows } = await pool.query<{ behind: boolean }>(
    `select (select closed_through from audit_seal where authority_id = $1 and seal_number = 2)
       = (select through_id from audit_seal where authority_id = $1 and seal_number = 1) as behind`, [at])
  expect(rows).toEqual([{ behind: true }])
  await second.commit()
  await sealAudit(pool, at)
  expect((await seals(at)).at(-1)).toEqual({ seal_number: 3, events: ['second'], closed: true })
  expect((await verifyAudit(pool, at)).findings).toEqual([])
})

test('an event has its transaction\'s number before it has its id', async () => {
  const at = await authority()
  const holder = await pool.connect()
  // Holds back whoever asks the sequence for an id.
  await holder.query('begin; alter sequence audit_event_event_id_seq cache 1')
  const client = await pool.connect()
  await client.query('begin')
  await enterScope(client, { authorityId: at, personId: null })
  const writing = writeAudit(client, entry(at, 'held back'))
  const pid = (client as unknown as { processID: number }).processID
  const waits = async (): Promise<readonly unknown[]> => (await pool.query(
    `select wait_event_type, backend_xid is not null as numbered from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'`, [pid])).rows
  while ((await waits()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await waits()).toEqual([{ wait_event_type: 'Lock', numbered: true }])
  await holder.query('rollback')
  holder.release()
  await writing
  await client.query('rollback')
  client.release()
})

test('a sealer has no transaction number before its turn: one that waited long must not seem older than the seal before', async () => {
  const at = await authority()
  await write(at)
  const holder = await pool.connect()
  await holder.query('begin')
  await holder.query('select pg_advisory_xact_lock(904, $1)', [at])
  const sealing = sealAudit(pool, at)
  const waits = async (): Promise<readonly unknown[]> => (await pool.query(
    `select backend_xid is not null as numbered from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`)).rows
  while ((await waits()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await waits()).toEqual([{ numbered: false }])
  await holder.query('rollback')
  holder.release()
  expect(await sealing).toMatchObject({ seal: 1, eventsSealed: 1 })
})

test('a backlog becomes several seals, in order', async () => {
  const at = await authority()
  await inTransaction(pool, { authorityId: at, personId: null }, (client) => client.query(
    `insert into audit_event (authority_id, event) select $1, 'event ' || n from generate_series(1, 2500) n`, [at]))
  expect(await sealAudit(pool, at)).toMatchObject({ seal: 3, eventsSealed: 2500 })
  const { rows } = await pool.query('select cardinality(event_ids) as events from audit_seal where authority_id = $1 order by seal_number', [at])
  expect(rows).toEqual([{ events: 1000 }, { events: 1000 }, { events: 500 }])
  expect(await verifyAudit(pool, at)).toMatchObject({ sound: true, eventsSound: 2500 })
})

test('20 writers at once, undone and slow ones among them, three sealers beside: nothing missed, nothing twice', async () => {
  const at = await authority()
  const draw = draws(20)
  const committed: string[] = []
  let writing = true
  const writer = async (who: number): Promise<void> => {
    for (let n = 0; n < 30; n += 1) {
      const name = `${who} ${n}`
      const work = await open(at, name)
      const kind = draw(10)
      if (kind < 3) await new Promise((resolve) => setTimeout(resolve, kind === 0 ? 120 : draw(15)))
      if (draw(5) === 0) {
        await work.rollback()
      } else {
        await work.commit()
        committed.push(name)
      }
    }
  }
  const sealer = async (): Promise<void> => {
    while (writing) {
      await sealAudit(pool, at)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const checks: number[] = []
  const checker = async (): Promise<void> => {
    while (writing) {
      checks.push((await verifyAudit(pool, at)).findingsInAll)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const beside = [sealer(), sealer(), sealer(), checker()]
  await Promise.all(Array.from({ length: 20 }, (_, who) => writer(who)))
  writing = false
  await Promise.all(beside)
  await sealAudit(pool, at)

  expect(committed.length).toBeGreaterThan(400)
  expect(checks.length).toBeGreaterThan(3)
  expect(checks.filter((findings) => findings > 0)).toEqual([])
  const held = await seals(at)
  expect(held.flatMap(({ events }) => events).toSorted()).toEqual(committed.toSorted())
  expect(held.map(({ seal_number: number }) => number)).toEqual(held.map((_, index) => index + 1))
  const { rows: [late] } = await pool.query<{ n: number }>(
    `select count(*)::int as n from audit_seal a join audit_seal b on b.authority_id = a.authority_id and b.seal_number = a.seal_number + 1
     where a.authority_id = $1 and b.event_ids[1] < a.event_ids[cardinality(a.event_ids)]`, [at])
  expect(late?.n).toBeGreaterThan(0)
  expect(await verifyAudit(pool, at)).toMatchObject({ sound: true, eventsSound: committed.length, unsealed: { events: 0 } })
})

test('PostgreSQL, asked itself, comes to the same hashes', async () => {
  const at = await authority()
  for (const event of ['plain', 'quo"ted\\', 'Kind geöffnet\n']) await write(at, event)
  await sealAudit(pool, at)
  await write(at, 'later')
  await sealAudit(pool, at)
  const { rows } = await pool.query<{ hash: string; worked: string; follows: boolean }>(
    `with text_of as (
       select e.event_id, concat('["holdfast audit event 1",', e.authority_id, ',', e.event_id, ',"', extract(epoch from e.happened_at), '",null,',
         to_json(e.event), ',null,', to_json(e.detail::text), ']') as text
       from audit_event e where e.authority_id = $1
     )
     select encode(hash, 'hex') as hash, coalesce(previous_hash = lag(hash) over (order by seal_number), previous_hash = decode(repeat('00', 32), 'hex')) as follows,
       encode(sha256(convert_to(concat('["holdfast audit seal 1",', authority_id, ',', seal_number, ',"', extract(epoch from sealed_at), '","',
         encode(previous_hash, 'hex'), '",', events_sealed, ',', through_id, ',"', sealed_in, '",', closed_through, ',[', array_to_string(event_ids, ','), '],[',
         (select string_agg('"' || encode(sha256(convert_to(text, 'UTF8')), 'hex') || '"', ',' order by event_id) from text_of where event_id = any(event_ids)),
         ']]'), 'UTF8')), 'hex') as worked
     from audit_seal where authority_id = $1 order by seal_number`, [at])
  expect(rows.length).toBe(2)
  expect(rows.filter((row) => row.hash !== row.worked || !row.follows)).toEqual([])
})

describe('what the serving role may do to the log', () => {
  const tried = async (at: number, text: string): Promise<string> => {
    try {
      await inTransaction(pool, { authorityId: at, personId: null }, async (client) => {
        const { rowCount } = await client.query(text, text.includes('$1') ? [at] : [])
        throw new Error(`did it to ${rowCount}`)
      })
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }
  let at = 0
  beforeAll(async () => {
    at = await authority()
    await write(at)
    await sealAudit(pool, at)
  })

  test.each([
    [`update audit_event set event = 'x'`, 'permission denied for table audit_event'],
    ['delete from audit_event', 'permission denied for table audit_event'],
    ['truncate audit_event', 'permission denied for table audit_event'],
    [`insert into audit_event (authority_id, event, happened_at) values ($1, 'x', '2020-01-01')`, 'permission denied for table audit_event'],
    ['update audit_seal set events_sealed = 0', 'permission denied for table audit_seal'],
    ['delete from audit_seal', 'permission denied for table audit_seal'],
    ['truncate audit_seal', 'permission denied for table audit_seal'],
    ['delete from audit_head', 'permission denied for table audit_head'],
    ['insert into audit_head (authority_id, seals) values ($1, 5)', 'permission denied for table audit_head'],
    ['update audit_head set seals = seals - 1', 'the end of the audit chain only moves on, one seal at a time'],
    ['update audit_head set seals = seals + 1, events_sealed = 0', 'the end of the audit chain only moves on, one seal at a time'],
  ])('not %s', async (text, words) => {
    expect(await tried(at, text)).toBe(words)
  })

  test('nor does the owner, by mistake', async () => {
    await expect(pool.query('delete from audit_event')).rejects.toThrow('the audit log is only added to: delete on audit_event refused')
    await expect(pool.query(`update audit_seal set sealed_at = now()`)).rejects.toThrow('the audit log is only added to: update on audit_seal refused')
    await expect(pool.query('truncate audit_event')).rejects.toThrow('the audit log is only added to: truncate on audit_event refused')
    await expect(pool.query('delete from audit_head')).rejects.toThrow('the audit log is only added to: delete on audit_head refused')
  })
})

describe('the sealing beside the service', () => {
  const told = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
  }

  test('seals what comes, tells the newest seal, says when one it knew is gone, and seals once more at the end', async () => {
    const own = await testDatabase()
    const ownPool = connect({ ...own.connection, max: 4 })
    try {
      await addAuthority(ownPool, { authorityId: 990, name: 'Fernbrook', demonstration: true })
      const writeOwn = (): Promise<void> =>
        inTransaction(ownPool, { authorityId: 990, personId: null }, (client) => writeAudit(client, entry(990, 'child opened')))
      const anchors: Anchor[] = []
      const lost: Anchor[] = []
      const failures: unknown[] = []
      await writeOwn()
      const sealing = startSealing(ownPool, 20, {
        anchor: (anchor) => anchors.push(anchor), lost: (anchor) => lost.push(anchor), failed: (error) => failures.push(error),
      })
      await told(() => anchors.length > 0)
      expect(anchors).toEqual([{ authorityId: 990, seal: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/), eventsSealed: 1 }])
      expect((await verifyAudit(ownPool, 990, [anchors[0]?.hash ?? ''])).expected).toEqual(new Map([[anchors[0]?.hash, 1]]))

      await ownPool.query(`alter table audit_seal disable trigger user; update audit_seal set hash = decode(repeat('11', 32), 'hex')`)
      await told(() => lost.length > 0)
      expect(lost).toEqual([anchors[0]])

      await writeOwn()
      await sealing.stop()
      expect((await verifyAudit(ownPool, 990)).unsealed.events).toBe(0)
      expect(failures).toEqual([])
    } finally {
      await ownPool.end()
      await own.close()
    }
  })

  test('a database that goes away is told once, and the end is still reached', async () => {
    const own = await testDatabase()
    const ownPool = connect({ ...own.connection, max: 2 })
    const failures: unknown[] = []
    await own.close()
    const sealing = startSealing(ownPool, 5, { anchor: () => undefined, lost: () => undefined, failed: (error) => failures.push(error) })
    await told(() => failures.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await sealing.stop()
    expect(failures.length).toBe(1)
    await ownPool.end()
  })
})
