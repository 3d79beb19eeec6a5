/**
 * Reads an SSDA903 return: CSV files, a zip of them, or one XML file.
 *
 * Two passes over each file. The first settles what each file is (its form, encoding and table) and refuses what can be
 * refused before a row is given out; the second streams rows. Memory does not grow with the files.
 */
import { scan, rowOfByte, headText, UnreadableSource, UnreadableText, type Encoding, type Scan } from './encoding.ts'
import { readCsv } from './csvFile.ts'
import { readHeader, type CsvShape } from './header.ts'
import { defaultLimits, inMegabytes, type Limits } from './limits.ts'
import { collectNotes, shown, type FileNotes, type Notes, type ReadNote } from './notes.ts'
import { fitsYear } from './nameYear.ts'
import type { CodeSets, ReturnRow, RowContext } from './row.ts'
import { sniff } from './sniff.ts'
import type { ByteSource } from './sources.ts'
import { tables } from '../tables.ts'
import { readXml } from './xmlFile.ts'
import { openZip } from './zip.ts'

export interface ReadOptions {
  /** Named by its end: 2026 is 1 April 2025 to 31 March 2026. */
  readonly collectionYear: number
  /** Given each fact in turn. When it gives a promise the reader waits for it before going on. */
  readonly onRow: (row: ReturnRow) => void | Promise<void>
  /** When given, codes in none of these sets are remarked on; they are kept either way. */
  readonly codeSets?: CodeSets | undefined
  /** Takes a return whose episodes mostly lie outside the collection year, with a remark. */
  readonly anyYear?: boolean | undefined
  readonly limits?: Partial<Limits> | undefined
  readonly signal?: AbortSignal | undefined
  /** Bytes whose rows have been read, of all bytes of the return's files (unpacked). */
  readonly onProgress?: ((bytesDone: number, bytesTotal: number) => void) | undefined
}

export interface ReadFile {
  readonly name: string
  /** Name of the table; `all` for XML, null when it could not be told. */
  readonly table: string | null
  /** Facts read from it. */
  readonly rows: number
  /** In words; empty when the file was not looked into. */
  readonly encoding: string
}

export interface ReturnReading {
  /** False when anything was refused: rows already given out must be thrown away. */
  readonly ok: boolean
  readonly files: readonly ReadFile[]
  readonly notes: readonly ReadNote[]
}

/**
 * Reads the files of one return and gives each fact to `onRow`, tables in the order of the return.
 *
 * Never throws for what is in the files: that becomes notes. After the first refusal no more rows are given out, but
 * reading goes on so that all refusals are told at once. Rejects with the signal's reason when cancelled, and with
 * whatever `onRow` throws.
 */
export async function readReturn(files: readonly ByteSource[], options: ReadOptions): Promise<ReturnReading> {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const notes = collectNotes(limits.refusalsListed)
  options.signal?.throwIfAborted()
  const opened = await unpacked(files, limits, notes, options.signal)
  try {
    const looked: Looked[] = []
    let total = 0
    for (const source of opened.sources) {
      const one = await lookAt(source, options, limits, notes)
      looked.push(one)
      total += one.bytes
      if (total > limits.totalBytes) {
        notes.about(null).refuse(`The files come to more than ${inMegabytes(limits.totalBytes)}.`, 'Give the files of one return.')
        return { ok: false, files: looked.map((one) => fileOf(one, 0)), notes: notes.list() }
      }
    }
    refuseMixtures(looked, notes)
    const rows = await readAll(looked, options, limits, notes)
    return { ok: !notes.refused(), files: looked.map((one, at) => fileOf(one, rows.get(at) ?? 0)), notes: notes.list() }
  } finally {
    opened.close()
  }
}

type Form = { readonly kind: 'csv'; readonly shape: CsvShape } | { readonly kind: 'xml' } | { readonly kind: 'unread' }

interface Looked {
  readonly source: ByteSource
  readonly form: Form
  readonly encoding: Encoding | null
  readonly bytes: number
}

