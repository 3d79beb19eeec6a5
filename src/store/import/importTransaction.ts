/** The store's side of an import: staged children come out with what is held of them, changes go in by COPY. */
import type pg from 'pg'
import type { ChildChange, ImportTransaction, StagedChild } from '../../app/importReturn.ts'
import type { ChildId, FactId, FieldValue } from '../../core/facts/factType.ts'
import { factNames, factTypes, type ChildFacts, type FactName } from '../../core/facts/factTypes.ts'
import type { HeldFact, RaisedDifference, ReturnScope } from '../../core/reconciliation/reconcileChild.ts'
import { collectionYearEnd, collectionYearStart, type LocalDate } from '../../core/time/localDate.ts'
import type { Worker } from '../../returns/workers/readWorkers.ts'
import { Bulk, CopyBuffer, copyText } from '../copyIn.ts'
import { DerivedWriter } from '../derivedRows.ts'
import { childFacts, columnName, copyValue, layouts } from '../factColumns.ts'
import { currentFacts } from '../heldFacts.ts'
import { plansEndorsed } from '../plansEndorsed.ts'
import { writeSqlDate } from '../postgres.ts'
import { replaceWorkers } from '../workers.ts'
import { yearsHeld } from '../yearsHeld.ts'
import type { Staging, StagedRows } from './staging.ts'

/** Children at a time: enough to make COPY worth its while, few enough to bound memory and to give PostgreSQL work early. */
const BATCH = 500

export interface ImportIdentity {
  readonly authorityId: number
  readonly importId: string
  readonly personId: string
  /** The one instant at which everything of this import is recorded. */
  readonly recordedAt: string
}

export class StoredImportTransaction implements ImportTransaction {
  readonly #client: pg.ClientBase
  readonly #identity: ImportIdentity
  readonly #staging: Staging
  readonly #bulk: Bulk
  /** The rows of the last batch, on their way while the next is worked out. */
  #sent: Promise<void> = Promise.resolve()

  constructor(client: pg.ClientBase, identity: ImportIdentity, staging: Staging) {
    this.#client = client
    this.#identity = identity
    this.#staging = staging
    this.#bulk = new Bulk(client)
  }

  yearsHeld(): Promise<readonly number[]> {
    return yearsHeld(this.#client, this.#identity.authorityId)
  }

  plansEndorsed(): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
    return plansEndorsed(this.#client, this.#identity.authorityId, 'all')
  }

  replaceWorkers(workers: readonly Worker[]): Promise<void> {
    return replaceWorkers(this.#client, this.#identity.authorityId, workers)
  }

  facts(childId: ChildId, code: string, facts: readonly HeldFact[]): ChildFacts {
    return childFacts(childId, code, facts)
  }

  async *batches(scopes: readonly ReturnScope[]): AsyncGenerator<readonly StagedChild[]> {
    const { authorityId } = this.#identity
    const { rows } = await this.#client.query<{ any: boolean }>(
      'select exists (select from child where authority_id = $1) as any', [authorityId],
    )
    const anyHeld = rows[0]?.any ?? false
    for await (const batch of this.#staging.children(BATCH)) {
      yield anyHeld ? await this.#withHeld(batch) : batch.map((one) => ({ ...one, childId: null, held: [], raised: [] }))
    }
    if (!anyHeld) return
    const missing = await this.#childrenNotNamed(scopes)
    for (let i = 0; i < missing.length; i += BATCH) {
      yield await this.#withHeld(missing.slice(i, i + BATCH).map((code) => ({ code, years: [] })))
    }
  }

  async #withHeld(batch: readonly StagedRows[]): Promise<readonly StagedChild[]> {
    const { authorityId } = this.#identity
    const { rows: known } = await this.#client.query<{ code: string; child_id: ChildId }>(
      'select code, child_id from child where authority_id = $1 and code = any($2::text[])',
      [authorityId, batch.map((one) => one.code)],
    )
    const ids = new Map(known.map((row) => [row.code, row.child_id]))
    const held = await currentFacts(this.#client, authorityId, [...ids.values()])
    const raised = await this.#raised([...ids.values()])
    return batch.map((one) => {
      const childId = ids.get(one.code) ?? null
      return {
        ...one,
        childId,
        held: childId === null ? [] : (held.get(childId) ?? []),
        raised: childId === null ? [] : (raised.get(childId) ?? []),
      }
    })
  }

