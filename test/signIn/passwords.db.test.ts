/** Local accounts: guessing is slow and shuts nobody out for ever, and tells nobody which names exist. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockoutOn } from '../../src/edge/signIn/lockout.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { rightPassword, secret, serve, type Served } from '../support/signIn.ts'

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

/** The door opens again, as if the wait were over. */
const waitOver = (): Promise<unknown> => all.pool.query('update sign_in_tries set shut_until = now()')
const still = (body: string): string => body.replaceAll(/(name="_csrf" value=")[^"]+/g, '$1').replaceAll(/(id="name"[^>]* value=")[^"]*/g, '$1')

test('five wrong tries shut the door for a name that exists as for one that does not, whatever the browser', async () => {
  await served.person('priya', 'team manager')
  const client = served.client()
  const answers = async (name: string): Promise<readonly (readonly [number, string])[]> => {
    const given: (readonly [number, string])[] = []
    for (let i = 0; i < 5; i += 1) given.push(await served.signIn(client, name, 'a guess that is wrong').then(({ status, body }) => [status, still(body)] as const))
    given.push(await served.signIn(served.client(), name.toUpperCase()).then(({ status, body }) => [status, still(body)] as const))
    return given
  }
  const known = await answers('priya')
  expect(known.map(([status]) => status)).toEqual([422, 422, 422, 422, 422, 429])
  expect(known[5]?.[1]).toContain('Try again in 1 minute.')
  expect(await answers('nobody.of.that.name')).toEqual(known)
  await waitOver()
  expect((await served.signIn(client, 'priya')).location).toBe('/account')
})

test('the wait grows to a quarter of an hour and no further, and a right password begins anew', async () => {
  await served.person('bram', 'team manager')
  const seconds: number[] = []
  for (let i = 0; i < 10; i += 1) {
    await waitOver()
    expect(await lockoutOn(all.pool, secret).triesAtName('bram', null).begin()).toBeNull()
    const { rows } = await all.pool.query<{ s: number }>('select round(extract(epoch from shut_until - last_at))::int as s from sign_in_tries order by last_at desc limit 1')
    seconds.push(rows[0]?.s ?? -1)
  }
  expect(seconds).toEqual([0, 0, 0, 0, 60, 120, 240, 480, 900, 900])
  await waitOver()
  expect((await served.signIn(served.client(), 'bram')).status).toBe(303)
  expect((await served.signIn(served.client(), 'bram', 'a guess that is wrong')).status).toBe(422)
  const { rows } = await all.pool.query('select tries from sign_in_tries order by last_at desc limit 1')
  expect(rows).toEqual([{ tries: 1 }])
})

test('a restart forgets nothing; a browser that signed in before is not shut out by strangers', async () => {
  await served.person('ines', 'team manager')
  const own = served.client()
  await served.signIn(own, 'ines')
  await own.get('/account')
  await own.post('/sign-out', [])
  for (let i = 0; i < 5; i += 1) await served.signIn(served.client(), 'ines', 'a guess that is wrong')
  const again = serve(at)
  expect((await again.signIn(again.client(), 'ines')).status).toBe(429)
  const back = again.client()
  for (const [name, value] of own.cookies) back.cookies.set(name, value)
  expect((await again.signIn(back, 'ines')).status).toBe(303)
  // The mark is for one name: under another it is worth nothing.
  await served.person('omar', 'team manager')
  for (let i = 0; i < 5; i += 1) await served.signIn(served.client(), 'omar', 'a guess that is wrong')
  const borrowed = again.client()
  for (const [name, value] of own.cookies) borrowed.cookies.set(name, value)
  expect((await again.signIn(borrowed, 'omar')).status).toBe(429)
  await again.app.close()
})

