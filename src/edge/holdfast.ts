/** Holdfast put together: database, rules, clock and ids, and the one way in for every face. */
import pg from 'pg'
import { join } from 'node:path'
import type { Actor, Work } from '../app/work.ts'
import { NotAllowed } from '../app/work.ts'
import type { Act } from '../core/access/act.ts'
import { scopeOf } from '../core/access/scope.ts'
import type { Alarm } from '../core/audit/exported.ts'
import type { ClockContext } from '../core/clocks/clock.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { enterAct, type Access } from '../store/access/reach.ts'
import { writeAudit } from '../store/audit.ts'
import { migrate } from '../store/migrate.ts'
import type { CheckMeans } from '../store/returns/checkHeld.ts'
import { connect, inTransaction } from '../store/postgres.ts'
import { workOn } from '../store/work.ts'
import { now, todayInEngland } from './clock.ts'
import { openDatabase, type Log, type OpenedDatabase } from './database/openDatabase.ts'
import { newId } from './ids.ts'
import { loadPanelSchemes } from './panelRules.ts'
import { loadRules, type Rules } from './rules.ts'
import { filesFolder, type Settings } from './settings.ts'

/** What is written to the audit log beside a piece of work. */
export interface Asked {
  readonly name: string
  /** What the work is for: how far it reaches. 'signed in' reaches no child. */
  readonly act: Act | 'signed in'
  readonly childId?: string
  readonly detail?: Readonly<Record<string, string>>
}

export interface Holdfast {
  readonly database: OpenedDatabase
  readonly pool: pg.Pool
  readonly rules: Rules
  readonly clocks: ClockContext
  today(): LocalDate
  /** One transaction: audit event, scope, the work, commit; undone when the work throws. */
  work<T>(actor: Actor, asked: Asked, fn: (work: Work) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the database (its own unless DATABASE_URL names one), brings its schema up to date and reads the rules. */
export async function openHoldfast(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>, log: Log, today: () => LocalDate = todayInEngland,
  checks: CheckMeans | null = null,
): Promise<Holdfast> {
  const rules = loadRules()
  const database = await openDatabase(settings, log)
  try {
    await migrate(database.connection, join(filesFolder, 'store', 'schema'))
  } catch (error) {
    await database.stop()
    throw error
  }
  const pool = connect(database.connection)
  return holdfastOn(pool, rules, database, today, checks)
}

/** The same on a pool that is already open and migrated. `checks`: what changed facts are checked by; not given, nothing is checked. */
export function holdfastOn(pool: pg.Pool, rules: Rules, database: OpenedDatabase, today: () => LocalDate, checks: CheckMeans | null = null): Holdfast {
  const clocks: ClockContext = { calendar: rules.calendar, policy: rules.policy }
  const panelSchemes = loadPanelSchemes()
  return {
    database,
    pool,
    rules,
    clocks,
    today,
    work: (actor, asked, fn) =>
      inTransaction(pool, { authorityId: actor.authorityId, personId: actor.personId }, async (client) => {
        const day = today()
        const access = await enterAct({ client, actor, today: day, now: now() }, asked.act, asked.childId ?? null)
        const alarm = await alarmOf(access, asked)
        await writeAudit(client, {
          authorityId: actor.authorityId, personId: actor.personId, event: asked.name,
          childId: asked.childId ?? null, detail: alarm === null ? asked.detail ?? null : { ...asked.detail, alarm },
        })
        return fn(workOn({ client, actor, access, today: day, clocks, policies: rules.policies, panelSchemes, newId, checks }))
      }),
    async close() {
      await pool.end()
      await database.stop()
    },
  }
}

/** What a look at one child's record was open by, where somebody has to know of it (`core/access/decide.ts`): it stands in the look's own event. */
async function alarmOf(access: Pick<Access, 'decide'>, { act, childId }: Asked): Promise<Alarm | null> {
  if (act === 'signed in' || childId === undefined) return null
  const decision = await access.decide(childId, ...act)
  if (decision.kind === 'deny' || !decision.alarm) return null
  return decision.by === 'broken glass' ? 'broken glass' : 'seal'
}

/** Throws NotAllowed unless one of the actor's roles has the act. */
export function mustMay(actor: Actor, act: Act): void {
  const [action, resource] = act
  if (scopeOf(actor.roles, resource, action).kind === 'none') throw new NotAllowed(act)
}
