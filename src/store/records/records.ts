/** Records that people write, kept version by version (schema 005). */
import type pg from 'pg'
import { RecordConflict, type RecordQuery } from '../../app/records.ts'
import { contentOf, valuesOf, type Content } from '../../core/records/content.ts'
import type { Change, Held, RecordType, RecordValue } from '../../core/records/recordType.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { writeAudit } from '../audit.ts'
import { prepared } from '../prepared.ts'

interface Row {
  readonly record_id: string
  readonly version: number
  readonly type: string
  readonly child_id: string | null
  readonly part_of: string | null
  readonly content: Content
  readonly recorded_by: string
  readonly recorded_by_name: string
  readonly recorded_at: string
  readonly first_recorded_by: string
  readonly first_recorded_by_name: string
  readonly first_recorded_at: string
}

const columns = `r.record_id, r.version, r.type, r.child_id, r.part_of, r.content, r.recorded_by, r.recorded_at,
  r.first_recorded_by, r.first_recorded_at, coalesce(p.name, '') as recorded_by_name, coalesce(f.name, '') as first_recorded_by_name`
const from = `from record r
  left join person p on p.authority_id = r.authority_id and p.person_id = r.recorded_by
  left join person f on f.authority_id = r.authority_id and f.person_id = r.first_recorded_by`

function heldOf<T extends RecordType>(types: readonly T[], row: Row): Held<T> {
  const type = types.find(({ name }) => name === row.type)
  if (type === undefined) throw new RangeError(`a record of a kind that was not asked for: ${row.type}`)
  return {
    recordId: row.record_id, type: type.name, version: row.version, childId: row.child_id, partOf: row.part_of,
    values: valuesOf(type, row.content),
    recordedBy: { personId: row.recorded_by, name: row.recorded_by_name }, recordedAt: row.recorded_at,
    firstRecordedBy: { personId: row.first_recorded_by, name: row.first_recorded_by_name }, firstRecordedAt: row.first_recorded_at,
  }
}

/** The records of these kinds that a query asks for, in force unless it asks for every version; oldest first recorded first. */
export async function findRecords<T extends RecordType>(
  client: pg.ClientBase, authorityId: number, types: readonly T[], query: RecordQuery,
): Promise<readonly Held<T>[]> {
  const values: unknown[] = [authorityId, types.map(({ name }) => name)]
  const asked: string[] = []
  /** Only what is asked: one plan cannot serve a condition that is there and one that is not. */
  const where = <V>(value: V | undefined, condition: (value: string) => string, written: (value: V) => unknown = (same) => same): void => {
    if (value === undefined) return
    values.push(written(value))
    asked.push(`and ${condition(`$${values.length}`)}`)
  }
  where(query.knownAt, (at) => `r.recorded_at <= ${at} and (r.superseded_at is null or r.superseded_at > ${at})`)
  if (query.knownAt === undefined && query.everyVersion !== true) asked.push('and r.superseded_at is null')
  where(query.childIds, (ids) => `r.child_id = any (${ids}::uuid[])`)
  where(query.childIds === undefined ? query.childId : undefined, (id) => `r.child_id = ${id}`)
  where(query.partOf, (id) => `r.part_of = ${id}`)
  where(query.ownerId, (id) => `r.owner_id = ${id}`)
  where(query.states, (states) => `r.state = any (${states}::text[])`)
  where(query.dueBefore, (day) => `r.due_on < ${day}::date`, formatIso)
  where(query.recordIds, (ids) => `r.record_id = any (${ids}::uuid[])`)
  where(query.happenedFrom, (day) => `r.happened_on >= ${day}::date`, formatIso)
  where(query.happenedTo, (day) => `r.happened_on <= ${day}::date`, formatIso)
  const { rows } = await client.query<Row>(prepared(
    `select ${columns} ${from} where r.authority_id = $1 and r.type = any ($2) ${asked.join(' ')} order by r.first_recorded_at, r.record_id, r.version`, values))
  return rows.map((row) => heldOf(types, row))
}

/** Every version of one record, newest first. */
export async function versionsOf<T extends RecordType>(
  client: pg.ClientBase, authorityId: number, type: T, recordId: string,
): Promise<readonly Held<T>[]> {
  const { rows } = await client.query<Row>(
    `select ${columns} ${from} where r.authority_id = $1 and r.record_id = $2 and r.type = $3 order by r.version desc`,
    [authorityId, recordId, type.name],
  )
  return rows.map((row) => heldOf([type], row))
}

const dayOf = (value: RecordValue | undefined): string | null => (typeof value === 'number' ? formatIso(value as LocalDate) : null)

/**
 * Writes changes, each with its event in the audit log. Throws RecordConflict when a record was revised by somebody else
 * since it was read: nothing is written then, because the transaction is undone.
 */
export async function applyChanges(
  client: pg.ClientBase, who: { readonly authorityId: number; readonly personId: string }, changes: readonly Change[],
): Promise<void> {
  for (const change of changes) {
    const { type, recordId, childId, partOf, values } = change
    const version = change.kind === 'add' ? 1 : change.version + 1
    let first: { by: string; at: string | null } = { by: who.personId, at: null }
    if (change.kind === 'revise') {
      const { rows: [before] } = await client.query<{ first_recorded_by: string; first_recorded_at: string }>(
        `update record set superseded_at = clock_timestamp()
          where authority_id = $1 and record_id = $2 and version = $3 and type = $4 and superseded_at is null
          returning first_recorded_by, first_recorded_at`,
        [who.authorityId, recordId, change.version, type.name],
      )
      if (before === undefined) throw new RecordConflict(type, recordId)
      first = { by: before.first_recorded_by, at: before.first_recorded_at }
    }
    await client.query(
      `insert into record (authority_id, record_id, version, type, child_id, part_of, content, state, owner_id, due_on, happened_on,
                           recorded_by, first_recorded_by, first_recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce($14, clock_timestamp()))`,
      [
        who.authorityId, recordId, version, type.name, childId, partOf, JSON.stringify(contentOf(type, values)),
        type.state === undefined ? null : values[type.state] ?? null,
        type.owner === undefined ? null : values[type.owner] ?? null,
        type.dueOn === undefined ? null : dayOf(values[type.dueOn]),
        type.happenedOn === undefined ? null : dayOf(values[type.happenedOn]),
        who.personId, first.by, first.at,
      ],
    )
    await writeAudit(client, {
      authorityId: who.authorityId, personId: who.personId, event: `${type.name} ${change.kind === 'add' ? 'added' : 'changed'}`,
      childId, detail: { record: recordId, version: String(version) },
    })
  }
}