const tableName = (form: Form): string | null =>
  form.kind === 'csv' ? form.shape.table.name : form.kind === 'xml' ? 'all' : null

const fileOf = ({ source, form, encoding }: Looked, rows: number): ReadFile => ({
  name: source.name,
  table: tableName(form),
  rows,
  encoding: encoding ?? '',
})

interface Unpacked {
  readonly sources: readonly ByteSource[]
  close(): void
}

/** The files themselves, or those in the one zip given. */
async function unpacked(files: readonly ByteSource[], limits: Limits, notes: Notes, signal: AbortSignal | undefined): Promise<Unpacked> {
  const asGiven: Unpacked = { sources: files, close: () => undefined }
  const given = files.filter(({ stray }) => stray !== true)
  const [only] = given
  if (only === undefined) {
    notes.about(null).refuse('There is no file to read.', 'Give the CSV files of a return, a zip of them, or its XML file.')
    return asGiven
  }
  if (given.length > 1) return asGiven
  let begun: Scan
  try {
    // Only the beginning is wanted: stopping early is what the length limit does.
    begun = await scan(only, 4096, signal)
  } catch (error) {
    if (error instanceof UnreadableSource) return asGiven
    throw error
  }
  if (sniff(begun.head, only.name).kind !== 'zip') return asGiven
  const inside = await openZip(only, limits, notes.about(only.name), signal)
  return inside ?? { sources: [], close: () => undefined }
}

/** The first pass over one file. */
async function lookAt(source: ByteSource, options: ReadOptions, limits: Limits, notes: Notes): Promise<Looked> {
  const about = notes.about(source.name)
  const unread = (bytes = 0): Looked => ({ source, form: { kind: 'unread' }, encoding: null, bytes })
  if (source.stray === true) {
    about.say('remark', 'Not a file of the return; not read.')
    return unread()
  }
  const tooLong = (): Looked => {
    about.refuse(`The file is larger than ${inMegabytes(limits.fileBytes)}.`, 'Check that it is a table of one return.')
    return unread()
  }
  if (source.size > limits.fileBytes) return tooLong()
  let seen: Scan
  try {
    seen = await scan(source, limits.fileBytes, options.signal)
  } catch (error) {
    refuseUnreadable(error, about)
    return unread()
  }
  if (seen.tooLong) return tooLong()
  const sniffed = sniff(seen.head, source.name)
  if (sniffed.kind === 'foreign') {
    about.refuse(
      `The file is ${sniffed.what}, not a CSV file.`,
      sniffed.office ? 'Open it in the program it belongs to, save each table as CSV (comma separated), and give those files.' : 'Give the CSV or XML files of the return.',
    )
    return unread(seen.bytes)
  }
  if (sniffed.kind === 'zip') {
    about.refuse('The file is a zip beside or inside other files.', 'Give one zip by itself, with no other archive in it.')
    return unread(seen.bytes)
  }
  if (seen.binary) {
    about.refuse('The file holds bytes that no text has: it is not a CSV file, or it is damaged.', 'Save the table as CSV (comma separated) again.')
    return unread(seen.bytes)
  }
  await sayEncoding(source, seen, sniffed.kind === 'xml', options.signal, notes)
  if (!fitsYear(source.name, options.collectionYear)) {
    about.say('remark', `The file's name has another year than the collection year ${options.collectionYear}.`)
  }
  const looked = { source, encoding: seen.encoding, bytes: seen.bytes }
  if (sniffed.kind === 'xml') return { ...looked, form: { kind: 'xml' } }
  let beginning: string
  try {
    beginning = headText(seen.head, seen.encoding)
  } catch (error) {
    refuseUnreadable(error, about)
    return unread(seen.bytes)
  }
  const header = readHeader(beginning, options.collectionYear)
  if (header.kind === 'table') return { ...looked, form: { kind: 'csv', shape: header.shape } }
  about.refuse(header.words, header.fix, {
    ...(header.row === null ? {} : { row: header.row }),
    ...(header.column === null ? {} : { column: header.column }),
  })
  return { ...looked, form: { kind: 'unread' } }
}

