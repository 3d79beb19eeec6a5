/**
 * Reads a return for checking: a folder of CSV files, a zip of them, or one XML file, all rows by child.
 *
 * Where the importer refuses a row (no DECOM, a date that is none) the check keeps it, for the rules to say what is wrong
 * with it. Only a file whose rows cannot be told apart at all (no table of the return, an unclosed quotation mark, a
 * damaged zip) is refused, in the importer's own words.
 */
import { csvRows } from '../read/csvRows.ts'
import { delimiterWords, isBlank, sayNoRows, sayWhatIsOdd } from '../read/csvFile.ts'
import type { CsvShape } from '../read/header.ts'
import { defaultLimits, type Limits } from '../read/limits.ts'
import { lookAtReturn, refuseUnreadable, type Looked } from '../read/look.ts'
import { collectNotes, type FileNotes, type ReadNote } from '../read/notes.ts'
import type { ByteSource } from '../read/sources.ts'
import { yearCheck } from '../read/yearCheck.ts'
import { looksLikeWorkers } from '../../workers/readWorkers.ts'
import { CHILD, tables } from '../tables.ts'
import { childCellReader } from './childCell.ts'
import { sayMends, type FileReading } from './fileReading.ts'
import { RowsByChild } from './groupRows.ts'
import { rowMaker } from './rowOf.ts'
import type { AnyRow, TableName } from './rows.ts'

export interface CheckReadOptions {
  /** Named by its end: 2026 is 1 April 2025 to 31 March 2026. */
  readonly collectionYear: number
  /** Whether these are last year's files; the year is then theirs. */
  readonly last?: boolean | undefined
  readonly limits?: Partial<Limits> | undefined
  readonly signal?: AbortSignal | undefined
}

export interface CheckFile {
  readonly name: string
  /** Name of the table; `all` for XML, null when it could not be told. */
  readonly table: string | null
  /** Rows with anything in them. */
  readonly rows: number
}

/** One year's files, read. */
export interface GivenYear {
  readonly rows: RowsByChild
  readonly form: 'csv' | 'xml'
  /** The tables that were given and the columns of each: a table may be given and hold no row. */
  readonly columns: ReadonlyMap<TableName, ReadonlySet<string>>
}

export interface CheckReading {
  /** Null when anything was refused. */
  readonly given: GivenYear | null
  readonly files: readonly CheckFile[]
  readonly notes: readonly ReadNote[]
}

/**
 * Reads one year's files. Never throws for what is in them: that becomes notes. Rejects with the signal's reason when
 * cancelled. A row's number counts the rows under the header from 0, blank lines counted, so that it is found in the file
 * as it stands; in XML it counts a table's elements in the order of the document.
 */
export async function readForCheck(sources: readonly ByteSource[], options: CheckReadOptions): Promise<CheckReading> {
  const { collectionYear, last = false, signal } = options
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const notes = collectNotes(limits.refusalsListed)
  signal?.throwIfAborted()
  const opened = await lookAtReturn(sources, { collectionYear, limits, notes, signal, needed: () => [CHILD], beside: teamList })
  const rows = new RowsByChild()
  const columns = new Map<TableName, ReadonlySet<string>>()
  const counts = new Map<Looked, number>()
  const codes = new Map<string, string>()
  let form: GivenYear['form'] = 'csv'
  try {
    for (const looked of notes.refused() ? [] : inOrder(opened.files)) {
      const about = notes.about(looked.source.name)
      let count = 0
      const add = (row: AnyRow): void => {
        count += 1
        rows.add(row)
      }
      const reading: FileReading = { looked, limits, signal, notes: about, collectionYear, last, codes, add }
      try {
        if (looked.form.kind === 'csv') {
          await readTable(looked.form.shape, reading)
          columns.set(tableNameOf(looked.form.shape), new Set(looked.form.shape.columns))
        } else {
          form = 'xml'
          const { readXmlTables, xmlColumns } = await import('./readXmlTables.ts')
          await readXmlTables(reading)
          for (const [table, has] of xmlColumns()) columns.set(table, has)
        }
      } catch (error) {
        refuseUnreadable(error, about)
      }
      about.finish()
      counts.set(looked, count)
    }
  } finally {
    opened.close()
  }
  const files = opened.files.map((looked): CheckFile => ({
    name: looked.source.name, table: tableIn(looked), rows: counts.get(looked) ?? 0,
  }))
  return { given: notes.refused() ? null : { rows, form, columns }, files, notes: notes.list() }
}

