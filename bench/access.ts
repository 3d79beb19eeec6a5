/**
 * What safety costs: the tracker and a child's page with and without row-level security; with and without the audit log; and
 * without row-level security or anything that decides who may see what (ties, locks, reach), which no service could leave out.
 * The modes take turns request by request, the one without walls on a copy of the database whose policies are off: whatever
 * else the machine does, it does to all of them.
 */
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { Actor } from '../src/app/work.ts'
import type { Decision } from '../src/core/access/decide.ts'
import type { Role } from '../src/core/access/roles.ts'
import { now } from '../src/edge/clock.ts'
import type { Holdfast } from '../src/edge/holdfast.ts'
import { newId } from '../src/edge/ids.ts'
import { loadPanelSchemes } from '../src/edge/panelRules.ts'
import { plainSignIn } from '../src/edge/signIn/settings.ts'
import { webPortOn } from '../src/edge/webPort.ts'
import { enterAct, type Access } from '../src/store/access/reach.ts'
import { writeAudit } from '../src/store/audit.ts'
import { addPerson } from '../src/store/people.ts'
import { inTransaction } from '../src/store/postgres.ts'
import { workOn } from '../src/store/work.ts'
import type { WebPort } from '../src/web/port.ts'
import { createServer } from '../src/web/server.ts'
import { ms, percentile, report, type Bench } from './bench.ts'
import { benchFolder, copyOf, type BenchHoldfast } from './surroundings.ts'
import { authorityOf, signIn } from './tracker.ts'

/** Rounds of every mode and page; the first ones warm up and count for nothing. */
const ROUNDS = 400
const UNSEEN = 40
const noHurry = { most: 1e9, minutes: 1 }

/** Somebody whom nothing but the table lets in, with the ties they need. */
async function somebody(bench: BenchHoldfast, role: Role): Promise<Actor> {
  const { pool } = bench.holdfast
  const personId = await addPerson(pool, { authorityId: 990, personId: newId(), signInName: role, name: role, roles: [role], passwordHash: 'none' })
  if (role === 'social worker') {
    await pool.query(`update person set worker = (select worker from standing where to_on = 'infinity' and worker is not null group by 1 order by count(*) desc limit 1)
      where person_id = $1`, [personId])
  }
  if (role === 'head of service') {
    await pool.query(`insert into service (authority_id, service_id, name, answers_for) values (990, $1, 'Children', 'all in care')`, [personId])
    await pool.query(`insert into team_member (authority_id, person_id, service_id, from_on) values (990, $1, $1, '2026-01-01')`, [personId])
  }
  return { personId, name: role, authorityId: 990, authorityName: 'Fernbrook', roles: [role] }
}

type Mode = 'all' | 'no walls' | 'nothing decided' | 'no audit'

/** Switches every policy of a database off. */
async function takeWallsDown(pool: pg.Pool): Promise<void> {
  await pool.query(`do $$ declare guarded text; begin
    for guarded in select distinct tablename from pg_policies where schemaname = 'public' loop
      execute format('alter table %I disable row level security', guarded);
    end loop; end $$`)
}

/** `Holdfast.work`, of which a part can be left out. */
function workIn(holdfast: Holdfast, mode: () => Mode): WebPort['work'] {
  const { pool, clocks, rules } = holdfast
  const panelSchemes = loadPanelSchemes()
  return (actor, { name, act, childId, detail }, fn) => inTransaction(pool, actor, async (client) => {
    if (mode() !== 'no audit') await writeAudit(client, {
      authorityId: actor.authorityId, personId: actor.personId, event: name, childId: childId ?? null, detail: detail ?? null,
    })
    const today = holdfast.today()
    const access = mode() === 'nothing decided' ? open : await enterAct({ client, actor, today, now: now() }, act, childId ?? null)
    return fn(workOn({ client, actor, access, today, clocks, policies: rules.policies, panelSchemes, newId, checks: null }))
  })
}

/** Everything is allowed and nothing is asked: a service without any of this. */
const allowed: Decision = { kind: 'allow', as: 'director', by: 'none', because: 'a benchmark', alarm: false }
const open: Access = {
  may: () => true, allow: () => undefined, within: (_act, fn) => fn(), among: (_childIds, fn) => fn(), decide: () => Promise.resolve(allowed),
  decideWith: () => Promise.resolve(allowed), decideFor: () => Promise.resolve(allowed),
}

/** Messages to the database that somebody waits for: what is sent while another is under way waits no second time. */
const trips = { made: 0, under: 0 }
const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown
function countTrips(): void {
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]): unknown {
    const answer = query.apply(this, given)
    if (trips.under === 0) trips.made += 1
    if (answer instanceof Promise) {
      trips.under += 1
      const settled = (): void => { trips.under -= 1 }
      answer.then(settled, settled)
    }
    return answer
  } as typeof pg.Client.prototype.query
}

/** Milliseconds of processor time of this process, and of the database for its clients (only Linux tells; else 0). */
type Worked = () => { readonly node: number; readonly database: number }

async function workedBy(pools: readonly pg.Pool[]): Promise<Worked> {
  const files: string[] = []
  for (const pool of pools) {
    const { rows } = await pool.query<{ pid: number }>(`select pid from pg_stat_activity where backend_type = 'client backend' and datname = current_database()`)
    files.push(...rows.map(({ pid }) => `/proc/${pid}/schedstat`).filter((file) => existsSync(file)))
  }
  return () => {
    const { user, system } = process.cpuUsage()
    const database = files.reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6, 0)
    return { node: (user + system) / 1000, database }
  }
}

