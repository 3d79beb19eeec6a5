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
  return date === null ? '\\N' : writeSqlDate(date)
}

/** Temporary tables that a connection has already: they are emptied at commit and used again by the next import. */
const made = new WeakMap<pg.ClientBase, Set<string>>()

/**
 * Sends lines into a table by way of a temporary one: COPY is not allowed into tables under row-level security, and an
 * insert from a temporary table was measured as fast as COPY itself, and twice as fast as arrays sent to `unnest`.
 */
export async function copyInto(client: pg.ClientBase, table: string, columns: readonly string[], text: string): Promise<void> {
  const list = columns.join(', ')
  const incoming = `pg_temp.incoming_${table}`
  const known = made.get(client) ?? new Set<string>()
  made.set(client, known)
  if (!known.has(table)) {
    await client.query(`create temp table if not exists incoming_${table} on commit delete rows as select ${list} from ${table} with no data`)
    known.add(table)
  }
  const stream = client.query(copyFrom(`copy ${incoming} (${list}) from stdin`))
  stream.end(text)
  await finished(stream)
  await client.query(`insert into ${table} (${list}) select ${list} from ${incoming}; truncate ${incoming}`)
}

/** Rows waiting to be copied into one table. */
export class CopyBuffer {
  readonly #table: string
  readonly #columns: readonly string[]
  #lines: string[] = []

  constructor(table: string, columns: readonly string[]) {
    this.#table = table
    this.#columns = columns
  }

  /** Adds a row that is already escaped and joined by tabs. */
  add(line: string): void {
    this.#lines.push(line)
  }

  /** Sends what waits, if anything. */
  async flush(client: pg.ClientBase): Promise<void> {
    if (this.#lines.length === 0) return
    const text = `${this.#lines.join('\n')}\n`
    this.#lines = []
    await copyInto(client, this.#table, this.#columns, text)
  }
}
