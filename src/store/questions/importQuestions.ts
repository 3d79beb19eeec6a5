/** What was imported, what was said about it, and the differences it raised. */
import type pg from 'pg'
import type {
  Difference, DifferenceQuery, ImportCounts, ImportNote, ImportReport, ImportStatus, ImportSummary,
} from '../../app/imports.ts'
import type { ChildId, FactId, FieldValue } from '../../core/facts/factType.ts'
import type { FactName } from '../../core/facts/factTypes.ts'
import { layouts } from '../factColumns.ts'
import { recordedFact } from './recordedFacts.ts'

interface ImportRow {
  readonly import_id: string
  readonly status: ImportStatus
  readonly collection_year: number
  readonly with_last_year: boolean
  readonly started_at: string
  readonly finished_at: string | null
  readonly started_by: string
  readonly counts: ImportCounts | null
  readonly stage: string
  readonly done_count: number
  readonly total_count: number | null
}

const columns = `import.import_id, import.status, import.collection_year, import.with_last_year, import.started_at,
  import.finished_at, coalesce(person.name, 'Holdfast') as started_by, import.counts, import.stage, import.done_count,
  import.total_count`
const tables = `return_import import left join person on person.authority_id = import.authority_id
  and person.person_id = import.started_by`

function summary(row: ImportRow): ImportSummary {
  return {
    importId: row.import_id, status: row.status, collectionYear: row.collection_year, withLastYear: row.with_last_year,
    startedAt: row.started_at, finishedAt: row.finished_at, startedBy: row.started_by, counts: row.counts,
    progress: { stage: row.stage, done: row.done_count, total: row.total_count },
  }
}

/** Imports of the authority, newest first. */
export async function importList(client: pg.ClientBase, authorityId: number): Promise<readonly ImportSummary[]> {
  const { rows } = await client.query<ImportRow>(
    `select ${columns} from ${tables} where import.authority_id = $1 order by import.started_at desc, import.import_id`,
    [authorityId],
  )
  return rows.map(summary)
}

/** One import with everything it said, or undefined. */
export async function importReport(
  client: pg.ClientBase, authorityId: number, importId: string,
): Promise<ImportReport | undefined> {
  const { rows } = await client.query<
    ImportRow & { readonly files: ImportReport['files']; readonly notes: readonly ImportNote[]; readonly refusal: string | null }
  >(
    `select ${columns}, import.files, import.notes, import.refusal from ${tables}
     where import.authority_id = $1 and import.import_id = $2`,
    [authorityId, importId],
  )
  const [row] = rows
  return row === undefined ? undefined : { ...summary(row), files: row.files, notes: row.notes, refusal: row.refusal }
}

interface DifferenceRow {
  readonly difference_id: string
  readonly import_id: string
  readonly child_id: ChildId
  readonly code: string
  readonly fact_type: FactName
  readonly kind: 'changed' | 'vanished'
  readonly held_fact_id: FactId
  readonly proposed: readonly FieldValue[] | null
  readonly fields: readonly string[]
  readonly source_row: number | null
  readonly raised_at: string
  readonly file: string | null
  readonly file_year: number | null
  readonly collection_year: number
  readonly started_by: string | null
  readonly status: Difference['status']
  readonly decided_by: string | null
  readonly decided_at: string | null
}

/** Differences with both values and where each came from, oldest question first, and how many there are in all. */
export async function differenceList(
  client: pg.ClientBase, authorityId: number, query: DifferenceQuery,
): Promise<{ readonly rows: readonly Difference[]; readonly total: number }> {
  const conditions = ['d.authority_id = $1']
  const values: unknown[] = [authorityId]
  const where = (condition: string, value: unknown): void => {
    values.push(value)
    conditions.push(condition.replace('?', `$${values.length}`))
  }
  if (query.importId !== null) where('d.import_id = ?', query.importId)
  if (query.childId !== null) where('d.child_id = ?', query.childId)
  if (query.status !== 'all') where('d.status = ?', query.status)
  if (query.kind !== 'all') where('d.kind = ?', query.kind)
  const { rows: counted } = await client.query<{ n: number }>(
    `select count(*) as n from difference d where ${conditions.join(' and ')}`, values,
  )
  const { rows } = await client.query<DifferenceRow>(
    `select d.difference_id, d.import_id, d.child_id, child.code, d.fact_type, d.kind, d.held_fact_id, d.proposed,
       d.fields, d.source_row, d.raised_at, import.files -> d.source_file ->> 'name' as file,
       (import.files -> d.source_file ->> 'collectionYear')::smallint as file_year, import.collection_year,
       starter.name as started_by, d.status, decider.name as decided_by, d.decided_at
     from difference d
     join child on child.authority_id = d.authority_id and child.child_id = d.child_id
     join return_import import on import.authority_id = d.authority_id and import.import_id = d.import_id
     left join person starter on starter.authority_id = d.authority_id and starter.person_id = import.started_by
     left join person decider on decider.authority_id = d.authority_id and decider.person_id = d.decided_by
     where ${conditions.join(' and ')}
     order by d.raised_at, child.code collate "C", d.fact_type, d.difference_id
     limit ${Math.trunc(query.pageSize)} offset ${Math.trunc((query.page - 1) * query.pageSize)}`,
    values,
  )
  const differences: Difference[] = []
  for (const row of rows) {
    const held = await recordedFact(client, authorityId, row.child_id, row.fact_type, row.held_fact_id)
    if (held === undefined) continue
    const { fields } = layouts[row.fact_type]
    const { proposed } = row
    differences.push({
      differenceId: row.difference_id,
      importId: row.import_id,
      childId: row.child_id,
      childCode: row.code,
      type: row.fact_type,
      kind: row.kind,
      held: held.values,
      heldSource: held.source,
      proposed: proposed === null ? null : Object.fromEntries(fields.map((name, i) => [name, proposed[i] ?? null])),
      proposedSource: {
        recordedAt: row.raised_at, recordedBy: row.started_by, importId: row.import_id,
        collectionYear: row.file_year ?? row.collection_year, file: row.file, row: row.source_row, supersededAt: null,
      },
      fields: row.fields,
      status: row.status,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
    })
  }
  return { rows: differences, total: counted[0]?.n ?? 0 }
}
