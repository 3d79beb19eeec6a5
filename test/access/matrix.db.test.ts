/**
 * Promise A1: every cell of the access table, run through the evaluator, through SQL under row-level security and through
 * HTTP, against what was written by hand record by record (core/access/testing/byRecord.ts). One child a relationship, and
 * three more that are locked; one person a role. How a tie comes to be held is proved beside it (ties.db.test.ts):
 * here the ties are given, also those that no allocation could make.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed, type Actor } from '../../src/app/work.ts'
import type { Act } from '../../src/core/access/act.ts'
import { actions } from '../../src/core/access/actions.ts'
import { decide } from '../../src/core/access/decide.ts'
import { relationships } from '../../src/core/access/relationships.ts'
import { closedByRestriction, resources } from '../../src/core/access/resources.ts'
import { roleDescriptions, roles, type Role } from '../../src/core/access/roles.ts'
import { ask } from '../../src/core/access/testing/asks.ts'
import { cellName, expectedCells } from '../../src/core/access/testing/byRecord.ts'
import type { ChildId } from '../../src/core/facts/factType.ts'
import { newId } from '../../src/edge/ids.ts'
import { webPortOn } from '../../src/edge/webPort.ts'
import { enterAct } from '../../src/store/access/reach.ts'
import { enterScope, inTransaction } from '../../src/store/postgres.ts'
import type { Route } from '../../src/web/route.ts'
import { Client, testServer, type TestServer } from '../../src/web/testing/client.ts'
import { fixtureAccounts, fixtureKeptForms } from '../../src/web/testing/fixtureAccounts.ts'
import { fixturePort, password } from '../../src/web/testing/fixturePort.ts'
import { day } from '../support/facts.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

const CELLS = 77_004

/** Children by what ties each role's person to them, and three with every tie at once behind a lock. */
const locked = ['restricted', 'named', 'family'] as const
const kinds = [...relationships, ...locked]
const childOf = new Map<string, string>(kinds.map((kind) => [kind, newId()]))
const kindOf = new Map([...childOf].map(([kind, child]) => [child, kind]))
const everyChild = [...childOf.values()] as ChildId[]
const acts = resources.flatMap((resource) => actions.map((action): Act => [action, resource]))
const expected = expectedCells()

/** The kinds of child a role may do this to, as the hand-written table and the rules of the locks have it. */
function mustReach(role: Role, [action, resource]: Act): readonly string[] {
  const granted = relationships.filter((one) => expected.has(cellName(role, resource, action, one)))
  if (granted.length === 0) return []
  return [...granted, ...locked.filter((lock) => lock === 'named' || (lock === 'restricted' && !closedByRestriction(resource)))]
    // The one restricted child that does not name them is not named on the parts that open to named people either.
    .toSorted()
}

let together: Trials
let at: Trial
const people = new Map<Role, Actor>()

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  const { pool, authorityId } = at
  // The ties themselves, in place of what makes them.
  await pool.query(`create table given_tie (person_id uuid, child_id uuid, held_as text, relationship text)`)
  await pool.query(`grant select on given_tie to holdfast_app`)
  await pool.query(`create or replace function ties_on(of_authority smallint, of_person uuid, on_day date, of_child uuid default null)
    returns table (child_id uuid, held_as text, relationship text) language sql stable
    as $$ select child_id, held_as, relationship from given_tie
      where person_id = of_person and (of_child is null or child_id = of_child) $$`)
  for (const child of everyChild) {
    await pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [authorityId, child, child.slice(-10)])
  }
  const since = '2026-01-01'
  for (const role of roles) {
    const actor = await at.person(role, role)
    people.set(role, actor)
    for (const [kind, child] of childOf) {
      const ties = relationships.filter((one) => one === kind || (one !== 'none' && locked.some((lock) => lock === kind)))
      for (const tie of ties) if (tie !== 'none') await pool.query('insert into given_tie values ($1, $2, $3, $4)', [actor.personId, child, role, tie])
      if (kind !== 'restricted') {
        await pool.query('insert into restriction_named (authority_id, child_id, person_id, from_on) values ($1, $2, $3, $4)', [authorityId, child, actor.personId, since])
      }
    }
    await pool.query('insert into family_lock values ($1, $2, $3)', [authorityId, actor.personId, childOf.get('family')])
  }
  for (const kind of ['restricted', 'named']) {
    await pool.query(`insert into restriction (authority_id, child_id, reason, from_on, set_by) values ($1, $2, 'in the news', $3, $4)`,
      [authorityId, childOf.get(kind), since, at.actor.personId])
  }
}, 60_000)
afterAll(() => together.close())

