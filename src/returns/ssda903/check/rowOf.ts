/** Makes one row of a table from its cells as written. */
import type { LocalDate } from '../../../core/time/localDate.ts'
import { otherDate, slashDate } from '../read/dates.ts'
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
  /** `cell(column)` gives the text under a column, '' when there is no such column. */
  make(row: number, cell: (column: string) => string): AnyRow
}

/**
 * Reads rows of one table: texts trimmed and in capitals, dates as day numbers. What spreadsheets do to dates is mended
 * as the importer mends it (see `read/dates.ts`); what is no date stays beside the row as written, never lost.
 */
export function rowMaker(table: TableName, collectionYear: number, last: boolean): RowMaker {
  const inCsv = (tables.find(({ name }) => name === table)?.columns ?? []).filter((column) => column !== 'CHILD')
  const columns = table === 'Header' ? [...inCsv, 'UASC'] : inCsv
  const plan = columns.map((column) => ({ column, isDate: isDateColumn(table, column) }))
  return {
    make(row, cell) {
      let unread: Record<string, string> | null = null
      const made: Record<string, unknown> = { table, row, last, CHILD: cell('CHILD').trim(), unread: null }
      for (const { column, isDate } of plan) {
        const text = cell(column).trim()
        if (!isDate) {
          made[column] = text.toUpperCase()
          continue
        }
        const date = text === '' ? null : readDate(text, collectionYear)
        made[column] = date ?? null
        if (date === undefined) (unread ??= {})[column] = text
      }
      made['unread'] = unread
      return made as unknown as AnyRow
    },
  }
}

function readDate(text: string, collectionYear: number): LocalDate | undefined {
  const plain = slashDate(text)
  if (plain !== undefined) return plain
  const other = otherDate(text, collectionYear)
  return other.kind === 'date' ? other.date : undefined
}
