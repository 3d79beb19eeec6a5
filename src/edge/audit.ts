/** The audit chain on a Holdfast that is open: sealed every few seconds while serving, checked when asked. */
import type pg from 'pg'
import type { ExportQuery } from '../app/audit.ts'
import type { ExportedEvent } from '../core/audit/exported.ts'
import { eventsToExport } from '../store/audit/looks.ts'
import { sealAudit, sealStands, type Anchor } from '../store/audit/seal.ts'
import { inTransaction } from '../store/postgres.ts'
import { verifyAudit, type Verified } from '../store/audit/verify.ts'
import type { Holdfast } from './holdfast.ts'

export type { Anchor, Verified }

/** How often the log is sealed while serving. */
export const SEALING_EVERY_MS = 5000

/** How often the newest seals are told, so that they are noted outside the database. */
const TELLING_EVERY_MS = 3_600_000

export interface SealingWatch {
  /** The newest seal of an authority: at the first sealing and once an hour. Kept elsewhere, it is what `verify-audit --expect` wants. */
  readonly anchor: (anchor: Anchor) => void
  /** A seal that this process made or saw is no longer there, or no longer the same. */
  readonly lost: (anchor: Anchor) => void
  readonly failed: (error: unknown) => void
}

export interface Sealing {
  /** Seals what is there once more and ends. */
  stop(): Promise<void>
}

/** Seals every authority's log now and every `everyMs`, one authority after another, until stopped. */
export function startSealing(pool: pg.Pool, everyMs: number, watch: SealingWatch): Sealing {
  const known = new Map<number, Anchor>()
  let toldAt = -Infinity
  let failing = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const sealOne = async (authorityId: number, telling: boolean): Promise<void> => {
    const before = known.get(authorityId)
    if (before !== undefined && !(await sealStands(pool, before))) {
      watch.lost(before)
      known.delete(authorityId)
    }
    const newest = await sealAudit(pool, authorityId)
    if (newest === null) return
    if (telling || !known.has(authorityId)) watch.anchor(newest)
    known.set(authorityId, newest)
  }

  const sealAll = async (): Promise<void> => {
    try {
      const telling = performance.now() - toldAt >= TELLING_EVERY_MS
      const { rows } = await pool.query<{ authority_id: number }>('select authority_id from authority order by authority_id')
      for (const { authority_id: authorityId } of rows) await sealOne(authorityId, telling)
      if (telling) toldAt = performance.now()
      failing = false
    } catch (error) {
      // Told once until it goes well again: a database that is away for an hour is one thing to know, not seven hundred.
      if (!failing) watch.failed(error)
      failing = true
    }
  }

  let running: Promise<void> = Promise.resolve()
  const next = (): void => {
    running = sealAll().then(() => {
      if (!stopped) timer = setTimeout(next, everyMs).unref()
    })
  }
  next()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await sealAll()
    },
  }
}

/** Seals what an authority has not sealed yet; gives the newest seal, null when the log is empty. */
export function sealNow(holdfast: Holdfast, authorityId: number): Promise<Anchor | null> {
  return sealAudit(holdfast.pool, authorityId)
}

/** Checks an authority's log. `expected` are hashes of seals noted down earlier. */
export function verifyAuditOf(holdfast: Holdfast, authorityId: number, expected: readonly string[]): Promise<Verified> {
  return verifyAudit(holdfast.pool, authorityId, expected)
}

/** The authorities whose logs there are to check, by number. */
export async function authoritiesHeld(holdfast: Holdfast): Promise<readonly { readonly authorityId: number; readonly name: string }[]> {
  const { rows } = await holdfast.pool.query<{ authority_id: number; name: string }>('select authority_id, name from authority order by authority_id')
  return rows.map((row) => ({ authorityId: row.authority_id, name: row.name }))
}

/** The next thousand events of a stretch of the log at most, restricted children's too: it gives ids alone. */
export function readForExport(holdfast: Holdfast, authorityId: number, query: ExportQuery): Promise<readonly ExportedEvent[]> {
  return inTransaction(holdfast.pool, { authorityId, personId: null }, (client) => eventsToExport(client, authorityId, query, 1000, true))
}