function actorOf(role: Role): Actor {
  const found = people.get(role)
  if (found === undefined) throw new Error(`nobody is ${role}`)
  return found
}

const kindsOf = (children: Iterable<string>): readonly string[] => [...children].map((child) => kindOf.get(child) ?? child).toSorted()

/** Holds what one way of asking gave to what it must give, and counts cells. */
class Tally {
  cells = 0
  readonly differences: string[] = []
  take(role: Role, act: Act, given: readonly string[]): void {
    const wanted = mustReach(role, act)
    this.cells += relationships.length
    if (given.join() !== wanted.join()) this.differences.push(`${role} ${act.join(' ')}: reached ${given.join()}, must reach ${wanted.join()}`)
  }
}

describe(`the matrix of ${CELLS} cells`, () => {
  test('the evaluator', () => {
    const tally = new Tally()
    for (const role of roles) {
      for (const act of acts) {
        const [action, resource] = act
        const allowed = relationships.filter((one) => decide(ask(role, action, resource, one)).kind === 'allow')
        const open = locked.filter((lock) => decide({
          ...ask(role, action, resource, 'none'), ties: relationships.flatMap((one) => ask(role, action, resource, one).ties),
          locks: { restricted: lock !== 'family', named: lock !== 'restricted', ownFamily: lock === 'family' },
        }).kind === 'allow')
        tally.take(role, act, [...allowed, ...open].toSorted())
      }
    }
    expect(tally.differences).toEqual([])
    expect(tally.cells).toBe(CELLS)
  })

  test('SQL under row-level security', { timeout: 180_000 }, async () => {
    const tally = new Tally()
    const started = performance.now()
    await eachInTurn(roles, 3, async (role) => {
      const actor = actorOf(role)
      const asker = { actor, today: day('2026-06-01'), now: '2026-06-01T10:00:00.000Z' }
      await inTransaction(at.pool, actor, async (client) => {
        for (const act of acts) {
          await enterScope(client, actor)
          const reached = await enterAct({ ...asker, client }, act, null).then(async () => {
            const { rows } = await client.query<{ child_id: string }>('select child_id from child')
            return rows.map((row) => row.child_id)
          }, (error: unknown) => {
            if (error instanceof NotAllowed) return []
            throw error
          })
          tally.take(role, act, kindsOf(reached))
        }
      })
    })
    expect(tally.differences).toEqual([])
    expect(tally.cells).toBe(CELLS)
    console.log(`access matrix: ${tally.cells} cells in SQL in ${Math.round((performance.now() - started) / 1000)} s`)
  })

  describe('HTTP', () => {
    let server: TestServer
    beforeAll(() => {
      const table = acts.map((act, n): Route => ({
        method: 'GET', path: `/cell/${n}`, act, audit: 'cell asked',
        handle: async ({ work }) => ({ kind: 'json', body: [...await work.children.among(everyChild)] }),
      }))
      const jobs = { accept: () => Promise.reject(new Error('no import here')), stop: () => Promise.resolve() }
      server = testServer({
        ...fixturePort({ children: 0 }), ...webPortOn(at.holdfast, jobs, { passwords: true, secondFactor: 'nobody', secret: 'a secret that only tests know, 40 long' }),
        accounts: fixtureAccounts([...people.values()].map((one) => ({ ...one, name: one.roles[0] ?? '' })), password),
        keptForms: fixtureKeptForms(), sessions: fixturePort({ children: 0 }).sessions,
      }, {}, table)
    })
    afterAll(() => server.close())

    test('the whole face, from the session to the answer', { timeout: 240_000 }, async () => {
      const tally = new Tally()
      const started = performance.now()
      await eachInTurn(roles, 3, async (role) => {
        const client = await new Client(server.app).signIn(role)
        for (const [n, act] of acts.entries()) {
          const { status, body } = await client.get(`/cell/${n}`)
          if (status !== 200 && status !== 404) throw new Error(`${role} ${act.join(' ')} gave ${status}`)
          tally.take(role, act, status === 404 ? [] : kindsOf(JSON.parse(body) as string[]))
        }
      })
      expect(server.failures).toEqual([])
      expect(tally.differences).toEqual([])
      expect(tally.cells).toBe(CELLS)
      console.log(`access matrix: ${tally.cells} cells over HTTP in ${Math.round((performance.now() - started) / 1000)} s`)
    })
  })
})

