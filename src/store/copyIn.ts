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

/** Rows waiting to be copied into one table. */
export class CopyBuffer {
  readonly #statement: string
  #lines: string[] = []
  #size = 0

  constructor(table: string, columns: readonly string[]) {
    this.#statement = `copy ${table} (${columns.join(', ')}) from stdin`
  }

  /** Adds a row that is already escaped and joined by tabs. */
  add(line: string): void {
    this.#lines.push(line)
    this.#size += line.length + 1
  }

  /** Characters waiting. */
  get size(): number {
    return this.#size
  }

  /** Sends what waits, if anything. */
  async flush(client: pg.ClientBase): Promise<void> {
    if (this.#lines.length === 0) return
    const text = `${this.#lines.join('\n')}\n`
    this.#lines = []
    this.#size = 0
    const stream = client.query(copyFrom(this.#statement))
    stream.end(text)
    await finished(stream)
  }
}
