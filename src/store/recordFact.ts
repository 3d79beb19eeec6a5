/** A fact that a person records: an append-only row like those of a return, without an import, and the child derived again. */
import { formatIso, type LocalDate } from '../core/time/localDate.ts'
import type { ChildId, FactId, FieldValue } from '../core/facts/factType.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import { equal, identityOf, shapes } from '../core/reconciliation/shapes.ts'
import { writeAudit } from './audit.ts'
import { layouts } from './factColumns.ts'
import { changeFactsAlone } from './postgres.ts'
import { deriveAgain, type Settling } from './settleDifferences.ts'

/** Records a fact (see the port, app/facts.ts). Gives the id of the fact that stands for it. */
export async function recordFact(
  recording: Settling, childId: ChildId, type: FactName, given: Readonly<Record<string, FieldValue>>, replaces: FactId | null,
): Promise<FactId> {
  const { client, authorityId, personId } = recording
  const recordedAt = await changeFactsAlone(client, authorityId)
  const { columns, fields, kinds } = layouts[type]
  const values = fields.map((field) => given[field] ?? null)
  const { rows } = await client.query<Readonly<Record<string, FieldValue>> & { readonly fact_id: FactId }>(
    `select fact_id, ${columns.join(', ')} from ${type} where authority_id = $1 and child_id = $2 and superseded_at is null
      order by recorded_at, fact_id`,
    [authorityId, childId],
  )
  const held = rows.map((row) => ({ factId: row.fact_id, values: columns.map((column) => row[column] ?? null) }))
  const shape = shapes[type]
  const alike = held.filter((fact) => identityOf(shape, fact.values) === identityOf(shape, values))
  const same = alike.find((fact) => equal(shape, fact.values, values))
  const stands = same?.factId ?? (recording.newId() as FactId)
  const superseded = held.filter((fact) => fact.factId !== stands && (fact.factId === replaces || (same === undefined && alike.includes(fact))))
  if (same !== undefined && superseded.length === 0) return stands
  if (superseded.length > 0) {
    const ids = superseded.map(({ factId }) => factId)
    await client.query(
      `update ${type} set superseded_at = $3, superseded_by = $4 where authority_id = $1 and child_id = $2 and fact_id = any ($5::uuid[])`,
      [authorityId, childId, recordedAt, stands, ids],
    )
    // A question about a fact stays a question about the fact that took its place.
    await client.query(
      `update difference set held_fact_id = $3
        where authority_id = $1 and child_id = $2 and held_fact_id = any ($4::uuid[]) and status in ('open', 'kept')`,
      [authorityId, childId, stands, ids],
    )
  }
  if (same === undefined) {
    const written = values.map((value, i) => (value !== null && kinds[i] === 'date' ? formatIso(value as LocalDate) : value))
    await client.query(
      `insert into ${type} (authority_id, child_id, fact_id, recorded_at, recorded_by, ${columns.join(', ')})
       values ($1, $2, $3, $4, $5, ${written.map((_, i) => `$${i + 6}`).join(', ')})`,
      [authorityId, childId, stands, recordedAt, personId, ...written],
    )
  }
  await writeAudit(client, { authorityId, personId, event: 'fact recorded', childId, detail: { type, fact: stands } })
  await deriveAgain(recording, [childId])
  return stands
}
