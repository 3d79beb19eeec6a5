/** Actions, planning meetings, My work and notices, lived through on the real server and store. Today is Monday 1 June 2026. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import { lineType } from '../../src/core/plan/line.ts'
import { planType } from '../../src/core/plan/plan.ts'
import { added } from '../../src/core/records/recordType.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Answered, Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
const childId = newId()
const elsewhere = newId()
const teamId = newId()
const actions = `/children/${childId}/actions`
const meetings = `/children/${childId}/planning-meetings`
const ids = new Map<string, string>()
const idOf = (name: string): string => ids.get(name) ?? ''
let worker: Client
let manager: Client
let officer: Client
let stranger: Client

async function arrive(name: string, role: Role): Promise<Client> {
  ids.set(name, await served.person(name, role))
  const client = served.client()
  await served.signIn(client, name)
  return client
}

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  const { pool } = together
  for (const [id, code] of [[childId, '3301'], [elsewhere, '3302']]) {
    await pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, id, code])
  }
  worker = await arrive('Owen Reed', 'social worker')
  manager = await arrive('Mair Fenn', 'team manager')
  officer = await arrive('Nerys Holt', 'reviewing officer')
  stranger = await arrive('Ivo Lark', 'social worker')
  await pool.query('insert into team (authority_id, team_id, name) values ($1, $2, $3)', [at.authorityId, teamId, 'Willow'])
  await pool.query(`insert into team_member (authority_id, person_id, team_id, manages, from_on) values ($1, $2, $3, true, '2026-01-01')`, [at.authorityId, idOf('Mair Fenn'), teamId])
  const allocated = [['social worker', idOf('Owen Reed'), null], ['reviewing officer', idOf('Nerys Holt'), null], ['social worker', null, teamId]]
  for (const [role, person, team] of allocated) {
    await pool.query(
      `insert into allocation (authority_id, child_id, role, person_id, team_id, from_on) values ($1, $2, $3, $4, $5, '2026-01-01')`,
      [at.authorityId, childId, role, person, team])
  }
}, 60_000)
afterAll(async () => {
  await served.app.close()
  await together.close()
})

const dayFields = (name: string, iso: string): readonly (readonly [string, string])[] => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return [[`${name}-day`, day], [`${name}-month`, month], [`${name}-year`, year]]
}
const hrefs = (page: Answered, of: RegExp): readonly string[] => [...page.body.matchAll(of)].map(([, href]) => href ?? '')
const versionOf = (page: Answered): string => /name="version" value="(\d*)"/.exec(page.body)?.[1] ?? ''

describe('an action', () => {
  let one = ''

  test('is raised by hand for somebody who reaches the child, and they are told', async () => {
    await worker.get(`${actions}/new`)
    const wrong = await worker.post(`${actions}/new`, [['what', ''], ['owner', idOf('Nerys Holt')], ...dayFields('dueOn', '2026-06-05')])
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Enter what is to be done')
    const nobody = await worker.post(`${actions}/new`, [['what', 'Ring the school'], ['owner', idOf('Ivo Lark')], ...dayFields('dueOn', '2026-06-05')])
    expect(nobody.status).toBe(422)
    expect(nobody.body).toContain('Ivo Lark does not work with this child and would not see the action')
    expect(nobody.body).toContain('value="Ring the school"')
    const past = await worker.post(`${actions}/new`, [['what', 'Ring the school'], ['owner', idOf('Nerys Holt')], ...dayFields('dueOn', '2026-05-29')])
    expect(past.body).toContain('The day by which it is to be done must be today or in the future')
    const raised = await worker.post(`${actions}/new`, [['what', 'Ring the school'], ['owner', idOf('Nerys Holt')], ...dayFields('dueOn', '2026-06-05')])
    expect(raised.location).toBe(actions)
    const list = await worker.get(actions)
    expect(list.body).toContain('in 4 days')
    one = hrefs(list, /href="(\/children\/[^"]+\/actions\/[0-9a-f-]{36})"/g)[0] ?? ''
    expect((await officer.get('/my-work')).body).toContain('You have been given an action.')
  })

  test('is ended by whoever has it, though their role changes no other action; nobody else of that role can', async () => {
    const form = await officer.get(`${one}/done`)
    expect((await officer.post(`${one}/done`, [['version', versionOf(form)], ['ending', ''], ...dayFields('endedOn', '2026-06-01')])).body).toContain('Enter what was done')
    const early = await officer.post(`${one}/done`, [['version', versionOf(form)], ['ending', 'Rang'], ...dayFields('endedOn', '2026-05-31')])
    expect(early.body).toContain('must not be before the day it was raised')
    const done = await officer.post(`${one}/done`, [['version', versionOf(form)], ['ending', 'The head teacher rang back.'], ...dayFields('endedOn', '2026-06-01')])
    expect(done.location).toBe(one)
    const page = await worker.get(one)
    expect(page.body).toContain('The head teacher rang back.')
    expect(page.body).toContain('Raised and given to Nerys Holt')
    expect((await worker.get('/my-work')).body).toContain('An action that you raised is done.')
    // Ended is ended: the form is not offered again.
    expect((await officer.get(`${one}/done`)).body).not.toContain('<form action="/children')
    expect((await stranger.get(one)).status).toBe(404)
    expect((await stranger.get(`/children/${elsewhere}/actions/${one.slice(-36)}`)).status).toBe(404)
  })

  test('is handed on with its day, and two who change it at once lose nothing', async () => {
    await worker.get(`${actions}/new`)
    await worker.post(`${actions}/new`, [['what', 'See the carer'], ['owner', idOf('Owen Reed')], ...dayFields('dueOn', '2026-06-02')])
    const two = hrefs(await worker.get(actions), /href="(\/children\/[^"]+\/actions\/[0-9a-f-]{36})"/g)[0] ?? ''
    const opened = versionOf(await worker.get(`${two}/hand-on`))
    const managers = await manager.get(`${two}/hand-on`)
    expect((await manager.post(`${two}/hand-on`, [['version', versionOf(managers)], ['owner', idOf('Nerys Holt')], ['handedOnWhy', 'Owen is away.']])).location).toBe(two)
    await worker.get(`${two}/hand-on`)
    const late = await worker.post(`${two}/hand-on`, [['version', opened], ['owner', idOf('Mair Fenn')], ['handedOnWhy', 'I am away from tomorrow.']])
    expect(late.status).toBe(409)
    expect(late.body).toContain('Mair Fenn saved a change')
    expect(late.body).toContain('I am away from tomorrow.')
    const page = await worker.get(two)
    expect(page.body).toContain('Handed on from Owen Reed to Nerys Holt')
    expect(page.body).toContain('2 June 2026')
    const { rows } = await together.pool.query<{ version: number; owner_id: string }>('select version, owner_id from record where record_id = $1 and superseded_at is null', [two.slice(-36)])
    expect(rows).toEqual([{ version: 2, owner_id: idOf('Nerys Holt') }])
  })
})

describe('a planning meeting', () => {
  const planId = newId()
  const lineId = newId()
  let one = ''

  test('is booked, and proposes its agenda from the plan and what was left undone', async () => {
    const actor = { personId: idOf('Owen Reed'), name: 'Owen Reed', authorityId: at.authorityId, authorityName: 'Fernbrook', roles: ['social worker' as const] }
    await at.work(async (work) => {
      await work.records.apply([
        added(planType, planId, { childId }, {
          status: 'draft', aim: 'To live with Nan.', noAlternativeWhy: null, early: null, earlyWhy: null, changeWhy: null, askedOf: null, putForwardOn: null,
          returnedWhy: null, authorisedOn: null, authorisedBy: null, identifiedOn: null, endorsedOn: null, endorsedAt: null, firstEndorsedOn: null,
        }),
        added(lineType, lineId, { childId, partOf: planId }, {
          route: 'kin-sgo', role: 'primary', roleWhy: null, reason: 'Nan has asked.', owner: actor.personId, startedOn: isoDate('2026-04-02'), targetOn: isoDate('2026-05-01'),
          evidence: null, trigger: null, movedOn: null, moved: null, endedOn: null, inForce: null,
        }),
      ])
    }, actor, ['see', 'plan draft'])
    await worker.get(`${meetings}/new`)
    const wrong = await worker.post(`${meetings}/new`, [...dayFields('bookedFor', '2026-05-29')])
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Choose the team manager who leads the meeting')
    const booked = await worker.post(`${meetings}/new`, [...dayFields('bookedFor', '2026-05-29'), ['at', '10:30am'], ['lead', idOf('Mair Fenn')], ['invited', 'social worker'], ['invited', 'regional agency']])
    one = booked.location
    const page = await manager.get(one)
    expect(page.body).toContain('Family or friends, special guardianship (primary): target 1 May 2026 has passed; has not moved for 60 days')
    expect(page.body).toContain('Only one line.')
    expect(page.body).toContain('See the carer: due 2 June 2026')
    // Its day has passed without minutes.
    expect((await manager.get('/planning-meetings')).body).toContain('Minutes to write</strong>')
    expect((await manager.get('/my-work')).body).toContain('Planning meeting: minutes to write')
  })

  const said: readonly (readonly [string, string])[] = [
    ...dayFields('heldOn', '2026-05-29'), ['attended', 'social worker'], ['childView', '“I like it at Nan’s.”'], ['early', 'not wanted'], ['earlyWhy', 'She is nine and close to Nan.'],
    ['decided', 'Assess Nan now.'], ['option-rows', '2'], ['option-1-route', 'kin-sgo'], ['option-1-pros', 'She knows her.'], ['option-1-cons', 'A small flat.'], ['option-1-outcome', 'primary'],
    ['option-2-route', ''], ['action-rows', '3'], ['action-1-what', 'Begin the assessment of Nan'],
  ]

  test('is written up in one sitting: nothing is lost on the way', async () => {
    const opened = versionOf(await worker.get(`${one}/minutes`))
    const wrong = await worker.post(`${one}/minutes`, [['version', opened], ...said])
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Choose who is to do it (row 1)')
    expect(wrong.body).toContain('value="Begin the assessment of Nan"')
    const more = await worker.post(`${one}/minutes`, [['version', opened], ...said, ['more', 'action']])
    expect(more.status).toBe(200)
    expect(more.body).toContain('id="action-6-what"')
    expect(more.body).toContain('Assess Nan now.')
    const saved = await worker.post(`${one}/minutes`, [
      ['version', opened], ...said, ['action-1-owner', idOf('Owen Reed')], ...dayFields('action-1-dueOn', '2026-06-12'),
      [`line-${lineId}`, 'Nan asked to be assessed'], ...dayFields('nextOn', '2026-07-10'),
    ])
    expect([saved.status, saved.location]).toEqual([303, one])
    const page = await manager.get(one)
    for (const words of [
      'Held, minutes not signed off', 'Minutes taken by Owen Reed', 'I like it at Nan’s.', 'Nan asked to be assessed', 'A small flat.', 'The way forward',
      'Begin the assessment of Nan', 'The regional adoption agency was not there.', 'Only one option is left open.',
    ]) expect(page.body).toContain(words)
    const { rows: [line] } = await together.pool.query<{ content: { movedOn: string; moved: string } }>('select content from record where record_id = $1 and superseded_at is null', [lineId])
    expect([line?.content.movedOn, line?.content.moved]).toEqual(['2026-05-29', 'Nan asked to be assessed'])
    // The next meeting stands, booked.
    expect((await manager.get(meetings)).body).toContain('10 Jul 2026')
  })

  test('is signed off by somebody who did not take the minutes, and then takes only a correction', async () => {
    const page = await worker.get(one)
    expect(page.body).toContain('Waiting to be signed off.')
    expect((await worker.post(`${one}/sign-off`, [['version', versionOf(page)]])).status).toBe(404)
    await manager.get(one)
    expect((await manager.post(`${one}/sign-off`, [['version', '1']])).location).toBe(one)
    expect((await manager.get(one)).body).toContain('The minutes changed since you opened them')
    const read = await manager.get(one)
    await manager.post(`${one}/sign-off`, [['version', versionOf(read)]])
    const signed = await worker.get(one)
    expect(signed.body).toContain('Signed off on 1 June 2026 by Mair Fenn')
    const form = await worker.get(`${one}/minutes`)
    const again = await worker.post(`${one}/minutes`, [['version', versionOf(form)], ...said.filter(([name]) => !name.startsWith('action-1'))])
    expect(again.status).toBe(422)
    expect(again.body).toContain('These minutes are signed off and stand.')
    await worker.get(`${one}/correct`)
    expect((await worker.post(`${one}/correct`, [['words', 'The flat has two bedrooms.']])).location).toBe(one)
    expect((await manager.get(one)).body).toContain('The flat has two bedrooms.')
  })

  test('whose minutes the manager took is not signed off by the manager', async () => {
    await manager.get(`${meetings}/new`)
    const { location } = await manager.post(`${meetings}/new`, [...dayFields('bookedFor', '2026-06-01'), ['lead', idOf('Mair Fenn')]])
    const opened = versionOf(await manager.get(`${location}/minutes`))
    const minutes = said.filter(([name]) => !/^(action|option|heldOn)/.test(name))
    expect((await manager.post(`${location}/minutes`, [['version', opened], ...minutes, ...dayFields('heldOn', '2026-06-01')])).status).toBe(303)
    const page = await manager.get(location)
    expect(page.body).toContain('Whoever took the minutes does not sign them off.')
    await manager.post(`${location}/sign-off`, [['version', versionOf(page)]])
    expect((await manager.get(location)).body).toContain('Held, minutes not signed off')
  })

  test('that was not held is cancelled with its reason', async () => {
    const next = hrefs(await manager.get(meetings), /href="(\/children\/[^"]+\/planning-meetings\/[0-9a-f-]{36})">10 Jul 2026/g)[0] ?? ''
    const opened = versionOf(await manager.get(`${next}/cancel`))
    expect((await manager.post(`${next}/cancel`, [['version', opened], ['cancelledWhy', '']])).body).toContain('Enter why it is cancelled')
    // A meeting that changed while the form was open is shown as it is now before it is cancelled.
    expect((await manager.post(`${next}/cancel`, [['version', '0'], ['cancelledWhy', 'Moved to August.']])).status).toBe(409)
    await manager.post(`${next}/cancel`, [['version', opened], ['cancelledWhy', 'Moved to August.']])
    expect((await manager.get(next)).body).toContain('Moved to August.')
    expect((await stranger.get(next)).status).toBe(404)
  })
})

describe('My work', () => {
  test('filters and sorts by its address', async () => {
    const mine = await worker.get('/my-work?due=this-week')
    expect(mine.body).not.toContain('Begin the assessment of Nan')
    const later = await worker.get('/my-work?due=later&raised-by=planning-meeting')
    expect(later.body).toContain('Begin the assessment of Nan')
    expect(later.body).toContain('1 action<')
    const all = await manager.get(`/my-work/team?due=all&sort=owner&who=${idOf('Owen Reed')}`)
    expect(all.body).toContain('Begin the assessment of Nan')
    expect(all.body).not.toContain('See the carer')
    expect((await stranger.get('/my-work/team?due=all')).body).toContain('0 actions')
  })

  test('keeps notices until they are read', async () => {
    const unread = await worker.get('/my-work/notices')
    const notices = hrefs(unread, /name="notice" value="([^"]+)"/g)
    expect(notices.length).toBeGreaterThan(0)
    // Somebody else's notice is not theirs to mark.
    await stranger.get('/my-work/notices')
    await stranger.post('/my-work/notices/read', notices.map((id) => ['notice', id] as const), /name="_csrf" value="([^"]+)"/.exec((await stranger.get('/my-work')).body)?.[1] ?? '')
    expect(hrefs(await worker.get('/my-work/notices'), /name="notice" value="([^"]+)"/g)).toEqual(notices)
    await worker.post('/my-work/notices/read', notices.map((id) => ['notice', id] as const))
    expect((await worker.get('/my-work/notices')).body).toContain('Nothing here.')
    expect((await worker.get('/my-work/notices?show=all')).body).toContain('An action that you raised is done.')
    expect(served.failures).toEqual([])
  })
})
