/** How people stand to children, from the store: each relationship of the core, on the days at its edges. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/app/work.ts'
import { relationships, type Relationship } from '../../src/core/access/relationships.ts'
import { newId } from '../../src/edge/ids.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

let together: Trials
let at: Trial
let child: string
let wren: Actor
let thorn: Actor

beforeAll(async () => {
  together = await trials()
})
afterAll(() => together.close())
beforeEach(async () => {
  at = await together.next()
  wren = await at.person('Tomasz Wren', 'social worker', 'team manager', 'head of service', 'virtual school')
  thorn = await at.person('Bea Thorn', 'social worker', 'head of service')
  child = newId()
  await add('child', { child_id: child, code: '77001', recorded_at: '2026-01-01' })
})

async function add(table: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const given = { authority_id: at.authorityId, ...values }
  const names = Object.keys(given)
  await at.pool.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(given))
}

/** `social worker allocated` … of a person to the child on a day. */
async function ties(day: string, { personId }: Pick<Actor, 'personId'> = wren): Promise<readonly string[]> {
  const { rows } = await at.pool.query<{ held_as: string; relationship: Relationship }>(
    'select distinct held_as, relationship from ties_on($1, $2, $3) where child_id = $4 order by 1, 2', [at.authorityId, personId, day, child])
  for (const { relationship } of rows) expect(relationships).toContain(relationship)
  return rows.map(({ held_as, relationship }) => `${held_as} ${relationship}`)
}

/** The day before the first, the first, the last inside, the first no longer inside. */
const edges = ['2026-02-28', '2026-03-01', '2026-03-09', '2026-03-10'] as const
const span = { from_on: '2026-03-01', to_on: '2026-03-10' }
const onEdges = async (who: Pick<Actor, 'personId'> = wren): Promise<readonly (readonly string[])[]> => {
  const found = []
  for (const day of edges) found.push(await ties(day, who))
  return found
}
const inside = (...said: readonly string[]) => [[], said, said, []]

/** The child as a return has it: standing with a worker from a day to a day. */
const standing = (worker: string | null, from = span.from_on, to = span.to_on) => add('standing', {
  child_id: child, from_on: from, to_on: to, code: '77001', period_number: 1, in_care_since: from, start_known: true, legal_status_since: from,
  home_since: from, home_number: 1, legal: 'none', physical: 'none', permanence_achieved: false, worker, unaccompanied: false,
})

async function teamOf(person: Actor, how: { readonly manages: boolean } = { manages: true }): Promise<string> {
  const team = newId()
  await add('team', { team_id: team, name: `Team ${team}` })
  await add('team_member', { person_id: person.personId, team_id: team, manages: how.manages, ...span })
  return team
}

describe('allocated, reviewing, referred', () => {
  test.each([
    ['social worker', 'allocated'], ['assistant', 'allocated'], ['lawyer', 'allocated'], ['inspector', 'allocated'], ['participation worker', 'allocated'],
    ['reviewing officer', 'reviewing'], ['family finder', 'referred'], ['regional agency manager', 'referred'],
  ])('an allocation as %s is “%s”, from its first day to before its last', async (role, relationship) => {
    await add('allocation', { child_id: child, role, person_id: wren.personId, ...span })
    expect(await onEdges()).toEqual(inside(`${role} ${relationship}`))
    expect(await ties('2026-03-05', thorn)).toEqual([])
  })

  test('the worker whom the return names, until somebody is allocated here', async () => {
    await at.pool.query(`update person set worker = 'SW1' where person_id = $1`, [wren.personId])
    await standing('SW1')
    expect(await onEdges()).toEqual(inside('social worker allocated'))
    await add('allocation', { child_id: child, role: 'social worker', person_id: thorn.personId, from_on: '2026-03-05', to_on: '2026-03-07' })
    expect([await ties('2026-03-04'), await ties('2026-03-05'), await ties('2026-03-08')]).toEqual([['social worker allocated'], [], []])
    expect([await ties('2026-03-04', thorn), await ties('2026-03-05', thorn), await ties('2026-03-07', thorn)]).toEqual([[], ['social worker allocated'], []])
  })

  test('the worker of a return names nobody of another authority', async () => {
    const other = await together.next()
    const elsewhere = await other.person('Idris Vale', 'social worker')
    await at.pool.query(`update person set worker = 'SW1' where person_id = $1`, [elsewhere.personId])
    await standing('SW1')
    expect(await ties('2026-03-05', elsewhere)).toEqual([])
  })
})

