/**
 * Rows of a return, kept aside as they are read and given back child by child.
 *
 * Up to a fixed number of rows they wait in memory. Beyond it they go to a temporary table of the transaction, where
 * Postgres sorts them, on disk when it must: the memory of the process does not grow with the file.
 */
import type pg from 'pg'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { FieldValue } from '../../core/facts/factType.ts'
import { factNames, type FactName } from '../../core/facts/factTypes.ts'
import type { IncomingRow } from '../../core/reconciliation/reconcileChild.ts'
import { copyText } from '../copyIn.ts'
import { layouts } from '../factColumns.ts'

const SEPARATOR = '\u001f'
const separators = new RegExp(SEPARATOR, 'g')
const FLUSH_AT = 4_000_000

/** About 30 MB of rows: a return of some 5,000 children is brought in without being written down first. */
export const rowsInMemory = 60_000

export interface StagedRow {
  readonly type: FactName
  readonly childCode: string
  readonly values: readonly FieldValue[]
  readonly file: number
  readonly row: number
}

interface YearRows {
  readonly collectionYear: number
  readonly rows: IncomingRow[]
}

/** One child's rows, by collection year, oldest first. */
export interface StagedRows {
  readonly code: string
  readonly years: readonly { readonly collectionYear: number; readonly rows: readonly IncomingRow[] }[]
}

const typeNumber = Object.fromEntries(factNames.map((name, i) => [name, i])) as Readonly<Record<FactName, number>>

const isNumber = factNames.map((name) => layouts[name].kinds.map((kind) => kind === 'date' || kind === 'year'))

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
  const numbers = isNumber[type] ?? []
  const parts = cells.split(SEPARATOR)
  return numbers.map((number, i) => {
    const part = parts[i] ?? ''
    return part === '' ? null : number ? Number(part) : part
  })
}

export class Staging {
  readonly #client: pg.ClientBase
  readonly #limit: number
  #held = new Map<string, YearRows[]>()
  #rows = 0
  /** Set once the rows have gone to the table: lines on their way there. */
  #waiting: string[] | null = null
  #characters = 0

  /** Rows beyond `limit` go to a temporary table of the client's transaction. */
  constructor(client: pg.ClientBase, limit: number = rowsInMemory) {
    this.#client = client
    this.#limit = limit
  }

  /** Keeps a row aside. Gives a promise to wait for when rows must be sent first, else nothing. */
  add(collectionYear: number, row: StagedRow): Promise<void> | undefined {
    if (this.#waiting !== null) return this.#send(collectionYear, row.childCode, row)
    const years = this.#held.get(row.childCode)
    if (years === undefined) {
      this.#held.set(row.childCode, [{ collectionYear, rows: [row] }])
    } else {
      const last = years[years.length - 1]
      if (last !== undefined && last.collectionYear === collectionYear) last.rows.push(row)
      else years.push({ collectionYear, rows: [row] })
    }
    this.#rows += 1
    return this.#rows > this.#limit ? this.#moveToTable() : undefined
  }

  async #moveToTable(): Promise<void> {
    const held = this.#held
    this.#held = new Map()
    this.#waiting = []
    await this.#client.query(`create temp table staged (
      child_code text collate "C" not null, collection_year smallint not null, type smallint not null,
      file smallint not null, row integer not null, cells text not null) on commit drop`)
    for (const [code, years] of held) {
      for (const { collectionYear, rows } of years) {
        for (const row of rows) await this.#send(collectionYear, code, row)
      }
    }
  }

  #send(collectionYear: number, code: string, row: IncomingRow): Promise<void> | undefined {
    const line = `${copyText(code)}\t${collectionYear}\t${typeNumber[row.type]}\t${row.file}\t${row.row}\t${copyText(pack(row.values))}\n`
    this.#waiting?.push(line)
    this.#characters += line.length
    return this.#characters > FLUSH_AT ? this.finish() : undefined
  }

  /** Sends what is on its way to the table. Call when the last row has been added. */
  async finish(): Promise<void> {
    if (this.#waiting === null || this.#waiting.length === 0) return
    const text = this.#waiting.join('')
    this.#waiting = []
    this.#characters = 0
    const stream = this.#client.query(copyFrom('copy staged (child_code, collection_year, type, file, row, cells) from stdin'))
    stream.end(text)
    await finished(stream)
  }

  /** How many children the rows name. */
  async countChildren(): Promise<number> {
    if (this.#waiting === null) return this.#held.size
    const { rows } = await this.#client.query<{ n: number }>('select count(distinct child_code) as n from staged')
    return rows[0]?.n ?? 0
  }

  /** Of children's codes, those that no row names. */
  async notNamed(codes: readonly string[]): Promise<readonly string[]> {
    if (this.#waiting === null) return codes.filter((code) => !this.#held.has(code))
    const { rows } = await this.#client.query<{ code: string }>(
      `select code from unnest($1::text[]) as code
       where not exists (select from staged where staged.child_code = code collate "C")`,
      [codes],
    )
    return rows.map((row) => row.code)
  }

  /** Every child with its rows, in batches of at most `size` children. */
  async *children(size: number): AsyncGenerator<readonly StagedRows[]> {
    const all = this.#waiting === null ? this.#fromMemory() : this.#fromTable()
    let batch: StagedRows[] = []
    for await (const child of all) {
      batch.push(child)
      if (batch.length < size) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  }

  *#fromMemory(): Generator<StagedRows> {
    for (const [code, years] of this.#held) yield { code, years }
  }

  async *#fromTable(): AsyncGenerator<StagedRows> {
    // A cursor of SQL's own, fetched a part at a time: between fetches the connection is free for the batch's other work.
    await this.#client.query(
      `declare staged_rows no scroll cursor for select child_code, collection_year, type, file, row, cells from staged
       order by child_code, collection_year, type, file, row`,
    )
    let code: string | null = null
    let years: YearRows[] = []
    for (;;) {
      const { rows } = await this.#client.query<[string, number, number, number, number, string]>({
        text: 'fetch forward 5000 from staged_rows', rowMode: 'array',
      })
      for (const [childCode, collectionYear, type, file, row, cells] of rows) {
        if (childCode !== code) {
          if (code !== null) yield { code, years }
          code = childCode
          years = []
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
    if (code !== null) yield { code, years }
  }
}
