/** Who looked, on pages and as a file; unusual access from the looks to the review. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import { newId } from '../../src/edge/ids.ts'
import { watchNow } from '../../src/edge/unusualAccess.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
const [own, closed, third] = [newId(), newId(), newId()]
// Codes with a letter that no id and no time can hold: four digits alone stand in an id by chance now and then.
const people = new Map<string, { readonly client: Client; readonly id: string }>()
const as = (name: string): Client => {
  const one = people.get(name)
  if (one === undefined) throw new Error(`${name} has not arrived`)
  return one.client
}
const idOf = (name: string): string => people.get(name)?.id ?? ''

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  served = serve(at)
  for (const [id, code] of [[own, 'Q3301'], [closed, 'Q3302'], [third, 'Q3303']]) {
    await at.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, id, code])
  }
  const arrive = async (name: string, ...roles: readonly Role[]): Promise<void> => {
    const id = await served.person(name, ...roles)
    const client = served.client()
    await served.signIn(client, name)
    people.set(name, { client, id })
  }
  await arrive('tomasz', 'social worker')
  await arrive('morgan', 'director')
  await arrive('ines', 'director')
  await arrive('kit', 'system administrator')
  for (const child of [own, closed]) {
    await at.pool.query(
      `insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2020-01-01')`, [at.authorityId, child, idOf('tomasz')])
  }
  // Restricted, and only the social worker and one director are named.
  await at.pool.query(`insert into restriction (authority_id, child_id, reason, from_on, set_by) values ($1, $2, 'a relative works here', '2020-01-01', $3)`, [at.authorityId, closed, idOf('ines')])
  for (const name of ['tomasz', 'ines']) {
    await at.pool.query(`insert into restriction_named (authority_id, child_id, person_id, from_on) values ($1, $2, $3, '2020-01-01')`, [at.authorityId, closed, idOf(name)])
  }
  for (const child of [own, closed]) expect((await as('tomasz').get(`/children/${child}/voice`)).status).toBe(200)
})
afterAll(async () => {
  await served.app.close()
  await together.close()
})

describe('who looked', () => {
  test('at this child, for those who may see the log and for nobody else', async () => {
    for (const name of ['morgan', 'kit']) {
      const page = await as(name).get(`/children/${own}/looks`)
      expect({ name, status: page.status, who: page.body.includes('>tomasz</a>'), what: page.body.includes('Own words opened') })
        .toEqual({ name, status: 200, who: true, what: true })
    }
    expect((await as('tomasz').get(`/children/${own}/looks`)).status).toBe(404)
    expect((await as('tomasz').get('/audit')).status).toBe(404)
  })

  test('at a restricted child only for whoever is named; for others as at no child at all', async () => {
    expect((await as('ines').get(`/children/${closed}/looks`)).body).toContain('Own words opened')
    const [hidden, none] = [await as('morgan').get(`/children/${closed}/looks`), await as('morgan').get(`/children/${newId()}/looks`)]
    const plain = (body: string): string => body.replaceAll(/name="_csrf" value="[^"]+"/g, '')
    expect([hidden.status, plain(hidden.body)]).toEqual([404, plain(none.body)])
    const seen = (await as('ines').get(`/audit/people/${idOf('tomasz')}`)).body
    const notSeen = (await as('morgan').get(`/audit/people/${idOf('tomasz')}`)).body
    expect([seen.includes(closed), seen.includes('Q3302'), notSeen.includes(closed), notSeen.includes('Q3302')]).toEqual([true, true, false, false])
    expect((await as('morgan').get('/audit?child=Q3302')).body).toContain('Nothing in the log matches.')
    expect((await as('ines').get('/audit?child=Q3302')).body).toContain('Q3302</a>')
  })

  test('searched by name, kind and days, a part at a time, with what cannot be read said', async () => {
    const rows = (body: string): number => body.split('data-label="What"').length - 1
    expect(rows((await as('kit').get('/audit?person=TOMA&kind=looks&from=1+March+2020')).body)).toBe(1)
    expect((await as('kit').get('/audit?person=toma&to=1+March+2020')).body).toContain('Nothing in the log matches.')
    expect((await as('kit').get('/audit?from=soon')).body).toContain('“soon” is not a day that can be read')
    expect(rows((await as('kit').get('/audit?kind=refused')).body)).toBeGreaterThanOrEqual(4)
    for (let i = 0; i < 60; i++) await at.work(() => Promise.resolve())
    const first = (await as('kit').get('/audit')).body
    const older = /href="(\/audit\?[^"]*before=\d+)"/.exec(first)?.[1] ?? ''
    expect([rows(first), older.startsWith('/audit?')]).toEqual([50, true])
    expect(rows((await as('kit').get(older.replaceAll('&amp;', '&'))).body)).toBeGreaterThan(10)
    expect(first).toContain('Nothing is sealed yet.')
  })
})

describe('given out to the council’s monitoring', () => {
  test('as lines of ids, by whom the table lets, each export itself in the log before its first byte', async () => {
    await served.events()
    expect((await as('morgan').get('/audit/export')).status).toBe(404)
    const file = await as('kit').get('/audit/export?format=jsonl')
    const lines = file.body.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    const opened = lines.find(({ action, person }) => action === 'own words opened' && person === idOf('tomasz'))
    expect(opened).toEqual({
      schema: 'holdfast audit 1', authority: at.authorityId, event: opened?.['event'], at: opened?.['at'], person: idOf('tomasz'), user: 'tomasz',
      action: 'own words opened', outcome: 'done', child: own, path: `/children/${own}/voice`, detail: {},
    })
    expect([file.body.includes('Q3301'), file.body.includes(closed)]).toEqual([false, true])
    expect(lines.filter(({ child, outcome }) => child === closed && outcome === 'done')).toEqual([])
    // The last is written when all is sent, and so a moment after the last byte has come.
    const events: string[] = []
    await expect.poll(async () => {
      events.push(...(await served.events()).map(({ event }) => event))
      return events
    }).toEqual(['refused: audit log exported', 'begun: audit log exported', 'audit log exported'])
    expect((await as('kit').get('/audit/export?format=cef')).body).toMatch(/^CEF:0\|Holdfast\|Holdfast\|1\|signed in\|signed in\|1\|rt=\d+ externalId=\d+ suid=/m)
  })
})

describe('unusual access', () => {
  test('is found once, told to those who may review it, and reviewed by somebody else', async () => {
    const relative = newId()
    await at.pool.query(`update person set family_name = 'Larkin' where person_id = $1`, [idOf('morgan')])
    await at.pool.query(`insert into family_person (authority_id, family_person_id, name) values ($1, $2, 'Fay Larkin')`, [at.authorityId, relative])
    await at.pool.query(`insert into family_link (authority_id, kind, a, b) values ($1, 'parent', $2, $3)`, [at.authorityId, relative, third])
    await as('morgan').get(`/children/${third}`)
    // A worker tries four times in a day to open a child who is not theirs.
    for (let i = 0; i < 4; i++) expect((await as('tomasz').get(`/children/${third}/voice`)).status).toBe(404)

    // Out of hours depends on when the test runs; the other rules do not.
    const { found } = await watchNow(at.holdfast, at.authorityId)
    const { rows } = await at.pool.query<{ finding_id: string; rule: string; people: string[] }>(
      `select finding_id, rule, people from unusual_access where authority_id = $1 and rule <> 'out of hours' order by rule`, [at.authorityId])
    expect(rows.map(({ rule, people: who }) => [rule, who])).toEqual([['own surname', [idOf('morgan')]], ['refused looks', [idOf('tomasz')]]])
    expect(found).toBeGreaterThanOrEqual(2)
    expect(await watchNow(at.holdfast, at.authorityId)).toMatchObject({ found: 0 })
    const { rows: told } = await at.pool.query<{ person_id: string }>(
      `select distinct person_id from notice where authority_id = $1 and address = '/audit/unusual'`, [at.authorityId])
    expect(new Set(told.map((row) => row.person_id))).toEqual(new Set([...['morgan', 'ines', 'kit'].map(idOf), at.actor.personId]))

    // Morgan reviews the worker's, and neither sees nor reviews their own.
    const list = (await as('morgan').get('/audit/unusual')).body
    const [surname, refused] = rows.map((row) => `/audit/unusual/${row.finding_id}`)
    expect([list.includes(refused ?? '?'), list.includes(surname ?? '?')]).toEqual([true, false])
    expect((await as('morgan').get(surname ?? '')).status).toBe(404)
    expect((await as('tomasz').get('/audit/unusual')).status).toBe(404)

    await as('ines').get(surname ?? '')
    const wrong = await as('ines').post(surname ?? '', [['words', 'Asked Morgan.']])
    expect([wrong.status, wrong.body.includes('Choose what you found'), wrong.body.includes('Asked Morgan.')]).toEqual([422, true, true])
    const kept = await as('ines').post(surname ?? '', [['outcome', 'explained'], ['words', 'Asked Morgan: no relation.']])
    expect([kept.status, kept.location]).toEqual([303, '/audit/unusual'])
    expect((await as('ines').get('/audit/unusual?show=explained')).body).toContain('Same family name')
    const page = (await as('ines').get(surname ?? '')).body
    expect([page.includes('Asked Morgan: no relation.'), page.includes('Review again')]).toEqual([true, true])
  })

  test('at a restricted record waits for a named reviewer; others cannot tell that there is a finding', async () => {
    await at.pool.query('insert into episode (authority_id, child_id, fact_id, started_on, placement_postcode, recorded_at) values ($1, $2, $3, $4, $5, now())',
      [at.authorityId, closed, newId(), '2025-05-06', 'ZZ1 1AA'])
    await at.pool.query(`update person set home_postcode = 'zz11aa' where person_id = $1`, [idOf('tomasz')])
    await as('tomasz').get(`/children/${closed}/voice`)
    await watchNow(at.holdfast, at.authorityId)
    const { rows: [row] } = await at.pool.query<{ finding_id: string }>(`select finding_id from unusual_access where authority_id = $1 and rule = 'own address'`, [at.authorityId])
    const address = `/audit/unusual/${row?.finding_id}`
    expect((await as('ines').get(address)).status).toBe(200)
    expect((await as('morgan').get(address)).status).toBe(404)
    expect((await as('morgan').get('/audit/unusual?show=all')).body).not.toContain('Same postcode')
  })

  test('is never changed or taken out of the store', async () => {
    await expect(at.pool.query('delete from unusual_access')).rejects.toThrow('the audit log is only added to: delete on unusual_access refused')
    await expect(at.pool.query(`update unusual_access set words = ''`)).rejects.toThrow('the audit log is only added to: update on unusual_access refused')
  })
})
