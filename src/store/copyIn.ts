/** Bulk writing by COPY: rows are gathered as text and sent in one go. */
import pg from 'pg'
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

interface Load {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: Buffer
  readonly constants: Constants
}

/**
 * Bulk writing inside one transaction. Rows go in by way of a temporary table, since COPY is not allowed into tables
 * under row-level security, and what waits goes in one message with the statements of every table: waiting for the
 * server's answer between a truncate, a copy and an insert took longer than the work itself (ADR 5).
 */
export class Bulk {
  readonly #client: pg.ClientBase
  /** Tables that have a temporary one in this transaction. */
  readonly #made = new Set<string>()
  #waiting: Load[] = []

  constructor(client: pg.ClientBase) {
    this.#client = client
  }

  /** Lays rows ready for a table. `constants` are columns with the same value in every row: sent once, not once a row. */
  add(table: string, columns: readonly string[], rows: Buffer, constants: Constants): void {
    this.#waiting.push({ table, columns, rows, constants })
  }

  /** Writes what waits, table by table in the order in which it was added. Rejects with the server's error. */
  async send(): Promise<void> {
    const loads = this.#waiting
    this.#waiting = []
    if (loads.length === 0) return
    const statements = loads.map((load) => this.#statements(load)).join(';\n')
    await new Promise<void>((resolve, reject) => {
      this.#client.query(new Loading(statements, loads.map((load) => load.rows), (error) => {
        if (error === null) resolve()
        else reject(error)
      }))
    })
  }

  #statements({ table, columns, constants }: Load): string {
    const list = columns.join(', ')
    const incoming = `pg_temp.incoming_${table}`
    const empty = this.#made.has(table)
      ? `truncate ${incoming}`
      // Another bulk of the same transaction may have made one with other columns.
      : `drop table if exists ${incoming}; create temp table incoming_${table} on commit drop as select ${list} from ${table} with no data`
    this.#made.add(table)
    const names = Object.keys(constants)
    return `${empty};
copy ${incoming} (${list}) from stdin;
insert into ${table} (${[list, ...names].join(', ')}) select ${[list, ...names.map((name) => literal(constants[name]))].join(', ')}
  from ${incoming}`
  }
}

function literal(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return 'null'
  return typeof value === 'number' ? String(value) : pg.escapeLiteral(value)
}

/**
 * Several statements in one message, the data of their COPYs right behind it: PostgreSQL reads each COPY's data when it
 * comes to it, and passes over the rest when a statement before it failed.
 */
class Loading implements pg.Submittable {
  readonly text: string
  readonly #data: readonly Buffer[]
  readonly #done: (error: Error | null) => void

  constructor(text: string, data: readonly Buffer[], done: (error: Error | null) => void) {
    this.text = text
    this.#data = data
    this.#done = done
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection
    stream.cork()
    connection.query(this.text)
    for (const rows of this.#data) {
      const head = Buffer.from('d\0\0\0\0')
      head.writeUInt32BE(rows.length + 4, 1)
      stream.write(head)
      stream.write(rows)
      stream.write(copyDone)
    }
    stream.uncork()
  }

  handleCopyInResponse(): void {}

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#done(error)
  }

  handleReadyForQuery(): void {
    this.#done(null)
  }
}

const copyDone = Buffer.from('c\0\0\0\u0004')
const NEWLINE = 10

/** Rows waiting to be copied into one table: written out at once, so that their text need not be kept. */
export class CopyBuffer {
  readonly #table: string
  readonly #columns: readonly string[]
  readonly #constants: Constants
  #bytes = Buffer.alloc(0)
  #length = 0

  constructor(table: string, columns: readonly string[], constants: Constants) {
    this.#table = table
    this.#columns = columns
    this.#constants = constants
  }

  /** Adds a row that is already escaped and joined by tabs. */
  add(line: string): void {
    // A UTF-16 unit is never more than three bytes of UTF-8.
    const most = this.#length + line.length * 3 + 1
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, this.#bytes.length * 2, 16_384))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#length += this.#bytes.write(line, this.#length)
    this.#bytes[this.#length] = NEWLINE
    this.#length += 1
  }

  /** Hands what waits, if anything, to the bulk, which writes it when it sends. */
  flush(bulk: Bulk): void {
    if (this.#length === 0) return
    bulk.add(this.#table, this.#columns, this.#bytes.subarray(0, this.#length), this.#constants)
    this.#bytes = Buffer.alloc(0)
    this.#length = 0
  }
}
