/** People, roles, teams, allocations and stand-ins by the pages of administration, on the real server and a real database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { rightPassword, serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
let admin: Client
const children = new Map<string, string>()

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  admin = (await arrive('sol', 'system administrator')).client
  for (const code of ['3301', '3302', '3303']) {
    const child = newId()
    children.set(code, child)
    await add('child', { child_id: child, code, recorded_at: '2026-01-01' })
    await add('standing', {
      child_id: child, from_on: '2026-01-01', to_on: 'infinity', code, period_number: 1, in_care_since: '2026-01-01', start_known: true, legal_status_since: '2026-01-01',
      home_since: '2026-01-01', home_number: 1, legal: 'none', physical: 'none', permanence_achieved: false, worker: code === '3302' ? 'SW9900001' : null, unaccompanied: false,
    })
  }
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

async function add(table: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const given = { authority_id: at.authorityId, ...values }
  const names = Object.keys(given)
  await at.pool.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(given))
}

async function arrive(name: string, ...roles: readonly Role[]): Promise<{ readonly id: string; readonly client: Client }> {
  const id = await served.person(name, ...roles)
  const client = served.client()
  await served.signIn(client, name)
  return { id, client }
}

const child = (code: string): string => `/children/${children.get(code)}`
const on = (field: string, date: string): readonly (readonly [string, string])[] => {
  const [year = '', month = '', day = ''] = date.split('-')
  return [[`${field}-day`, day], [`${field}-month`, month], [`${field}-year`, year]]
}
/** Opens a form and sends it. */
async function send(client: Client, address: string, ...fields: readonly (readonly [string, string])[]) {
  await client.get(address)
  return client.post(address, fields)
}

describe('an account', () => {
  test('is added, given a role and a link, and works from the first password until it is shut out', async () => {
    const wrong = await send(admin, '/admin/people/new', ['name', 'Fenella Ash'], ['signInName', 'with space'])
    expect([wrong.status, wrong.body.includes('2 to 100 letters'), wrong.body.includes('Fenella Ash')]).toEqual([422, true, true])
    expect((await send(admin, '/admin/people/new', ['name', 'Somebody'], ['signInName', 'sol'])).body).toContain('Somebody signs in under that name already')
    const added = await send(admin, '/admin/people/new', ['name', 'Fenella Ash'], ['signInName', 'fenella'], ['worker', 'SW9900002'])
    expect(added.status).toBe(303)
    const page = added.location
    expect((await admin.get(page)).body).toContain('No role yet: this person can do nothing.')

    expect((await send(admin, `${page}/roles/new`, ['role', 'inspector'], ...on('fromOn', '2026-06-01'))).body).toContain('is held for a limited time: enter the last day')
    expect((await send(admin, `${page}/roles/new`, ['role', 'social worker'], ...on('fromOn', '2026-06-01'))).location).toBe(page)
    await admin.get(page)
    const linkPage = await admin.post(`${page}/link`, [])
    const link = /(\/first-password\/[\w.-]+)/.exec(linkPage.body)?.[1] ?? ''

    const fenella = served.client()
    expect((await fenella.get(link)).body).toContain('sign in as <strong>fenella</strong>')
    const short = await fenella.post(link, [['wanted', 'short']])
    expect([short.status, short.body.includes('12 characters or more')]).toEqual([422, true])
    expect((await fenella.post(link, [['wanted', rightPassword]])).body).toContain('Your password is set')
    expect((await fenella.get(link)).status).toBe(404)
    expect((await served.signIn(fenella, 'fenella')).status).toBe(303)
    expect((await fenella.get('/me')).body).toContain('Child’s social worker')
    expect((await fenella.get('/admin/people')).status).toBe(404)

    await admin.get(page)
    await admin.post(`${page}/disable`, [])
    expect((await fenella.get('/me')).location).toContain('/sign-in')
    expect((await admin.get('/admin/people?which=disabled')).body).toContain('Fenella Ash')
    await admin.get(page)
    await admin.post(`${page}/enable`, [])
    expect((await served.signIn(fenella, 'fenella')).status).toBe(303)
  })

  test('a link dies when a newer one is made, and one that was changed opens nothing', async () => {
    const { location: page } = await send(admin, '/admin/people/new', ['name', 'Ottoline Reed'], ['signInName', 'ottoline'])
    await admin.get(page)
    const linkOf = async (): Promise<string> => /(\/first-password\/[\w.-]+)/.exec((await admin.post(`${page}/link`, [])).body)?.[1] ?? ''
    const first = await linkOf()
    await admin.get(page)
    const second = await linkOf()
    const stranger = served.client()
    const asked = []
    for (const link of [first, second, second.slice(0, -1) + (second.endsWith('A') ? 'B' : 'A'), second.replace(/\.(\d{13})\./, (_, ms: string) => `.${Number(ms) + 1}.`)]) asked.push((await stranger.get(link)).status)
    expect(asked).toEqual([404, 200, 404, 404])
  })

  test('nobody changes their own roles, nor shuts themselves out', async () => {
    const own = `/admin/people/${(await at.pool.query<{ id: string }>(`select person_id as id from person where sign_in_name = 'sol'`)).rows[0]?.id}`
    expect((await send(admin, `${own}/roles/new`, ['role', 'director'], ...on('fromOn', '2026-06-01'))).body).toContain('Nobody changes their own roles')
    await admin.get(own)
    await admin.post(`${own}/disable`, [])
    expect((await admin.get(own)).body).toContain('Nobody shuts themselves out')
  })

  test('two administrators who change one person at once: the second is told', async () => {
    const { location: page } = await send(admin, '/admin/people/new', ['name', 'Ira Pell'], ['signInName', 'ira'])
    const form = (await admin.get(`${page}/details`)).body
    const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''
    const change = (name: string) => admin.post(`${page}/details`, [['name', name], ['signInName', 'ira'], ['version', version]])
    expect((await change('Ira Pelling')).status).toBe(303)
    await admin.get(`${page}/details`)
    const late = await change('Ira Bell')
    expect([late.status, late.body.includes('Somebody else changed this person meanwhile'), late.body.includes('Ira Pelling'), late.body.includes('value="Ira Bell"')]).toEqual([422, true, true, true])
  })
})

