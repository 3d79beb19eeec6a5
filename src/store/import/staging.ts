/**
 * Rows of a return, staged in a temporary table as they are read and given back child by child.
 *
 * The table belongs to the transaction: it vanishes with it. Postgres sorts it, on disk when it must, so that the memory of
 * the process does not grow with the file.
 */
import type pg from 'pg'
import type { FieldValue } from '../../core/facts/factType.ts'
import { factNames, type FactName } from '../../core/facts/factTypes.ts'
import type { IncomingRow } from '../../core/reconciliation/reconcileChild.ts'
import { from as copyFrom } from 'pg-copy-streams'
import { finished } from 'node:stream/promises'
import { copyText } from '../copyIn.ts'
import { layouts } from '../factColumns.ts'

const SEPARATOR = '\u001f'
const separators = /\u001f/g
const FLUSH_AT = 4_000_000

export interface StagedRow {
  readonly type: FactName
  readonly childCode: string
  readonly values: readonly FieldValue[]
  readonly file: number
  readonly row: number
}

const typeNumber = Object.fromEntries(factNames.map((name, i) => [name, i])) as Readonly<Record<FactName, number>>

const packers = factNames.map((name) =>
  layouts[name].kinds.map((kind) => (kind === 'date' || kind === 'year' ? 'number' : 'text')),
)

function pack(values: readonly FieldValue[]): string {
  let cells = ''
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]
    if (i > 0) cells += SEPARATOR
    if (value === null || value === undefined) continue
    cells += typeof value === 'string' && value.includes(SEPARATOR) ? value.replace(separators, ' ') : value
  }
  return cells
}

function unpack(type: number, cells: string): readonly FieldValue[] {
  const kinds = packers[type] ?? []
  const parts = cells.split(SEPARATOR)
  const values: FieldValue[] = new Array(kinds.length)
  for (let i = 0; i < kinds.length; i += 1) {
    const part = parts[i] ?? ''
    values[i] = part === '' ? null : kinds[i] === 'number' ? Number(part) : part
  }
  return values
}

/** One child's rows, by collection year. */
export interface StagedRows {
  readonly code: string
  readonly years: readonly { readonly collectionYear: number; readonly rows: readonly IncomingRow[] }[]
}

export class Staging {
  readonly #client: pg.ClientBase
  #waiting: string[] = []
  #characters = 0

  private constructor(client: pg.ClientBase) {
    this.#client = client
  }

  /** Makes the temporary table of this transaction. */
  static async open(client: pg.ClientBase): Promise<Staging> {
    await client.query(`create temp table staged (
      child_code text collate "C" not null, collection_year smallint not null, type smallint not null,
      file smallint not null, row integer not null, cells text not null) on commit drop`)
    return new Staging(client)
  }

  /** Stages a row. Gives a promise to wait for when enough rows have gathered to be sent, else nothing. */
  add(collectionYear: number, row: StagedRow): Promise<void> | undefined {
    const line = `${copyText(row.childCode)}\t${collectionYear}\t${typeNumber[row.type]}\t${row.file}\t${row.row}\t${copyText(pack(row.values))}\n`
    this.#waiting.push(line)
    this.#characters += line.length
    return this.#characters > FLUSH_AT ? this.finish() : undefined
  }

  /** Sends what is still waiting. */
  async finish(): Promise<void> {
    const text = this.#waiting.join('')
    this.#waiting = []
    this.#characters = 0
    const stream = this.#client.query(copyFrom('copy staged (child_code, collection_year, type, file, row, cells) from stdin'))
    stream.end(text)
    await finished(stream)
  }

  /** How many children the staged rows name. */
  async countChildren(): Promise<number> {
    const { rows } = await this.#client.query<{ n: number }>('select count(distinct child_code) as n from staged')
    return rows[0]?.n ?? 0
  }

  /** Every child with its rows, in batches of at most `size` children. */
  async *children(size: number): AsyncGenerator<readonly StagedRows[]> {
    // A cursor of SQL's own, fetched a part at a time: between fetches the connection is free for the batch's other work.
    await this.#client.query(
      `declare staged_rows no scroll cursor for select child_code, collection_year, type, file, row, cells from staged
       order by child_code, collection_year, type, file, row`,
    )
    let batch: StagedRows[] = []
    let code: string | null = null
    let years: { collectionYear: number; rows: IncomingRow[] }[] = []
    for (;;) {
      const { rows } = await this.#client.query<[string, number, number, number, number, string]>({
        text: 'fetch forward 5000 from staged_rows', rowMode: 'array',
      })
      for (const [childCode, collectionYear, type, file, row, cells] of rows) {
        if (childCode !== code) {
          if (code !== null) batch.push({ code, years })
          code = childCode
          years = []
          if (batch.length >= size) {
            yield batch
            batch = []
          }
        }
        let year = years[years.length - 1]
        if (year === undefined || year.collectionYear !== collectionYear) {
          year = { collectionYear, rows: [] }
          years.push(year)
        }
        const name = factNames[type]
        if (name !== undefined) year.rows.push({ type: name, values: unpack(type, cells), file, row })
      }
      if (rows.length === 0) break
    }
    await this.#client.query('close staged_rows')
    if (code !== null) batch.push({ code, years })
    if (batch.length > 0) yield batch
  }
}
