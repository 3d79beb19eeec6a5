/** The rows of one CSV file, streamed: never more than a piece of it in memory, whatever its size. */
import Papa from 'papaparse'
import { textOf, type Encoding } from './encoding.ts'
import type { CsvShape } from './header.ts'
import type { Limits } from './limits.ts'
import { counted, type FileNotes } from './notes.ts'
import { layoutOf, rowReader, type ReturnRow, type RowContext } from './row.ts'
import type { ByteSource } from './sources.ts'

export interface CsvReading {
  readonly source: ByteSource
  readonly encoding: Encoding
  readonly shape: CsvShape
  readonly context: RowContext
  readonly limits: Limits
  readonly signal: AbortSignal | undefined
  readonly push: (row: ReturnRow) => void | Promise<void>
  readonly onBytes: (count: number) => void
}

/** Reads a file whose header is known; gives how many rows held facts. */
export async function readCsv(reading: CsvReading): Promise<number> {
  const { source, encoding, shape, limits, signal, push, onBytes } = reading
  const { notes } = reading.context
  sayWhatIsOdd(shape, notes)
  const table = tableRows(shape, reading.context)
  // The parser that papaparse streams with: it stops before an unfinished row and says where, so quoted new lines
  // and pieces that end anywhere are its business, and waiting for the store ours.
  const parser = new Papa.Parser({ delimiter: shape.delimiter, newline: shape.newline })
  let unfinished = ''
  let facts = 0
  let row = 0

  const readPiece = async (text: string, last: boolean): Promise<boolean> => {
    const parsed: ParsedPiece = parser.parse(text, 0, !last)
    const torn = parsed.errors.find((error) => error.row < parsed.data.length)
    const rows = torn === undefined ? parsed.data : parsed.data.slice(0, torn.row)
    for (const cells of rows) {
      row += 1
      if (row <= shape.headerRow) continue
      const fact = table.read(cells, row)
      if (fact === undefined) continue
      facts += 1
      const waiting = push(fact)
      if (waiting !== undefined) await waiting
    }
    if (torn !== undefined) {
      notes.refuse(
        'A quotation mark is not closed, so the rows from here on cannot be told apart.',
        'Close or take away the quotation mark in this row; a quotation mark inside a value is written twice.',
        { row: row + 1 },
      )
      return false
    }
    unfinished = last ? '' : text.slice(parsed.meta.cursor)
    return true
  }

  for await (const text of textOf(source, encoding, signal, onBytes)) {
    if (!(await readPiece(unfinished === '' ? text : unfinished + text, false))) return facts
    if (unfinished.length > limits.lineCharacters) {
      notes.refuse(
        `A row is longer than ${limits.lineCharacters.toLocaleString('en-GB')} characters: a quotation mark may not be closed.`,
        'Look at the quotation marks and line ends of the file from this row on.',
        { row: row + 1 },
      )
      return facts
    }
  }
  if (unfinished !== '' && !(await readPiece(unfinished, true))) return facts
  table.finish()
  if (facts === 0 && !table.met()) notes.say('remark', `The file has column names and no rows: nothing is known of ${shape.table.name}.`)
  return facts
}

interface ParsedPiece {
  readonly data: string[][]
  readonly errors: readonly { readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

interface TableRows {
  read(cells: string[], row: number): ReturnRow | undefined
  /** Whether any row had anything in it. */
  met(): boolean
  finish(): void
}

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === ''

/** Holds rows to the width of the header, so that no value can slip into a neighbour's column. */
function tableRows(shape: CsvShape, context: RowContext): TableRows {
  const { notes } = context
  const width = shape.columns.length
  const reader = rowReader(layoutOf(shape.table.type, shape.columns), context)
  const commas = shape.delimiter === ',' ? 'commas' : shape.delimiter === ';' ? 'semicolons' : 'tabs'
  let any = false
  if (shape.cells > width) trailing(shape.headerRow)

  function trailing(row: number): void {
    notes.gather('mend', 'trailing', `Empty cells after the last column (extra ${commas}) were left out.`, row, null, null)
  }

  function fits(cells: readonly string[], row: number): boolean {
    if (cells.every(isBlank)) {
      if (cells.length > 1) notes.gather('remark', 'only commas', `Rows of nothing but ${commas} were left out.`, row, null, null)
      return false
    }
    any = true
    if (cells.length < width) {
      notes.refuse(
        `The row has ${counted(cells.length, 'value')} where the header names ${counted(width, 'column')}.`,
        `Make the row as long as the header, with ${commas} for blank values, so that each value stands under its column.`,
        { row },
      )
      return false
    }
    const over = cells.findLastIndex((cell) => !isBlank(cell))
    if (over >= width) {
      notes.refuse(
        `The row has ${counted(over + 1, 'value')} where the header names ${counted(width, 'column')}.`,
        'Take away what is too much, or put a value that holds a comma in quotation marks, so that each value stands under its column.',
        { row, value: cells[over] ?? '' },
      )
      return false
    }
    if (cells.length > width) trailing(row)
    return true
  }

  return {
    read(cells, row) {
      // Lines are split at LF alone, so that files of mixed line ends come apart rightly; the CR is left on the last cell.
      const lastAt = cells.length - 1
      const last = cells[lastAt] ?? ''
      if (last.charCodeAt(last.length - 1) === 13) cells[lastAt] = last.slice(0, -1)
      if (cells.length === width && cells[0] !== '') any = true
      else if (!fits(cells, row)) return undefined
      return reader.read(cells, row)
    },
    met: () => any,
    finish: () => reader.finish(),
  }
}

/** What the header shows to be unusual, though it can be read. */
function sayWhatIsOdd({ delimiter, missing, extra, table }: CsvShape, notes: FileNotes): void {
  if (delimiter !== ',') {
    notes.say('mend', `The columns are separated by ${delimiter === ';' ? 'semicolons' : 'tabs'} instead of commas, and were read so.`)
  }
  const listed = (columns: readonly string[]): string =>
    columns.slice(0, 20).map((column) => (column === '' ? '(no name)' : column.slice(0, 40))).join(', ') +
    (columns.length > 20 ? ' and others' : '')
  if (missing.length > 0) {
    notes.say('remark', `${missing.length === 1 ? 'A column of' : 'Columns of'} ${table.name} not in the file, taken as blank: ${listed(missing)}.`)
  }
  if (extra.length > 0) {
    notes.say('remark', `${extra.length === 1 ? 'A column' : 'Columns'} that ${table.name} does not have, not read: ${listed(extra)}.`)
  }
}
