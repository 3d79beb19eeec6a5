/** Holdfast put together: database, rules, clock and ids, and the one way in for every face. */
import pg from 'pg'
import { join } from 'node:path'
import type { Actor, Work } from '../app/work.ts'
import { NotAllowed } from '../app/work.ts'
import { may, type Permission } from '../core/access/policy.ts'
import type { ClockContext } from '../core/clocks/clock.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { writeAudit } from '../store/audit.ts'
import { migrate } from '../store/migrate.ts'
import { connect, inTransaction } from '../store/postgres.ts'
import { workOn } from '../store/work.ts'
import { todayInEngland } from './clock.ts'
import { openDatabase, type Log, type OpenedDatabase } from './database/openDatabase.ts'
import { newId } from './ids.ts'
import { loadRules, type Rules } from './rules.ts'
import { filesFolder, type Settings } from './settings.ts'

/** What is written to the audit log beside a piece of work. */
export interface Asked {
  readonly name: string
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
  return holdfastOn(pool, rules, database, today)
}

/** The same on a pool that is already open and migrated. */
export function holdfastOn(pool: pg.Pool, rules: Rules, database: OpenedDatabase, today: () => LocalDate): Holdfast {
  const clocks: ClockContext = { calendar: rules.calendar, policy: rules.policy }
  return {
    database,
    pool,
    rules,
    clocks,
    today,
    work: (actor, asked, fn) =>
      inTransaction(pool, { authorityId: actor.authorityId, personId: actor.personId }, async (client) => {
        await writeAudit(client, {
          authorityId: actor.authorityId, personId: actor.personId, event: asked.name,
          childId: asked.childId ?? null, detail: asked.detail ?? null,
        })
        return fn(workOn({ client, actor, today: today(), clocks, newId }))
      }),
    async close() {
      await pool.end()
      await database.stop()
    },
  }
}

/** Throws NotAllowed unless the actor has the permission. */
export function mustMay(actor: Actor, permission: Permission): void {
  if (!may(actor.roles, permission)) throw new NotAllowed(permission)
}
