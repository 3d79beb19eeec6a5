/** What no tie opens, and what crosses to another authority: on the real server and a real database. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
const children = new Map<string, string>()

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  for (const code of ['4401', '4402', '4403', '4404']) {
    children.set(code, newId())
    await at.pool.query(`insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, '2026-01-01')`, [at.authorityId, children.get(code), code])
  }
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

interface Arrived {
  readonly id: string
  readonly client: Client
}

async function arrive(name: string, ...roles: readonly Role[]): Promise<Arrived> {
  const id = await served.person(name, ...roles)
  const client = served.client()
  await served.signIn(client, name)
  return { id, client }
}

const allocate = (code: string, { id }: Arrived, role: Role = 'social worker') => at.pool.query(
  `insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, $3, $4, '2026-01-01')`, [at.authorityId, children.get(code), role, id])
const page = (code: string, of = '/voice'): string => `/children/${children.get(code)}${of}`
const statusOf = async ({ client }: Arrived, address: string): Promise<number> => (await client.get(address)).status
async function send({ client }: Arrived, address: string, ...fields: readonly (readonly [string, string])[]) {
  await client.get(address)
  return client.post(address, fields)
}
/** What differs in every answer and says nothing. */
const still = (body: string): string => body.replaceAll(/(name="_csrf" value=")[^"]+/g, '$1').replaceAll(/value="440\d|value="9999/g, '')
const noticesOf = async ({ id }: Arrived): Promise<readonly unknown[]> =>
  (await at.pool.query<{ words: string }>('select words from notice where person_id = $1 order by made_at', [id])).rows.map(({ words }) => words)

test('a restricted record opens to those it names, and a name opens no more than role and tie do', async () => {
  const director = await arrive('dora', 'director')
  const worker = await arrive('tomasz', 'social worker')
  const other = await arrive('wanda', 'social worker')
  await allocate('4401', worker)
  expect(await statusOf(worker, page('4401'))).toBe(200)
  expect((await send(director, '/admin/restrictions/new', ['code', '9999'], ['reason', 'in the news'], ['named', director.id])).body).toContain('There is no child of that number')
  expect((await send(director, '/admin/restrictions/new', ['code', '4401'], ['reason', 'in the news'], ['named', director.id])).status).toBe(303)
  expect([await statusOf(worker, page('4401')), await statusOf(director, page('4401'))]).toEqual([404, 200])
  const register = await director.client.get('/admin/restrictions')
  expect([register.body.includes('in the news'), await statusOf(worker, '/admin/restrictions')]).toEqual([true, 404])
  const one = /\/admin\/restrictions\/[0-9a-f-]{36}/.exec(register.body)?.[0] ?? ''
  for (const who of [worker, other]) expect((await send(director, `${one}/name`, ['person', who.id])).status).toBe(303)
  expect([await statusOf(worker, page('4401')), await statusOf(other, page('4401'))]).toEqual([200, 404])
  await director.client.get(one)
  await director.client.post(`${one}/take-off`, [['person', worker.id]])
  expect(await statusOf(worker, page('4401'))).toBe(404)
  // Somebody must be left who can open it.
  await director.client.post(`${one}/take-off`, [['person', other.id]])
  await director.client.post(`${one}/take-off`, [['person', director.id]])
  expect((await director.client.get(one)).body).toContain('Somebody must be able to open the record')
  // Ending it is asked about first: the question opens nothing, and there is nothing left to ask once it has ended.
  expect((await director.client.get(`${one}/end`)).body).toContain('It was restricted because: in the news')
  expect(await statusOf(worker, page('4401'))).toBe(404)
  expect((await director.client.post(`${one}/end`, [])).status).toBe(303)
  expect([await statusOf(worker, page('4401')), await statusOf(director, `${one}/end`)]).toEqual([200, 404])
})

