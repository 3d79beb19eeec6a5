import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
const childId = newId()
const other = newId()
const voice = `/children/${childId}/voice`

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  for (const [id, code] of [[childId, '2201'], [other, '2202']]) {
    await together.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, id, code])
  }
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

async function arrive(name: string, role: 'social worker' | 'reviewing officer' | 'director', ...children: readonly string[]): Promise<Client> {
  const personId = await served.person(name, role)
  for (const child of children) {
    await together.pool.query(
      `insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, $3, $4, '2026-01-01')`,
      [at.authorityId, child, role, personId],
    )
  }
  const client = served.client()
  await served.signIn(client, name)
  return client
}

test('what a child said is written down, answered, shown first, and kept from those the child does not want to know', async () => {
  const worker = await arrive('tomasz', 'social worker', childId)
  expect((await worker.get(voice)).body).toContain('Nothing the child said is kept here yet.')

  const wrong = await worker.post(`${voice}/new`, [['words', 'I want to stay with Nan.'], ['saidOn-day', '31'], ['saidOn-month', '2'], ['saidOn-year', '2026'], ['sharing', 'everyone']])
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('The date must be a real date')
  expect(wrong.body).toContain('I want to stay with Nan.')

  const day = [['saidOn-day', '3'], ['saidOn-month', '3'], ['saidOn-year', '2026']] as const
  const write = (words: string, sharing: string) => worker.post(`${voice}/new`, [...day, ['words', words], ['means', 'talking'], ['about', 'home'], ['about', 'family'], ['sharing', sharing]])
  expect((await write('I want to stay with Nan.', 'everyone')).location).toBe(voice)
  expect((await write('Nan is poorly and nobody says.', 'close')).location).toBe(voice)
  const page = await worker.get(voice)
  expect(page.body).toContain('Nan is poorly and nobody says.')
  expect(page.body).toContain('Where they live, Family and seeing them')

  const answerHref = /href="(\/children\/[^"]+\/answer)"/.exec(page.body)?.[1] ?? ''
  const answered = await worker.post(answerHref, [
    ['answeredOn-day', '9'], ['answeredOn-month', '3'], ['answeredOn-year', '2026'], ['did', 'We talked with Nan and her doctor.'], ['whole', 'partly'],
  ])
  expect(answered.location).toBe(voice)
  expect((await worker.get(`${voice}/letter`)).body).toContain('We talked with Nan and her doctor.')

  const director = await arrive('morgan', 'director')
  const seen = await director.get(voice)
  expect(seen.body).toContain('I want to stay with Nan.')
  expect(seen.body).not.toContain('poorly')
  expect(seen.body).toContain('1 thing the child said is not shown here')
  expect((await director.get(`${voice}/new`)).status).toBe(404)
  expect((await director.get(answerHref)).status).toBe(404)

  const officer = await arrive('bronwen', 'reviewing officer', childId)
  expect((await officer.get(voice)).body).toContain('poorly')
  expect((await officer.get(`/children/${other}/voice`)).status).toBe(404)
  expect((await officer.get(`/children/${newId()}/voice`)).status).toBe(404)
  expect(served.failures).toEqual([])
})

test('a child is told of their rights, and the page says when nobody has', async () => {
  const worker = await arrive('anwen', 'social worker', other)
  const address = `/children/${other}/voice`
  expect((await worker.get(address)).body).toContain('It is not written down that the child was told')
  const told = await worker.post(`${address}/told`, [
    ['toldOn-day', '4'], ['toldOn-month', '5'], ['toldOn-year', '2026'], ['of', 'advocacy'], ['of', 'complaints'], ['how', 'With the picture guide'],
  ])
  expect(told.location).toBe(address)
  const page = await worker.get(address)
  expect(page.body).toContain('4 May 2026')
  expect(page.body).toContain('That somebody independent can speak for them (advocacy)')
})
