/** Reading an authority's whole audit log past the core's check, page by page, as of one moment. */
import type pg from 'pg'
import type { AuditRow, AuditSeal } from '../../core/audit/seal.ts'
import { ChainVerifier, type AuditReport } from '../../core/audit/verifyChain.ts'
import { enterScope } from '../postgres.ts'
import {
  eventColumns, headColumns, headOf, rowOf, sealColumns, sealOf, sha256, type EventCells, type HeadCells, type SealCells,
} from './rows.ts'

export interface Verified extends AuditReport {
  /** Seconds that the oldest event without a seal has waited, by the database's clock; null when none waits. */
  readonly oldestUnsealedSeconds: number | null
}

/** Checks an authority's chain as the serving role, in one snapshot that nobody waits for. */
export async function verifyAudit(pool: pg.Pool, authorityId: number, expected: readonly string[] = []): Promise<Verified> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    await enterScope(client, { authorityId, personId: null })
    return await verifyAuditOn(client, authorityId, expected)
  } finally {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    client.release(broken)
  }
}

/** The same on a client whose transaction is open and scoped to the authority. */
export async function verifyAuditOn(client: pg.ClientBase, authorityId: number, expected: readonly string[] = []): Promise<Verified> {
  const verifier = new ChainVerifier(authorityId, sha256, expected)
  const seals = sealsOf(client, authorityId)
  let next = await seals.next()
  const addSeal = async (seal: AuditSeal): Promise<void> => {
    verifier.addSeal(seal)
    next = await seals.next()
  }
  for await (const row of eventsOf(client, authorityId)) {
    while (next.done !== true && verifier.wantsSealBefore(row.eventId)) await addSeal(next.value)
    verifier.addRow(row)
  }
  while (next.done !== true) await addSeal(next.value)

  const { rows: [end] } = await client.query<HeadCells & unknown[]>({
    text: `select ${headColumns} from audit_head where authority_id = $1`, values: [authorityId], rowMode: 'array',
  })
  const report = verifier.finish(end === undefined ? null : headOf(authorityId, end))
  const { rows: [clock] } = await client.query<{ now: string }>('select extract(epoch from clock_timestamp())::text as now')
  const { oldest } = report.unsealed
  return { ...report, oldestUnsealedSeconds: oldest === null ? null : Math.max(0, Number(clock?.now) - Number(oldest)) }
}

// Ordered by the tables' own columns: plain event_id would be the text asked for, in which 10 comes before 9.

async function* eventsOf(client: pg.ClientBase, authorityId: number): AsyncGenerator<AuditRow, undefined> {
  const text = `select ${eventColumns} from audit_event where authority_id = $1 order by audit_event.event_id`
  for await (const cells of rowsOf<EventCells>(client, 'audit_events', text, authorityId, 5000)) yield rowOf(authorityId, cells)
  return undefined
}

async function* sealsOf(client: pg.ClientBase, authorityId: number): AsyncGenerator<AuditSeal, undefined> {
  const text = `select ${sealColumns} from audit_seal where authority_id = $1 order by audit_seal.seal_number`
  for await (const cells of rowsOf<SealCells>(client, 'audit_seals', text, authorityId, 100)) yield sealOf(authorityId, cells)
  return undefined
}

/** The rows of a query by a cursor, so that none is read twice and few are held, whatever the planner knows of the table. */
async function* rowsOf<Cells extends readonly unknown[]>(
  client: pg.ClientBase, cursor: string, text: string, authorityId: number, page: number,
): AsyncGenerator<Cells, undefined> {
  await client.query(`declare ${cursor} no scroll cursor for ${text}`, [authorityId])
  for (;;) {
    const { rows } = await client.query<Cells & unknown[]>({ text: `fetch ${page} from ${cursor}`, rowMode: 'array' })
    yield* rows
    if (rows.length < page) break
  }
  await client.query(`close ${cursor}`)
  return undefined
}