describe('whose child', () => {
  test('the return’s worker counts until somebody is allocated here; unallocated children are listed to whoever may give them', async () => {
    const director = (await arrive('dora', 'director')).client
    const list = async (): Promise<readonly string[]> => [...(await director.get('/admin/unallocated')).body.matchAll(/allocations">(\d+)</g)].map(([, code]) => code ?? '')
    expect(await list()).toEqual(['3301', '3302', '3303'])
    expect((await director.get(`${child('3302')}/allocations`)).body).toContain('Nobody signs in under that number')
    const { id } = await arrive('wanda', 'social worker')
    await at.pool.query(`update person set worker = 'SW9900001' where person_id = $1`, [id])
    expect(await list()).toEqual(['3301', '3303'])
    expect((await director.get(`${child('3302')}/allocations`)).body).toContain('The child is theirs until somebody is allocated here.')
  })

  test('a team is given a child by the director, a worker by the team’s manager; handing over ends the last', async () => {
    const director = (await arrive('dov', 'director')).client
    const manager = await arrive('efua', 'team manager')
    const { id: first, client: worker } = await arrive('tomasz', 'social worker')
    const { id: second, client: next } = await arrive('bea', 'social worker')
    expect((await send(admin, '/admin/teams/new', ['name', 'East'])).status).toBe(303)
    const { rows: [team] } = await at.pool.query<{ id: string }>(`select team_id as id from team where name = 'East'`)
    expect((await send(admin, `/admin/people/${manager.id}/teams/new`, ['place', team?.id ?? ''], ['as', 'manages'], ...on('fromOn', '2026-05-01'))).status).toBe(303)
    expect((await manager.client.get(`${child('3301')}/allocations`)).status).toBe(404)
    expect((await send(director, `${child('3301')}/allocations/give/team`, ['holder', team?.id ?? ''], ...on('fromOn', '2026-05-01'))).status).toBe(303)
    expect((await manager.client.get('/admin/unallocated')).body).toContain('>3301<')

    const give = (holder: string, from: string) => send(manager.client, `${child('3301')}/allocations/give/social-worker`, ['holder', holder], ...on('fromOn', from))
    expect((await give(first, '2026-05-04')).status).toBe(303)
    expect((await worker.get(`${child('3301')}/allocations`)).status).toBe(200)
    expect((await give(second, '2026-05-04')).body).toContain('The first day must be after theirs')
    expect((await give(second, '2026-05-20')).status).toBe(303)
    expect([(await worker.get(`${child('3301')}/allocations`)).status, (await next.get(`${child('3301')}/allocations`)).status]).toEqual([404, 200])
    const { rows } = await at.pool.query(`select role, from_on::text as "from", to_on::text as "to" from allocation where child_id = $1 order by from_on, role`, [children.get('3301')])
    expect(rows).toEqual([
      { role: 'team manager', from: '2026-05-01', to: 'infinity' }, { role: 'social worker', from: '2026-05-04', to: '2026-05-20' }, { role: 'social worker', from: '2026-05-20', to: 'infinity' },
    ])
    // A worker sees who has the child and gives it to nobody.
    expect((await next.get(`${child('3301')}/allocations/give/social-worker`)).status).toBe(404)

    // A worker on the record's family, or whom a restricted record does not name, cannot be given the child, and no reason is told.
    await add('family_lock', { person_id: first, child_id: children.get('3301') })
    expect((await give(first, '2026-05-25')).body).toContain('tomasz cannot be given this child. Speak with the director.')
    await at.pool.query('delete from family_lock')
  })

  test('a reviewing officer must be independent of the case', async () => {
    const reviewing = (await arrive('rhona', 'reviewing manager')).client
    const { id: free, client: officer } = await arrive('bronwen', 'reviewing officer')
    const { id: both } = await arrive('cosmo', 'social worker', 'reviewing officer')
    const { id: under } = await arrive('under', 'reviewing officer')
    await at.pool.query('update person set manager_id = $2 where person_id = $1', [under, both])
    await add('allocation', { child_id: children.get('3303'), role: 'social worker', person_id: both, from_on: '2026-01-01' })
    const give = (holder: string) => send(reviewing, `${child('3303')}/allocations/give-reviewing-officer`, ['holder', holder], ...on('fromOn', '2026-05-04'))
    expect((await give(both)).body).toContain('must be independent')
    expect((await give(under)).body).toContain('must be independent')
    expect((await reviewing.get('/admin/without-reviewing-officer')).body).toContain('>3303<')
    expect((await give(free)).status).toBe(303)
    expect((await officer.get(`${child('3303')}/allocations`)).status).toBe(200)
    expect((await reviewing.get('/admin/without-reviewing-officer')).body).not.toContain('>3303<')
    // By the address of the one act the other is not done.
    expect((await reviewing.get(`${child('3303')}/allocations/give/reviewing-officer`)).status).toBe(404)
    expect((await reviewing.get(`${child('3303')}/allocations/give/social-worker`)).status).toBe(404)
  })

  test('who stands in has the child on those days, and is told; withdrawn, no more', async () => {
    const away = await arrive('away', 'social worker')
    const cover = await arrive('cover', 'social worker')
    await add('allocation', { child_id: children.get('3302'), role: 'social worker', person_id: away.id, from_on: '2026-05-01' })
    expect((await cover.client.get(`${child('3302')}/allocations`)).status).toBe(404)
    const page = `/admin/people/${away.id}`
    expect((await send(admin, `${page}/deputies/new`, ['standsIn', away.id], ...on('fromOn', '2026-06-01'), ...on('lastOn', '2026-06-09'))).body).toContain('Choose somebody else')
    expect((await send(admin, `${page}/deputies/new`, ['standsIn', cover.id], ...on('fromOn', '2026-06-01'), ...on('lastOn', '2026-06-09'), ['reason', 'Leave'])).status).toBe(303)
    expect((await cover.client.get(`${child('3302')}/allocations`)).status).toBe(200)
    expect((await cover.client.get('/me')).body).toContain('1 June 2026 to 9 June 2026')
    const withdraw = /action="([^"]+\/withdraw)"/.exec((await admin.get(page)).body)?.[1] ?? ''
    await admin.post(withdraw, [])
    expect((await cover.client.get(`${child('3302')}/allocations`)).status).toBe(404)
    expect((await at.pool.query('select words from notice where person_id = $1', [cover.id])).rows).toEqual([{ words: 'You stand in for away for a time.' }])
  })
})

test('every change stands in the audit log with whom it was about', async () => {
  const events = (await served.events()).filter(({ event }) => !event.startsWith('form opened') && !event.startsWith('refused') && !event.startsWith('sign'))
  const said = new Set(events.map(({ event }) => event))
  for (const event of ['person added', 'role given', 'link for a first password made', 'first password chosen', 'person disabled', 'person enabled', 'team added', 'joined', 'child allocated', 'stand-in named', 'stand-in withdrawn']) {
    expect([event, said.has(event)]).toEqual([event, true])
  }
  expect(events.find(({ event }) => event === 'role given')?.detail).toMatchObject({ role: 'social worker', from: '2026-06-01' })
  expect(served.failures).toEqual([])
})
