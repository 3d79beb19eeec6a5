/** Everything written about a child, to read and to take out: what each reader sees, what the child withheld, all versions, the log. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatIso } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { readZip } from '../support/readZip.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
const childId = newId()
const here = `/children/${childId}/records`
const clients = new Map<string, Client>()

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  await at.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, childId, 'K-4711'])
  for (const role of ['social worker', 'assistant', 'reviewing officer', 'director'] as const) {
    const personId = await served.person(role, role)
    await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, $3, $4, '2026-01-01')`, [at.authorityId, childId, role, personId])
    const client = served.client()
    await served.signIn(client, role)
    clients.set(role, client)
  }
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

const as = (name: string): Client => {
  const client = clients.get(name)
  if (client === undefined) throw new Error(`nobody is ${name}`)
  return client
}

interface Written {
  readonly child: string
  readonly kinds: readonly {
    readonly kind: string
    readonly schema: { readonly properties: Readonly<Record<string, unknown>> }
    readonly records: readonly { readonly id: string; readonly versions: readonly { readonly version: number; readonly writtenBy: { readonly name: string }; readonly values: Readonly<Record<string, unknown>> }[] }[]
  }[]
}

const json = async (name: string, path = here): Promise<Written> => JSON.parse((await as(name).get(path, { accept: 'application/json' })).body) as Written
const said = (name: string, words: string, sharing: string): Promise<unknown> => send(name, 'voice/new', { words, saidOn: '2026-03-03', means: 'talking', about: ['home'], sharing })
const send = async (name: string, path: string, values: Readonly<Record<string, unknown>>): Promise<{ readonly records: readonly { readonly recordId: string }[] }> => {
  await as(name).get('/account')
  const answer = await as(name).postJson(`/children/${childId}/${path}`, JSON.stringify({ values }))
  expect([path, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([path, 200, ''])
  return JSON.parse(answer.body) as { readonly records: readonly { readonly recordId: string }[] }
}

test('nothing written yet', async () => {
  const page = await as('social worker').get(here)
  expect([page.status, page.body.includes('Nothing that you may see has been written here.'), page.body.includes('Take it out')]).toEqual([200, true, false])
  expect(await json('social worker')).toEqual({ child: 'K-4711', kinds: [] })
})

test('kind by kind what the reader sees, every version, newest first; what the child withheld is not there', async () => {
  await said('social worker', '=cmd|calc', 'everyone')
  await said('social worker', 'Only for the ears of my worker', 'writer')
  const { rows: [worker] } = await at.pool.query<{ person_id: string }>(`select person_id from person where sign_in_name = 'social worker'`)
  const { records: [action] } = await send('social worker', 'actions/new', { what: 'Ask Nan', dueOn: '2026-12-18', owner: worker?.person_id })
  await as('social worker').get('/account')
  const done = await as('social worker').postJson(`/children/${childId}/actions/${action?.recordId ?? ''}/done`, JSON.stringify({ version: 1, values: { endedOn: formatIso(at.holdfast.today()), ending: 'She said yes' } }))
  expect(done.status).toBe(200)

  const mine = await json('social worker')
  expect(mine.kinds.map(({ kind, records }) => [kind, records.length])).toEqual([['own words', 2], ['action', 1]])
  const [found] = mine.kinds[1]?.records ?? []
  expect(found?.versions.map(({ version, writtenBy, values }) => [version, writtenBy.name, values['state'], values['ending']]))
    .toEqual([[2, 'social worker', 'done', 'She said yes'], [1, 'social worker', 'open', null]])
  // Declared, not listed twice: the values are the schema's properties.
  for (const { schema, records } of mine.kinds) for (const { versions } of records) for (const { values } of versions) expect(Object.keys(values)).toEqual(Object.keys(schema.properties))

  const theirs = await json('director')
  expect(theirs.kinds.find(({ kind }) => kind === 'own words')?.records.map(({ versions }) => versions[0]?.values['words'])).toEqual(['=cmd|calc'])
  const page = await as('director').get(here)
  expect(page.body).toContain('She said yes')
  expect(page.body).toContain('1 earlier version')
  expect(page.body).not.toContain('Only for the ears')
})

test('one kind alone; one that is not theirs is not found, like one that never was', async () => {
  expect((await json('social worker', `${here}?kind=action`)).kinds.map(({ kind }) => kind)).toEqual(['action'])
  expect((await as('social worker').get(`${here}?kind=plan`)).status).toBe(200)
  expect((await as('social worker').get(`${here}?kind=nonsense`)).status).toBe(404)
  expect((await as('social worker').get(`${here}?kind=panel-sitting`)).status).toBe(404)
})

test('taken out as JSON, CSV and zip, each with its mark before the first byte', async () => {
  await served.events()
  const file = await as('social worker').get(`${here}.json`)
  expect([file.status, file.headers['content-disposition']]).toEqual([200, 'attachment; filename="child-K-4711-everything-written.json"'])
  expect(JSON.parse(file.body)).toEqual(await json('social worker'))
  const csv = await as('social worker').get(`${here}.csv?kind=own-words`)
  const [head = '', first = ''] = csv.body.split('\r\n')
  expect(head.startsWith('\ufeffRecord,Part of,Version,Written by,Written at (UTC),')).toBe(true)
  // What a spreadsheet would run is text.
  expect(csv.body).toContain(`'=cmd|calc`)
  expect(first).toContain('3 March 2026')
  const { rawPayload } = await served.app.inject({ url: `${here}.zip`, headers: { cookie: [...as('social worker').cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
  const files = await readZip(rawPayload)
  expect([...files.keys()]).toEqual(['own-words.csv', 'action.csv'])
  expect(files.get('own-words.csv')).toBe(csv.body)
  // By a program at the page's own address it is taken out too.
  expect((await served.events()).map(({ event }) => event).filter((event) => event.startsWith('begun'))).toEqual(Array(4).fill('begun: everything written exported'))
  const marks = async (event: string): Promise<number> =>
    (await at.pool.query('select 1 from audit_event where event = $1 and child_id = $2', [event, childId])).rowCount ?? -1
  await expect.poll(() => marks('everything written exported')).toBe(await marks('begun: everything written exported'))
  expect((await as('social worker').get(`${here}.csv`)).status).toBe(404)
})

test('whoever may read and not take out gets the page and no file, in no form', async () => {
  expect((await as('reviewing officer').get(here)).body).not.toContain('Take it out')
  for (const [path, headers] of [[here, { accept: 'application/json' }], [`${here}.json`, {}], [`${here}.zip`, {}], [`${here}.csv?kind=action`, {}]] as const) {
    expect([path, (await as('reviewing officer').get(path, headers)).status]).toEqual([path, 404])
  }
  expect((await as('assistant').get(here)).status).toBe(404)
  expect(served.failures).toEqual([])
})
