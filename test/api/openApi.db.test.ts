/** The OpenAPI document is what the route table, the declarations and the answers say. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordTypes } from '../../src/core/records/allTypes.ts'
import { formatIso } from '../../src/core/time/localDate.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { routes } from '../../src/web/routes.ts'
import { planFamily, type PlanFamily } from '../support/planFamily.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, unknown>> }>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> }
}

let all: Trials
let at: Trial
let family: PlanFamily
let worker: Client
let document: Document
beforeAll(async () => {
  all = await trials()
  at = await all.next()
  family = await planFamily(at)
  worker = family.served.client()
  await family.served.signIn(worker, 'worker')
  const answer = await worker.get('/api/openapi.json')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  document = JSON.parse(answer.body) as Document
})
afterAll(async () => {
  await family.served.app.close()
  await all.close()
})

test('names rows of the table, every form with both its sides, and nothing that people do themselves', () => {
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).filter((one) => one !== 'parameters').map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`))
  const rows = routes.filter(({ byPeople }) => byPeople !== true).map(({ method, path }) => `${method} ${path}`)
  expect(told.filter((one) => !rows.includes(one))).toEqual([])
  expect(rows.filter((one) => one.startsWith('POST') && !told.includes(one))).toEqual([])
  const forms = routes.filter(({ form, method, byPeople }) => form === true && method === 'GET' && byPeople !== true).map(({ path }) => `GET ${path}`)
  expect(forms.length).toBeGreaterThan(60)
  expect(forms.filter((one) => !told.includes(one))).toEqual([])
  for (const people of ['/account/keys/new', '/break-glass']) expect(document.paths[people]).toBe(undefined)
  // A page alone is no address of a program's.
  expect([document.paths['/children'], document.paths['/measures']]).toEqual([undefined, undefined])
})

test('every reference leads to a shape, every variable of an address is told, and every kind of record is there', () => {
  for (const [, to] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) expect([to, Object.hasOwn(document.components.schemas, to ?? '')]).toEqual([to, true])
  for (const [path, { parameters }] of Object.entries(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect([path, ((parameters ?? []) as unknown as readonly { readonly name: string }[]).map(({ name }) => name)]).toEqual([path, names])
  }
  for (const type of recordTypes) {
    expect([type.name, Object.keys(document.components.schemas[`record-${type.name.replaceAll(/[^\w]+/g, '-')}`]?.properties ?? {})]).toEqual([type.name, Object.keys(type.fields)])
  }
})

/** Whether an answer has just the parts that its shape names. */
function holds(name: string, body: unknown, shape: Shape | undefined = document.components.schemas[name]): void {
  const parts = Object.keys(body as object)
  expect([name, parts.filter((part) => shape?.properties?.[part] === undefined)]).toEqual([name, []])
  expect([name, (shape?.required ?? []).filter((part) => !parts.includes(part))]).toEqual([name, []])
  for (const part of parts) {
    const inner = shape?.properties?.[part]
    const value = (body as Readonly<Record<string, unknown>>)[part]
    if (Array.isArray(value) && inner?.items?.properties !== undefined) for (const one of value) holds(`${name}.${part}`, one, inner.items)
    else if (inner?.properties !== undefined) holds(`${name}.${part}`, value, inner)
  }
}

test('and the answers are of the shapes that it tells', async () => {
  const child = `/children/${family.childId}`
  const get = async (path: string): Promise<unknown> => JSON.parse((await worker.get(child + path, { accept: 'application/json' })).body)
  const post = async (path: string, body: unknown): Promise<{ status: number; body: { records: { recordId: string }[] } }> => {
    const answer = await worker.postJson(child + path, JSON.stringify(body))
    return { status: answer.status, body: JSON.parse(answer.body) as { records: { recordId: string }[] } }
  }
  await worker.get('/account')
  holds('form-open', await get('/actions/new'))
  const made = await post('/actions/new', { values: { what: 'Ask Nan', owner: family.people.worker, dueOn: '2026-12-18' } })
  holds('done', made.body)
  holds('wrong', (await post('/actions/new', { values: { what: 7 } })).body)
  const done = `/actions/${made.body.records[0]?.recordId ?? ''}/done`
  const stale = await post(done, { version: 7, values: { endedOn: formatIso(at.holdfast.today()), ending: 'She said yes' } })
  expect(stale.status).toBe(409)
  holds('changed-meanwhile', stale.body)
  holds('problem', await get('/nowhere'))
  holds('written', await get('/records'))
})

test('the page for people says which forms their roles open', async () => {
  const { status, body } = await worker.get('/api')
  expect([status, body.includes('/children/:childId/voice/new'), body.includes('/admin/people/new')]).toEqual([200, true, false])
})
