/** Current facts of children, as they lie in their tables. */
import type pg from 'pg'
import type { ChildId, FactId, FieldValue } from '../core/facts/factType.ts'
import { factNames, type FactName } from '../core/facts/factTypes.ts'
import type { HeldFact } from '../core/reconciliation/reconcileChild.ts'
import { layouts } from './factColumns.ts'

const queries = Object.fromEntries(
  factNames.map((name) => [
    name,
    `select child_id, fact_id, import_id, source_file, superseded_by, ${layouts[name].columns.join(', ')}
     from ${name} where authority_id = $1 and child_id = any($2::uuid[]) and (superseded_at is null or superseded_by is not null)
     order by child_id, recorded_at, source_file, source_row`,
  ]),
) as Readonly<Record<FactName, string>>

/**
 * Every current fact of the children named, by child. A fact is as new as the newest return that had a part in it: where an
 * older one filled a blank in, it did not thereby know the rest.
 */
export async function currentFacts(
  client: pg.ClientBase,
  authorityId: number,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, HeldFact[]>> {
  const facts = new Map<ChildId, HeldFact[]>()
  if (children.length === 0) return facts
  const years = await yearsOfFiles(client, authorityId)
  for (const name of factNames) {
    const { rows } = await client.query<[ChildId, FactId, string | null, number | null, FactId | null, ...FieldValue[]]>({
      text: queries[name],
      values: [authorityId, children],
      rowMode: 'array',
    })
    const before = new Map<FactId, number>()
    for (const [childId, factId, importId, file, supersededBy, ...values] of rows) {
      const source = importId === null ? undefined : years.get(importId)
      const own = source?.files[file ?? -1] ?? source?.whole ?? null
      const collectionYear = own === null ? null : Math.max(own, before.get(factId) ?? own)
      if (supersededBy !== null) {
        if (collectionYear !== null) before.set(supersededBy, collectionYear)
        continue
      }
      const fact: HeldFact = { type: name, factId, values, collectionYear }
      const list = facts.get(childId)
      if (list === undefined) facts.set(childId, [fact])
      else list.push(fact)
    }
  }
  return facts
}

/**
 * The collection year of every file of every import, and of the import as a whole. An import may hold last year's files,
 * too: their facts are last year's word, and what this year's return need not repeat is not missed.
 */
async function yearsOfFiles(
  client: pg.ClientBase, authorityId: number,
): Promise<ReadonlyMap<string, { readonly whole: number; readonly files: readonly (number | undefined)[] }>> {
  const { rows } = await client.query<{
    import_id: string; collection_year: number; files: readonly { readonly collectionYear?: number }[]
  }>(`select import_id, collection_year, files from return_import where authority_id = $1 and status = 'done'`, [authorityId])
  return new Map(rows.map((row) => [
    row.import_id, { whole: row.collection_year, files: row.files.map((file) => file.collectionYear) },
  ]))
}
