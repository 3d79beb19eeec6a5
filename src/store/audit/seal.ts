/**
 * Sealing: writing down, shortly after, which audit events were committed and a hash over them.
 *
 * Ids come from a sequence, so they have gaps: work that was undone never fills its own, and slow work fills it late,
 * when greater ids are long sealed. Every seal therefore names its events one by one, and takes whatever is committed and
 * in no seal yet; slow work keeps nobody's events waiting. What is known of the gaps is kept beside: once all transactions
 * that could hold an id up to some number have ended, nothing can arrive there any more (`closed_through`), and an event
 * that does was put in.
 */
import type pg from 'pg'
import { headAfter, nextSeal, noSeals, type AuditHead } from '../../core/audit/seal.ts'
import { inTransaction } from '../postgres.ts'
import { eventColumns, headColumns, headOf, rowOf, sha256, type EventCells, type HeadCells } from './rows.ts'

/** Events in one seal at most: a backlog becomes several. */
const EVENTS_IN_A_SEAL = 1000

/** A seal that can be noted down elsewhere and asked for again. */
export interface Anchor {
  readonly authorityId: number
  readonly seal: number
  readonly hash: string
  /** In this seal and all before it. */
  readonly eventsSealed: number
}

/** Seals every committed event of an authority that has none. Gives the newest seal; null when there is none at all. */
export async function sealAudit(pool: pg.Pool, authorityId: number): Promise<Anchor | null> {
  for (;;) {
    const { head, more } = await inTransaction(pool, { authorityId, personId: null }, (client) => sealSome(client, authorityId))
    if (!more) return head.seals === 0 ? null : { authorityId, seal: head.seals, hash: head.hash, eventsSealed: head.eventsSealed }
  }
}

/** Whether a seal noted down earlier is still there as it was. */
export async function sealStands(pool: pg.Pool, anchor: Anchor): Promise<boolean> {
  return inTransaction(pool, { authorityId: anchor.authorityId, personId: null }, async (client) => {
    const { rowCount } = await client.query(
      `select from audit_seal where authority_id = $1 and seal_number = $2 and hash = decode($3, 'hex')`,
      [anchor.authorityId, anchor.seal, anchor.hash])
    return rowCount === 1
  })
}

/** Events of $1 after $2, where nothing is closed yet, that are in no seal; `not in`, so that the ids are hashed once. */
const unsealed = `audit_event e where e.authority_id = $1 and e.event_id > $2
  and e.event_id not in (select unnest(event_ids) from audit_seal where authority_id = $1 and through_id > $2)`

async function sealSome(client: pg.ClientBase, authorityId: number): Promise<{ readonly head: AuditHead; readonly more: boolean }> {
  // Sealers of an authority go one after another, and none has a transaction number before its turn: a later seal's is the
  // greater. Whoever holds an id up to `through` had their number before this transaction gets its own, hence a smaller one.
  await client.query('select pg_advisory_xact_lock(904, $1)', [authorityId])
  const head = await readHead(client, authorityId)
  // In order of id, so that the index answers: for a mere "is there any" the whole table may be read.
  const { rows: [seen] } = await client.query<{ waiting: string | null; through: string }>(
    `select (select e.event_id from ${unsealed} order by e.event_id limit 1)::text as waiting,
       coalesce((select event_id from audit_event where authority_id = $1 order by event_id desc limit 1), 0)::text as through`,
    [authorityId, head.closedThrough])
  if (seen === undefined || seen.waiting === null) return { head, more: false }

  // One statement, so one snapshot: what has ended is what was seen.
  const { rows: [at] } = await client.query<{
    number: string; all_ended: boolean; ended_through: string; now: string; now_seconds: string; events: EventCells[] | null
  }>(
    `with now as materialized (select clock_timestamp() as now)
     select pg_current_xact_id()::text as number,
       pg_snapshot_xmin(pg_current_snapshot()) >= pg_current_xact_id() as all_ended,
       coalesce((select max(through_id) from audit_seal where authority_id = $1 and through_id > $2
         and sealed_in <= pg_snapshot_xmin(pg_current_snapshot())), 0)::text as ended_through,
       now::text as now, extract(epoch from now)::text as now_seconds,
       (select json_agg(json_build_array(${eventColumns}) order by event_id) from (
         select e.* from ${unsealed} and e.event_id <= $3 order by e.event_id limit $4) event) as events
     from now`,
    [authorityId, head.closedThrough, seen.through, EVENTS_IN_A_SEAL])
  const events = (at?.events ?? []).map((cells) => rowOf(authorityId, cells))
  const last = events.at(-1)
  if (at === undefined || last === undefined) return { head, more: false }

  // A full seal may leave events behind it for the next, so it reaches no further than its own.
  const full = events.length === EVENTS_IN_A_SEAL
  const throughId = Math.max(head.throughId, full ? last.eventId : Number(seen.through))
  const ended = Math.max(head.closedThrough, at.all_ended ? throughId : Number(at.ended_through))
  const seal = nextSeal(head, events, {
    sealedAt: at.now_seconds, sealedIn: at.number, throughId,
    closedThrough: full ? Math.max(head.closedThrough, Math.min(ended, last.eventId)) : ended,
  }, sha256)
  await client.query('insert into audit_head (authority_id) values ($1) on conflict do nothing', [authorityId])
  await client.query(
    `with made as (
       insert into audit_seal (authority_id, seal_number, sealed_at, previous_hash, event_ids, fingerprints, events_sealed,
         through_id, sealed_in, closed_through, hash)
       values ($1, $2, $3, decode($4, 'hex'), $5, decode($6, 'hex'), $7, $8, $9, $10, decode($11, 'hex'))
     )
     update audit_head set seals = $2, events_sealed = $7, through_id = $8, closed_through = $10, hash = decode($11, 'hex')
     where authority_id = $1`,
    [
      authorityId, seal.number, at.now, seal.previousHash, seal.eventIds, seal.fingerprints, seal.eventsSealed, seal.throughId,
      seal.sealedIn, seal.closedThrough, seal.hash,
    ])
  return { head: headAfter(seal), more: full }
}

async function readHead(client: pg.ClientBase, authorityId: number): Promise<AuditHead> {
  const { rows: [cells] } = await client.query<HeadCells & unknown[]>({
    text: `select ${headColumns} from audit_head where authority_id = $1`, values: [authorityId], rowMode: 'array',
  })
  return cells === undefined ? noSeals(authorityId) : headOf(authorityId, cells)
}
