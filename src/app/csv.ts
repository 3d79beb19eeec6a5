/** CSV files that a spreadsheet opens rightly and cannot be made to run. */
import { withoutReordering } from './reordering.ts'

export type Cell = string | number | boolean | null

/**
 * One cell. Text that a spreadsheet would take for a formula (it begins with = + - @, a tab, a return or a null, OWASP "CSV
 * injection") gets a leading apostrophe: the cell then shows as text. Numbers are ours and stay numbers.
 */
export function csvCell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = withoutReordering(value)
  const safe = /^[\s\0\u00a0\ufeff]*[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line with its end, as RFC 4180 writes it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A whole file: the byte order mark (else Excel reads UTF-8 as something else), the head, the rows. */
export async function* csvFile<T>(
  head: readonly string[],
  rows: AsyncIterable<T> | Iterable<T>,
  cells: (row: T) => readonly Cell[],
): AsyncGenerator<string> {
  // Lines are gathered: one write a row would cost more than the row.
  let part = `\ufeff${csvLine(head)}`
  for await (const row of rows) {
    part += csvLine(cells(row))
    if (part.length > 16_000) {
      yield part
      part = ''
    }
  }
  if (part !== '') yield part
}
