/**
 * One row of text into one fact, by the declaration of its kind. The one place where cells become values, for CSV and
 * XML alike.
 *
 * Written for speed where rows are plain (a clean code is one look-up, a plain date no allocation) and for clear words
 * where they are not.
 */
import type { FieldValue } from '../../../core/facts/factType.ts'
import type { FactName } from '../../../core/facts/factTypes.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { LAST_YEAR_OF_NUMBERED_SEX, sexOfCode } from '../sex.ts'
import { CHILD, DOB, fieldsOf } from '../tables.ts'
import { childCodeReader } from './childCode.ts'
import { otherDate, partialDateText, slashDate, wholeDateText, type DateMend } from './dates.ts'
import { shown, type FileNotes } from './notes.ts'
import { compact, hasDecimal, isFormula, isPlain, unknownCodes } from './codes.ts'
import { yearCheck } from './yearCheck.ts'

/** A fact as the file has it. */
export interface ReturnRow {
  readonly type: FactName
  readonly childCode: string
  /** Values in the order of the declaration's fields; dates are day numbers. */
  readonly values: readonly FieldValue[]
  /** The date of birth that tables other than the Header repeat; null where the table has none or it is blank. */
  readonly bornOn: LocalDate | null
  /** Index into the files of the reading. */
  readonly file: number
  /** Row as a spreadsheet numbers it, blank lines counted; in XML the running number of the element that holds it. */
  readonly row: number
}

/** Which codes exist in which collection year, to tell the unknown ones. */
export interface CodeSets {
  has(set: string, code: string, year: number): boolean
}

export interface RowContext {
  readonly collectionYear: number
  readonly anyYear: boolean
  readonly codeSets: CodeSets | undefined
  readonly notes: FileNotes
  readonly file: number
}

export interface RowReader {
  /** The fact of a row, or undefined when something in it was refused. `cells` are as written. */
  read(cells: readonly string[], row: number): ReturnRow | undefined
  /** Says what only the whole file shows: codes not in their set, rows outside the year. */
  finish(): void
}

/** Where the cells of a row stand: an index for each declared field, -1 for a column that the file has not. */
export interface RowLayout {
  readonly type: FactName
  readonly childAt: number
  readonly bornAt: number
  readonly fieldsAt: readonly number[]
}

const LONGEST_VALUE = 100

/** Written into repaired data by a cleaning tool of the sector, never by an authority (format notes, section 4). */
const cleaningMarks: Readonly<Record<string, string>> = { REC: 'E99', REASON_PLACE_CHANGE: 'LIIAF' }

/** What is said of dates that were not written plainly. */
export const dateMends: Readonly<Record<DateMend, string>> = {
  form: 'Dates not written DD/MM/YYYY were read, the day before the month.',
  'two-figure year': 'Dates with a two-figure year were read as the latest year that is not after the collection year.',
  'day number': 'Dates given as Excel day numbers (such as 42826) were read as the days they stand for.',
}

