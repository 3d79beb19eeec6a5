/** Keys of programs on the real store: as much as the person and no more, no session, the log, and every way in which one ends. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, formatIso, yearMonthDay, type LocalDate } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
let worker: Client
let workerId: string
const childId = newId()
const other = newId()
const voice = `/children/${childId}/voice`
const words = { words: 'I want to stay with Nan.', saidOn: '2026-03-03', sharing: 'everyone', means: 'talking', about: ['home'] }

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at, { programs: true })
  for (const [id, code] of [[childId, 'K-4711'], [other, 'K-4712']]) {
    await at.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, id, code])
  }
  workerId = await served.person('worker', 'social worker')
  await served.person('administrator', 'system administrator')
  await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2026-01-01')`, [at.authorityId, childId, workerId])
  worker = served.client()
  await served.signIn(worker, 'worker')
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})
beforeEach(async () => {
  await worker.get('/account')
})

const inForm = (field: string, day: LocalDate): readonly (readonly [string, string])[] =>
  Object.entries(yearMonthDay(day)).map(([part, number]) => [`${field}-${part}`, String(number)] as const)

/** Makes a key as the page does; gives what it shows. */
async function key(may: 'read' | 'write', lastDay: LocalDate = addDays(at.holdfast.today(), 30)): Promise<string> {
  const page = await worker.post('/account/keys/new', [['name', 'nightly list'], ['may', may], ...inForm('lastDay', lastDay)])
  const token = /hf-code">(holdfast_[^<]+)</.exec(page.body)?.[1]
  if (token === undefined) throw new Error(`no key on the page: ${page.status}`)
  return token
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Record<string, unknown>
}

/** Asks as a program: a header and nothing else, unless told. */
async function ask(token: string, url: string, send?: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { statusCode, headers, body } = await served.app.inject({
    url, method: send === undefined ? 'GET' : 'POST', headers: { authorization: `Bearer ${token}`, ...(send === undefined ? {} : { 'content-type': 'application/json' }), ...more },
    ...(send === undefined ? {} : { payload: JSON.stringify(send) }),
  })
  return { status: statusCode, headers, body: JSON.parse(body) as Record<string, unknown> }
}

test('what it opens is what its owner may see, and it gets no session', async () => {
  const reads = await key('read')
  const form = await ask(reads, `${voice}/new`)
  expect([form.status, form.body['title'], form.headers['set-cookie']]).toEqual([200, 'Write down what the child said', undefined])
  expect((await ask(reads, `/children/${childId}/records`)).body).toMatchObject({ child: 'K-4711' })
  const [hidden, never] = [await ask(reads, `/children/${other}/records`), await ask(reads, `/children/${newId()}/records`)]
  expect([hidden.status, hidden.body]).toEqual([404, never.body])
})

test('it writes only where it was made to, without a token of a page, and the log names it', async () => {
  const [reads, writes] = [await key('read'), await key('write')]
  const refused = await ask(reads, `${voice}/new`, { values: words })
  expect([refused.status, refused.body['title']]).toEqual([403, 'This key may not do that'])
  await served.events()
  expect(await ask(writes, `${voice}/new`, { values: words })).toMatchObject({ status: 200, body: { done: 'The child’s words are kept.', records: [{ type: 'own words', version: 1 }] } })
  const keyId = writes.split('.')[1]
  expect(await served.events()).toEqual([
    { event: 'own words written', person: workerId, detail: { address: `${voice}/new`, as: 'JSON', key: keyId } },
    { event: 'own words added', person: workerId, detail: { record: expect.any(String) as string, version: '1' } },
  ])
})

test('a session sent beside it counts for nothing', async () => {
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const wrong = await ask('holdfast_1.x', '/my-work', undefined, { cookie })
  expect([wrong.status, wrong.headers['set-cookie']]).toEqual([401, undefined])
  // Nor does one that only reads write by it.
  expect((await ask(await key('read'), `${voice}/new`, { values: words }, { cookie })).status).toBe(403)
})

test('what gives access is done by people', async () => {
  const writes = await key('write')
  for (const [url, body] of [['/account/keys', undefined], ['/account/keys/new', { values: { name: 'more' } }], ['/break-glass', {}]] as const) {
    expect([url, (await ask(writes, url, body)).status]).toEqual([url, 403])
  }
  for (const url of ['/account/password', '/account/second-factor', '/account/sign-out-everywhere', '/sign-in', '/sign-out']) {
    expect([url, [400, 404, 415].includes((await ask(writes, url, {})).status)]).toEqual([url, true])
  }
})