describe('team', () => {
  test('a child allocated to the team, for those who manage it', async () => {
    const team = await teamOf(wren)
    await add('team_member', { person_id: thorn.personId, team_id: team, from_on: '2026-01-01' })
    await add('allocation', { child_id: child, role: 'team manager', team_id: team, from_on: '2026-01-01' })
    expect(await onEdges()).toEqual(inside('team manager team'))
    expect(await ties('2026-03-05', thorn)).toEqual([])
  })

  test('a child allocated to a social worker of the team, while they are in it', async () => {
    const team = await teamOf(wren)
    await add('team_member', { person_id: thorn.personId, team_id: team, from_on: '2026-03-02', to_on: '2026-03-08' })
    await add('allocation', { child_id: child, role: 'social worker', person_id: thorn.personId, from_on: '2026-01-01' })
    const found = []
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-07', '2026-03-08']) found.push(await ties(day))
    expect(found).toEqual(inside('team manager team'))
  })

  test('a child of the return, by the council’s team list, until somebody is allocated here', async () => {
    await add('worker', { worker: 'SW2', name: 'Ola Finch', team: 'East' })
    const team = newId()
    await add('team', { team_id: team, name: 'East' })
    await add('team_member', { person_id: wren.personId, team_id: team, manages: true, from_on: '2026-01-01' })
    await standing('SW2')
    expect(await onEdges()).toEqual(inside('team manager team'))
    await add('allocation', { child_id: child, role: 'social worker', person_id: thorn.personId, from_on: '2026-03-05' })
    expect([await ties('2026-03-04'), await ties('2026-03-05')]).toEqual([['team manager team'], []])
  })
})

describe('service', () => {
  test('the children of a service’s teams, in each role that its people hold', async () => {
    const [service, team] = [newId(), newId()]
    await add('service', { service_id: service, name: 'Permanence' })
    await add('team', { team_id: team, service_id: service, name: 'West' })
    await add('team_member', { person_id: thorn.personId, service_id: service, ...span })
    await add('allocation', { child_id: child, role: 'team manager', team_id: team, from_on: '2026-01-01' })
    expect(await onEdges(thorn)).toEqual(inside('head of service service', 'social worker service'))
    expect(await ties('2026-03-05')).toEqual([])
  })

  test('every child in care, for a service that answers for them: virtual school, health', async () => {
    const service = newId()
    await add('service', { service_id: service, name: 'Virtual school', answers_for: 'all in care' })
    const head = await at.person('Ines Moor', 'virtual school')
    await add('team_member', { person_id: head.personId, service_id: service, from_on: '2026-01-01' })
    await standing(null)
    expect(await onEdges(head)).toEqual(inside('virtual school service'))
  })

  test('a role that has ended ties to nothing', async () => {
    const service = newId()
    await add('service', { service_id: service, name: 'Health', answers_for: 'all in care' })
    const nurse = await at.person('Ines Moor', 'health')
    await add('team_member', { person_id: nurse.personId, service_id: service, from_on: '2026-01-01' })
    await at.pool.query('update role_held set from_on = $2, to_on = $3 where person_id = $1', [nurse.personId, span.from_on, span.to_on])
    await standing(null, '2026-01-01', '2027-01-01')
    expect(await onEdges(nurse)).toEqual(inside('health service'))
  })
})

describe('panel', () => {
  const item = newId()
  const seat = newId()
  const record = (values: Readonly<Record<string, unknown>>) => add('record', {
    version: 1, content: '{}', recorded_by: wren.personId, first_recorded_by: wren.personId, first_recorded_at: '2026-03-01T09:00:00Z', ...values,
  })
  test('those who sit on a panel and the children on its list, until one of the two leaves', async () => {
    const panel = newId()
    await record({ record_id: seat, type: 'panel seat', part_of: panel, owner_id: wren.personId, state: 'held', content: '{"as": "panel chair"}' })
    await record({ record_id: item, type: 'panel item', part_of: panel, child_id: child, state: 'tracked' })
    expect([await ties('2026-02-28'), await ties('2026-03-01'), await ties('2027-01-01')]).toEqual([[], ['panel chair panel'], ['panel chair panel']])
    await at.pool.query('update record set superseded_at = now() where record_id = $1', [item])
    expect(await ties('2026-03-01')).toEqual([])
    await record({ record_id: item, version: 2, type: 'panel item', part_of: panel, child_id: child, state: 'closed' })
    expect(await ties('2026-03-01')).toEqual([])
  })
  test('a seat on another panel, or one given up, ties to nothing', async () => {
    const [one, other] = [newId(), newId()]
    await record({ record_id: newId(), type: 'panel item', part_of: one, child_id: child, state: 'tracked' })
    await record({ record_id: newId(), type: 'panel seat', part_of: other, owner_id: wren.personId, state: 'held', content: '{"as": "panel chair"}' })
    await record({ record_id: newId(), type: 'panel seat', part_of: one, owner_id: wren.personId, state: 'given up', content: '{"as": "panel chair"}' })
    expect(await ties('2026-03-05')).toEqual([])
  })
})

