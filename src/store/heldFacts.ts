/** Current facts of children, as they lie in their tables. */
import type pg from 'pg'
import type { ChildId, FactId, FieldValue } from '../core/facts/factType.ts'
import { factNames, type FactName } from '../core/facts/factTypes.ts'
import type { HeldFact } from '../core/reconciliation/reconcileChild.ts'
import { layouts } from './factColumns.ts'

const queries = Object.fromEntries(
  factNames.map((name) => [
    name,
    `select fact.child_id, fact.fact_id, import.collection_year, ${layouts[name].columns.map((c) => `fact.${c}`).join(', ')}
     from ${name} fact left join return_import import using (authority_id, import_id)
     where fact.authority_id = $1 and fact.child_id = any($2::uuid[]) and fact.superseded_at is null
     order by fact.child_id, fact.recorded_at, fact.source_file, fact.source_row`,
  ]),
) as Readonly<Record<FactName, string>>

/** Every current fact of the children named, by child. */
export async function currentFacts(
  client: pg.ClientBase,
  authorityId: number,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, HeldFact[]>> {
  const facts = new Map<ChildId, HeldFact[]>()
  if (children.length === 0) return facts
  for (const name of factNames) {
    const { rows } = await client.query<[ChildId, FactId, number | null, ...FieldValue[]]>({
      text: queries[name],
      values: [authorityId, children],
      rowMode: 'array',
    })
    for (const [childId, factId, collectionYear, ...values] of rows) {
      const fact: HeldFact = { type: name, factId, values, collectionYear }
      const list = facts.get(childId)
      if (list === undefined) facts.set(childId, [fact])
      else list.push(fact)
    }
  }
  return facts
}
