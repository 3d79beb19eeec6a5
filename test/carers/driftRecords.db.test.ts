/** What people write for the drift signals: life story work, approval of carers, counts of private fostering. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import { signalsOf } from '../../src/app/signals.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
let childId = ''
const ids = new Map<string, string>()
const team = newId()

// The day of the trial is 1 June 2026.
beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  await at.counts(returnFiles(2027, [{ code: '8101', episodes: ['S C2 U3@ash 2026-04-15'] }]))
  childId = (await at.pool.query<{ child_id: string }>('select child_id from child where authority_id = $1', [at.authorityId])).rows[0]?.child_id ?? ''
  const service = newId()
  await at.pool.query(`insert into service (authority_id, service_id, name) values ($1, $2, 'Permanence')`, [at.authorityId, service])
  await at.pool.query(`insert into team (authority_id, team_id, service_id, name) values ($1, $2, $3, 'North')`, [at.authorityId, team, service])
  await at.pool.query(`insert into allocation (authority_id, child_id, role, team_id, from_on) values ($1, $2, 'team manager', $3, '2026-01-01')`, [at.authorityId, childId, team])
  for (const name of ['hugo', 'hattie']) {
    await at.pool.query(`insert into team_member (authority_id, person_id, service_id, manages, from_on) values ($1, $2, $3, true, '2026-01-01')`, [at.authorityId, await person(name, 'head of service'), service])
  }
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

async function person(name: string, ...roles: readonly Role[]): Promise<string> {
  const id = ids.get(name) ?? await served.person(name, ...roles)
  ids.set(name, id)
  return id
}

async function arrive(name: string, role: Role, allocated = false): Promise<Client> {
  const id = await person(name, role)
  if (allocated) await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, $3, $4, '2026-01-01')`, [at.authorityId, childId, role, id])
  const client = served.client()
  await served.signIn(client, name)
  return client
}

const day = (field: string, iso: string): readonly (readonly [string, string])[] => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return [[`${field}-day`, date], [`${field}-month`, month], [`${field}-year`, year]]
}
const hrefOf = (body: string, ends: string): string => new RegExp(`href="(/children/[^"]+/${ends})"`).exec(body)?.[1] ?? `no link to ${ends}`
const signal = async (id: string) =>
  (await at.work(async (work) => signalsOf(work, [childId]))).get(childId)?.find(({ rule }) => rule.id === id)?.signal

test('a child’s story is kept item by item, added to with its history, and told by the signal', async () => {
  const address = `/children/${childId}/life-story`
  const worker = await arrive('tomasz', 'social worker', true)
  expect((await worker.get(address)).body).toContain('Nothing is kept for the child here yet.')
  const item = [['kind', 'photograph'], ['title', 'The blue house'], ['about', 'homes'], ['about', 'family'], ['with', 'child'], ['with', 'family'], ['words', 'You slept by the window.']] as const
  const wrong = await worker.post(`${address}/new`, [...item, ...day('startedOn', '2026-05-04'), ...day('addedOn', '2026-05-01')])
  expect([wrong.status, wrong.body.includes('It cannot have been added to before it was begun'), wrong.body.includes('You slept by the window.')]).toEqual([422, true, true])
  expect((await worker.post(`${address}/new`, [...item, ...day('startedOn', '2026-05-04')])).location).toBe(address)

  const kept = /href="(\/children\/[^"]+\/life-story\/[0-9a-f-]{36})"/.exec((await worker.get(address)).body)?.[1] ?? ''
  expect((await worker.get(kept)).body).toContain('It was not changed since it was written down.')
  const form = await worker.get(`${kept}/change`)
  expect(form.body).toContain('value="The blue house"')
  const change = (words: string, version: string) => worker.post(`${kept}/change`, [
    ...item.filter(([field]) => field !== 'words'), ['words', words], ['version', version], ...day('startedOn', '2026-05-04'), ...day('addedOn', '2026-05-20')])
  expect((await change('You slept by the window. Nan kept the curtain.', '1')).location).toBe(kept)
  // Opened before the other change was saved: both are shown, neither is lost.
  const clash = await change('You slept upstairs.', '1')
  expect([clash.status, clash.body.includes('You slept upstairs.'), clash.body.includes('Nan kept the curtain.')]).toEqual([409, true, true])
  const history = (await worker.get(kept)).body
  for (const words of ['Nan kept the curtain.', 'You slept by the window.', 'The homes they lived in, Their family', 'What it said before']) expect(history).toContain(words)
  expect(await signal('life-story')).toEqual({ kind: 'quiet' })

  const stands = (...more: readonly (readonly [string, string])[]) => worker.post(`${address}/work`, [['state', 'not wanted'], ...day('since', '2026-05-06'), ...more])
  expect((await stands()).body).toContain('Write down why the work does not go on')
  expect((await stands(['why', '“Not while I have exams.”'], ...day('askAgainOn', '2026-05-31'))).location).toBe(address)
  const page = (await worker.get(address)).body
  for (const words of ['The child does not want it for now', '“Not while I have exams.”', '31 May 2026', 'Last added to', '20 May 2026']) expect(page).toContain(words)
  expect(await signal('life-story')).toMatchObject({ kind: 'shown', evidence: 'The child has not wanted it since 6 May 2026; the child was to be asked again on 31 May 2026.' })
  expect((await worker.get(`/children/${childId}`)).body).toContain('No life story work, or none for long')

  // A participation worker reads it with the child and writes nothing; nobody else finds it.
  const helper = await arrive('pia', 'participation worker', true)
  const read = await helper.get(address)
  expect([read.status, read.body.includes('The blue house'), read.body.includes('Keep something for their story')]).toEqual([200, true, false])
  expect((await helper.get(`${kept}/change`)).status).toBe(404)
  expect((await (await arrive('anwen', 'social worker')).get(address)).status).toBe(404)
  expect(served.failures).toEqual([])
})

test('a temporary approval is asked for, given by an officer who did not assess, extended once, and ends with full approval', async () => {
  const address = `/children/${childId}/carers`
  const worker = await arrive('sol', 'social worker', true)
  const hugo = await arrive('hugo', 'head of service')
  const hattie = await arrive('hattie', 'head of service')
  expect((await worker.get(address)).body).toContain('No approval is written down here.')
  expect(await signal('temporary-approval')).toEqual({ kind: 'quiet' })
  const asked = [
    ['kind', 'temporary'], ['carers', 'Nan'], ['relation', 'Grandmother'], ['grounds', 'She is who the child asks for.'], ...day('from', '2026-04-15'), ...day('assessedOn', '2026-04-14'),
  ] as const
  expect((await worker.post(`${address}/new`, asked)).body).toContain('Choose who assessed them, or enter their name')
  // Whoever never was on the list cannot be said to have assessed.
  expect((await worker.post(`${address}/new`, [...asked, ['assessor', newId()]])).body).toContain('Choose who assessed them from the list')
  expect((await worker.post(`${address}/new`, [...asked.slice(1), ['kind', 'foster carer'], ['assessor', ids.get('hattie') ?? '']])).status).toBe(422)
  expect((await worker.post(`${address}/new`, [...asked, ['assessor', ids.get('hattie') ?? '']])).location).toBe(address)
  expect(await signal('temporary-approval')).toMatchObject({ kind: 'shown', who: 'head of service' })

  // Hattie assessed: the page offers her no decision, and one that is sent is refused. The worker has no such page at all.
  expect((await hattie.get(address)).body).not.toContain('Decide as nominated officer')
  const decide = hrefOf((await hugo.get(address)).body, 'decide')
  expect((await worker.get(decide)).status).toBe(404)
  const given = [['approve', 'yes'], ['reasons', 'She has known the child from birth.']] as const
  const refused = await hattie.post(decide, given)
  expect([refused.status, refused.body.includes('another nominated officer does')]).toEqual([422, true])
  expect((await hugo.post(decide, [['approve', 'yes']])).body).toContain('Write down your reasons')
  expect((await hugo.post(decide, given)).location).toBe(address)
  // 16 weeks from 15 April 2026 are over on 5 August; week 10 is 24 June.
  let page = (await worker.get(address)).body
  for (const words of ['In force', 'It ends on 5 August 2026', 'The fostering panel is to be booked by 24 June 2026', 'She has known the child from birth.']) expect(page).toContain(words)
  expect(await signal('temporary-approval')).toEqual({ kind: 'quiet' })

  const extend = hrefOf(page, 'extend')
  const more = (until: string) => worker.post(extend, [['ground', 'assessment'], ...day('until', until), ['stillBest', 'She is settled there.'], ...day('panelAskedOn', '2026-05-20'), ...day('officerToldOn', '2026-05-21')])
  expect((await more('2026-10-01')).body).toContain('It cannot go beyond 30 September 2026: 24 weeks in all')
  expect((await more('2026-09-30')).location).toBe(address)
  expect((await more('2026-09-30')).body).toContain('An extension waits for a decision already')
  const decideMore = hrefOf((await hugo.get(address)).body, 'extensions/[^"]+/decide')
  expect((await hugo.post(decideMore, given)).location).toBe(address)
  page = (await worker.get(address)).body
  expect(page).toContain('It ends on 30 September 2026')
  expect((await hugo.get('/my-work/notices')).body).toContain('An extension of the approval of a child’s carers waits for your decision.')
  // Who cannot decide is not asked to.
  expect((await hattie.get('/my-work/notices')).body).not.toContain('waits for your decision')

  const approved = await worker.post(`${address}/approved`, [['carers', 'Nan'], ...day('from', '2026-05-29')])
  expect(approved.location).toBe(address)
  page = (await worker.get(address)).body
  for (const words of ['They were approved as foster carers', 'Approved as foster carers']) expect(page).toContain(words)
  expect(page).not.toContain('It ends on')
  expect(await signal('temporary-approval')).toEqual({ kind: 'quiet' })
  // Carers' approval is no part of what a panel administrator or a participation worker reads.
  expect((await (await arrive('paul', 'participation worker', true)).get(address)).status).toBe(404)
  expect(served.failures).toEqual([])
})

test('private fostering is counted by those who report, and asked about on the front page without small numbers', async () => {
  const analyst = await arrive('quill', 'performance analyst')
  const councillor = await arrive('cleo', 'councillor')
  expect((await councillor.get('/')).body).toContain('No count of private fostering arrangements is recorded in Holdfast.')
  expect((await analyst.get('/private-fostering')).body).toContain('No count is written down yet.')
  const count = (open: string) => analyst.post('/private-fostering/new', [...day('countedOn', '2026-05-29'), ['open', open], ['notified', '9'], ['children', '60000']])
  expect((await count('minus two')).body).toContain('Arrangements open on that day must be a whole number from 0 to 5000')
  expect((await count('2')).location).toBe('/private-fostering')
  expect((await count('3')).body).toContain('There is a count of that day already')
  expect((await analyst.get('/private-fostering')).body).toContain('<td data-label="Arrangements open">2</td>')
  // 14 for every 100,000 of 60,000 children are 8.4.
  const front = (await councillor.get('/')).body
  expect(front).toContain('On 29 May 2026 fewer than 6 private fostering arrangements were open. A population of about 60,000 children suggests about 8.')
  const read = (await councillor.get('/private-fostering')).body
  expect([read.includes('<td data-label="Arrangements open">fewer than 6</td>'), read.includes('Write down a count')]).toEqual([true, false])
  expect((await councillor.get('/private-fostering/new')).status).toBe(404)
  const worker = await arrive('bea', 'social worker')
  expect([(await worker.get('/')).body.includes('suggests about 8'), (await worker.get('/private-fostering')).status]).toEqual([true, 404])
  expect(served.failures).toEqual([])
})
