/** The audit log as it is met: by a request, by who may ask it, and by the command that checks it. */
import { execFile } from 'node:child_process'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whatDidPersonLookAt, whoLookedAtChild } from '../../src/app/audit.ts'
import { NotAllowed, type Actor } from '../../src/app/work.ts'
import { roles } from '../../src/core/access/roles.ts'
import { mayAnywhere } from '../../src/core/access/scope.ts'
import type { ChildId } from '../../src/core/facts/factType.ts'
import { newId } from '../../src/edge/ids.ts'
import { projectFolder } from '../../src/edge/settings.ts'
import { sealAudit } from '../../src/store/audit/seal.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

let together: Trials
let at: Trial
let head: Actor
const childId = newId() as ChildId

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  head = await at.person('Morgan Ellis', 'director')
  await together.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, childId, '11001'])
})
afterAll(() => together.close())

describe('work whose audit event cannot be written', () => {
  test('is not done: the request fails and nothing of it is kept', async () => {
    const { rows: [before] } = await together.pool.query('select count(*)::int as n from audit_event')
    await together.pool.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no room for the log'; end $$;
      create trigger refuse before insert on audit_event for each row execute function refuse()`)
    try {
      let begun = false
      const asked = at.work(async (work) => {
        begun = true
        return work.imports.list()
      })
      await expect(asked).rejects.toThrow('no room for the log')
      expect(begun).toBe(false)
    } finally {
      await together.pool.query('drop trigger refuse on audit_event; drop function refuse()')
    }
    expect((await together.pool.query('select count(*)::int as n from audit_event')).rows).toEqual([before])
  })

  test('and work that fails leaves neither itself nor its event', async () => {
    const { rows: [before] } = await together.pool.query('select count(*)::int as n from audit_event')
    await expect(at.work(() => Promise.reject(new Error('the work failed')))).rejects.toThrow('the work failed')
    expect((await together.pool.query('select count(*)::int as n from audit_event')).rows).toEqual([before])
  })
})

describe('who looked', () => {
  const opened = (actor: Actor, name: string): Promise<unknown> =>
    at.holdfast.work(actor, { name, act: ['see', 'child overview'], childId, detail: { address: `/children/${childId}` } }, () => Promise.resolve())
  let wren: Actor

  beforeAll(async () => {
    wren = await at.person('Tomasz Wren', 'social worker')
    await opened(wren, 'child opened')
    await opened(head, 'child exported')
    await at.work(() => Promise.resolve(), wren)
  })

  test('at this child: newest first, by name', async () => {
    const { looks, before } = await at.work((work) => whoLookedAtChild(work, childId), head)
    expect(looks.map(({ personName, event, childCode, detail }) => [personName, event, childCode, detail])).toEqual([
      ['Morgan Ellis', 'child exported', '11001', { address: `/children/${childId}` }],
      ['Tomasz Wren', 'child opened', '11001', { address: `/children/${childId}` }],
    ])
    expect(looks.every(({ happenedAt }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/.test(happenedAt))).toBe(true)
    expect(before).toBe(null)
  })

  test('what did this person look at, a part at a time', async () => {
    const first = await at.work((work) => whatDidPersonLookAt(work, wren.personId, { before: null, limit: 1 }), head)
    expect(first.looks.map(({ event, childCode }) => [event, childCode])).toEqual([['test', null]])
    const second = await at.work((work) => whatDidPersonLookAt(work, wren.personId, { before: first.before, limit: 1 }), head)
    expect(second.looks.map(({ event, childCode }) => [event, childCode])).toEqual([['child opened', '11001']])
    expect(second.before).toBe(null)
  })

  test('nobody at a child that is not held, and nothing of another authority\'s', async () => {
    const other = await together.next()
    const their = await other.person('Efua Larkin', 'director')
    expect(await at.work((work) => whoLookedAtChild(work, newId() as ChildId), head)).toEqual({ looks: [], before: null })
    expect(await other.work((work) => whoLookedAtChild(work, childId), their)).toEqual({ looks: [], before: null })
  })

  test('is for the director and the system administrator to ask, and nobody else', async () => {
    expect(roles.filter((role) => mayAnywhere([role], 'audit log', 'see'))).toEqual(['director', 'system administrator'])
    await expect(at.work((work) => whoLookedAtChild(work, childId), wren)).rejects.toThrow(NotAllowed)
    await expect(at.work((work) => whatDidPersonLookAt(work, wren.personId), wren)).rejects.toThrow(NotAllowed)
  })
})

describe('holdfast verify-audit', () => {
  interface Said {
    readonly code: number
    readonly out: string
    readonly err: string
  }

  function urlOf(connection: pg.PoolConfig): string {
    if (connection.connectionString !== undefined) return connection.connectionString
    const url = new URL('postgres://localhost')
    url.pathname = `/${connection.database}`
    url.searchParams.set('host', String(connection.host))
    url.searchParams.set('port', String(connection.port ?? 5432))
    url.searchParams.set('user', String(connection.user))
    return url.href
  }

  const verify = (...args: readonly string[]): Promise<Said> => new Promise((resolve) => {
    const program = ['--import', 'tsx', 'src/cli/holdfast.ts', 'verify-audit', ...args]
    const env = { ...process.env, DATABASE_URL: urlOf(together.database.connection) }
    execFile(process.execPath, program, { cwd: projectFolder, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }))
  })

  test('finds a sound log sound, an expected seal there, and an unexpected change by its event', async () => {
    await sealAudit(together.pool, at.authorityId)
    const { rows: [seal] } = await together.pool.query<{ hash: string; n: number }>(
      `select encode(hash, 'hex') as hash, seal_number as n from audit_seal where authority_id = $1 order by seal_number desc limit 1`, [at.authorityId])
    const authority = ['--authority', String(at.authorityId)]

    const sound = await verify(...authority, '--expect', seal?.hash ?? '')
    expect({ code: sound.code, first: sound.out.split('\n')[0] }).toEqual({ code: 0, first: `Fernbrook (${at.authorityId}): sound` })
    expect(sound.out).toContain(`Seal ${seal?.n} has the hash expected: ${seal?.hash}`)

    const unknown = await verify(...authority, '--expect', 'ab'.repeat(32), '--seal', '--format', 'json')
    const told = JSON.parse(unknown.out) as { sound: boolean; expected_not_found: string[]; authorities: { sound: boolean; unsealed: { events: number }; sealed_now: { number: number } }[] }
    expect({ code: unknown.code, sound: told.sound, lost: told.expected_not_found }).toEqual({ code: 1, sound: false, lost: ['ab'.repeat(32)] })
    // The check before this one was itself noted in the log.
    expect(told.authorities[0]).toMatchObject({ sound: true, unsealed: { events: 1 }, sealed_now: { number: Number(seal?.n) + 1 } })

    await together.pool.query(`alter table audit_event disable trigger user;
      update audit_event set person_id = null where event_id = (select max(event_id) from audit_event where child_id is not null);
      update audit_event set happened_at = now() - interval '2 hours' where event_id = (select max(event_id) from audit_event)`)
    const changed = await verify()
    expect(changed.code).toBe(1)
    expect(changed.out).toContain(`Fernbrook (${at.authorityId}): TAMPERED WITH`)
    expect(changed.out).toMatch(/Event \d+ was changed after seal \d+ was made\./)
    expect(changed.err).toContain('no seal yet, the oldest for 120 minutes')
  })

  test('refuses a hash that is none', async () => {
    const said = await verify('--expect', 'abc')
    expect({ code: said.code, err: said.err.trim() }).toEqual({ code: 2, err: '--expect takes the hash of a seal, 64 digits and letters a to f, not abc.' })
  })
})
