/** Text that a person types reaches PostgreSQL as text (promise D4): on the real server and a real database. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/web/routes.ts'
import { addressOf } from '../../src/web/testing/everyAnswer.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

/** What ends a text, begins another, or is no text for PostgreSQL. */
const texts = ["'; drop table child; --", "' or '1'='1", '\\', '%', '{1,"2"}', 'a\0b']

let all: Trials
let at: Trial
let served: Served
let client: Client
beforeAll(async () => {
  all = await trials()
  at = await all.next()
  served = serve(at)
  await served.person('ida', 'director', 'performance analyst')
  client = served.client()
  await served.signIn(client, 'ida')
  await at.counts(returnFiles(2026, [
    { code: '77001', episodes: ['S C1 U6@ash 2025-05-06'] }, { code: '77002', episodes: ['S C2 U6@elm 2025-06-06'] },
  ]))
})
afterAll(async () => {
  await served.app.close()
  await all.close()
})

const inCare = async (query: string): Promise<number> => ((await client.get(`/children${query}`)).body.match(/>\s*7700\d\s*<\/a>/g) ?? []).length

test('what is searched for is found, and only that', async () => {
  expect([await inCare(''), await inCare('?search=77001')]).toEqual([2, 1])
  // Wildcards of SQL are signs like others.
  for (const text of ["' or '1'='1", '%', '_', '7700_', '7700%', '\\', '77001\\', "77001'; drop table child; --"]) {
    expect([text, await inCare(`?search=${encodeURIComponent(text)}`)]).toEqual([text, 0])
  }
})

test('no text in any part of any address is a failure of the database', async () => {
  const keys = ['search', 'team', 'age', 'route', 'legal-status', 'sort', 'order', 'page', 'as-at', 'as-known-at', 'kind', 'status', 'import', 'child', 'from', 'to']
  for (const { path } of routes.filter(({ method, upload }) => method === 'GET' && upload === undefined)) {
    for (const text of texts) {
      const value = encodeURIComponent(text)
      for (const url of [`${addressOf(path)}?${keys.map((key) => `${key}=${value}`).join('&')}`, path.replaceAll(/:\w+/g, value)]) {
        const { status } = await client.get(url)
        expect([path, text, status]).toEqual([path, text, expect.toSatisfy((one: number) => one === 200 || one === 400 || one === 404)])
      }
    }
  }
  expect(served.failures).toEqual([])
})

test('nor in a name or password at signing in', async () => {
  for (const text of texts) {
    const stranger = served.client()
    const { status } = await served.signIn(stranger, text, text)
    expect([text, status === 303 || status >= 500]).toEqual([text, false])
  }
  expect(served.failures).toEqual([])
  const { rows: [{ left } = { left: 0 }] } = await all.pool.query<{ left: number }>('select count(*)::int as left from child where authority_id = $1', [at.authorityId])
  expect(left).toBe(2)
})
