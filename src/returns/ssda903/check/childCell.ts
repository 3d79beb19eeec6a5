/** The child's code in a CHILD cell, read leniently: nothing is refused, and what may mislead is said. */
import { compact, hasDecimal } from '../read/codes.ts'
import { isScientific } from '../read/childCode.ts'
import type { FileNotes } from '../read/notes.ts'
import { CHILD } from '../tables.ts'
import { decimalWords } from './fileReading.ts'

/** Gives the code of a cell; '' when it is blank. The same code is the same string each time. */
export type ChildCell = (cell: string, row: number) => string

/** A reader of the CHILD cells of one file. `codes`, those met before, is shared by the files read together. */
export function childCellReader(codes: Map<string, string>, notes: FileNotes): ChildCell {
  let lastCell = ''
  let lastCode = ''
  return (cell, row) => {
    // The rows of a child stand together in most files.
    if (cell === lastCell && cell !== '') return lastCode
    const known = codes.get(cell)
    if (known !== undefined) {
      lastCell = cell
      return (lastCode = known)
    }
    const code = cell.trim()
    if (code === '') {
      notes.gather('remark', 'no child', 'Rows without CHILD: each was checked by itself, as nobody can tell whose it is.', row, CHILD, '')
      return ''
    }
    if (hasDecimal(code)) {
      notes.gather('mend', 'decimal', decimalWords, row, CHILD, code)
      return held(codes, code.slice(0, code.indexOf('.')))
    }
    if (isScientific(code)) {
      notes.gather(
        'remark', 'scientific', 'Excel changed numbers of children (such as 1.2E+05): rows of different children may be taken for one child.',
        row, CHILD, code,
      )
      // Not remembered, so that each is told.
      return code
    }
    return held(codes, code)
  }
}

function held(codes: Map<string, string>, code: string): string {
  const before = codes.get(code)
  if (before !== undefined) return before
  const own = compact(code)
  codes.set(own, own)
  return own
}
