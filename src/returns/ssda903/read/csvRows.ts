/** The rows of one CSV file, streamed: never more than a piece of it in memory, whatever its size. */
import Papa from 'papaparse'
import { textOf, type Encoding } from './encoding.ts'
import type { CsvShape } from './header.ts'
import type { Limits } from './limits.ts'
import type { FileNotes } from './notes.ts'
import type { ByteSource } from './sources.ts'

/**
 * Characters given to the parser at once. The cells of a piece live until its rows have been taken: so few are soon swept
 * away, where those of a longer piece would be carried about with what lasts.
 */
const PIECE = 16 * 1024

export interface CsvFile {
  readonly source: ByteSource
  readonly encoding: Encoding
  readonly shape: CsvShape
  readonly limits: Limits
  readonly context: { readonly notes: FileNotes }
  readonly signal: AbortSignal | undefined
  readonly onBytes: (count: number) => void
}

/**
 * Gives the cells of every row under the header, blank rows too, with the row as a spreadsheet numbers it. When `take`
 * gives a promise it is waited for. False when the rows could not be told apart to the end, which is refused in the notes.
 */
export async function csvRows(
  { source, encoding, shape, limits, context: { notes }, signal, onBytes }: CsvFile,
  take: (cells: readonly string[], row: number) => void | Promise<void>,
): Promise<boolean> {
  // The parser that papaparse streams with: it stops before an unfinished row and says where, so quoted new lines
  // and pieces that end anywhere are its business, and waiting for the store ours.
  const parser = new Papa.Parser({ delimiter: shape.delimiter, newline: shape.newline })
  let unfinished = ''
  let row = 0

  const readPiece = async (text: string, last: boolean): Promise<boolean> => {
    const parsed: ParsedPiece = parser.parse(text, 0, !last)
    const torn = parsed.errors.find((error) => error.row < parsed.data.length)
    const rows = torn === undefined ? parsed.data : parsed.data.slice(0, torn.row)
    for (let at = 0; at < rows.length; at += 1) {
      const cells = rows[at] ?? []
      row += 1
      if (row <= shape.headerRow) continue
      // Lines are split at LF alone, so that files of mixed line ends come apart rightly; the CR is left on the last cell.
      const lastAt = cells.length - 1
      const end = cells[lastAt] ?? ''
      if (end.charCodeAt(end.length - 1) === 13) cells[lastAt] = end.slice(0, -1)
      const waiting = take(cells, row)
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
    for (let at = 0; at < text.length; ) {
      // A long row is looked at again from its beginning: by twice as much each time, or it would be again and again.
      const piece = text.slice(at, at + Math.max(PIECE, unfinished.length))
      at += piece.length
      if (!(await readPiece(unfinished === '' ? piece : unfinished + piece, false))) return false
      if (unfinished.length > limits.lineCharacters) {
        notes.refuse(
          `A row is longer than ${limits.lineCharacters.toLocaleString('en-GB')} characters: a quotation mark may not be closed.`,
          'Look at the quotation marks and line ends of the file from this row on.',
          { row: row + 1 },
        )
        return false
      }
    }
  }
  return unfinished === '' || readPiece(unfinished, true)
}

interface ParsedPiece {
  readonly data: string[][]
  readonly errors: readonly { readonly row: number }[]
  readonly meta: { readonly cursor: number }
}
