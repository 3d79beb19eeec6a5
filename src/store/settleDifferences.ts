/** Settling differences: a person's decision becomes a new fact, or a withdrawal, and the child is derived again. */
import type pg from 'pg'
import type { ClockContext } from '../core/clocks/clock.ts'
import { derive } from '../core/derivation.ts'
import type { ChildId, FactId, FieldValue } from '../core/facts/factType.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import { Bulk } from './copyIn.ts'
import { DerivedWriter } from './derivedRows.ts'
import { childFacts, layouts } from './factColumns.ts'
import { currentFacts } from './heldFacts.ts'
import { plansEndorsed } from './plansEndorsed.ts'
import { changeFactsAlone } from './postgres.ts'
import { clocksHolding, yearsHeld } from './yearsHeld.ts'
import { formatIso, type LocalDate } from '../core/time/localDate.ts'

interface OpenDifference {
  readonly difference_id: string
  readonly child_id: ChildId
  readonly fact_type: FactName
  readonly kind: 'changed' | 'vanished'
  readonly held_fact_id: FactId
  readonly proposed: readonly FieldValue[] | null
  readonly fields: readonly string[]
  readonly import_id: string
  readonly source_file: number | null
  readonly source_row: number | null
}

export interface Settling {
  readonly client: pg.ClientBase
  readonly authorityId: number
  readonly personId: string
  readonly clocks: ClockContext
  readonly newId: () => string
}

/**
 * Settles open differences by a person's decision. Accepting a change records a new fact that differs from the held one in
 * the disputed fields alone; accepting a vanishing withdraws the held fact. Gives how many were settled.
 */
export async function settleDifferences(
  settling: Settling, differenceIds: readonly string[], decision: 'accept' | 'keep',
): Promise<number> {
  const { client, authorityId, personId } = settling
  const recordedAt = await changeFactsAlone(client, authorityId)
  const { rows } = await client.query<OpenDifference>(
    `select difference_id, child_id, fact_type, kind, held_fact_id, proposed, fields, import_id, source_file, source_row
     from difference where authority_id = $1 and difference_id = any($2::uuid[]) and status = 'open'
     order by difference_id`,
    [authorityId, differenceIds],
  )
  const settled = new Set(rows.map((row) => row.difference_id))
  if (decision === 'accept') {
    // By the fact that was asked about: the one that stands in its place by now, null when it was withdrawn.
    const stands = new Map<FactId, FactId | null>()
    for (const one of rows) {
      const held = stands.has(one.held_fact_id) ? (stands.get(one.held_fact_id) ?? null) : one.held_fact_id
      if (held === null) settled.delete(one.difference_id)
      else stands.set(one.held_fact_id, await accept(settling, { ...one, held_fact_id: held }, recordedAt))
    }
    await deriveAgain(settling, [...new Set(rows.map((row) => row.child_id))])
  }
  await client.query(
    `update difference set status = $3, decided_by = $4, decided_at = $5
     where authority_id = $1 and difference_id = any($2::uuid[])`,
    [authorityId, [...settled], decision === 'accept' ? 'accepted' : 'kept', personId, recordedAt],
  )
  return settled.size
}

/** The children whom differences are about. */
export async function childrenOfDifferences(client: pg.ClientBase, authorityId: number, differenceIds: readonly string[]): Promise<readonly ChildId[]> {
  const { rows } = await client.query<{ child_id: ChildId }>(
    'select distinct child_id from difference where authority_id = $1 and difference_id = any($2::uuid[])', [authorityId, differenceIds])
  return rows.map((row) => row.child_id)
}

/** Gives the id of the fact that now stands, null when the held one was withdrawn. */
async function accept(settling: Settling, one: OpenDifference, recordedAt: string): Promise<FactId | null> {
  const { client, authorityId, personId } = settling
  const { columns, fields, kinds } = layouts[one.fact_type]
  const { proposed } = one
  const next = one.kind === 'changed' && proposed !== null ? (settling.newId() as FactId) : null
  const { rows } = await client.query<Record<string, FieldValue>>(
    `update ${one.fact_type} set superseded_at = $5, superseded_by = $4
     where authority_id = $1 and child_id = $2 and fact_id = $3 and superseded_at is null
     returning ${columns.join(', ')}`,
    [authorityId, one.child_id, one.held_fact_id, next, recordedAt],
  )
  const [held] = rows
  if (held === undefined) throw new Error(`difference ${one.difference_id} is about a fact that is no longer held`)
  if (next === null || proposed === null) {
    // Nobody can answer any more what else was asked about it.
    await client.query(
      `update difference set status = 'overtaken', decided_at = $4
       where authority_id = $1 and child_id = $2 and held_fact_id = $3 and status = 'open' and difference_id <> $5`,
      [authorityId, one.child_id, one.held_fact_id, recordedAt, one.difference_id],
    )
    return null
  }
  const values = fields.map((field, i) => {
    const value = one.fields.includes(field) ? (proposed[i] ?? null) : (held[columns[i] ?? ''] ?? null)
    return value !== null && kinds[i] === 'date' ? formatIso(value as LocalDate) : value
  })
  const places = values.map((_, i) => `$${i + 9}`).join(', ')
  await client.query(
    `insert into ${one.fact_type} (authority_id, child_id, fact_id, recorded_at, recorded_by, import_id, source_file,
       source_row, ${columns.join(', ')})
     values ($1, $2, $3, $8, $4, $5, $6, $7, ${places})`,
    [authorityId, one.child_id, next, personId, one.import_id, one.source_file, one.source_row, recordedAt, ...values],
  )
  // Other questions about the same fact now ask about the one that took its place.
  await client.query(
    `update difference set held_fact_id = $4
     where authority_id = $1 and child_id = $2 and held_fact_id = $3 and status in ('open', 'kept') and difference_id <> $5`,
    [authorityId, one.child_id, one.held_fact_id, next, one.difference_id],
  )
  return next
}

/** Derives children again from their current facts and replaces their derived rows. */
export async function deriveAgain(
  settling: Pick<Settling, 'client' | 'authorityId' | 'clocks'>, children: readonly ChildId[],
): Promise<void> {
  const { client, authorityId, clocks } = settling
  if (children.length === 0) return
  const { rows } = await client.query<{ child_id: ChildId; code: string }>(
    'select child_id, code, clock_timestamp() as now from child where authority_id = $1 and child_id = any($2::uuid[])',
    [authorityId, children],
  )
  const facts = await currentFacts(client, authorityId, children)
  const holding = clocksHolding(clocks, await yearsHeld(client, authorityId))
  const endorsed = await plansEndorsed(client, authorityId, children)
  const writer = new DerivedWriter(authorityId)
  for (const { child_id: childId, code } of rows) {
    const context = { ...holding, plansEndorsed: endorsed.get(childId) ?? [] }
    writer.add({ childId, code, derived: derive(childFacts(childId, code, facts.get(childId) ?? []), context) })
  }
  const bulk = new Bulk(client)
  await writer.flush(client, bulk, children)
  await bulk.send()
}
