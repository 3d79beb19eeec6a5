/** What reading one file for checking is given, and what is said of cells that were not read just as they stand. */
import type { Limits } from '../read/limits.ts'
import type { Looked } from '../read/look.ts'
import type { FileNotes } from '../read/notes.ts'
import { dateMends } from '../read/row.ts'
import type { Mended } from './rowOf.ts'
import type { AnyRow } from './rows.ts'

export interface FileReading {
  readonly looked: Looked
  readonly limits: Limits
  readonly signal: AbortSignal | undefined
  readonly notes: FileNotes
  readonly collectionYear: number
  readonly last: boolean
  readonly codes: Map<string, string>
  readonly add: (row: AnyRow) => void
}

/** What is said of codes such as `1.0`. */
export const decimalWords = 'Codes that a spreadsheet had given a decimal (such as 1.0) were read without it.'

/** Says what was read otherwise than as it stands; `row` as a spreadsheet numbers it. */
export function sayMends(notes: FileNotes, row: () => number): Mended {
  return (how, column, text) => notes.gather('mend', how, how === 'decimal' ? decimalWords : dateMends[how], row(), column, text)
}