/** Makes a refusal of what is wrong with a file; throws on anything else. */
function refuseUnreadable(error: unknown, about: FileNotes): void {
  if (error instanceof UnreadableSource) {
    about.refuse(`The file cannot be read to its end (${shown(error.message)}).`, 'Give the file again.')
  } else if (error instanceof UnreadableText) {
    about.refuse(`The file is damaged: ${error.message}.`, 'Save the table as CSV UTF-8 again.')
  } else throw error
}

async function sayEncoding(source: ByteSource, seen: Scan, xml: boolean, signal: AbortSignal | undefined, notes: Notes): Promise<void> {
  if (seen.encoding !== 'Windows-1252' || seen.firstForeignByte === null) return
  if (xml && /encoding\s*=\s*['"](windows-1252|cp1252|iso-8859-1|latin-?1)['"]/i.test(seen.head.toString('latin1', 0, 200))) return
  const row = await rowOfByte(source, seen.firstForeignByte, signal)
  notes.about(source.name).say(
    'mend',
    `The file is not in UTF-8 and was read as Windows-1252; the first such character is in ${xml ? 'line' : 'row'} ${row.toLocaleString('en-GB')}.`,
    xml ? {} : { row },
  )
}

/** One return is one file for a table, or one XML. */
function refuseMixtures(looked: readonly Looked[], notes: Notes): void {
  const about = notes.about(null)
  const xml = looked.filter(({ form }) => form.kind === 'xml').map(({ source }) => shown(source.name))
  const csv = looked.filter(({ form }) => form.kind === 'csv')
  if (xml.length > 1) about.refuse(`Two XML files were given, ${xml[0]} and ${xml[1]}.`, 'Give the XML file of one return.')
  if (xml.length > 0 && csv.length > 0) {
    about.refuse(`An XML file (${xml[0]}) and CSV files were given together.`, 'Give either the XML file or the CSV files: each is a whole return.')
  }
  for (const table of tables) {
    const [first, second] = csv.filter(({ form }) => form.kind === 'csv' && form.shape.table === table)
    if (first === undefined || second === undefined) continue
    about.refuse(
      `Two files hold the ${table.name} table: ${shown(first.source.name)} and ${shown(second.source.name)}.`,
      `Give one file for ${table.name}: the one of this return.`,
    )
  }
}

/** The second pass: rows of every file that has a table, in the order of the return's tables. Gives rows by file. */
async function readAll(looked: readonly Looked[], options: ReadOptions, limits: Limits, notes: Notes): Promise<ReadonlyMap<number, number>> {
  const { signal, codeSets, collectionYear, anyYear = false } = options
  const readable = looked.map((one, file) => ({ ...one, file })).filter(({ form }) => form.kind !== 'unread')
  const bytesTotal = readable.reduce((sum, { bytes }) => sum + bytes, 0)
  const order = ({ form }: Looked): number => (form.kind === 'csv' ? tables.indexOf(form.shape.table) : 0)
  let bytesDone = 0
  const onBytes = (count: number): void => {
    bytesDone += count
    options.onProgress?.(bytesDone, bytesTotal)
  }
  const push = (row: ReturnRow): void | Promise<void> => (notes.refused() ? undefined : options.onRow(row))
  const rows = new Map<number, number>()
  for (const { source, form, encoding, file } of readable.sort((a, b) => order(a) - order(b))) {
    const about = notes.about(source.name)
    const context: RowContext = { collectionYear, anyYear, codeSets, notes: about, file }
    const reading = { source, encoding: encoding ?? 'UTF-8', context, limits, signal, push, onBytes }
    try {
      if (form.kind === 'csv') rows.set(file, await readCsv({ ...reading, shape: form.shape }))
      else rows.set(file, await readXml(reading))
    } catch (error) {
      refuseUnreadable(error, about)
    }
    about.finish()
  }
  return rows
}
