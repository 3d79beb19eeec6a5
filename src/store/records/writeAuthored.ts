/** Records of many authors at once, for invented lives (edge/demonstrationLives.ts): the same rows as one by one, in a few statements. */
import type pg from 'pg'
import type { Change } from '../../core/records/recordType.ts'
import { contentOf } from '../../core/records/content.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'

/** A change and whoever wrote it. */
export interface AuthoredChange {
  readonly by: string
  readonly change: Change
}

/** Rows that one statement writes. */
const BATCH = 1000

const dayIn = ({ values }: Change, field: string | undefined): string | null => {
  const value = field === undefined ? null : values[field] ?? null
  return typeof value === 'number' ? formatIso(value as LocalDate) : null
}

/**
 * Writes new records with all their versions, in the order given: each is recorded a microsecond after the one before, so that
 * what was known at any instant is whole. Throws RangeError for a change to a record that is not among them.
 */
export async function writeAuthored(client: pg.ClientBase, authorityId: number, written: readonly AuthoredChange[]): Promise<void> {
  const { rows: [start] } = await client.query<{ now: string }>('select clock_timestamp() as now')
  const firsts = new Map<string, { readonly by: string; readonly at: number }>()
  const newestAt = new Map<string, number[]>()
  for (const [at, { by, change }] of written.entries()) {
    if (change.kind === 'add') firsts.set(change.recordId, { by, at })
    newestAt.set(change.recordId, [...(newestAt.get(change.recordId) ?? []), at])
  }
  const rows = written.map(({ by, change }, at) => {
    const { type, recordId, childId, partOf, values } = change
    const first = firsts.get(recordId)
    if (first === undefined) throw new RangeError(`${type.name} ${recordId} was never added`)
    const superseded = newestAt.get(recordId)?.find((later) => later > at)
    return {
      record_id: recordId, version: change.kind === 'add' ? 1 : change.version + 1, type: type.name, child_id: childId, part_of: partOf,
      content: contentOf(type, values),
      state: type.state === undefined ? null : values[type.state] ?? null, owner_id: type.owner === undefined ? null : values[type.owner] ?? null,
      due_on: dayIn(change, type.dueOn), happened_on: dayIn(change, type.happenedOn),
      recorded_by: by, first_recorded_by: first.by, after: at, first_after: first.at, superseded_after: superseded ?? null,
    }
  })
  for (let from = 0; from < rows.length; from += BATCH) {
    await client.query(
      `insert into record (authority_id, record_id, version, type, child_id, part_of, content, state, owner_id, due_on, happened_on,
                           recorded_by, first_recorded_by, recorded_at, first_recorded_at, superseded_at)
       select $1, record_id, version, type, child_id, part_of, content, state, owner_id, due_on, happened_on, recorded_by, first_recorded_by,
              $2::timestamptz + after * interval '1 microsecond', $2::timestamptz + first_after * interval '1 microsecond',
              $2::timestamptz + superseded_after * interval '1 microsecond'
         from jsonb_to_recordset($3::jsonb) as one (record_id uuid, version integer, type text, child_id uuid, part_of uuid, content jsonb,
              state text, owner_id uuid, due_on date, happened_on date, recorded_by uuid, first_recorded_by uuid, after integer, first_after integer,
              superseded_after integer)`,
      [authorityId, start?.now, JSON.stringify(rows.slice(from, from + BATCH))],
    )
  }
}