  async #raised(children: readonly ChildId[]): Promise<ReadonlyMap<ChildId, RaisedDifference[]>> {
    const found = new Map<ChildId, RaisedDifference[]>()
    if (children.length === 0) return found
    const { rows } = await this.#client.query<{
      difference_id: string; child_id: ChildId; held_fact_id: FactId; kind: 'changed' | 'vanished'
      proposed: readonly FieldValue[] | null; fields: readonly string[]; status: 'open' | 'kept'
      collection_year: number
    }>(
      `select difference_id, child_id, held_fact_id, kind, proposed, fields, difference.status,
         coalesce((files -> source_file ->> 'collectionYear')::smallint, collection_year) as collection_year
       from difference join return_import using (authority_id, import_id)
       where authority_id = $1 and child_id = any($2::uuid[]) and difference.status in ('open', 'kept')`,
      [this.#identity.authorityId, children],
    )
    for (const row of rows) {
      const one: RaisedDifference = {
        differenceId: row.difference_id, heldFactId: row.held_fact_id, kind: row.kind, proposed: row.proposed,
        fields: row.fields, status: row.status, collectionYear: row.collection_year,
      }
      const list = found.get(row.child_id)
      if (list === undefined) found.set(row.child_id, [one])
      else list.push(one)
    }
    return found
  }

  /** Codes of held children with a fact in force during a year of the return, in a table it brought, that it never names. */
  async #childrenNotNamed(scopes: readonly ReturnScope[]): Promise<readonly string[]> {
    const parts: string[] = []
    for (const scope of scopes) {
      const from = writeSqlDate(collectionYearStart(scope.collectionYear))
      const to = writeSqlDate(collectionYearEnd(scope.collectionYear))
      for (const name of scope.tables) {
        const { inForce, fields } = factTypes[name]
        if (inForce === 'always') continue
        if (inForce === 'in its year') {
          parts.push('collectionYear' in fields
            ? `select child_id from ${name} where authority_id = $1 and superseded_at is null and collection_year = ${scope.collectionYear}`
            : `select child_id from ${name} fact join return_import import using (authority_id, import_id)
               where authority_id = $1 and superseded_at is null
               and coalesce((files -> source_file ->> 'collectionYear')::smallint, collection_year) = ${scope.collectionYear}`)
          continue
        }
        const start = columnName(inForce.from)
        const end = columnName(inForce.to)
        parts.push(
          `select child_id from ${name} where authority_id = $1 and superseded_at is null
           and ${start} <= date '${to}' and (${end} is null or ${end} >= date '${from}')`,
        )
      }
    }
    if (parts.length === 0) return []
    const { rows } = await this.#client.query<{ code: string }>(
      `select code from child where authority_id = $1 and child_id in (${parts.join(' union ')}) order by code`,
      [this.#identity.authorityId],
    )
    return this.#staging.notNamed(rows.map((row) => row.code))
  }

  async write(changes: readonly ChildChange[]): Promise<void> {
    const { authorityId, importId, personId, recordedAt } = this.#identity
    const children = new CopyBuffer('child', ['child_id', 'code'], { authority_id: authorityId, recorded_at: recordedAt, import_id: importId })
    const differences = new CopyBuffer('difference', [
      'difference_id', 'child_id', 'fact_type', 'kind', 'held_fact_id', 'proposed', 'fields', 'source_file', 'source_row',
    ], { authority_id: authorityId, import_id: importId, raised_at: recordedAt })
    const facts = new Map<FactName, CopyBuffer>()
    const derived = new DerivedWriter(authorityId)
    const rederived: ChildId[] = []
    for (const change of changes) {
      if (change.isNew) {
        children.add(`${change.childId}\t${copyText(change.code)}`)
      }
      for (const fact of change.facts) {
        let buffer = facts.get(fact.type)
        if (buffer === undefined) {
          buffer = new CopyBuffer(fact.type, layouts[fact.type].rowColumns, {
            authority_id: authorityId, recorded_at: recordedAt, recorded_by: personId, import_id: importId,
          })
          facts.set(fact.type, buffer)
        }
        const { kinds } = layouts[fact.type]
        let cells = ''
        for (let i = 0; i < kinds.length; i += 1) cells += `\t${copyValue(kinds[i] ?? 'text', fact.values[i] ?? null)}`
        const superseded = fact.superseded ? recordedAt : '\\N'
        buffer.add(
          `${change.childId}\t${fact.factId}${cells}\t${fact.file}\t${fact.row}\t${superseded}\t${fact.supersededBy ?? '\\N'}`,
        )
      }
      for (const one of change.differences) {
        const row = one.kind === 'changed' ? one.row : null
        const proposed = one.kind === 'changed' ? copyText(JSON.stringify(one.proposed)) : '\\N'
        const fields = one.kind === 'changed' ? one.fields : []
        differences.add(
          `${one.differenceId}\t${change.childId}\t${one.held.type}\t${one.kind}\t${one.heldFactId}\t${proposed}\t{${fields.join(',')}}\t${row?.file ?? '\\N'}\t${row?.row ?? '\\N'}`,
        )
      }
      if (change.derived !== null) {
        derived.add({ childId: change.childId, code: change.code, derived: change.derived })
        if (!change.isNew) rederived.push(change.childId)
      }
    }
    await this.#sent
    await this.#supersede(changes)
    children.flush(this.#bulk)
    for (const name of factNames) facts.get(name)?.flush(this.#bulk)
    differences.flush(this.#bulk)
    await derived.flush(this.#client, this.#bulk, rederived)
    this.#sent = this.#bulk.send()
    // Whoever writes next, or finishes, is told of a failure.
    this.#sent.catch(() => {})
  }

  async finish(): Promise<void> {
    await this.#sent
  }

  async #supersede(changes: readonly ChildChange[]): Promise<void> {
    const { authorityId, recordedAt } = this.#identity
    const byType = new Map<FactName, { children: ChildId[]; old: FactId[]; next: FactId[]; last: FactId[] }>()
    for (const change of changes) {
      // This year's return may have replaced at once what last year's put in a held fact's place.
      const onward = new Map(change.facts.map((fact) => [fact.factId, fact.supersededBy]))
      for (const one of change.superseded) {
        const list = byType.get(one.type) ?? { children: [], old: [], next: [], last: [] }
        list.children.push(change.childId)
        list.old.push(one.factId)
        list.next.push(one.by)
        let last = one.by
        for (let by = onward.get(last); by !== null && by !== undefined; by = onward.get(last)) last = by
        list.last.push(last)
        byType.set(one.type, list)
      }
    }
    for (const [type, list] of byType) {
      await this.#client.query(
        `update ${type} fact set superseded_at = $2, superseded_by = given.next
         from unnest($3::uuid[], $4::uuid[], $5::uuid[]) as given(child_id, old, next)
         where fact.authority_id = $1 and fact.child_id = given.child_id and fact.fact_id = given.old`,
        [authorityId, recordedAt, list.children, list.old, list.next],
      )
      // A question about a fact stays a question about the fact that took its place.
      await this.#client.query(
        `update difference set held_fact_id = given.next
         from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as given(child_id, old, next)
         where authority_id = $1 and difference.child_id = given.child_id and held_fact_id = given.old
           and status in ('open', 'kept')`,
        [authorityId, list.children, list.old, list.last],
      )
    }
    const overtaken = changes.flatMap((change) => change.overtaken)
    if (overtaken.length > 0) {
      await this.#client.query(
        `update difference set status = 'overtaken', decided_at = $2 where authority_id = $1 and difference_id = any($3::uuid[])`,
        [authorityId, recordedAt, overtaken],
      )
    }
  }
}