describe('it is over', () => {
  const opens = async (token: string): Promise<boolean> => {
    const { status, headers, body } = await ask(token, `${voice}/new`)
    // One answer, whatever the reason.
    if (status !== 200) expect([status, body['title'], headers['www-authenticate']]).toEqual([401, 'This key opens nothing', 'Bearer error="invalid_token"'])
    return status === 200
  }

  test('when its owner ends it, and when an administrator does', async () => {
    const [mine, theirs] = [await key('read'), await key('read')]
    expect([await opens(mine), await opens(theirs)]).toEqual([true, true])
    const ended = await worker.post(`/account/keys/${mine.split('.')[1] ?? ''}/end`, [])
    expect(ended.status).toBe(303)
    expect([await opens(mine), await opens(theirs)]).toEqual([false, true])
    const administrator = served.client()
    await served.signIn(administrator, 'administrator')
    expect((await administrator.get('/admin/keys')).body).toContain('nightly list')
    expect((await administrator.post(`/admin/keys/${theirs.split('.')[1] ?? ''}/end`, [])).status).toBe(303)
    expect(await opens(theirs)).toBe(false)
  })

  test('after its last day', async () => {
    const token = await key('read', at.holdfast.today())
    expect(await opens(token)).toBe(true)
    const tomorrow = serve({ ...at, holdfast: { ...at.holdfast, today: () => addDays(at.holdfast.today(), 1) } }, { programs: true })
    const { statusCode } = await tomorrow.app.inject({ url: `${voice}/new`, headers: { authorization: `Bearer ${token}` } })
    expect(statusCode).toBe(401)
    await tomorrow.app.close()
  })

  test('for every letter of it that is another', async () => {
    const token = await key('read')
    for (const wrong of [`${token}A`, token.slice(0, -1), token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA'), 'holdfast_', 'holdfast_x', token.replace(/_\d+/, '_40000'), token.replace(/\.[0-9a-f]/, '.g')]) {
      expect([wrong.length, await opens(wrong)]).toEqual([wrong.length, false])
    }
    // What is no key of ours is as if nothing had been sent: a proxy in front may send its own to everybody.
    for (const authorization of ['Basic d29ya2VyOng=', 'Bearer x', `Bearer ${token.replace('holdfast_', '')}`, token]) {
      const asked = (headers: Readonly<Record<string, string>>) => served.app.inject({ url: `${voice}/new`, headers: { authorization, ...headers } })
      expect([(await asked({})).statusCode, (await asked({ accept: 'application/json' })).statusCode]).toEqual([303, 401])
      const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      expect((await asked({ cookie })).statusCode).toBe(200)
    }
  })

  test('at once, when its owner has no role any more or is shut out', async () => {
    const token = await key('write')
    await at.pool.query(`update role_held set to_on = $2 where person_id = $1`, [workerId, formatIso(at.holdfast.today())])
    expect(await opens(token)).toBe(false)
    await at.pool.query(`update role_held set to_on = 'infinity' where person_id = $1`, [workerId])
    expect(await opens(token)).toBe(true)
    await at.pool.query('update person set disabled_at = now() where person_id = $1', [workerId])
    expect(await opens(token)).toBe(false)
    await at.pool.query('update person set disabled_at = null where person_id = $1', [workerId])
    await served.signIn(worker, 'worker')
  })
})

test('a last day more than a year on is refused, and where keys are off there are none', async () => {
  const far = await worker.post('/account/keys/new', [['name', 'for ever'], ['may', 'read'], ...inForm('lastDay', addDays(at.holdfast.today(), 367))])
  expect([far.status, far.body.includes('The last day must be at most a year from now')]).toEqual([422, true])
  const token = await key('read')
  const off = serve(at)
  const { statusCode, body } = await off.app.inject({ url: `${voice}/new`, headers: { authorization: `Bearer ${token}` } })
  expect([statusCode, (JSON.parse(body) as { title: string }).title]).toEqual([401, 'This key opens nothing'])
  const client = off.client()
  await off.signIn(client, 'worker')
  for (const url of ['/account/keys', '/account/keys/new']) expect([url, (await client.get(url)).status]).toEqual([url, 404])
  expect((await client.get('/account')).body).not.toContain('/account/keys')
  await off.app.close()
  expect(served.failures).toEqual([])
})

test('only a fingerprint is kept', async () => {
  const secret = (await key('read')).split('.')[2] ?? ''
  const { rows } = await at.pool.query<{ content: string }>(`select content::text from record where type = 'key'`)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ content }) => content.includes(secret))).toBe(false)
})
