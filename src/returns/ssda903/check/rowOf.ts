/** Makes one row of a table from its cells as written. */
import type { LocalDate } from '../../../core/time/localDate.ts'
import { compact, hasDecimal } from '../read/codes.ts'
import { otherDate, slashDate, type DateMend } from '../read/dates.ts'
import { fieldsOf, tables } from '../tables.ts'
import type { AnyRow, TableName } from './rows.ts'

const dateColumns = new Map<string, ReadonlySet<string>>(
  tables.map(({ name, type }) => [
    name,
    new Set(['DOB', ...fieldsOf(type).flatMap(({ column, kind }) => (kind === 'date' && column !== null ? [column] : []))]),
  ]),
)

/** Whether a column of a table holds dates (the partial date DATE_PERM is a text). */
export function isDateColumn(table: TableName, column: string): boolean {
  return dateColumns.get(table)?.has(column) ?? false
}

export interface RowMaker {
  /** The columns a row has, CHILD first. */
  readonly columns: readonly string[]
  /** `cell` gives the text under a column; '' when there is no such column. */
  make(row: number, cell: (column: string) => string): AnyRow
  /** The same from the cells of a line: `places` says where each of `columns` stands among them, -1 for none. */
  fromCells(row: number, child: string, cells: readonly string[], places: readonly number[]): AnyRow
}

/** Told each cell that was not read just as it stands: a date in another form, a code with a spreadsheet's `.0`. */
export type Mended = (how: DateMend | 'decimal', column: string, text: string) => void

/**
 * Reads rows of one table: texts trimmed and in capitals, dates as day numbers. What spreadsheets do to dates and codes is
 * mended as the importer mends it (see `read/dates.ts`) and `mended` told; what is no date stays beside the row as written,
 * never lost.
 */
export function rowMaker(table: TableName, collectionYear: number, last: boolean, mended: Mended = () => undefined): RowMaker {
  const inCsv = tables.find(({ name }) => name === table)?.columns ?? []
  const columns = ['CHILD', ...inCsv.filter((column) => column !== 'CHILD'), ...(table === 'Header' ? ['UASC'] : [])]
  const isDate = columns.map((column) => isDateColumn(table, column))
  // Every row begins as a copy of this one, so that all of a table have one shape, which the engine reads fastest.
  const blank = {
    table, row: 0, last, unread: null, ...Object.fromEntries(columns.map((column, at) => [column, isDate[at] === true ? null : ''])),
  }
  const texts = columns.map((column) => textReader((text) => mended('decimal', column, text)))
  const everyPlace = columns.map((_, at) => at)
  const width = columns.length

  function fromCells(row: number, child: string, cells: readonly string[], places: readonly number[]): AnyRow {
    const made: Record<string, unknown> = { ...blank }
    made['row'] = row
    made['CHILD'] = child
    let unread: Record<string, string> | null = null
    for (let at = 1; at < width; at += 1) {
      const given = cells[places[at] ?? -1]
      if (given === undefined || given === '') continue
      const column = columns[at] ?? ''
      const reader = texts[at]
      if (isDate[at] !== true) {
        if (reader !== undefined) made[column] = reader.known.get(given) ?? reader.read(given)
        continue
      }
      const plain = slashDate(given)
      if (plain !== undefined) {
        made[column] = plain
        continue
      }
      const text = given.trim()
      const date = text === '' ? null : readDate(text, collectionYear, column, mended)
      if (date === undefined) (unread ??= {})[column] = text
      else made[column] = date
    }
    if (unread !== null) made['unread'] = unread
    return made as unknown as AnyRow
  }

  return {
    columns,
    fromCells,
    make: (row, cell) => fromCells(row, cell('CHILD').trim(), columns.map((column) => cell(column)), everyPlace),
  }
}

/** Enough for every code there is in every case people write; a file of other texts must not fill the memory. */
const REMEMBERED = 2000

interface TextReader {
  /** Texts met before, as given, and what they were read as. */
  readonly known: ReadonlyMap<string, string>
  /** A text not among them. */
  read(given: string): string
}

/**
 * A reader of the texts of one column, trimmed and in capitals. The same text is the same string each time: a return holds
 * the same few codes a million times over, and a code met before is found in its set without being read again.
 */
function textReader(decimal: (text: string) => void): TextReader {
  const known = new Map<string, string>()
  let last = ''
  return {
    known,
    read(given) {
      const text = compact(given.trim().toUpperCase())
      if (hasDecimal(text)) {
        // Not remembered, so that each is told.
        decimal(text)
        return text.slice(0, text.indexOf('.'))
      }
      if (known.size < REMEMBERED) known.set(compact(given), text)
      // A child's rows repeat the postcode and the carer.
      if (text !== last) last = text
      return last
    },
  }
}

function readDate(text: string, collectionYear: number, column: string, mended: Mended): LocalDate | undefined {
  const plain = slashDate(text)
  if (plain !== undefined) return plain
  const other = otherDate(text, collectionYear)
  if (other.kind === 'none') return undefined
  mended(other.mend, column, text)
  return other.date
}
