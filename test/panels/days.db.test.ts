/**
 * A panel from day to day on the real store and its pages: lists brought up to date by the daily job, an agenda that is too long,
 * a sitting moved and called off, a child put before the agency decision maker. Today is Monday 1 June 2026.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringListsUpToDate, giveSeat, panelsInUse, takeIntoUse, unroutedChildren } from '../../src/app/panels.ts'
import { acceptAll, minuteChild, childAtSitting, sittingPage } from '../../src/app/panelSittings.ts'
import { itemType, panelType } from '../../src/core/panels/records.ts'
import { revised } from '../../src/core/records/recordType.ts'
import type { Act } from '../../src/core/access/act.ts'
import type { Role } from '../../src/core/access/roles.ts'
import { workItems } from '../../src/app/workItems.ts'
import type { Actor, Work } from '../../src/app/work.ts'
import { listsOfAll, listsOfToday } from '../../src/edge/panelLists.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let all: Trials
let at: Trial
let other: Trial
let served: Served
let panelId = ''
const people = new Map<string, Actor>()
const browsers = new Map<string, Client>()
const ids = new Map<string, string>()
const idOf = (code: string): string => ids.get(code) ?? ''
const see: Act = ['see', 'panel agenda']
const agenda: Act = ['change', 'panel agenda']
const must = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) throw new Error('not there')
  return value
}
const as = <T>(name: string, act: Act, fn: (work: Work) => Promise<T>): Promise<T> => at.work(fn, must(people.get(name)), act)

beforeAll(async () => {
  all = await trials()
  at = await all.next()
  other = await all.next()
  served = serve(at)
  // In care since 2 February: the first review was due in March, so each is overdue. The 21st is on no panel's list by any rule of Havering's.
  const children = Array.from({ length: 20 }, (_, i) => ({ code: String(401 + i), bornOn: '2021-02-01', episodes: ['S C1 U6@ash 2026-02-02'] }))
  await at.counts(returnFiles(2026, [...children, { code: '499', bornOn: '2010-02-01', episodes: ['S J1 U6@yew 2026-03-04'] }]))
  const { rows } = await at.pool.query<{ code: string; child_id: string }>('select code, child_id from child where authority_id = $1', [at.authorityId])
  for (const { code, child_id: id } of rows) ids.set(code, id)
  for (const [name, role] of [['cora', 'panel chair'], ['abe', 'panel administrator'], ['dora', 'director'], ['alun', 'agency decision maker'], ['wes', 'social worker']] as const) await add(name, role)
  await at.work((work) => takeIntoUse(work, 'havering'))
  panelId = must(must(await at.work(panelsInUse)).panels[0]).panel.recordId
  for (const [name, seat] of [['cora', 'panel chair'], ['abe', 'panel administrator']] as const) await at.work((work) => giveSeat(work, panelId, { who: must(people.get(name)).personId, as: seat }))
}, 60_000)
afterAll(async () => {
  await served.app.close()
  await all.close()
})

async function add(name: string, ...roles: readonly Role[]): Promise<void> {
  const personId = await served.person(name, ...roles)
  people.set(name, { personId, name, authorityId: at.authorityId, authorityName: 'Fernbrook', roles })
  const client = served.client()
  await served.signIn(client, name)
  browsers.set(name, client)
}
const browser = (name: string): Client => must(browsers.get(name))
const words = async (name: string, path: string): Promise<string> => {
  const { status, body } = await browser(name).get(path)
  if (status !== 200) throw new Error(`${path} gave ${status}`)
  return body.replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
const send = async (name: string, path: string, fields: readonly (readonly [string, string])[], from = path) => {
  const version = /name="version" value="(\d*)"/.exec((await browser(name).get(from)).body)?.[1] ?? ''
  return browser(name).post(path, [['version', version], ...fields])
}
const day = (iso: string): readonly (readonly [string, string])[] => {
  const [year = '', month = '', one = ''] = iso.split('-')
  return [['on-day', one], ['on-month', month], ['on-year', year]]
}
const toldAbout = async (address: string): Promise<readonly string[]> => {
  const { rows } = await at.pool.query<{ name: string; words: string }>(
    'select p.name, n.words from notice n join person p using (authority_id, person_id) where n.authority_id = $1 and n.address = $2 order by p.name, n.words', [at.authorityId, address])
  return rows.map((row) => `${row.name}: ${row.words}`)
}

test('the daily job puts every child where the rules say, once, as nobody’s work; a child whom no rule routes stands unrouted', async () => {
  await served.events()
  expect(await listsOfToday(other.holdfast, other.authorityId)).toBe(null)
  expect(await listsOfToday(at.holdfast, at.authorityId)).toBe(20)
  const events = await served.events()
  expect([events.length, new Set(events.map(({ event }) => event)), new Set(events.map(({ person }) => person))]).toEqual([21, new Set(['panel item added', 'panel lists brought up to date']), new Set([null])])
  expect(events.at(-1)?.detail).toEqual({ places: '20' })
  expect(await listsOfToday(at.holdfast, at.authorityId)).toBe(0)
  expect((await at.work(unroutedChildren, undefined, see)).map(({ code }) => code)).toEqual(['499'])
  await as('abe', ['record', 'panel agenda'], bringListsUpToDate)
  expect((await at.work((work) => work.records.find([itemType], { states: ['tracked'] }), undefined, see)).length).toBe(20)
})

test('one authority that cannot be brought up to date is told of, and stops no other', async () => {
  const broken = await all.next()
  for (const [one, scheme] of [[broken, 'havering'], [other, 'haringey']] as const) {
    await one.counts(returnFiles(2026, [{ code: '901', bornOn: '2021-02-01', episodes: ['S C1 U6@ash 2026-02-02'] }]))
    await one.work((work) => takeIntoUse(work, scheme))
  }
  // One of its panels is of a definition that no scheme has any more.
  await broken.work(async (work) => work.records.apply([revised(panelType, must((await work.records.find([panelType], {}))[2]), { definition: 'gone' })]))
  const failures: unknown[] = []
  await expect(listsOfAll(at.holdfast, (error) => failures.push(error))).rejects.toThrow('the panel lists of 1 of 3 authorities could not be brought up to date')
  expect(failures.map(String)).toEqual(['RangeError: havering has no panel gone'])
  const listed = async (one: Trial): Promise<number> => (await one.work((work) => work.records.find([itemType], { states: ['tracked'] }), undefined, see)).length
  expect([await listed(broken), await listed(other)]).toEqual([0, 1])
})

let sitting = ''
const page = () => as('abe', agenda, async (work) => must(await sittingPage(work, panelId, sitting)))
const sittingAt = (): string => `/panels/${panelId}/sittings/${sitting}`

test('an agenda longer than the sitting shows how many fit, and puts the rest off for all to see', async () => {
  const planned = await send('abe', `/panels/${panelId}/sittings`, [...day('2026-06-10'), ['place', 'Town Hall'], ['minuteTaker', must(people.get('abe')).personId]], `/panels/${panelId}`)
  sitting = planned.location.split('/').at(-1) ?? ''
  expect([(await page()).proposed.length, (await page()).over.length]).toEqual([16, 4])
  expect(await words('abe', sittingAt())).toContain('By its definition the sitting has time for 16 children (240 minutes, 15 a child; to be confirmed). 20 are proposed: 16 fit, 4 wait for the next sitting.')
  const fit = (await page()).proposed.map(({ childId }) => childId)
  const over = (await page()).over.map(({ childId }) => childId)
  expect((await send('abe', `${sittingAt()}/agenda`, [['do', 'accept'], ...fit.map((childId) => ['child', childId] as const)], sittingAt())).status).toBe(303)
  expect([(await page()).proposed.length, (await page()).over.length]).toEqual([0, 4])
  expect((await send('abe', `${sittingAt()}/agenda`, [['do', 'put the rest off']], sittingAt())).status).toBe(303)
  const after = await page()
  expect([after.over.length, after.putOff.map(({ childId }) => childId), after.putOff[0]?.held?.values.putOffWhy]).toEqual([0, over, 'No time at this sitting, which hears 16 children'])
})

test('a sitting moves with its agenda, asked for on a page of its own; those with seats are told', async () => {
  expect((await browser('wes').get(`${sittingAt()}/move`)).status).toBe(404)
  const blank = await send('abe', `${sittingAt()}/move`, [...day('2026-06-17'), ['movedWhy', '']])
  expect([blank.status, blank.body.includes('Enter why the sitting is moved')]).toEqual([422, true])
  expect((await send('abe', `${sittingAt()}/move`, [...day('2026-06-17'), ['movedWhy', 'The room is taken']])).status).toBe(303)
  expect(await words('cora', sittingAt())).toContain('Moved to this day: The room is taken')
  expect((await page()).accepted.length).toBe(16)
  expect(await toldAbout(sittingAt())).toEqual(['cora: A panel’s sitting of 10 June 2026 is moved to 17 June 2026.'])
})

test('called off, every child is proposed for the next sitting with the reason, those put off first', async () => {
  expect(await words('abe', `${sittingAt()}/call-off`)).toContain('16 children on its agenda: each is put off with your reason')
  expect((await send('abe', `${sittingAt()}/call-off`, [['calledOffWhy', 'The chair is ill']])).status).toBe(303)
  expect(await words('abe', sittingAt())).toContain('Called off: The chair is ill')
  expect((await toldAbout(sittingAt()))[1]).toBe('cora: A panel’s sitting of 17 June 2026 is called off. The children on its agenda are proposed for the next.')
  expect((await browser('abe').get(`${sittingAt()}/move`)).status).toBe(303)
  const planned = await send('abe', `/panels/${panelId}/sittings`, [...day('2026-06-17'), ['place', ''], ['minuteTaker', '']], `/panels/${panelId}`)
  sitting = planned.location.split('/').at(-1) ?? ''
  const next = await page()
  const putOff = [...next.proposed, ...next.over].map(({ proposal }) => proposal.reasons.find(({ kind }) => kind === 'put off')?.words)
  expect([next.proposed.length, next.over.length, new Set(putOff)]).toEqual([16, 4, new Set([
    'Put off from 17 June 2026: The sitting was called off: The chair is ill', 'Put off from 17 June 2026: No time at this sitting, which hears 16 children',
  ])])
})

test('a sitting to come is in the work of those who sit, by the name of the panel', async () => {
  expect((await as('cora', agenda, workItems)).map(({ what, childId }) => [what, childId])).toContainEqual(['Panel: Permanency tracking, under 10', null])
})

test('once something is minuted the sitting stands', async () => {
  const first = must((await page()).proposed[0]).childId
  await as('abe', agenda, async (work) => acceptAll(work, must(await sittingPage(work, panelId, sitting)), [first]))
  await as('abe', ['record', 'panel minutes'], async (work) => minuteChild(work, must(await childAtSitting(work, panelId, sitting, first)), 'Heard in part.'))
  expect((await browser('abe').get(`${sittingAt()}/call-off`)).status).toBe(303)
  expect(await words('abe', sittingAt())).toContain('The minutes of this sitting are begun, so it stands.')
  expect(await words('abe', sittingAt())).not.toContain('Call the sitting off')
})

test('an agency decision maker gets one child’s case papers by being given that child, from a day to a day, and never sits on a panel', async () => {
  const papers = (code: string): string => `/children/${idOf(code)}/papers`
  expect((await browser('alun').get(papers('401'))).status).toBe(404)
  const give = `/children/${idOf('401')}/allocations/give/agency-decision-maker`
  const from = [['fromOn-day', '1'], ['fromOn-month', '6'], ['fromOn-year', '2026'], ['reason', 'Should the child be placed for adoption?']] as const
  expect((await send('dora', give, [['holder', must(people.get('alun')).personId], ...from])).status).toBe(303)
  expect(await toldAbout(papers('401'))).toEqual(['alun: A child is before you for a decision.'])
  expect(await words('alun', papers('401'))).toContain('Case papers')
  // No list of children is theirs to go back to.
  expect((await browser('alun').get(`/children/${idOf('401')}`)).body).not.toContain('href="/children"')
  expect((await browser('cora').get(`/children/${idOf('401')}`)).body).toContain('class="govuk-back-link" href="/children"')
  expect(await words('alun', papers('401'))).toContain('Life story work: Nothing is kept for the child yet. Nobody has written down how the work stands.')
  expect([(await browser('alun').get(papers('402'))).status, (await browser('alun').get('/panels')).status, (await browser('alun').get(`/children/${idOf('401')}/actions`)).status]).toEqual([404, 404, 404])
  expect((await as('alun', ['see', 'agency decision'], workItems)).map(({ what, address }) => [what, address])).toEqual([['A child before you for a decision', papers('401')]])
  // Somebody who sat on a panel before they became a decision maker.
  await add('dell', 'panel chair')
  expect(await at.work((work) => giveSeat(work, panelId, { who: must(people.get('dell')).personId, as: 'panel chair' }))).toBe(undefined)
  await at.pool.query(`insert into role_held (authority_id, person_id, role, from_on) values ($1, $2, 'agency decision maker', '2026-05-01')`, [at.authorityId, must(people.get('dell')).personId])
  const sits = await send('dora', give, [['holder', must(people.get('dell')).personId], ...from.slice(0, 1), ['fromOn-day', '2'], ...from.slice(1)])
  expect([sits.status, sits.body.includes('dell sits on Permanency tracking, under 10. A decision maker does not sit on a panel that advises them')]).toEqual([422, true])
})