type PageName = 'tracker' | 'child'
interface Figures {
  readonly took: number[]
  readonly node: number[]
  readonly database: number[]
  trips: number
}
type Measured = Readonly<Record<PageName, Readonly<Record<Mode, Figures>>>>
const modes: readonly Mode[] = ['all', 'no walls', 'nothing decided', 'no audit']

/** A server on a Holdfast, as one signed-in person meets it: opens an address. */
async function opener({ holdfast }: BenchHoldfast, actor: Actor, mode: () => Mode): Promise<{ open(url: string): Promise<{ readonly took: number; readonly body: string }>; close(): Promise<void> }> {
  const jobs = { accept: () => Promise.reject(new Error('not here')), stop: () => Promise.resolve() }
  const port = webPortOn(holdfast, jobs, { ...plainSignIn, secret: 'a secret of the benchmark and nobody else' })
  const server = createServer(
    { ...port, work: workIn(holdfast, mode), accounts: { ...port.accounts, tryPassword: () => Promise.resolve({ status: 'signed in', actor, device: 'bench' }) } },
    {
      secret: 'a secret of the benchmark and nobody else', secureCookies: false, trustProxy: false, idleMinutes: 30, uploadFolder: benchFolder('uploads'),
      maxUploadBytes: 1, onFailure: (_reference, failure) => { throw failure }, pace: { address: noHurry, page: noHurry, file: noHurry, upload: noHurry },
    },
  )
  const cookie = await signIn(server)
  return {
    async open(url) {
      const started = performance.now()
      const reply = await server.inject({ url, headers: { cookie } })
      if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}`)
      return { took: performance.now() - started, body: reply.body }
    },
    close: () => server.close(),
  }
}

async function measured(guarded: BenchHoldfast, bare: BenchHoldfast, actor: Actor): Promise<Measured> {
  let mode: Mode = 'all'
  const [behind, without] = [await opener(guarded, actor, () => mode), await opener(bare, actor, () => mode)]
  const [, child = ''] = /href="(\/children\/[0-9a-f-]{36})/.exec((await behind.open('/children')).body) ?? []
  const urls: Readonly<Record<PageName, string>> = { tracker: '/children', child }
  const worked = await workedBy([guarded.holdfast.pool, bare.holdfast.pool])
  const figure = (): Figures => ({ took: [], node: [], database: [], trips: 0 })
  const none = (): Record<Mode, Figures> => ({ all: figure(), 'no walls': figure(), 'nothing decided': figure(), 'no audit': figure() })
  const all = { tracker: none(), child: none() }
  for (const page of ['tracker', 'child'] as const) {
    for (let round = -UNSEEN; round < ROUNDS; round += 1) {
      // In another order each time: what one leaves behind (garbage to collect) falls on all in turn.
      const at = (round + UNSEEN) % modes.length
      for (const next of [...modes.slice(at), ...modes.slice(0, at)]) {
        mode = next
        const { open } = mode === 'all' || mode === 'no audit' ? behind : without
        const [before, sent] = [worked(), trips.made]
        const { took } = await open(urls[page])
        const [after, made] = [worked(), trips.made - sent]
        if (round < 0) continue
        const figures = all[page][mode]
        figures.took.push(took)
        figures.node.push(after.node - before.node)
        figures.database.push(after.database - before.database)
        figures.trips = made
      }
    }
  }
  await behind.close()
  await without.close()
  return all
}

export const accessBench: Bench = {
  name: 'access',
  async run() {
    const first = await authorityOf(2_000)
    const people = await Promise.all((['director', 'social worker', 'head of service'] as const).map((role) => somebody(first, role)))
    const [guarded, bare] = await copyOf(first)
    await takeWallsDown(bare.holdfast.pool)
    countTrips()
    try {
      for (const person of people) {
        const found = await measured(guarded, bare, person)
        report(`safety for a ${person.name}, 2,000 in care: what each part adds (promise: 10% of p95 each)`,
          (['tracker', 'child'] as const).flatMap((page) => {
            const { all, 'no walls': bare, 'nothing decided': open, 'no audit': unlogged } = found[page]
            const adds = (pick: (figures: Figures) => number): string =>
              `row-level security ${added(pick(all), pick(bare))}, audit ${added(pick(all), pick(unlogged))}, deciding ${added(pick(bare), pick(open))}`
            const of = (share: number) => (figures: Figures): number => percentile(figures.took, share)
            const mean = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0) / figures.length
            const processor = ({ node, database }: Figures): number => mean(node) + mean(database)
            return [
              [`${page}, p95`, `${ms(of(0.95)(all))}: ${adds(of(0.95))}`],
              ['  p50', `${ms(of(0.5)(all))}: ${adds(of(0.5))}`],
              ['  least', `${ms(of(0)(all))}: ${adds(of(0))}`],
              ['  processor time', `${ms(processor(all))} (Node ${ms(mean(all.node))}, database ${ms(mean(all.database))}): ${adds(processor)}`],
              ['  waits for the database', `${Math.round(all.trips)} (nothing decided ${Math.round(open.trips)}, without audit ${Math.round(unlogged.trips)})`],
            ] as const
          }))
      }
    } finally {
      pg.Client.prototype.query = query as typeof pg.Client.prototype.query
      await guarded.close()
      await bare.close()
    }
  },
}

const added = (all: number, less: number): string => `${(((all - less) / less) * 100).toFixed(0)}%`
