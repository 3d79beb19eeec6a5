/** Forms as programs ask and send them: the same addresses, locks, validator and log as for people, on the real store. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { planFamily, type PlanFamily, type Somebody } from '../support/planFamily.ts'
import { trials, type Trials } from '../support/returns.ts'

let all: Trials
let family: PlanFamily
let voice: string
let actions: string
const clients = new Map<Somebody, Client>()

beforeAll(async () => {
  all = await trials()
  family = await planFamily(await all.next())
  voice = `/children/${family.childId}/voice`
  actions = `/children/${family.childId}/actions`
  for (const name of Object.keys(family.people) as Somebody[]) {
    const client = family.served.client()
    expect((await family.served.signIn(client, name)).status).toBe(303)
    await client.get('/account')
    clients.set(name, client)
  }
})
afterAll(async () => {
  await family.served.app.close()
  await all.close()
})

const as = (name: Somebody): Client => {
  const client = clients.get(name)
  if (client === undefined) throw new Error(`${name} is not signed in`)
  return client
}

interface Heard {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly type: string
}

const heard = ({ status, body, headers }: Awaited<ReturnType<Client['get']>>): Heard =>
  ({ status, body: JSON.parse(body) as Record<string, unknown>, type: String(headers['content-type']) })
const ask = async (name: Somebody, path: string): Promise<Heard> => heard(await as(name).get(path, { accept: 'application/json' }))
const send = async (name: Somebody, path: string, body: unknown, token: string | null = as(name).token()): Promise<Heard> =>
  heard(await as(name).postJson(path, typeof body === 'string' ? body : JSON.stringify(body), token))

const words = { words: 'I want to stay with Nan.', saidOn: '2026-03-03', sharing: 'everyone', means: 'talking', about: ['home', 'family'] }

test('a form says what it asks, and takes that', async () => {
  const { status, body, type } = await ask('worker', `${voice}/new`)
  expect([status, type]).toEqual([200, 'application/json; charset=utf-8'])
  expect(body).toMatchObject({
    title: 'Write down what the child said', version: null, send: { method: 'POST', address: `${voice}/new`, contentType: 'application/json' },
    schema: { type: 'object', additionalProperties: false, properties: { words: { type: 'string' }, saidOn: { type: 'string', format: 'date' } } },
  })
  await family.served.events()
  const sent = await send('worker', `${voice}/new`, { values: words })
  expect(sent).toMatchObject({ status: 200, body: { done: 'The child’s words are kept.', leadsTo: voice, records: [{ type: 'own words', version: 1 }] } })
  expect((await as('worker').get(voice)).body).toContain('I want to stay with Nan.')
  // One look, one writing: the same events as for a person.
  expect((await family.served.events()).map(({ event }) => event)).toEqual(['own words written', 'own words added', 'own words opened'])
})

test('every fault is told at its field, and nothing is kept', async () => {
  const before = await count('own words')
  const sent = await send('worker', `${voice}/new`, { values: { ...words, saidOn: '2026-02-30', sharing: 'nobody', colour: 'red', words: ' ' } })
  expect([sent.status, sent.type]).toEqual([422, 'application/problem+json; charset=utf-8'])
  expect((sent.body['errors'] as { field: string }[]).map(({ field }) => field).sort()).toEqual(['colour', 'saidOn', 'sharing', 'words'])
  expect(await count('own words')).toBe(before)
})

describe('a record that is changed', () => {
  const asked = { what: 'Ask Nan whether she can have him on Fridays', dueOn: '2026-12-18' }
  let address: string

  test('is read with its version; a field not named stays, and what is stale is refused with both', async () => {
    const { worker } = family.people
    const made = await send('worker', `${actions}/new`, { values: { ...asked, owner: worker } })
    expect(made).toMatchObject({ status: 200, body: { records: [{ type: 'action', version: 1 }] } })
    const [{ recordId }] = made.body['records'] as [{ recordId: string }]
    address = `${actions}/${recordId}/hand-on`
    const open = await ask('worker', address)
    expect(open.body).toMatchObject({ version: 1, values: { owner: null, handedOnWhy: null } })
    // Whom it goes to is always to be chosen; the other is offered to be chosen by name and id.
    const { properties } = open.body['schema'] as { properties: { owner: { oneOf: readonly { const: string; title: string }[] } } }
    expect(properties.owner.oneOf).toContainEqual({ const: family.people.manager, title: 'manager' })

    expect((await send('worker', address, { values: { handedOnWhy: 'She knows Nan', owner: family.people.manager } })).body['errors'])
      .toEqual([{ field: 'version', text: 'Send the version that you read: ask this address with GET' }])
    const handed = await send('worker', address, { version: 1, values: { handedOnWhy: 'She knows Nan', owner: family.people.manager } })
    expect(handed).toMatchObject({ status: 200, body: { records: [{ recordId, version: 2 }] } })

    const stale = await send('manager', address, { version: 1, values: { handedOnWhy: 'He knows Nan better', owner: worker } })
    expect([stale.status, stale.type]).toEqual([409, 'application/problem+json; charset=utf-8'])
    expect(stale.body).toMatchObject({
      version: 2, changedBy: 'worker', now: { owner: family.people.manager, handedOnWhy: 'She knows Nan' }, changedByThemAlone: ['owner'], changedByBoth: ['handedOnWhy'],
    })
    const again = await send('manager', address, { version: 2, values: { handedOnWhy: 'He knows Nan better', owner: worker } })
    expect(again).toMatchObject({ status: 200, body: { records: [{ recordId, version: 3 }] } })
  })

  test('and a refusal in the rules of the work is told in words', async () => {
    const refused = await send('worker', address, { version: 3, values: { handedOnWhy: 'x', owner: family.people.stranger } })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body['errors'])).toContain('does not work with this child')
  })
})

describe('what one may not see', () => {
  test('is not found, with the same bytes as what is not there', async () => {
    const never = newId()
    const bytes = async (path: string, method: 'get' | 'post'): Promise<string> => {
      const client = as('stranger')
      const { status, body, headers } = method === 'get' ? await client.get(path, { accept: 'application/json' }) : await client.postJson(path, JSON.stringify({ values: words }))
      const { date: _date, 'set-cookie': _cookie, 'x-ratelimit-remaining': _left, 'x-ratelimit-reset': _reset, ...rest } = headers
      return JSON.stringify([status, rest, body])
    }
    for (const method of ['get', 'post'] as const) {
      for (const path of ['/voice/new', '/actions/new', '/plan/begin', '/records']) {
        const hidden = await bytes(`/children/${family.childId}${path}`, method)
        expect(hidden).toContain('[404,')
        expect(hidden).toBe(await bytes(`/children/${never}${path}`, method))
      }
    }
    expect(await bytes('/nowhere', 'get')).toContain('Page not found')
  })

  test('and a role without the act finds no form', async () => {
    expect((await ask('lawyer', `${actions}/new`)).status).toBe(404)
    expect((await send('lawyer', `${voice}/new`, { values: words })).status).toBe(404)
  })

  test('nobody at all is told to sign in, and gets no session', async () => {
    const nobody = family.served.client()
    const answer = await nobody.get(`${voice}/new`, { accept: 'application/json' })
    expect([answer.status, answer.headers['www-authenticate'], answer.headers['set-cookie']]).toEqual([401, 'Bearer', undefined])
    expect((await nobody.postJson(`${voice}/new`, JSON.stringify({ values: words }))).status).toBe(401)
  })
})

test('a session must send its token: another site cannot', async () => {
  for (const token of [null, '', 'forged']) {
    const sent = await send('worker', `${voice}/new`, { values: words }, token)
    expect([sent.status, sent.body['title']]).toEqual([400, 'Send the form again'])
  }
})

test('a form that asks more than one record’s fields is refused whole, in words', async () => {
  const meeting = await send('manager', `/children/${family.childId}/planning-meetings/new`, {
    values: { bookedFor: '2026-12-11', lead: family.people.manager, at: '10:00', place: 'Room 2' },
  })
  expect(meeting.status).toBe(200)
  const [{ recordId }] = meeting.body['records'] as [{ recordId: string }]
  const minutes = `/children/${family.childId}/planning-meetings/${recordId}/minutes`
  expect((await ask('manager', minutes)).body['send']).toBe(null)
  const sent = await send('manager', minutes, { version: 1, values: { heldOn: '2026-12-11' } })
  expect([sent.status, sent.body['title']]).toEqual([415, 'This form is not taken as JSON'])
  expect(await count('planning meeting')).toBe(1)
})

test('what is no form of ours is refused, with what it has to be', async () => {
  const bodies: readonly (readonly [string, number, string])[] = [
    ['{', 400, 'The body is not JSON.'], ['', 400, ''], ['[]', 400, 'must be a JSON object'], ['{"values":[]}', 400, 'values must be a JSON object'],
    ['{"words":"x"}', 400, 'a part called words'], ['{"version":"1","values":{}}', 400, 'whole number'],
    [`{"values":{"words":"a\\u0000b"}}`, 400, ''], ['['.repeat(200_000), 400, 'not JSON'],
    [JSON.stringify({ values: { words: 'x'.repeat(2_000_001) } }), 413, ''],
    [JSON.stringify({ values: Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`f${n}`, null])) }), 413, ''],
    [JSON.stringify({ version: 2, values: words }), 422, 'Nothing here has a version'],
  ]
  for (const [body, status, said] of bodies) {
    const answer = await send('worker', `${voice}/new`, body)
    expect([body.slice(0, 40), answer.status]).toEqual([body.slice(0, 40), status])
    expect(JSON.stringify(answer.body)).toContain(said)
  }
  expect(family.served.failures).toEqual([])
})

test('a page that is no form says so, and a browser still gets pages', async () => {
  expect((await ask('worker', '/children')).status).toBe(406)
  const page = await as('worker').get(`${voice}/new`, { accept: 'text/html,application/xhtml+xml,application/json;q=0.8,*/*;q=0.5' })
  expect(String(page.headers['content-type'])).toBe('text/html; charset=utf-8')
  expect(String((await as('worker').get(`${voice}/new`)).headers['content-type'])).toBe('text/html; charset=utf-8')
})

async function count(type: string): Promise<number> {
  const { rows } = await all.pool.query<{ n: number }>('select count(*)::int as n from record where type = $1', [type])
  return rows[0]?.n ?? -1
}
