/** Bulk writing by COPY: rows are gathered as text and sent in one go. */
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { finished } from 'node:stream/promises'
import { writeSqlDate } from './postgres.ts'
import type { LocalDate } from '../core/time/localDate.ts'

const special = /[\\\t\n\r]/
const specials = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A text as COPY writes it; null as `\N`. */
export function copyText(value: string | null): string {
  if (value === null) return '\\N'
  return special.test(value) ? value.replace(specials, (found) => escapes[found] ?? found) : value
}

/** A date as COPY writes it; null as `\N`. */
export function copyDate(date: LocalDate | null): string {
  return date === null ? '\\N' : copyDay(date)
}

const written: string[] = []

/** A day as COPY writes it. A return names the same few thousand days over and over: each is written out once. */
export function copyDay(date: LocalDate): string {
  if (date < 0) return writeSqlDate(date)
  return (written[date] ??= writeSqlDate(date))
}

/** The end of a span as COPY writes it: `infinity` while open. */
export function copyEnd(date: LocalDate | null): string {
  return date === null ? 'infinity' : copyDay(date)
}

/** Columns with the same value in every row. */
export type Constants = Readonly<Record<string, string | number | null>>

/**
 * Bulk writing inside one transaction. Lines go in by way of a temporary table: COPY is not allowed into tables under
 * row-level security, and an insert from a temporary table was measured as fast as COPY itself, and twice as fast as
 * arrays sent to `unnest`.
 */
export class Bulk {
  readonly #client: pg.ClientBase
  /** Tables that have a temporary one in this transaction. */
  readonly #made = new Set<string>()

  constructor(client: pg.ClientBase) {
    this.#client = client
  }

  /** `constants` are columns with the same value in every row: sent once, not once a row. */
  async copy(table: string, columns: readonly string[], text: string, constants: Constants): Promise<void> {
    const client = this.#client
    const list = columns.join(', ')
    const incoming = `pg_temp.incoming_${table}`
    if (this.#made.has(table)) await client.query(`truncate ${incoming}`)
    else await client.query(`create temp table incoming_${table} on commit drop as select ${list} from ${table} with no data`)
    this.#made.add(table)
    const stream = client.query(copyFrom(`copy ${incoming} (${list}) from stdin`))
    stream.end(text)
    await finished(stream)
    const names = Object.keys(constants)
    const places = names.map((_, i) => `$${i + 1}`)
    await client.query(
      `insert into ${table} (${[list, ...names].join(', ')}) select ${[list, ...places].join(', ')} from ${incoming}`,
      Object.values(constants),
    )
  }
}

/** Rows waiting to be copied into one table. */
export class CopyBuffer {
  readonly #table: string
  readonly #columns: readonly string[]
  readonly #constants: Constants
  #lines: string[] = []

  constructor(table: string, columns: readonly string[], constants: Constants) {
    this.#table = table
    this.#columns = columns
    this.#constants = constants
  }

  /** Adds a row that is already escaped and joined by tabs. */
  add(line: string): void {
    this.#lines.push(line)
  }

  /** Sends what waits, if anything. */
  async flush(bulk: Bulk): Promise<void> {
    if (this.#lines.length === 0) return
    const text = `${this.#lines.join('\n')}\n`
    this.#lines = []
    await bulk.copy(this.#table, this.#columns, text, this.#constants)
  }
}
