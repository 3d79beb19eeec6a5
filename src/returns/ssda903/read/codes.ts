/** What a cell of a code column looks like, and the gathering of codes that are in no code set. */
import { counted, shown, type FileNotes } from './notes.ts'

/** Only capital letters, digits and spaces between them: nothing to mend. */
export function isPlain(text: string): boolean {
  const { length } = text
  if (length > 40 || text.charCodeAt(0) === 32 || text.charCodeAt(length - 1) === 32) return false
  for (let at = 0; at < length; at += 1) {
    const char = text.charCodeAt(at)
    if (!((char >= 65 && char <= 90) || (char >= 48 && char <= 57) || char === 32)) return false
  }
  return true
}

/** A whole number that a spreadsheet wrote as `1.0`. */
export function hasDecimal(text: string): boolean {
  return text.includes('.') && /^\d+\.0+$/.test(text)
}

/** Text that a spreadsheet would run: no value of the return begins so. A lone dash or a negative number is only wrong. */
export function isFormula(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === 61 || first === 64 || first === 43) return text.length > 1
  return first === 45 && text.length > 1 && !/^-\d+(\.\d+)?$/.test(text)
}

/**
 * The same text in memory of its own. A slice of 13 characters or more keeps the whole piece of file it was cut from
 * alive, so that keeping one pupil number would keep a quarter of a megabyte.
 */
export function compact(text: string): string {
  if (text.length < 13) return text
  let copy = ''
  for (let at = 0; at < text.length; at += 12) copy += text.slice(at, at + 12)
  return copy
}

const NAMED = 10

export interface UnknownCodes {
  met(column: string, code: string, row: number): void
  finish(): void
}

/** Gathers codes that are not in their set: one remark for a column, naming up to ten of them. */
export function unknownCodes(notes: FileNotes, year: number): UnknownCodes {
  const columns = new Map<string, { readonly row: number; readonly codes: Set<string>; more: boolean; rows: number }>()
  return {
    met(column, code, row) {
      const held = columns.get(column)
      if (held === undefined) columns.set(column, { row, codes: new Set([code]), more: false, rows: 1 })
      else {
        held.rows += 1
        if (held.codes.size < NAMED) held.codes.add(code)
        else if (!held.codes.has(code)) held.more = true
      }
    },
    finish() {
      for (const [column, { row, codes, more, rows }] of columns) {
        const [first = ''] = codes
        const names = `${[...codes].map(shown).join(', ')}${more ? ' and others' : ''}`
        const words = `${counted(rows, 'row')} of ${column} ${rows === 1 ? 'holds' : 'hold'} a code that the ${year} return does not have: ${names}. Kept as written.`
        notes.say('remark', words, { row, column, value: first }, rows)
      }
      columns.clear()
    },
  }
}
