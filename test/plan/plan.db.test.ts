/** The permanence plan through its pages on the real store: who may do what, what is kept, what each reader sees. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planOf } from '../../src/app/plan.ts'
import { planPage } from '../../src/app/planPage.ts'
import { planType } from '../../src/core/plan/plan.ts'
import type { Answered, Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { planFamily, type PlanFamily, type Somebody } from '../support/planFamily.ts'
import type { Served } from '../support/signIn.ts'

let all: Trials
let at: Trial
let family: PlanFamily
let served: Served
let people: PlanFamily['people']
let plan: string
const clients = new Map<Somebody, Client>()

beforeAll(async () => {
  all = await trials()
  at = await all.next()
  family = await planFamily(at)
  ;({ served, people } = family)
  plan = `/children/${family.childId}/plan`
  for (const name of Object.keys(people) as Somebody[]) {
    const client = served.client()
    expect((await served.signIn(client, name)).status).toBe(303)
    clients.set(name, client)
  }
})
afterAll(async () => {
  await served.app.close()
  await all.close()
})

const as = (name: Somebody): Client => {
  const client = clients.get(name)
  if (client === undefined) throw new Error(`${name} is not signed in`)
  return client
}

/** Opens a form, fills it in beside what it holds, and sends it. */
async function fill(name: Somebody, path: string, fields: Readonly<Record<string, string>>): Promise<Answered> {
  const opened = await as(name).get(path)
  expect([path, opened.status]).toEqual([path, 200])
  return as(name).post(path, Object.entries({ version: /name="version" value="(\d*)"/.exec(opened.body)?.[1] ?? '', ...fields }))
}

const day = (field: string, text: string): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${field}-day`]: date, [`${field}-month`]: month, [`${field}-year`]: year }
}

const line = (route: string, role: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  route, role, owner: people.worker, reason: `Why ${route}`, ...day('startedOn', '2026-05-02'), ...day('targetOn', '2026-12-18'), ...more,
})

const text = ({ body }: Answered): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll('&#39;', '’').replaceAll(/\s+/g, ' ')
const lineOf = (body: string, route: string): string => new RegExp(`href="([^"]+/plan/lines/[0-9a-f-]{36})">${route}<`).exec(body)?.[1] ?? `no line ${route}`