test('broken glass: the same answer to every number; the record opens, those who answer are told, and somebody else reviews it', async () => {
  const director = await arrive('dov', 'director')
  const keeper = await arrive('sol', 'system administrator')
  const owner = await arrive('owen', 'social worker')
  const manager = await arrive('mona', 'team manager', 'director')
  await allocate('4402', owner)
  await allocate('4403', owner)
  const glass = (who: Arrived, code: string, more: readonly (readonly [string, string])[] = [['parts', 'whole record'], ['hours', '2']]) =>
    send(who, '/break-glass', ['code', code], ['reason', 'Found at the station at night'], ...more)
  const [exists, nobody] = [await arrive('exists', 'social worker'), await arrive('nobody', 'social worker')]
  const [one, none] = [await glass(exists, '4402'), await glass(nobody, '9999')]
  const told = (headers: typeof one.headers): unknown => ({ ...headers, date: null, 'set-cookie': null, 'x-ratelimit-remaining': null, 'x-ratelimit-reset': null })
  expect([one.status, one.location, one.body, told(one.headers)]).toEqual([none.status, none.location, none.body, told(none.headers)])
  const [wrongOne, wrongNone] = [await glass(exists, '4402', [['hours', '25']]), await glass(nobody, '9999', [['hours', '25']])]
  expect(wrongOne.status).toBe(422)
  expect(still(wrongOne.body).replaceAll('exists', '').replaceAll(/version" value="\d*"/g, '')).toBe(still(wrongNone.body).replaceAll('nobody', '').replaceAll(/version" value="\d*"/g, ''))

  expect([await statusOf(exists, page('4402')), await statusOf(nobody, page('4402')), await statusOf(exists, page('4403'))]).toEqual([200, 404, 404])
  expect((await exists.client.get('/break-glass/open')).body).toContain(`/children/${children.get('4402')}`)
  // It says so on every page, and each look through it is marked in the log: not the one before it, and not that of others.
  expect((await exists.client.get(page('4402'))).body).toMatch(/open to you because you broke the glass, until \d+ \w+ \d{4} at [\d:]+[ap]m \((2 hours|1 hour 59 minutes) left\)/)
  await owner.client.get(page('4402'))
  expect((await owner.client.get(page('4402'))).body).not.toContain('you broke the glass')
  const { rows: marked } = await at.pool.query<{ person_id: string; alarm: string | null; looks: number }>(
    `select person_id, detail->>'alarm' as alarm, count(*)::int as looks from audit_event where child_id = $1 and event = 'own words opened' group by 1, 2`, [children.get('4402')])
  expect(marked.map(({ person_id, alarm, looks }) => [person_id, alarm, looks])).toEqual(expect.arrayContaining([[exists.id, 'broken glass', 2], [owner.id, null, 2]]))
  expect(marked).toHaveLength(2)
  const looks = (await director.client.get(`/children/${children.get('4402')}/looks`)).body
  expect(looks.split('Through broken glass').length - 1).toBe(2)
  // One record for reading: nothing is written, nothing is listed.
  expect(await statusOf(exists, `${page('4402')}/new`)).toBe(404)
  expect((await exists.client.get('/children')).body).not.toContain('>4402<')
  expect(await noticesOf(owner)).toEqual(['exists broke the glass on the record of a child you answer for.'])
  expect(await noticesOf(director)).toEqual(['exists broke the glass on a child’s record.', 'nobody tried to break the glass with a number that opens nothing.'])
  expect(await noticesOf(keeper)).toEqual(await noticesOf(director))

  // Only what was asked for opens.
  const part = await arrive('part', 'social worker')
  await glass(part, '4402', [['parts', 'plan'], ['hours', '1']])
  expect([await statusOf(part, page('4402', '/plan')), await statusOf(part, page('4402'))]).toEqual([200, 404])
  // Own family never opens, and is answered as a number that is nobody's.
  await at.pool.query('insert into family_lock values ($1, $2, $3)', [at.authorityId, nobody.id, children.get('4403')])
  const family = await glass(nobody, '4403')
  expect([family.location, await statusOf(nobody, page('4403'))]).toEqual([none.location, 404])
  expect((await nobody.client.get('/break-glass/open')).body).toContain('Nothing is open to you by broken glass.')
  expect(await noticesOf(owner)).toHaveLength(2)
  expect([await statusOf(await arrive('cllr', 'councillor'), '/break-glass'), await statusOf(keeper, '/break-glass')]).toEqual([404, 404])

  // Closed again before its hours are over, by whoever broke it and nobody else.
  const close = /href="(\/break-glass\/open\/[^"]+\/close)"/.exec((await part.client.get('/break-glass/open')).body)?.[1] ?? ''
  expect([await statusOf(exists, close), await statusOf(part, close)]).toEqual([404, 200])
  expect((await send(part, close)).location).toBe('/break-glass/open')
  expect([await statusOf(part, page('4402', '/plan')), await statusOf(part, close), await statusOf(exists, page('4402'))]).toEqual([404, 404, 200])

  // A manager who is a director too may break it, and may not review it.
  await glass(manager, '4404')
  const list = (await director.client.get('/admin/break-glass')).body
  const useOf = (name: string): string => new RegExp(`href="(/admin/break-glass/[0-9a-f-]{36})">${name}<`).exec(list)?.[1] ?? ''
  const review = [['justified', 'yes'], ['review', 'A child was at risk.']] as const
  const own = await send(manager, useOf('mona'), ...review)
  expect([own.status, own.body.includes('Nobody reviews their own use')]).toEqual([200, true])
  expect((await send(director, useOf('exists'), ['justified', 'yes'])).body).toContain('Say what you found')
  expect((await send(director, useOf('exists'), ...review)).status).toBe(303)
  expect((await at.pool.query('select justified, review from break_glass where person_id = any ($1)', [[exists.id, manager.id]])).rows)
    .toEqual(expect.arrayContaining([{ justified: true, review: 'A child was at risk.' }, { justified: null, review: null }]))
  expect((await director.client.get(useOf('exists'))).body).toContain('Reviewed by dov.')
  expect(await statusOf(keeper, '/admin/break-glass')).toBe(404)
  const log = (await at.pool.query<{ event: string }>(`select distinct event from audit_event where event like '%glass%' and event not like 'form%' order by event`)).rows.map(({ event }) => event)
  expect(log).toEqual(expect.arrayContaining(['glass broken', 'glass broken in vain', 'break-glass use reviewed', 'breaking the glass']))
})

