/** Every row of the route table asked by a program: an answer in JSON, a redirect or a file, and never a failure of ours. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../../src/core/access/roles.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Answered, Client } from '../../src/web/testing/client.ts'
import { routes } from '../../src/web/routes.ts'
import { trials, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let served: Served
let client: Client
const childId = newId()

beforeAll(async () => {
  together = await trials()
  const at = await together.next()
  served = serve(at)
  const personId = await served.person('everybody', ...roles)
  await at.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, childId, '4711'])
  for (const role of roles) {
    await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, $3, $4, '2026-01-01')`, [at.authorityId, childId, role, personId])
  }
  client = served.client()
  await served.signIn(client, 'everybody')
  await client.get('/account')
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

const address = (path: string): string => path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'childId' ? childId : newId()))
const isJson = ({ headers }: Answered): boolean => /^application\/(problem\+)?json/.test(String(headers['content-type']))

/** Pages with a button under which nothing is asked: sent, they are taken as JSON too; opened, there is nothing to tell. */
const nothingAsked = ['/panels/:panelId/sittings/:sittingId/sign-off', '/my-work/calendar']

test('what is opened and sent at one address under one act is a form, and says so', () => {
  const opened = routes.filter(({ method }) => method === 'GET')
  const unsaid = routes.filter((sent) => sent.method === 'POST' && sent.upload !== true && sent.form !== true &&
    opened.some(({ path, act }) => path === sent.path && String(act) === String(sent.act)))
  expect(unsaid.map(({ path }) => path)).toEqual(nothingAsked)
})

test('opened: a form, what it is not, or a file', async () => {
  const forms: string[] = []
  for (const { path, act, form } of routes.filter(({ method }) => method === 'GET')) {
    const answer = await client.get(address(path), { accept: 'application/json' })
    const isFile = act !== 'signed in' && act[0] === 'export' && answer.status === 200
    expect([path, answer.status, isFile || answer.status === 303 || isJson(answer)]).toEqual([path, expect.toSatisfy((status) => [200, 303, 404, 406, 422].includes(Number(status))), true])
    // Whatever is called a form in the table is one.
    if (form === true) expect([path, answer.status]).not.toEqual([path, 406])
    if (answer.status === 200 && isJson(answer) && (JSON.parse(answer.body) as { schema?: unknown }).schema !== undefined) forms.push(path)
  }
  // Those that need nothing but the child are open here, and each tells its shape.
  expect(forms).toEqual(expect.arrayContaining(['/children/:childId/voice/new', '/children/:childId/actions/new', '/children/:childId/plan/begin', '/me/ties', '/admin/people/new']))
  expect(served.failures).toEqual([])
})

test('sent: taken, or told why not; never half', async () => {
  for (const { path } of routes.filter(({ method }) => method === 'POST')) {
    for (const body of ['{}', '{"values":{"nonsense":"x"}}', '{"version":1,"values":{"nonsense":"x"}}']) {
      const answer = await client.postJson(address(path), body)
      expect([path, body, answer.status, isJson(answer)]).toEqual([path, body, expect.toSatisfy((status) => [200, 404, 409, 415, 422].includes(Number(status))), true])
      // What nobody asked for is never passed over.
      if (body !== '{}') expect([path, answer.status]).not.toEqual([path, 200])
    }
  }
  expect(served.failures).toEqual([])
})
