/** The facts of one CSV file: its rows held to the width of their header and read one by one. */
import { csvRows, type CsvFile } from './csvRows.ts'
import type { CsvShape } from './header.ts'
import { counted, type FileNotes } from './notes.ts'
import { layoutOf, rowReader, type ReturnRow, type RowContext } from './row.ts'

export interface CsvReading extends CsvFile {
  readonly context: RowContext
  readonly push: (row: ReturnRow) => void | Promise<void>
}

/** Reads a file whose header is known; gives how many rows held facts. */
export async function readCsv(reading: CsvReading): Promise<number> {
  const { shape, push, context } = reading
  sayWhatIsOdd(shape, context.notes)
  const table = tableRows(shape, context)
  let facts = 0
  const whole = await csvRows(reading, (cells, row) => {
    const fact = table.read(cells, row)
    if (fact === undefined) return undefined
    facts += 1
    return push(fact)
  })
  if (!whole) return facts
  table.finish()
  if (facts === 0 && !table.met()) sayNoRows(shape, context.notes)
  return facts
}

/** That a table has column names and nothing under them. */
export function sayNoRows({ table }: CsvShape, notes: FileNotes): void {
  notes.say('remark', `The file has column names and no rows: nothing is known of ${table.name}.`)
}

interface TableRows {
  read(cells: readonly string[], row: number): ReturnRow | undefined
  /** Whether any row had anything in it. */
  met(): boolean
  finish(): void
}

/** Whether a cell has nothing in it. */
export const isBlank = (cell: string): boolean => cell === '' || cell.trim() === ''

/** Holds rows to the width of the header, so that no value can slip into a neighbour's column. */
function tableRows(shape: CsvShape, context: RowContext): TableRows {
  const { notes } = context
  const width = shape.columns.length
  const reader = rowReader(layoutOf(shape.table.type, shape.columns), context)
  const commas = delimiterWords(shape)
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
      if (cells.length === width && cells[0] !== '') any = true
      else if (!fits(cells, row)) return undefined
      return reader.read(cells, row)
    },
    met: () => any,
    finish: () => reader.finish(),
  }
}

/** What stands between the cells, in words. */
export const delimiterWords = ({ delimiter }: CsvShape): string =>
  delimiter === ',' ? 'commas' : delimiter === ';' ? 'semicolons' : 'tabs'

/** What the header shows to be unusual, though it can be read. `absent`: what follows for a column that is not there. */
export function sayWhatIsOdd(shape: CsvShape, notes: FileNotes, absent = 'not in the file, taken as blank:'): void {
  const { delimiter, missing, extra, table } = shape
  if (delimiter !== ',') {
    notes.say('mend', `The columns are separated by ${delimiterWords(shape)} instead of commas, and were read so.`)
  }
  const listed = (columns: readonly string[]): string =>
    columns.slice(0, 20).map((column) => (column === '' ? '(no name)' : column.slice(0, 40))).join(', ') +
    (columns.length > 20 ? ' and others' : '')
  if (missing.length > 0) {
    notes.say('remark', `${missing.length === 1 ? 'A column of' : 'Columns of'} ${table.name} ${absent} ${listed(missing)}.`)
  }
  if (extra.length > 0) {
    notes.say('remark', `${extra.length === 1 ? 'A column' : 'Columns'} that ${table.name} does not have, not read: ${listed(extra)}.`)
  }
}