test('tries at once are counted one by one', async () => {
  await served.person('tess', 'team manager')
  const clients = await Promise.all(Array.from({ length: 12 }, async () => {
    const client = served.client()
    await client.get('/sign-in')
    return client
  }))
  const statuses = await Promise.all(clients.map(async (client) => (await client.post('/sign-in', [['name', 'tess'], ['password', 'a guess that is wrong']])).status))
  expect(statuses.filter((status) => status === 422).length).toBe(5)
  expect(statuses.filter((status) => status === 429).length).toBe(7)
})

test('a wrong answer takes as long whether or not there is such a name, or the account was ended', async () => {
  await served.person('ludo', 'team manager')
  await served.person('ended', 'team manager')
  await all.pool.query(`update person set disabled_at = now() where sign_in_name = 'ended'`)
  for (const name of ['ludo', 'ended', 'nobody.at.all', 'Ada Quill of 901']) {
    const client = served.client()
    await client.get('/sign-in')
    const began = performance.now()
    const { status } = await client.post('/sign-in', [['name', name], ['password', name === 'ended' ? rightPassword : 'a guess that is wrong']])
    expect([name, status]).toEqual([name, 422])
    expect(performance.now() - began).toBeGreaterThan(295)
  }
})

test('what is written down: who came in, what failed at which account, and never what was typed', async () => {
  const personId = await served.person('noor', 'team manager')
  await served.events()
  await served.signIn(served.client(), 'noor', 'noors secret typed wrong')
  await served.signIn(served.client(), 'noors secret in the name', 'x')
  await served.signIn(served.client(), 'noor')
  expect(await served.events()).toEqual([
    { event: 'sign-in failed', person: null, detail: { account: personId, how: 'password' } },
    { event: 'signed in', person: personId, detail: { how: 'password' } },
  ])
  for (let i = 0; i < 5; i += 1) await served.signIn(served.client(), 'noor', 'noors secret typed wrong')
  expect((await served.events()).at(-1)).toEqual({ event: 'sign-in locked', person: null, detail: { account: personId, how: 'password' } })
  const { rows } = await all.pool.query<{ row: string }>('select t::text as row from sign_in_tries t union all select content::text from web_session')
  expect(rows.filter(({ row }) => /noors? secret|6e6f6f72/.test(row))).toEqual([])
})

test('where passwords are turned off, there is none to try', async () => {
  const off = serve(at, { passwords: false })
  const client = off.client()
  expect((await client.get('/sign-in')).body).not.toContain('type="password"')
  expect((await off.signIn(client, 'noor')).status).toBe(404)
  await off.app.close()
})

test('a changed password: checked, not easy to guess, and the other sessions end', async () => {
  await served.person('wilf.harrow', 'team manager')
  const here = served.client()
  const there = served.client()
  await served.signIn(here, 'wilf.harrow')
  await served.signIn(there, 'wilf.harrow')
  await here.get('/account/password')
  const change = async (current: string, wanted: string): Promise<string> => {
    const { status, body, location } = await here.post('/account/password', [['current', current], ['wanted', wanted]])
    return status === 303 ? location : (/error-summary[\s\S]*?<a href="#\w+">([^<]+)/.exec(body)?.[1] ?? `${status}`)
  }
  expect(await change('not it', 'five grey herons standing')).toContain('That is not your password now')
  expect(await change(rightPassword, 'short')).toContain('12 characters or more')
  expect(await change(rightPassword, 'Password1234!')).toContain('easy to guess')
  expect(await change(rightPassword, 'wilf.harrow.1')).toContain('made of your own name')
  expect(await change(rightPassword, rightPassword)).toContain('is the one you have')
  await served.events()
  expect(await change(rightPassword, 'five grey herons standing')).toBe('/account')
  expect((await served.events()).map(({ event }) => event)).toEqual(['change of password asked', 'password changed'])
  expect([(await here.get('/account')).status, (await there.get('/account')).status]).toEqual([200, 303])
  expect((await served.signIn(served.client(), 'wilf.harrow')).status).toBe(422)
  expect((await served.signIn(served.client(), 'wilf.harrow', 'five grey herons standing')).status).toBe(303)
  expect(served.failures).toEqual([])
})
