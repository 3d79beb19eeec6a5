import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
const [childId, sister, stranger] = [newId(), newId(), newId()]
const address = `/children/${childId}/family`

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  for (const [id, code] of [[childId, 'Q3301'], [sister, 'Q3302'], [stranger, 'Q3303']]) {
    await together.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, id, code])
  }
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

async function worker(name: string, ...children: readonly string[]): Promise<Client> {
  const personId = await served.person(name, 'social worker')
  for (const child of children) {
    await together.pool.query(
      `insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2026-01-01')`, [at.authorityId, child, personId])
  }
  const client = served.client()
  await served.signIn(client, name)
  return client
}

test('a family is written down person by person, drawn, and a link ends without being lost', async () => {
  const tomasz = await worker('tomasz', childId, sister)
  expect((await tomasz.get(address)).body).toContain('Nobody of the family is written down here yet.')
  const add = (...fields: readonly (readonly [string, string])[]) => tomasz.post(`${address}/people/new`, fields)
  expect((await add(['name', 'Rosa Thistle'], ['relation', 'parent'], ['sex', 'female'], ['bornOn-day', '4'], ['bornOn-month', '5'], ['bornOn-year', '1990'], ['words', 'mother'], ['parentalResponsibility', 'yes'])).location).toBe(address)
  expect((await add(['name', 'Ida Thistle'], ['relation', 'relative'], ['words', 'maternal grandmother'])).location).toBe(address)
  expect((await add(['name', ''], ['relation', 'parent'])).body).toContain('Enter name')

  expect((await tomasz.post(`${address}/siblings/new`, [['code', 'Q3302']])).location).toBe(address)
  const refused = await tomasz.post(`${address}/siblings/new`, [['code', 'Q3303']])
  expect(refused.status).toBe(422)
  // The same words for a child who is not theirs and for a number that no child has.
  const never = await tomasz.post(`${address}/siblings/new`, [['code', '9999']])
  for (const page of [refused, never]) expect(page.body).toContain('There is no other child of that number whom you work with')

  const page = await tomasz.get(address)
  for (const words of ['Rosa Thistle', 'mother', 'maternal grandmother', 'Child Q3302', '<title id="genogram-title">Genogram</title>', 'is a parent of Child Q3301 (mother)']) {
    expect(page.body).toContain(words)
  }
  const end = /href="(\/children\/[^"]+\/links\/[^"]+\/end)"/.exec(page.body)?.[1] ?? ''
  expect((await tomasz.post(end, [['on-day', '1'], ['on-month', '5'], ['on-year', '2026']])).location).toBe(address)
  expect((await tomasz.get(address)).body).toContain('Until 1 May 2026')
  expect((await tomasz.get(end)).status).toBe(404)

  for (const [path, ...fields] of [
    ['ecomap', ['who', 'Nan’s dog'], ['kind', 'other'], ['strength', 'strong']],
    ['time', ['who', 'Mum'], ['how', 'in person'], ['often', 'Twice a week for two hours'], ['supervised', 'supported'], ['basis', 'agreement'], ['state', 'stands'], ['from-day', '1'], ['from-month', '4'], ['from-year', '2026']],
    ['conferences', ['offeredOn-day', '2'], ['offeredOn-month', '4'], ['offeredOn-year', '2026'], ['outcome', 'held'], ['familyPlan', 'Nan and Aunt Bea share the weekends.']],
    ['brothers-and-sisters', ['assessedOn-day', '3'], ['assessedOn-month', '4'], ['assessedOn-year', '2026'], ['group', 'Both girls'], ['bond', 'She sings to her.'], ['childsView', 'Together'], ['decision', 'together'], ['why', 'Each other’s home.']],
  ] as readonly (readonly [string, ...(readonly [string, string])[]])[]) {
    expect([path, (await tomasz.post(`${address}/${path}/new`, fields)).location]).toEqual([path, address])
  }
  const full = (await tomasz.get(address)).body
  for (const words of ['Nan’s dog', 'Twice a week for two hours', 'Nan and Aunt Bea share the weekends.', 'She sings to her.']) expect(full).toContain(words)
  expect((await tomasz.get(`${address}/nothing/new`)).status).toBe(404)

  // A colleague without the child sees nothing of it; one with the child alone does not see the sister whom they do not reach.
  const efua = await worker('efua')
  expect((await efua.get(address)).status).toBe(404)
  const dev = await worker('dev', childId)
  const theirs = (await dev.get(address)).body
  expect(theirs).toContain('Rosa Thistle')
  expect(theirs).not.toContain('Q3302')
  expect(served.failures).toEqual([])
})
