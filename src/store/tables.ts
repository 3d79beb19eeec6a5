/** The tables as Kysely and the measures see them. Facts by the declarations; derived intervals by hand. */
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type Dialect, type DatabaseConnection, type QueryResult, type CompiledQuery, type Driver } from 'kysely'
import type pg from 'pg'
import type { ChildId, FactId } from '../core/facts/factType.ts'
import type { LocalDate } from '../core/time/localDate.ts'

interface Owned {
  authority_id: number
}

interface OfChild extends Owned {
  child_id: ChildId
}

/** Half-open: `to_on` is null here while the span is open (`infinity` in the table). */
interface Span {
  from_on: LocalDate
  to_on: LocalDate | null
}

interface FactRow extends OfChild {
  fact_id: FactId
  recorded_at: string
  superseded_at: string | null
}

export interface Tables {
  authority: { authority_id: number; name: string; demonstration: boolean }
  child: OfChild & { code: string }
  worker: Owned & { worker: string; name: string; team: string }
  return_import: Owned & {
    import_id: string; collection_year: number; with_last_year: boolean; started_by: string; started_at: string
    finished_at: string | null; status: string; cancel_asked_at: string | null; stage: string; done_count: number
    total_count: number | null; refusal: string | null
  }
  difference: OfChild & { difference_id: string; import_id: string; status: string; kind: string; fact_type: string }
  child_details: FactRow & { sex: string | null; born_on: LocalDate; ethnicity: string | null }
  review: FactRow & { held_on: LocalDate; participation: string | null }
  adoption: FactRow & {
    decided_on: LocalDate | null; matched_on: LocalDate | null; by_foster_carer: string | null
  }
  adoption_decision: FactRow & { decided_on: LocalDate; ceased_on: LocalDate | null }
  unaccompanied_child: FactRow & { ceased_on: LocalDate | null }
  episode: FactRow & {
    started_on: LocalDate; ended_on: LocalDate | null; legal_status: string | null; placement_type: string | null
    reason_new_episode: string | null; reason_episode_ceased: string | null
  }
  period_of_care: OfChild & Span & { number: number; kind: string; start_known: boolean; end_reason: string | null }
  home: OfChild & Span & {
    period_number: number; number: number; placement_type: string | null; placement_provider: string | null
    postcode: string | null; urn: string | null; end_reason: string | null
  }
  permanence_achieved: OfChild & {
    period_number: number; route: string; achieved_on: LocalDate; days_from_entry: number | null
  }
  clock_occurrence: OfChild & {
    rule: string; version: number; period_number: number; sequence: number; trigger_on: LocalDate | null
    due_on: LocalDate | null; ending: string; ended_on: LocalDate | null
  }
  standing: OfChild & Span & {
    code: string; born_on: LocalDate | null; sex: string | null; period_number: number; in_care_since: LocalDate
    start_known: boolean; legal_status: string | null; legal_status_since: LocalDate; placement_type: string | null
    home_since: LocalDate; home_number: number; away: string | null; route: string | null; legal: string
    physical: string; permanence_achieved: boolean; next_due_on: LocalDate | null; next_due_rule: string | null
    drift_from_on: LocalDate | null; drift_rule: string | null; worker: string | null; unaccompanied: boolean
  }
}

export type Db = Kysely<Tables>

/** A statement as it is sent: planned each time, or once (`prepared.ts`). */
type Asked = (text: string, values: readonly unknown[]) => pg.QueryConfig

const plannedEachTime: Asked = (text, values) => ({ text, values: [...values] })

/** Runs Kysely on the client of a transaction that is already open and scoped; it opens and ends none of its own. */
class OneClient implements Driver {
  readonly #connection: DatabaseConnection

  constructor(client: pg.ClientBase, asked: Asked) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, rowCount } = await client.query(asked(query.sql, query.parameters))
        return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
      },
      // eslint-disable-next-line require-yield
      async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
        throw new Error('stream through a cursor instead')
      },
    }
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
  async beginTransaction(): Promise<void> {
    throw new Error('the transaction is already open')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
}

/** Typed queries on the client of an open transaction, each planned for its own values unless told otherwise. */
export function queriesOn(client: pg.ClientBase, asked: Asked = plannedEachTime): Db {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OneClient(client, asked),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
  return new Kysely<Tables>({ dialect })
}
