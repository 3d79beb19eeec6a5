/** The authority's own number for a child, as a file has it. Text: leading zeros count. */
import { CHILD } from '../tables.ts'
import { compact, hasDecimal, isFormula } from './codes.ts'
import type { FileNotes } from './notes.ts'

const LONGEST = 10
const LONGEST_KEPT = 20
/** A sign is always there when a spreadsheet wrote it; `12E34` may be a real code. */
const scientific = /^\d(?:[.,]\d+)?E[+-]\d+$/i
// Characters that cannot be seen would make two children of one. The rule warns of control characters: they are meant.
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]/

/** Whether a spreadsheet made a power of ten of a number. */
export const isScientific = (text: string): boolean => scientific.test(text)

/** Only letters and digits and not too many: nothing to say about it. */
function isPlainCode(cell: string): boolean {
  const { length } = cell
  if (length === 0 || length > LONGEST) return false
  for (let at = 0; at < length; at += 1) {
    const char = cell.charCodeAt(at)
    const letter = char | 32
    if (!((char >= 48 && char <= 57) || (letter >= 97 && letter <= 122))) return false
  }
  return true
}

/**
 * A reader of the CHILD cells of one file: the code, or undefined when it was refused. Rows of one child stand
 * together, so the cell before is remembered.
 */
export function childCodeReader(notes: FileNotes): (cell: string, row: number) => string | undefined {
  let lastCell = ''
  let lastCode = ''

  const refuse = (row: number, value: string, words: string, fix: string): undefined => {
    notes.refuse(words, fix, { row, column: CHILD, value })
    return undefined
  }

  return (cell, row) => {
    if (cell === lastCell && cell !== '') return lastCode
    if (isPlainCode(cell)) {
      lastCell = cell
      lastCode = cell
      return cell
    }
    const text = cell.trim()
    if (text === '') return refuse(row, '', 'CHILD is blank.', "Fill in the child's number in CHILD.")
    if (unseen.test(text)) {
      return refuse(row, text, 'CHILD holds characters that cannot be seen.', "Type the child's number again in CHILD.")
    }
    if (isScientific(text)) {
      return refuse(
        row, text, `Excel changed the child's number to ${text}.`,
        'Save the file again from the system that holds it, with CHILD as text, without opening it in Excel.',
      )
    }
    if (isFormula(text)) {
      return refuse(row, text, 'CHILD holds a spreadsheet formula, not a value.', 'Write the value itself, without =, +, - or @ before it.')
    }
    const decimal = hasDecimal(text)
    const code = decimal ? text.slice(0, text.indexOf('.')) : text
    if (code.length > LONGEST_KEPT) {
      return refuse(row, text, `CHILD holds ${code.length.toLocaleString('en-GB')} characters.`, `Put the child's number in CHILD: the return allows ${LONGEST} characters.`)
    }
    if (text !== cell) notes.gather('mend', 'spaces', 'Spaces before or after values were taken away.', row, CHILD, cell)
    if (decimal) {
      notes.gather('mend', 'decimal', 'Codes that a spreadsheet had given a decimal (such as 1.0) were read without it.', row, CHILD, text)
    }
    if (code.length > LONGEST) {
      notes.gather('remark', 'long child', `CHILD is longer than the ${LONGEST} characters the return allows. Kept as written.`, row, CHILD, code)
    }
    return compact(code)
  }
}