test('a plan is begun, put forward by its author, and authorised by somebody else', async () => {
  const empty = await as('worker').get(plan)
  expect(empty.body).toContain('No permanence plan has been begun for this child.')
  expect((await fill('worker', `${plan}/begin`, {})).status).toBe(422)
  expect((await fill('worker', `${plan}/begin`, { aim: 'Ivy is to grow up with her grandmother.', early: 'not wanted', earlyWhy: 'She is eleven.' })).location).toBe(plan)
  expect((await fill('worker', `${plan}/lines/new`, line('return-home', 'primary'))).location).toBe(plan)

  const twice = await fill('worker', `${plan}/lines/new`, line('adoption', 'primary', { evidence: 'Kept through the error' }))
  expect(twice.status).toBe(422)
  expect(twice.body).toContain('Return home is the primary line.')
  expect(twice.body).toContain('Kept through the error</textarea>')
  const lacking = await as('worker').get(plan)
  expect(lacking.body).toContain('Add a parallel or contingency line, or say why there is no realistic alternative.')
  expect(lacking.body).not.toContain(`${plan}/put-forward`)

  expect((await fill('worker', `${plan}/lines/new`, line('kin-sgo', 'parallel'))).location).toBe(plan)
  const twoLines = await as('worker').get(plan)
  expect(text(twoLines)).toContain('Tell the parents that plans run side by side')
  const form = await as('worker').get(`${plan}/put-forward`)
  expect([...form.body.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(([, id]) => id)).toEqual([people.manager])
  expect((await fill('worker', `${plan}/put-forward`, { askedOf: people.worker })).status).toBe(422)
  expect((await fill('worker', `${plan}/put-forward`, { askedOf: people.manager })).location).toBe(plan)

  expect((await as('worker').get(`${plan}/decide`)).status).toBe(404)
  expect((await fill('manager', `${plan}/decide`, { decision: 'send back' })).status).toBe(422)
  expect((await fill('manager', `${plan}/decide`, { decision: 'send back', returnedWhy: 'Name the aunt too.' })).location).toBe(plan)
  expect(text(await as('worker').get(plan))).toContain('Sent back: Name the aunt too.')
  expect((await fill('worker', `${plan}/put-forward`, { askedOf: people.manager })).location).toBe(plan)
  expect((await fill('manager', `${plan}/decide`, { decision: 'authorise' })).location).toBe(plan)
  expect(text(await as('worker').get(plan))).toContain('Authorised by manager on 1 June 2026.')
  const { rows } = await all.pool.query<{ person_id: string; words: string }>(
    'select person_id, words from notice where authority_id = $1 order by notice_id', [at.authorityId])
  expect(rows.filter(({ words }) => words.includes('plan')).map(({ person_id, words }) => [person_id, words])).toEqual(expect.arrayContaining([
    [people.manager, 'A permanence plan waits for you to authorise it.'],
    [people.worker, 'A permanence plan that you wrote has been sent back.'],
    [people.worker, 'A permanence plan that you wrote has been authorised.'],
  ]))
})

test('turning to another line keeps what was, says why, and is a draft that a reader of the plan does not see', async () => {
  const grandmother = lineOf((await as('worker').get(plan)).body, 'Family or friends, special guardianship')
  expect((await fill('worker', `${grandmother}/role`, { role: 'primary', roleWhy: '' })).status).toBe(422)
  expect((await fill('worker', `${grandmother}/role`, { role: 'primary', roleWhy: 'The court ruled out return home.' })).location).toBe(grandmother)
  const now = text(await as('worker').get(plan))
  expect(now).toContain('Nobody has authorised the plan as it is written here. What was authorised on 1 June 2026 stays in force meanwhile.')
  expect(now).toContain('Family or friends, special guardianship Primary In force as parallel')
  expect(now).toContain('Return home Parallel In force as primary')
  expect(now).toContain('Family or friends, special guardianship: from parallel to primary The court ruled out return home.')
  const lawyer = text(await as('lawyer').get(plan))
  expect(lawyer).toContain('This is the plan as it was last authorised.')
  expect(lawyer).toContain('Return home Primary worker')
  expect(lawyer).not.toContain('The court ruled out return home.')
  const held = await at.work((work) => planOf(work, family.childId), undefined, ['see', 'plan'])
  expect([held?.primaryRoute, held?.status, held?.lines.map(({ role }) => role)]).toEqual(['return-home', 'draft', ['primary', 'parallel']])
})

test('two people at one line: neither edit is lost', async () => {
  const home = lineOf((await as('worker').get(plan)).body, 'Return home')
  const path = `${home}/change`
  const opened = await as('worker').get(path)
  const version = /name="version" value="(\d+)"/.exec(opened.body)?.[1] ?? ''
  const fields = (more: Readonly<Record<string, string>>): [string, string][] => Object.entries({ version, ...line('', ''), reason: 'Why return-home', ...more })
  expect((await as('worker').post(path, fields({ evidence: 'Three good visits.', trigger: 'The assessment' }))).status).toBe(303)
  const clash = await as('worker').post(path, fields({ evidence: 'Two good visits.', reason: 'She misses home.' }))
  expect(clash.status).toBe(409)
  expect(text(clash)).toContain('There now: Three good visits.')
  // What only the other changed is in the form already, and what only this person changed is as typed.
  expect(clash.body).toContain('The assessment</textarea>')
  expect(clash.body).toContain('She misses home.</textarea>')
  expect(clash.body).toContain('Two good visits.</textarea>')
  const newer = /name="version" value="(\d+)"/.exec(clash.body)?.[1] ?? ''
  expect((await as('worker').post(path, fields({ version: newer, evidence: 'Five good visits.', reason: 'She misses home.', trigger: 'The assessment' }))).status).toBe(303)
  expect(text(await as('worker').get(home))).toContain('Five good visits.')
})

test('the balance sheet, who was told, the dimensions and a task stand on the plan and on paper', async () => {
  const home = lineOf((await as('worker').get(plan)).body, 'Return home')
  await fill('worker', `${plan}/options/new`, { route: 'adoption', ...day('consideredOn', '2026-05-20'), pros: 'A family for good.<script>hf()</script>{{7*7}}', cons: 'She would lose her sister.', viability: 'not viable', why: 'She says no.', childView: 'I have a family.' })
  await fill('worker', `${plan}/told/new`, { whom: 'mother', ...day('toldOn', '2026-05-03'), toldBy: people.worker, how: 'in person', said: 'I will do what it takes.' })
  await fill('worker', `${plan}/dimensions`, { ...day('notedOn', '2026-05-20'), legal: 'interim', relational: 'growing', relationalNote: 'Gran collects her from school.' })
  expect((await fill('worker', `${home}/task`, { what: 'Parenting assessment', owner: people.stranger, ...day('dueOn', '2026-06-30') })).body)
    .toContain('stranger does not work with this child')
  expect((await fill('worker', `${home}/task`, { what: 'Parenting assessment', owner: people.manager, ...day('dueOn', '2026-06-30') })).location).toBe(home)
  expect((await fill('worker', `${home}/moved`, { ...day('movedOn', '2026-05-28'), moved: 'Assessor agreed' })).location).toBe(home)
  const page = text(await as('worker').get(plan))
  expect(page).toContain('4 days ago Assessor agreed')
  expect(page).toContain('1 task')
  expect(page).not.toContain('Tell the parents that plans run side by side')
  const paper = text(await as('worker').get(`${plan}/print`))
  for (const words of ['Adoption Ruled out', 'She would lose her sister.', 'Mother', 'I will do what it takes.', 'Gran collects her from school.', 'Parenting assessment']) {
    expect(paper).toContain(words)
  }
  for (const path of [plan, `${plan}/print`]) expect((await as('worker').get(path)).body).toContain('A family for good.&lt;script&gt;hf()&lt;/script&gt;{{7*7}}')
})

test('who does not work with the child finds no plan, no form and no line', async () => {
  const home = lineOf((await as('worker').get(plan)).body, 'Return home')
  for (const path of [plan, `${plan}/print`, `${plan}/begin`, `${plan}/about`, home, `${home}/role`]) {
    expect([path, (await as('stranger').get(path)).status]).toEqual([path, 404])
  }
  // Nor a line of one child under the address of another.
  expect((await as('stranger').get(home.replace(family.childId, family.otherChildId))).status).toBe(404)
  expect((await as('lawyer').get(`${plan}/about`)).status).toBe(404)
})

test('the plan as it was at an earlier moment', async () => {
  const before = text(await as('worker').get(`${plan}?known-at=2020-01-01`))
  expect(before).toContain('This is the plan as Holdfast knew it on 1 January 2020')
  expect(before).toContain('There was no plan yet.')
  expect((await as('worker').get(`${plan}?known-at=yesterdayish`)).body).toContain('Write the day like 3 March 2026.')
  const { planId } = await at.work((work) => planOf(work, family.childId), undefined, ['see', 'plan']) ?? { planId: '' }
  const [roles, may] = await at.work(async (work) => {
    const authorised = (await work.records.versions(planType, planId)).find(({ values: { status } }) => status === 'authorised')
    const page = await planPage(work, family.childId, authorised?.recordedAt ?? '')
    return page.kind === 'plan' ? [page.lines.map(({ values: { route, role } }) => [route, role]), page.may] : []
  }, undefined, ['see', 'plan draft'])
  expect(roles).toEqual([['return-home', 'primary'], ['kin-sgo', 'parallel']])
  expect(may).toEqual({ change: false, decide: 'no', tasks: false })
  expect(served.failures).toEqual([])
})
