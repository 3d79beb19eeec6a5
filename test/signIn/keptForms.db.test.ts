/** A form posted after the session ended is kept for the person who typed it, in their browser, and for nobody else (promise A6). */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { keptFormsOn } from '../../src/edge/signIn/keptForms.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { longForm } from '../support/longForm.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

const form = longForm()
const typed: readonly (readonly [string, string])[] = [
  ['what-happened', '  Mam rang at 5.\r\n\r\n“She’s fine” & <b>said</b> so — 100%\ttrue  '], ['who', 'carer'], ['who', 'school'], ['empty', ''],
]

let all: Trials
let at: Trial
let served: Served
beforeAll(async () => {
  all = await trials()
  at = await all.next()
  served = serve(at, {}, form.routes)
  await served.person('ada', 'social worker')
  await served.person('ben', 'social worker')
})
beforeEach(() => { form.sent.length = 0 })
afterAll(async () => {
  await served.app.close()
  await all.close()
})

const endAll = (): Promise<unknown> => all.pool.query(`update web_session set ended = true, content = '{}'`)

/** Somebody opens the form, their session ends, and they send it. Gives where they are led. */
async function sendTooLate(client: Client, name = 'ada', token?: string | null): Promise<string> {
  await served.signIn(client, name)
  await client.get('/long-form')
  await endAll()
  return (await client.post('/long-form', typed, token)).location
}

/** The hidden fields of the first form that a page offers to send again. */
const offered = (body: string): readonly (readonly [string, string])[] => {
  const [, inside = ''] = /<form action="\/long-form" method="post">([\s\S]*?)<\/form>/.exec(body) ?? []
  const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  return [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [plain(name), plain(value)] as const)
}

test('it is offered back exactly as typed to the same person, and goes once it is sent', async () => {
  const client = served.client()
  expect(await sendTooLate(client)).toBe('/sign-in?ended=yes&kept=yes')
  expect(form.sent).toEqual([])
  expect((await client.get('/sign-in?ended=yes&kept=yes')).body).toContain('What you typed was not sent, and is not lost.')
  const location = await served.signIn(client, 'ada').then((answer) => answer.location)
  expect(location).toBe('/kept?next=%2Faccount')
  const { body } = await client.get(location)
  const fields = offered(body)
  expect(fields.filter(([name]) => !name.startsWith('_'))).toEqual(typed)
  const sent = await client.post('/long-form', fields.filter(([name]) => name !== '_csrf'))
  expect(sent.status).toBe(303)
  expect(form.sent).toEqual([{ who: 'ada', fields: typed }])
  expect((await client.get('/kept')).body).toContain('Nothing is waiting to be sent')
})

test('as another person on the same browser it is never shown, and it still waits for its own', async () => {
  const client = served.client()
  await sendTooLate(client)
  expect((await served.signIn(client, 'ben')).location).toBe('/account')
  expect((await client.get('/kept')).body).toContain('Nothing is waiting to be sent')
  await client.post('/sign-out', [])
  expect((await served.signIn(client, 'ada')).location).toBe('/kept?next=%2Faccount')
  const { body } = await client.get('/kept')
  const [, keptId = ''] = /name="_kept" value="([^"]+)"/.exec(body) ?? []
  // Nor can the other throw it away.
  await client.post('/sign-out', [])
  await served.signIn(client, 'ben')
  await client.get('/account')
  await client.post('/kept/discard', [['kept', keptId]])
  await client.post('/sign-out', [])
  await served.signIn(client, 'ada')
  await client.get('/kept')
  await client.post('/kept/discard', [['kept', keptId]])
  expect((await client.get('/kept')).body).toContain('Nothing is waiting to be sent')
})

test('from another browser the same person does not get it: the key is in the first alone', async () => {
  await sendTooLate(served.client())
  const other = served.client()
  expect((await served.signIn(other, 'ada')).location).toBe('/account')
  expect((await other.get('/kept')).body).toContain('Nothing is waiting to be sent')
})

test('who reads the database reads none of it, and cannot hand it to another person', async () => {
  const key = Buffer.alloc(32, 7).toString('base64url')
  const [ada, ben] = [newId(), newId()]
  const forms = keptFormsOn(all.pool)
  const keptId = await forms.keep(key, ada, 'posted', { address: '/children/1/visits', fields: typed })
  const { rows } = await all.pool.query<{ row: string; sealed: string }>(`select k::text as row, encode(sealed, 'escape') as sealed from kept_form k`)
  for (const { row, sealed } of rows) expect(`${row} ${sealed}`).not.toMatch(/Mam|visits|children|happened/)
  expect(await forms.posted(key, ada)).toMatchObject([{ keptId, address: '/children/1/visits', fields: typed }])
  await all.pool.query('update kept_form set person_id = $2 where kept_id = $1', [keptId, ben])
  await expect(forms.posted(key, ben)).rejects.toThrow()
})

test('a form from elsewhere, without the token, or of nobody known is not kept', async () => {
  const count = async (): Promise<number> => Number((await all.pool.query<{ n: string }>('select count(*) as n from kept_form')).rows[0]?.n)
  const before = await count()
  expect(await sendTooLate(served.client(), 'ada', null)).toBe('/sign-in?ended=yes')
  expect(await sendTooLate(served.client(), 'ada', 'made-up')).toBe('/sign-in?ended=yes')
  expect((await served.client().post('/long-form', typed)).location).toBe('/sign-in')
  expect(await count()).toBe(before)
})

test('a form still open in a second window after signing out in the first is kept too', async () => {
  const client = served.client()
  await served.signIn(client, 'ada')
  await client.get('/long-form')
  const token = client.token()
  await client.post('/sign-out', [])
  expect((await client.post('/long-form', typed, token)).location).toBe('/sign-in?kept=yes')
})

test('after a day it is gone', async () => {
  const client = served.client()
  await sendTooLate(client)
  await all.pool.query(`update kept_form set kept_at = now() - interval '24 hours 1 second'`)
  expect((await served.signIn(client, 'ada')).location).toBe('/account')
})

test('a draft is one a form, offered to its person, and goes when the form is sent', async () => {
  const client = served.client()
  await served.signIn(client, 'ada')
  await client.get('/long-form')
  const save = (words: string) => client.post('/kept/draft', [['_address', '/long-form'], ['what-happened', words]])
  const first = JSON.parse((await save('one')).body) as { keptId: string }
  const second = JSON.parse((await save('one two')).body) as { keptId: string }
  expect(second.keptId).toBe(first.keptId)
  expect(JSON.parse((await client.get('/kept/draft?address=/long-form')).body)).toMatchObject({ keptId: first.keptId, fields: [['what-happened', 'one two']] })
  expect((await client.get('/kept/draft?address=/other')).status).toBe(204)
  // A draft is no posted form: signing in again does not offer it by itself.
  expect((await client.get('/kept')).body).toContain('Nothing is waiting to be sent')
  expect((await client.post('/kept/draft', [['_address', '/long-form']], null)).status).toBe(400)
  await client.get('/long-form')
  await client.post('/long-form', [['what-happened', 'one two'], ['_kept', first.keptId]])
  expect((await client.get('/kept/draft?address=/long-form')).status).toBe(204)
  await endAll()
  expect((await client.get('/kept/draft?address=/long-form')).status).toBe(401)
  expect(served.failures).toEqual([])
})
