/** Sessions: what one may do is read every time, and they end when they should. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endSessionsOf, readSession, writeSession } from '../../src/store/sessions.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let all: Trials
let at: Trial
let served: Served
beforeAll(async () => {
  all = await trials()
  at = await all.next()
  served = serve(at)
})
afterAll(async () => {
  await served.app.close()
  await all.close()
})

test('a role taken away, or given, counts from the next request', async () => {
  const personId = await served.person('ruth', 'head of service')
  const client = served.client()
  await served.signIn(client, 'ruth')
  expect((await client.get('/account')).body).toContain('Service manager or head of service')
  await all.pool.query(`update role_held set to_on = '2026-06-01' where person_id = $1`, [personId])
  expect((await client.get('/account')).body).toMatch(/Roles\s*<\/dt>\s*<dd[^>]*>\s*None/)
  expect((await client.get('/measures')).status).toBe(404)
  await all.pool.query(`insert into role_held (authority_id, person_id, role) values ($1, $2, 'councillor')`, [at.authorityId, personId])
  expect((await client.get('/measures')).status).toBe(200)
})

test('who is disabled is signed out at once, and stays out when allowed back', async () => {
  const personId = await served.person('hal', 'team manager')
  const client = served.client()
  await served.signIn(client, 'hal')
  await all.pool.query('update person set disabled_at = now() where person_id = $1', [personId])
  expect((await client.get('/account')).status).toBe(303)
  await all.pool.query('update person set disabled_at = null where person_id = $1', [personId])
  expect((await client.get('/account')).status).toBe(303)
})

test('the list of own sessions, and signing out everywhere', async () => {
  await served.person('maud', 'team manager')
  const office = served.client()
  const home = served.client()
  await served.signIn(office, 'maud')
  await served.signIn(home, 'maud')
  const { body } = await office.get('/account', { 'user-agent': 'whatever' })
  expect(body.match(/<th scope="row">/g)?.length).toBe(2)
  expect(body.match(/This one/g)?.length).toBe(1)
  await served.events()
  expect((await office.post('/account/sign-out-everywhere', [])).location).toBe('/sign-in?out=everywhere')
  expect((await served.events()).map(({ event }) => event)).toEqual(['signed out everywhere'])
  expect([(await office.get('/account')).status, (await home.get('/account')).status]).toEqual([303, 303])
})

test('a session ends after its idle time and after its day, and one that was ended is not brought back', async () => {
  const personId = await served.person('otto', 'team manager')
  const client = served.client()
  await served.signIn(client, 'otto')
  const of = async (): Promise<string> => (await all.pool.query<{ session_id: string }>('select session_id from web_session where person_id = $1', [personId])).rows[0]?.session_id ?? ''
  const first = await of()
  await all.pool.query(`update web_session set expires_at = now() where session_id = $1`, [first])
  expect((await client.get('/account')).status).toBe(303)
  await all.pool.query('delete from web_session where person_id = $1', [personId])

  await served.signIn(client, 'otto')
  await all.pool.query(`update web_session set content = jsonb_set(content, '{signedInAt}', to_jsonb((content ->> 'signedInAt')::bigint - 43201000)) where person_id = $1`, [personId])
  expect((await client.get('/account')).status).toBe(303)

  await served.signIn(client, 'otto')
  const third = await of()
  const content = await readSession(all.pool, third)
  await endSessionsOf(all.pool, personId)
  await writeSession(all.pool, third, content, '2099-01-01T00:00:00Z')
  expect(await readSession(all.pool, third)).toBeNull()
})

test('the serving role reads none of what signing in keeps', async () => {
  const client = await all.pool.connect()
  try {
    for (const table of ['sign_in_tries', 'sign_in_identity', 'second_factor', 'recovery_code', 'kept_form', 'installation']) {
      await client.query('begin')
      await client.query('set local role holdfast_app')
      await expect(client.query(`select * from ${table}`)).rejects.toThrow(`permission denied for table ${table}`)
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
})