test('those who answer for a restricted record and are not named on it hear nothing of its broken glass', async () => {
  const owner = await arrive('unnamed', 'social worker')
  const night = await arrive('night', 'team manager')
  await allocate('4404', owner)
  await at.pool.query(`insert into restriction (authority_id, child_id, reason, from_on, set_by) values ($1, $2, 'in the news', '2026-01-01', $3)`, [at.authorityId, children.get('4404'), owner.id])
  await send(night, '/break-glass', ['code', '4404'], ['reason', 'At risk tonight'], ['parts', 'whole record'], ['hours', '4'])
  expect([await statusOf(night, page('4404')), await statusOf(owner, page('4404')), await noticesOf(owner)]).toEqual([200, 404, []])
})

test('a declared tie locks the record at once, and is answered alike for a number that is nobody’s', async () => {
  const worker = await arrive('hob', 'social worker')
  await allocate('4403', worker)
  expect(await statusOf(worker, page('4403'))).toBe(200)
  const declare = (code: string) => send(worker, '/me/ties', ['name', 'Fay Teal'], ['how', 'cousin'], ['code', code])
  const none = await declare('9999')
  expect(await statusOf(worker, page('4403'))).toBe(200)
  const found = await declare('4403')
  expect([found.status, found.location, found.body]).toEqual([none.status, none.location, none.body])
  expect(await statusOf(worker, page('4403'))).toBe(404)
  expect((await worker.client.get('/me')).body).toContain('cousin (number given: 4403)')
  // Nor by broken glass, which is answered like any other.
  await send(worker, '/break-glass', ['code', '4403'], ['reason', 'Curious'], ['parts', 'whole record'], ['hours', '1'])
  expect(await statusOf(worker, page('4403'))).toBe(404)
  const director = await arrive('dinah', 'director')
  expect((await director.client.get('/admin/ties')).body).toContain('Fay Teal')
  expect(await statusOf(worker, '/admin/ties')).toBe(404)
})