const teamList = (beginning: string): string | undefined =>
  looksLikeWorkers(beginning) ? 'A list of social workers and teams: the check does not need it, and it was not read.' : undefined

const tableNameOf = ({ table }: CsvShape): TableName => table.name as TableName

const tableIn = ({ form }: Looked): string | null =>
  form.kind === 'csv' ? form.shape.table.name : form.kind === 'xml' ? 'all' : null

/** The files that hold rows, in the order of the return's tables: so children come in the same order however files are named. */
function inOrder(files: readonly Looked[]): readonly Looked[] {
  const order = ({ form }: Looked): number => (form.kind === 'csv' ? tables.indexOf(form.shape.table) : 0)
  return files.filter(({ form }) => form.kind !== 'unread').sort((a, b) => order(a) - order(b))
}

async function readTable(shape: CsvShape, { looked, limits, signal, notes, collectionYear, last, codes, add }: FileReading): Promise<void> {
  const table = tableNameOf(shape)
  // A Header made from XML may carry its flag, which a CSV return otherwise does not have.
  const extra = table === 'Header' ? shape.extra.filter((column) => column !== 'UASC') : shape.extra
  sayWhatIsOdd({ ...shape, extra }, notes, 'not in the file, so that rules which read it are not run:')
  let row = 0
  const maker = rowMaker(table, collectionYear, last, sayMends(notes, () => row))
  const places = maker.columns.map((column) => shape.columns.indexOf(column))
  const childAt = shape.columns.indexOf(CHILD)
  const childCell = childCellReader(codes, notes)
  const fits = widthCheck(shape, notes)
  const years = yearCheck('episode', { collectionYear, anyYear: true, notes })
  let any = false
  const context = { notes }
  const onBytes = (): void => undefined
  const whole = await csvRows({ source: looked.source, encoding: looked.encoding ?? 'UTF-8', shape, limits, context, signal, onBytes }, (given, number) => {
    if (!fits(given, number)) return
    any = true
    row = number
    const made = maker.fromCells(number - shape.headerRow - 1, childCell(given[childAt] ?? '', number), given, places)
    if (made.table === 'Episodes' && made.DECOM !== null) years.span(made.DECOM, made.DEC, number)
    add(made)
  })
  if (!whole) return
  years.finish()
  if (!any) sayNoRows(shape, notes)
}

/** Tells rows with something in them from blank ones, and says which are shorter or longer than the header. */
function widthCheck(shape: CsvShape, notes: FileNotes): (cells: readonly string[], row: number) => boolean {
  const width = shape.columns.length
  const say = (key: string, words: string, row: number, value: string | null = null): void =>
    notes.gather('remark', key, words, row, null, value)
  return (cells, row) => {
    if (cells.length === width && cells[0] !== '') return true
    if (cells.every(isBlank)) {
      if (cells.length > 1) say('only commas', `Rows of nothing but ${delimiterWords(shape)} were left out.`, row)
      return false
    }
    if (cells.length < width) say('short', 'Rows shorter than the header: what is missing at their end was taken as blank.', row)
    const over = cells.findLastIndex((cell) => !isBlank(cell))
    if (over >= width) {
      say('long', 'Rows longer than the header: they were checked as far as it goes, and their values may stand under the wrong columns.', row, cells[over] ?? '')
    }
    return true
  }
}