test('broken glass: every role and record, for a restricted child that does not name them and one they have no tie to', { timeout: 120_000 }, async () => {
  const [closed, strange] = [childOf.get('restricted') ?? '', childOf.get('none') ?? '']
  for (const actor of people.values()) {
    for (const child of [closed, strange]) {
      await at.pool.query(`insert into break_glass (authority_id, use_id, person_id, child_id, reason, from_at, until_at)
        values ($1, $2, $3, $4, 'at night', '2026-06-01T09:00:00Z', '2026-06-01T21:00:00Z')`, [at.authorityId, newId(), actor.personId, child])
    }
  }
  const reach = (actor: Actor, act: Act, child: string, now: string, listed: boolean): Promise<readonly string[]> =>
    inTransaction(at.pool, actor, async (client) => {
      await enterAct({ client, actor, today: day('2026-06-01'), now }, act, listed ? null : child)
      return (await client.query<{ child_id: string }>('select child_id from child')).rows.map((row) => row.child_id)
    }).catch((error: unknown) => {
      if (error instanceof NotAllowed) return []
      throw error
    })
  const sealed = new Set(['restricted section', 'adopter identity'])
  for (const role of roles) {
    for (const resource of resources) {
      const granted = relationships.some((one) => expected.has(cellName(role, resource, 'see', one)))
      const ordinary = mustReach(role, ['see', resource])
      for (const [child, kind] of [[closed, 'restricted'], [strange, 'none']] as const) {
        const opens = granted && roleDescriptions[role].breaksGlass === true && !sealed.has(resource)
        const seen = (await reach(actorOf(role), ['see', resource], child, '2026-06-01T10:00:00.000Z', false)).includes(child)
        expect([role, resource, kind, seen]).toEqual([role, resource, kind, opens || ordinary.includes(kind)])
      }
    }
  }
  const wren = actorOf('social worker')
  expect(await reach(wren, ['see', 'plan'], closed, '2026-06-01T21:00:00.000Z', false)).not.toContain(closed)
  expect(await reach(wren, ['see', 'plan'], closed, '2026-06-01T08:59:59.999Z', false)).not.toContain(closed)
  // One record, and no list; for reading, and nothing else.
  expect(await reach(wren, ['see', 'plan'], closed, '2026-06-01T10:00:00.000Z', true)).not.toContain(closed)
  expect(await reach(wren, ['see', 'plan'], closed, '2026-06-01T10:00:00.000Z', false)).toEqual([closed])
  expect(await reach(wren, ['record', 'case notes'], closed, '2026-06-01T10:00:00.000Z', false)).not.toContain(closed)
})

/** Does them all, so many at a time. */
async function eachInTurn<T>(list: readonly T[], atOnce: number, fn: (one: T) => Promise<void>): Promise<void> {
  const left = [...list]
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await fn(one)
  }))
}