test('referred: a profile shared with another authority, for its family finders, until it is withdrawn', async () => {
  const agency = await together.next()
  const finder = await agency.person('Suda Reeve', 'family finder')
  const lawyer = await agency.person('Hob Lane', 'lawyer')
  await add('profile_share', { child_id: child, to_authority_id: agency.authorityId, profile: '{"likes": "kites"}', shared_by: wren.personId })
  const seen = (who: Actor) => agency.work(async (work) => ({
    profile: (await work.decide(child, 'see', 'profile')).kind, plan: (await work.decide(child, 'see', 'plan')).kind,
    file: await work.children.codeOf(child), sharedProfile: await work.children.sharedProfile(child),
  }), who, ['see', 'profile'])
  expect(await seen(finder)).toEqual({ profile: 'allow', plan: 'deny', file: undefined, sharedProfile: { likes: 'kites' } })
  await expect(seen(lawyer)).rejects.toThrow('not allowed: see profile')
  await at.pool.query('update profile_share set withdrawn_at = now(), withdrawn_by = shared_by')
  expect(await seen(finder)).toEqual({ profile: 'deny', plan: 'deny', file: undefined, sharedProfile: undefined })
})

test('own: a young person, parent or carer', async () => {
  await add('own_record', { child_id: child, person_id: wren.personId, ...span })
  expect(await onEdges()).toEqual(inside('young person or family own'))
})

describe('deputy', () => {
  const cover = (values: Readonly<Record<string, unknown>> = {}) => add('deputy', { person_id: wren.personId, stands_in: thorn.personId, ...span, ...values })

  test('has the ties of who is away, on those days, in the roles both hold', async () => {
    await add('allocation', { child_id: child, role: 'social worker', person_id: wren.personId, from_on: '2026-01-01' })
    const team = newId()
    await add('team', { team_id: team, name: 'North' })
    await add('team_member', { person_id: wren.personId, team_id: team, manages: true, from_on: '2026-01-01' })
    await add('allocation', { child_id: child, role: 'team manager', team_id: team, from_on: '2026-01-01' })
    await cover()
    // Bea Thorn is no team manager: that tie of Tomasz Wren's is not hers.
    expect(await onEdges(thorn)).toEqual(inside('social worker deputy'))
  })

  test('of a head of service has the service', async () => {
    const service = newId()
    await add('service', { service_id: service, name: 'Permanence', answers_for: 'all in care' })
    await add('team_member', { person_id: wren.personId, service_id: service, from_on: '2026-01-01' })
    await standing(null, '2026-01-01', '2027-01-01')
    await cover()
    expect(await onEdges(thorn)).toEqual(inside('head of service deputy', 'social worker deputy'))
  })

  test('no more once withdrawn, nor through two deputies, nor for somebody’s own copy', async () => {
    await add('allocation', { child_id: child, role: 'social worker', person_id: wren.personId, from_on: '2026-01-01' })
    await cover()
    const third = await at.person('Cato Ash', 'social worker', 'young person or family')
    await add('deputy', { person_id: thorn.personId, stands_in: third.personId, ...span })
    expect(await ties('2026-03-05', third)).toEqual([])
    await add('own_record', { child_id: child, person_id: wren.personId, ...span })
    await add('deputy', { person_id: wren.personId, stands_in: third.personId, ...span })
    expect(await ties('2026-03-05', third)).toEqual(['social worker deputy'])
    await at.pool.query('update deputy set withdrawn_at = now()')
    expect(await ties('2026-03-05', third)).toEqual([])
  })

  test('inherits neither a name on a restricted record nor a family lock', async () => {
    await add('allocation', { child_id: child, role: 'social worker', person_id: wren.personId, from_on: '2026-01-01' })
    await cover({ from_on: '2026-01-01', to_on: '2027-01-01' })
    const codeFor = (who: Actor) => at.work((work) => work.children.codeOf(child), who, ['see', 'child overview'])
    expect([await codeFor(wren), await codeFor(thorn)]).toEqual(['77001', '77001'])
    await add('family_lock', { person_id: wren.personId, child_id: child })
    expect([await codeFor(wren), await codeFor(thorn)]).toEqual([undefined, '77001'])
    await at.pool.query('delete from family_lock')
    await add('restriction', { child_id: child, reason: 'in the news', from_on: '2026-01-01', set_by: wren.personId })
    await add('restriction_named', { child_id: child, person_id: wren.personId, from_on: '2026-01-01' })
    expect([await codeFor(wren), await codeFor(thorn)]).toEqual(['77001', undefined])
  })
})
