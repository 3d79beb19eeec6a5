/** Every recorded version of a child's facts, with where each came from. */
import type pg from 'pg'
import type { FactSource, RecordedFact } from '../../app/childPage.ts'
import type { ChildId, FactId, FieldValue } from '../../core/facts/factType.ts'
import { factNames, type FactName } from '../../core/facts/factTypes.ts'
import { layouts } from '../factColumns.ts'
import { readSqlDate } from '../postgres.ts'
import { prepared } from '../prepared.ts'

interface Provenance {
  readonly fact_id: FactId
  readonly recorded_at: string
  readonly recorded_by: string | null
  readonly import_id: string | null
  readonly collection_year: number | null
  readonly file: string | null
  readonly source_row: number | null
  readonly superseded_at: string | null
}

const provenance = `fact.fact_id, fact.recorded_at, person.name as recorded_by, fact.import_id, import.collection_year,
  import.files -> fact.source_file ->> 'name' as file,
  (import.files -> fact.source_file ->> 'collectionYear')::smallint as file_year, fact.source_row`

const joins = `left join return_import import on import.authority_id = fact.authority_id and import.import_id = fact.import_id
  left join person on person.authority_id = fact.authority_id and person.person_id = fact.recorded_by`

/** Where a fact came from, out of the columns of `provenance`. */
export function sourceOf(row: Provenance & { readonly file_year: number | null }): FactSource {
  return {
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    importId: row.import_id,
    collectionYear: row.file_year ?? row.collection_year,
    file: row.file,
    row: row.source_row,
    supersededAt: row.superseded_at,
  }
}

/**
 * Every kind in one statement, its values as a list in the order of its columns. Each kind has its own order, so it is
 * numbered where it is read; where each fact came from is looked up once for all, not beside every kind.
 */
const everyKind = `select fact.type, fact.values, fact.superseded_at, ${provenance} from (${factNames.map((type, place) => {
  const { columns } = layouts[type]
  const values = columns.map((column) => `f.${column}`).join(', ')
  return `select '${type}' as type, ${place} as place, json_build_array(${values}) as values, f.authority_id, f.fact_id, f.recorded_at, f.recorded_by,
      f.import_id, f.source_file, f.source_row, replaced.superseded_at,
      row_number() over (order by replaced.superseded_at is not null, f.recorded_at desc, ${values}, f.fact_id) as number
    from ${type} f
    cross join lateral (select case when $3::timestamptz is null or f.superseded_at <= $3 then f.superseded_at end) as replaced(superseded_at)
    where f.authority_id = $1 and f.child_id = $2 and ($3 is null or f.recorded_at <= $3)`
}).join(' union all ')}) as fact ${joins} order by fact.place, fact.number`

/**
 * Every version of every fact of a child, current ones and then newest recording first inside each kind. As known at a
 * moment, when one is given: without what was recorded later, and with what that replaced as current. The database compares
 * the instants: as texts they have no order, for it writes no more figures of a second than it needs.
 */
export async function recordedFacts(
  client: pg.ClientBase,
  authorityId: number,
  childId: ChildId,
  asKnownAt: string | null,
): Promise<readonly RecordedFact[]> {
  const { rows } = await client.query<{ type: FactName; values: readonly (string | number | null)[]; file_year: number | null } & Provenance>(
    prepared(everyKind, [authorityId, childId, asKnownAt]))
  return rows.map((row) => {
    const { fields, kinds } = layouts[row.type]
    const values = fields.map((field, i): [string, FieldValue] => {
      const value = row.values[i] ?? null
      return [field, kinds[i] === 'date' && typeof value === 'string' ? readSqlDate(value) : value]
    })
    return { type: row.type, factId: row.fact_id, values: Object.fromEntries(values), source: sourceOf(row) }
  })
}

/** One fact by its id, or undefined. */
export async function recordedFact(
  client: pg.ClientBase, authorityId: number, childId: ChildId, type: FactName, factId: FactId,
): Promise<RecordedFact | undefined> {
  const { fields, columns } = layouts[type]
  const { rows } = await client.query<Record<string, FieldValue> & Provenance & { file_year: number | null }>(
    `select ${columns.map((c) => `fact.${c}`).join(', ')}, ${provenance}, fact.superseded_at from ${type} fact ${joins}
     where fact.authority_id = $1 and fact.child_id = $2 and fact.fact_id = $3`,
    [authorityId, childId, factId],
  )
  const [row] = rows
  if (row === undefined) return undefined
  const values = Object.fromEntries(fields.map((field, i) => [field, row[columns[i] ?? ''] ?? null]))
  return { type, factId, values, source: sourceOf(row) }
}
