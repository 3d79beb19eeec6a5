/** The watch over the log: what the rules of unusual access find in events that were sealed since the last time, every hour while serving. */
import { Logger, run, type Runner } from 'graphile-worker'
import type { Act } from '../core/access/act.ts'
import { roles, type Role } from '../core/access/roles.ts'
import { mayAnywhere } from '../core/access/scope.ts'
import { findUnusual } from '../core/audit/unusual/findUnusual.ts'
import type { UnusualPolicy } from '../core/audit/unusual/policy.ts'
import type { Unusual } from '../core/audit/unusual/watched.ts'
import type { Telling } from '../core/records/recordType.ts'
import { writeAudit } from '../store/audit.ts'
import { sealAudit } from '../store/audit/seal.ts'
import { keepFindings, noteRun, reviewersOn, type Reviewer } from '../store/audit/unusual.ts'
import { freshEvents, watchedOf } from '../store/audit/watch.ts'
import { inTransaction } from '../store/postgres.ts'
import { leaveNotices } from '../store/records/people.ts'
import type { Holdfast } from './holdfast.ts'
import { newId } from './ids.ts'
import { loadUnusualPolicy } from './unusualRules.ts'

export interface WatchRun {
  /** Looks at children that were asked about, those shortly before among them. */
  readonly looks: number
  /** Findings that were not there before. */
  readonly found: number
}

const reviewing: Act = ['decide', 'audit log']
const restrictions: Act = ['see', 'restrictions']
const rolesThatMay = ([action, resource]: Act): readonly Role[] => roles.filter((role) => mayAnywhere([role], resource, action))

/**
 * Looks at an authority's events that were sealed since the last time, a day of them at once; seals first what is not. What
 * is found is kept and told to those who review in one transaction: interrupted, it is done again and tells nothing twice.
 */
export async function watchNow(holdfast: Holdfast, authorityId: number, policy: UnusualPolicy = loadUnusualPolicy()): Promise<WatchRun> {
  await sealAudit(holdfast.pool, authorityId)
  let looks = 0
  let found = 0
  for (;;) {
    const part = await inTransaction(holdfast.pool, { authorityId, personId: null }, async (client) => {
      await client.query('select pg_advisory_xact_lock(905, $1)', [authorityId])
      const fresh = await freshEvents(client, authorityId)
      if (fresh === undefined) return null
      const watched = await watchedOf(client, authorityId, fresh, holdfast.clocks.calendar, policy)
      const kept = await keepFindings(client, authorityId, findUnusual(watched), newId)
      const reviewers = kept.length === 0 ? [] : await reviewersOn(
        client, authorityId, holdfast.today(), [...new Set([...rolesThatMay(reviewing), ...rolesThatMay(restrictions)])],
        kept.flatMap(({ childId }) => childId ?? []))
      await leaveNotices(client, authorityId, tellings(kept, reviewers))
      await noteRun(client, authorityId, { throughSeal: fresh.throughSeal, looks: watched.looks.length, found: kept.length })
      // A watch that finds nothing is not noted: its own note would be the next watch's only event, for ever.
      if (kept.length > 0) await writeAudit(client, { authorityId, personId: null, event: 'unusual access found', childId: null, detail: { findings: String(kept.length) } })
      return { looks: watched.looks.length, found: kept.length, more: fresh.more }
    })
    if (part === null) return { looks, found }
    looks += part.looks
    found += part.found
    if (!part.more) return { looks, found }
  }
}

/**
 * Who is told of findings: everybody who may review them, once, with how many they can see. When nobody can (a restricted
 * record that names no reviewer), those who keep the register of restrictions hear that somebody must be named.
 */
export function tellings(found: readonly Unusual[], reviewers: readonly Reviewer[]): readonly Telling[] {
  const may = (reviewer: Reviewer, [action, resource]: Act): boolean => mayAnywhere(reviewer.roles, resource, action)
  const canReview = (reviewer: Reviewer, { people, childId }: Unusual): boolean =>
    may(reviewer, reviewing) && !people.includes(reviewer.personId) && !(childId !== null && reviewer.closed.has(childId))
  const told = reviewers.flatMap((reviewer): readonly Telling[] => {
    const waiting = found.filter((one) => canReview(reviewer, one)).length
    if (waiting === 0) return []
    const words = waiting === 1 ? 'Somebody’s use of records was unusual and waits for review.' : `${waiting} findings of unusual use of records wait for review.`
    return [{ personId: reviewer.personId, words, address: '/audit/unusual', childId: null }]
  })
  const nobody = found.filter((one) => !reviewers.some((reviewer) => canReview(reviewer, one)))
  const keepers = reviewers.filter((reviewer) => may(reviewer, restrictions) && nobody.some(({ people }) => !people.includes(reviewer.personId)))
  return [...told, ...keepers.map(({ personId }): Telling => ({
    personId, address: '/audit/unusual', childId: null,
    words: 'Use of a record was unusual, and nobody who may review it can open it. Name a director or system administrator on each restricted record.',
  }))]
}

const silent = new Logger(() => () => undefined)

/** Starts the job worker: a watch every hour. `failed` hears of each failure; the next hour goes over the same events again. */
export async function startWatching(holdfast: Holdfast, failed: (error: unknown) => void): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    pgPool: holdfast.pool, logger: silent, concurrency: 1, pollInterval: 30_000, noHandleSignals: true,
    crontab: '17 * * * * watchForUnusual ?fill=2h&max=1',
    taskList: {
      async watchForUnusual() {
        for (const authorityId of await authorities(holdfast)) {
          // One authority's failure must not keep the others' logs from being watched.
          await watchNow(holdfast, authorityId).catch(failed)
        }
      },
    },
  })
  return { stop: () => runner.stop() }
}

async function authorities({ pool }: Holdfast): Promise<readonly number[]> {
  const { rows } = await pool.query<{ authority_id: number }>('select authority_id from authority order by authority_id')
  return rows.map((row) => row.authority_id)
}
