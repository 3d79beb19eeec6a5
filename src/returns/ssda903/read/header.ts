/**
 * Which table a CSV file is, told from its header and never from its name, and where its columns stand.
 */
import Papa from 'papaparse'
import { knownColumns, tables, type Table } from '../tables.ts'
import { otherDate, slashDate } from './dates.ts'
import { shown } from './notes.ts'

export interface CsvShape {
  readonly table: Table
  /** Column names, tidied, without the empty ones at the end. */
  readonly columns: readonly string[]
  /** Cells of the header row, empty ones at the end counted. */
  readonly cells: number
  /** Row of the header as a spreadsheet numbers it. */
  readonly headerRow: number
  readonly delimiter: Delimiter
  readonly newline: '\n' | '\r'
  /** Columns of the table that the file has not. */
  readonly missing: readonly string[]
  /** Columns of the file that the table has not. */
  readonly extra: readonly string[]
}

export type Delimiter = ',' | ';' | '\t'

export type HeaderReading =
  | { readonly kind: 'table'; readonly shape: CsvShape }
  | { readonly kind: 'refused'; readonly row: number | null; readonly column: string | null; readonly words: string; readonly fix: string }

const delimiters: readonly Delimiter[] = [',', ';', '\t']
const tableNames = tables.map(({ name }) => name).join(', ')

/** A header and some rows after it; more is looked at only when all of this is blank. */
const ENOUGH = 8192

/** Recognises a file by its beginning. `needed`: the columns of a table without which it is refused. */
export function readHeader(
  beginning: string, collectionYear: number, needed = ({ required }: Table): readonly string[] => required,
): HeaderReading {
  const start = beginning.slice(0, ENOUGH)
  const head = start.trim() === '' ? beginning : start
  const newline = !head.includes('\n') && head.includes('\r') ? '\r' : '\n'
  const readings = delimiters.map((delimiter) => firstRows(head, delimiter, newline))
  const best = readings.reduce((a, b) => (known(b) > known(a) || (known(b) === known(a) && width(b) > width(a)) ? b : a))
  if (best.first === undefined) {
    return refused(null, 'The file is empty.', 'Give the file that holds the table, or leave it out if there is none.')
  }
  const columns = best.first.cells.map(tidy)
  const table = recognise(columns)
  if (table === undefined) return unrecognised(best, columns, collectionYear)
  return shapeOf(table, columns, best, newline, needed(table))
}

interface FirstRows {
  readonly delimiter: Delimiter
  /** The first row with anything in it. */
  readonly first: { readonly cells: readonly string[]; readonly row: number } | undefined
  readonly rows: readonly (readonly string[])[]
}

function firstRows(head: string, delimiter: Delimiter, newline: string): FirstRows {
  const { data: rows } = Papa.parse<string[]>(head, { delimiter, newline: newline as '\n' | '\r', preview: 200 })
  const at = rows.findIndex((cells) => cells.some((cell) => tidy(cell) !== ''))
  const cells = rows[at]
  return { delimiter, rows, first: cells === undefined ? undefined : { cells, row: at + 1 } }
}

const tidy = (cell: string): string => cell.trim().replace(/^"(.*)"$/, '$1').trim().toUpperCase()
const known = ({ first }: FirstRows): number => new Set(first?.cells.map(tidy).filter((c) => knownColumns.has(c))).size
const width = ({ first }: FirstRows): number => first?.cells.length ?? 0

/** The table with most of its own columns among these; undefined when there is none, or two alike. */
function recognise(columns: readonly string[]): Table | undefined {
  const held = new Set(columns)
  const scores = tables
    .map((table) => ({ table, score: table.distinctive.filter((column) => held.has(column)).length }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scores
  return first !== undefined && first.score > 0 && first.score !== second?.score ? first.table : undefined
}

function shapeOf(
  table: Table, all: readonly string[], { first, delimiter }: FirstRows, newline: '\n' | '\r', required: readonly string[],
): HeaderReading {
  const headerRow = first?.row ?? 1
  const columns = all.slice(0, all.findLastIndex((column) => column !== '') + 1)
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at)
  if (twice !== undefined && table.columns.includes(twice)) {
    return refused(headerRow, `The column ${twice} is there twice.`, `Keep one column ${twice} and take the other away.`, twice)
  }
  const missing = table.columns.filter((column) => !columns.includes(column))
  const needed = required.find((column) => missing.includes(column))
  if (needed !== undefined) {
    return refused(
      headerRow, `This is the ${table.name} table, and its column ${needed} is missing.`,
      `Add the column ${needed}. The table has the columns ${table.columns.join(', ')}.`, needed,
    )
  }
  const extra = columns.filter((column) => !table.columns.includes(column))
  return { kind: 'table', shape: { table, columns, cells: all.length, headerRow, delimiter, newline, missing, extra } }
}

function unrecognised({ first, rows }: FirstRows, columns: readonly string[], year: number): HeaderReading {
  const row = first?.row ?? 1
  const headerAt = rows.findIndex((cells, at) => at >= row && recognise(cells.map(tidy)) !== undefined)
  if (headerAt >= 0) {
    return refused(row, `The column names are in row ${headerAt + 1}, below other text.`, `Delete the rows above row ${headerAt + 1}.`)
  }
  if (columns.some((cell) => slashDate(cell) !== undefined || otherDate(cell, year).kind === 'date')) {
    const like = tables.find((table) => table.columns.length === columns.length) ?? tables[0]
    return refused(
      row, 'The first row holds data: there are no column names.',
      `Put the column names in the first row, such as ${like?.columns.join(',')}.`,
    )
  }
  const seen = columns.filter((column) => column !== '').slice(0, 20).map(shown).join(', ')
  return refused(
    row, `This is no table of the SSDA903 return: its columns are ${seen}.`,
    `Give files with the columns of the return's tables: ${tableNames}.`,
  )
}

const refused = (row: number | null, words: string, fix: string, column: string | null = null): HeaderReading => ({
  kind: 'refused', row, column, words, fix,
})
