/** Promise B1: no read or write without a trace, route by route. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../../src/core/access/roles.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import type { Route } from '../../src/web/route.ts'
import { routes } from '../../src/web/routes.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

/** A file that comes to an end half-way, a page that fails, and a file from a page that is no export. */
async function* half(): AsyncGenerator<string> {
  yield await Promise.resolve('code,name\r\n1,')
  throw new Error('the disk is full')
}
const file = { kind: 'file', name: 'half.csv', type: 'text/csv' } as const
const failing: readonly Route[] = [
  { method: 'GET', path: '/test/half.csv', act: ['export', 'standing'], audit: 'half exported', handle: () => Promise.resolve({ ...file, content: half() }) },
  { method: 'GET', path: '/test/fails', act: ['see', 'figures'], audit: 'failing page opened', handle: () => Promise.reject(new Error('it fails')) },
  { method: 'GET', path: '/test/unmarked.csv', act: ['see', 'figures'], audit: 'unmarked file sent', handle: () => Promise.resolve({ ...file, content: half() }) },
]

let together: Trials
let at: Trial
let served: Served
let client: Client
beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at, {}, failing)
  // Every role at once, so that every route is come to.
  await served.person('everybody', ...roles)
  client = served.client()
  await served.signIn(client, 'everybody')
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

// An upload needs a form of another kind, and has tests of its own.
const asked = routes.filter(({ upload }) => upload !== true).map((route) => ({ route, address: route.path.replaceAll(/:\w+/g, () => newId()) }))
const ask = ({ route, address }: (typeof asked)[number]): Promise<{ readonly status: number }> =>
  route.method === 'GET' ? client.get(address) : client.post(address, [])

test('every route writes its own event, or that it was refused or failed', async () => {
  for (const one of asked) await ask(one)
  const events = new Set((await served.events()).map(({ event, detail }) => `${event} at ${(detail as { address?: string } | null)?.address}`))
  const silent = asked.filter(({ route, address }) =>
    // The event of a file is kept when the last of it is sent, which may be after it came; that it was begun, before.
    !['', 'begun: ', 'refused: ', 'failed: '].some((mark) => events.has(`${mark}${route.audit} at ${address}`)))
  expect(silent.map(({ route }) => `${route.method} ${route.path}`)).toEqual([])
})

test('and answers nothing when its event cannot be written', async () => {
  await at.pool.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no room for the log'; end $$;
    create trigger refuse before insert on audit_event for each row execute function refuse()`)
  const answered: string[] = []
  try {
    for (const one of asked) {
      const { status } = await ask(one)
      if (status !== 500) answered.push(`${one.route.method} ${one.route.path}: ${status}`)
    }
  } finally {
    await at.pool.query('drop trigger refuse on audit_event; drop function refuse()')
  }
  expect(answered).toEqual([])
})

test('a failure leaves a mark, and an export one that cannot be lost with the rest of the file', async () => {
  await served.events()
  await client.get('/test/half.csv').catch(() => undefined)
  const marks: unknown[] = []
  // The answer breaks off before its transaction has ended.
  await expect.poll(async () => marks.push(...(await served.events()).map(({ event, detail }) => [event, detail]))).toBe(2)
  expect(marks).toEqual([
    ['begun: half exported', { address: '/test/half.csv' }], ['failed: half exported', { address: '/test/half.csv' }],
  ])
  expect((await client.get('/test/fails')).status).toBe(500)
  expect((await served.events()).map(({ event }) => event)).toEqual(['failed: failing page opened'])
})

test('a route that answers with a file must be an export', async () => {
  expect((await client.get('/test/unmarked.csv')).status).toBe(500)
  expect((await served.events()).map(({ event }) => event)).toEqual(['failed: unmarked file sent'])
})