/** A reader of the rows of one table of one file. */
export function rowReader(layout: RowLayout, context: RowContext): RowReader {
  const { type, childAt, bornAt, fieldsAt } = layout
  const { collectionYear, notes, file, codeSets } = context
  const fields = fieldsOf(type)
  const width = fields.length
  const columns = fields.map(({ column }) => column ?? '')
  const kinds = fields.map(({ kind }) => kind)
  const required = fields.map((field) => field.required && field.column !== null)
  const needed = new Set(columns.filter((_, index) => required[index]))
  /** For columns with a code set: cells met before that needed nothing said. */
  const clean = fields.map(({ codeSet }) => (codeSet === null ? undefined : new Map<string, string>()))
  const unknown = unknownCodes(notes, collectionYear)
  const years = yearCheck(type, context)
  const childCode = childCodeReader(notes)
  let refusals = 0

  const refuse = (row: number, column: string, value: string, words: string, fix: string): null => {
    refusals += 1
    notes.refuse(words, fix, { row, column, value })
    return null
  }

  const trimmed = (cell: string, column: string, row: number): string => {
    const text = cell.trim()
    if (text !== cell) {
      notes.gather('mend', 'spaces', 'Spaces before or after values were taken away.', row, column, cell)
    }
    return text
  }

  const plainDate = (cell: string, column: string, row: number): LocalDate | null => slashDate(cell) ?? spoiltDate(cell, column, row)

  const spoiltDate = (cell: string, column: string, row: number): LocalDate | null => {
    const text = trimmed(cell, column, row)
    if (text === '') return null
    const plain = slashDate(text)
    if (plain !== undefined) return plain
    const other = otherDate(text, collectionYear)
    if (other.kind === 'date') {
      notes.gather('mend', other.mend, dateMends[other.mend], row, column, text)
      return other.date
    }
    const value = shown(text)
    switch (other.why) {
      case 'no such day':
        return refuse(row, column, value, `${value} is not a day in the calendar.`, `Write the right date as DD/MM/YYYY in ${column}.`)
      case 'month first':
        return refuse(
          row, column, value,
          `${value} has the month before the day.`,
          'Write dates with the day first, DD/MM/YYYY, in the whole file: other dates in it may be the wrong way round without showing it.',
        )
      case 'which century':
        return refuse(row, column, value, `${value} does not say which century.`, `Write the year in four figures in ${column}.`)
      case 'not a date':
        return refuse(
          row, column, value, `${value} is not a date.`,
          `Write the date as DD/MM/YYYY in ${column}${needed.has(column) ? '' : ', or leave it blank if there is none'}.`,
        )
    }
  }

  /** Trimmed, upper case, without the decimal of a spreadsheet; null when blank or refused. */
  const mended = (cell: string, column: string, row: number): string | null => {
    const upper = trimmed(cell, column, row).toUpperCase()
    if (upper === '') return null
    if (upper.length > LONGEST_VALUE) {
      return refuse(row, column, upper, `${column} holds ${upper.length.toLocaleString('en-GB')} characters.`, `Put the right value in ${column}; none is longer than ${LONGEST_VALUE} characters.`)
    }
    if (isFormula(upper)) {
      return refuse(row, column, upper, `${column} holds a spreadsheet formula, not a value.`, 'Write the value itself, without =, +, - or @ before it.')
    }
    if (!hasDecimal(upper)) return compact(upper)
    notes.gather('mend', 'decimal', 'Codes that a spreadsheet had given a decimal (such as 1.0) were read without it.', row, column, upper)
    return upper.slice(0, upper.indexOf('.'))
  }

  const spoiltCode = (index: number, cell: string, row: number): string | null => {
    const column = columns[index] ?? ''
    const code = mended(cell, column, row)
    if (code === null) return null
    if (cleaningMarks[column] === code) {
      return refuse(
        row, column, code,
        `${code} in ${column} is not from an authority: it is written by a tool that cleans returns.`,
        'Bring in the return as the authority sent it.',
      )
    }
    const set = fields[index]?.codeSet ?? null
    if (set === null) return code
    if (set === 'SEX') {
      const sex = sexOfCode(code)
      if (sex !== undefined) {
        if (sex !== code && collectionYear > LAST_YEAR_OF_NUMBERED_SEX) {
          notes.gather('mend', 'sex', 'Sex written as 1 or 2, as in returns up to 2024, was read as M or F.', row, column, code)
        } else if (sex === code || code === cell) remember(index, cell, sex)
        return sex
      }
    }
    if (codeSets !== undefined && !codeSets.has(set, code, collectionYear)) unknown.met(column, code, row)
    else if (code === cell.toUpperCase()) remember(index, cell, code)
    return code
  }

  const remember = (index: number, cell: string, code: string): void => {
    const cells = clean[index]
    // Enough for every code there is in every case people write; a hostile file must not fill the memory.
    if (cells !== undefined && cells.size < 2000) cells.set(cell, code)
  }

  const partialDate = (cell: string, column: string, row: number): string | null => {
    const partial = partialDateText(cell.trim())
    if (partial !== undefined) {
      trimmed(cell, column, row)
      return partial
    }
    const whole = plainDate(cell, column, row)
    return whole === null ? null : wholeDateText(whole)
  }

  const valueAt = (index: number, cell: string, row: number): FieldValue => {
    switch (kinds[index]) {
      case 'date':
        return slashDate(cell) ?? spoiltDate(cell, columns[index] ?? '', row)
      case 'code': {
        const cells = clean[index]
        if (cells !== undefined) return cells.get(cell) ?? spoiltCode(index, cell, row)
        return isPlain(cell) ? compact(cell) : spoiltCode(index, cell, row)
      }
      case 'partial date':
        return partialDate(cell, columns[index] ?? '', row)
      default:
        return isPlain(cell) ? compact(cell) : mended(cell, columns[index] ?? '', row)
    }
  }

  return {
    read(cells, row) {
      const before = refusals
      const child = childCode(cells[childAt] ?? '', row)
      const values: FieldValue[] = []
      for (let index = 0; index < width; index += 1) {
        const at = fieldsAt[index] ?? -1
        if (at < 0) {
          values.push(kinds[index] === 'year' ? collectionYear : null)
          continue
        }
        const cell = cells[at] ?? ''
        const already = refusals
        const value = cell === '' ? null : valueAt(index, cell, row)
        if (value === null && required[index] === true && refusals === already) {
          refuse(row, columns[index] ?? '', '', `${columns[index]} is blank.`, `Fill in ${columns[index]}: a row without it says nothing that can be kept.`)
        }
        values.push(value)
      }
      const born = bornAt < 0 ? '' : (cells[bornAt] ?? '')
      const bornOn = born === '' ? null : plainDate(born, DOB, row)
      if (refusals > before || child === undefined) return undefined
      years.inspect(values, row)
      return { type, childCode: child, values, bornOn, file, row }
    },
    finish() {
      unknown.finish()
      years.finish()
    },
  }
}

/** Where the fields of a kind of fact stand among the columns a file has. */
export function layoutOf(type: FactName, columns: readonly string[]): RowLayout {
  const fields = fieldsOf(type)
  return {
    type,
    childAt: columns.indexOf(CHILD),
    // The Header's date of birth is one of its own facts.
    bornAt: fields.some(({ column }) => column === DOB) ? -1 : columns.indexOf(DOB),
    fieldsAt: fields.map(({ column }) => (column === null ? -1 : columns.indexOf(column))),
  }
}