test('an agreed profile crosses to the authority it is shared with, and nothing else does, until it is withdrawn', async () => {
  const agency = await together.next()
  await together.pool.query(`update authority set name = 'Northern Adoption' where authority_id = $1`, [agency.authorityId])
  const there = serve(agency)
  await there.person('suda', 'family finder')
  await there.person('lane', 'lawyer')
  const reach = async (name: string): Promise<Arrived> => {
    const client = there.client()
    await there.signIn(client, name)
    return { id: '', client }
  }
  const [finder, lawyer] = [await reach('suda'), await reach('lane')]
  const worker = await arrive('ines', 'social worker')
  const manager = await arrive('efua', 'head of service', 'team manager')
  await allocate('4402', worker)
  const service = newId()
  const team = newId()
  await at.pool.query(`insert into service (authority_id, service_id, name) values ($1, $2, 'Permanence')`, [at.authorityId, service])
  await at.pool.query(`insert into team (authority_id, team_id, service_id, name) values ($1, $2, $3, 'West')`, [at.authorityId, team, service])
  await at.pool.query(`insert into team_member (authority_id, person_id, team_id, manages, from_on) values ($1, $2, $3, true, '2026-01-01')`, [at.authorityId, manager.id, team])
  await at.pool.query(`insert into allocation (authority_id, child_id, role, team_id, from_on) values ($1, $2, 'team manager', $3, '2026-01-01')`, [at.authorityId, children.get('4402'), team])
  const profile = page('4402', '/profile')
  const written = await send(worker, `${profile}/write`, ['knownAs', 'Kit'], ['age', 'nearly 4'], ['character', 'Kind to every dog'], ['needs', 'Time and steady evenings'], ['siblings', 'One sister'])
  expect(written.status).toBe(303)
  expect((await worker.client.post(`${profile}/agree`, [])).status).toBe(404)
  expect((await send(manager, `${profile}/share`, ['authority', String(agency.authorityId)])).body).toContain('The profile is not agreed')
  await manager.client.get(profile)
  await manager.client.post(`${profile}/agree`, [])
  expect((await send(manager, `${profile}/share`, ['authority', String(agency.authorityId)])).status).toBe(303)

  const list = await finder.client.get('/shared-profiles')
  const address = /\/shared-profiles\/[0-9a-f-]{36}/.exec(list.body)?.[0] ?? ''
  const shared = (await finder.client.get(address)).body
  for (const words of ['Kit', 'nearly 4', 'Kind to every dog', 'Time and steady evenings', 'One sister', 'Shared by Fernbrook']) expect([words, shared.includes(words)]).toEqual([words, true])
  // Neither the child's number, nor who works with them, nor any page of the file.
  for (const words of ['4402', 'ines', 'efua', children.get('4402') ?? '']) expect([words, shared.includes(words), list.body.includes(words)]).toEqual([words, false, false])
  for (const of of ['', '/voice', '/plan', '/profile', '/allocations', '/family']) expect([of, await statusOf(finder, page('4402', of))]).toEqual([of, 404])
  expect(await statusOf(lawyer, '/shared-profiles')).toBe(404)
  // A draft that comes after does not cross.
  await send(worker, `${profile}/write`, ['knownAs', 'Kit'], ['age', '4'], ['character', 'Not for others yet'], ['needs', 'Time'], ['version', '2'])
  expect((await finder.client.get(address)).body).not.toContain('Not for others yet')
  expect((await manager.client.get(profile)).body).toContain('Northern Adoption')
  await manager.client.post(`${profile}/withdraw`, [['share', address.split('/').at(-1) ?? '']])
  expect([await statusOf(finder, address), (await finder.client.get('/shared-profiles')).body.includes('Kit')]).toEqual([404, false])
  expect(there.failures).toEqual([])
  expect(served.failures).toEqual([])
  await there.app.close()
})
