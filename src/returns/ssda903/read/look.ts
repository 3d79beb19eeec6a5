/**
 * The first pass over the files of a return: what each of them is (its form, encoding and table), refusing what can be
 * refused before a row is read. The importer and the check of the 903 rules begin here alike.
 */
import { scan, rowOfByte, headText, UnreadableSource, UnreadableText, type Encoding, type Scan } from './encoding.ts'
import { readHeader, type CsvShape } from './header.ts'
import { inMegabytes, type Limits } from './limits.ts'
import { fitsYear } from './nameYear.ts'
import { shown, type FileNotes, type Notes } from './notes.ts'
import { sniff } from './sniff.ts'
import type { ByteSource } from './sources.ts'
import { tables, type Table } from '../tables.ts'

export interface LookOptions {
  /** Named by its end: 2026 is 1 April 2025 to 31 March 2026. */
  readonly collectionYear: number
  readonly limits: Limits
  readonly notes: Notes
  readonly signal?: AbortSignal | undefined
  /** Columns without which a table is refused; those without which a row is no fact unless told. */
  readonly needed?: ((table: Table) => readonly string[]) | undefined
  /** Tells a text file that is no part of the return and why it may lie there; it is then remarked on and not read. */
  readonly beside?: ((beginning: string) => string | undefined) | undefined
}

export type Form = { readonly kind: 'csv'; readonly shape: CsvShape } | { readonly kind: 'xml' } | { readonly kind: 'unread' }

/** A file that was looked at. */
export interface Looked {
  readonly source: ByteSource
  readonly form: Form
  readonly encoding: Encoding | null
  readonly bytes: number
}

export interface LookedAt {
  readonly files: readonly Looked[]
  /** Whether looking went to the end: together they may come to more than is taken. */
  readonly whole: boolean
  /** Closes the zip, if there was one. */
  close(): void
}

/**
 * Looks at the files of one return, or those in the one zip given. What is wrong with them becomes notes; rejects only
 * when cancelled. Close it when their rows have been read.
 */
export async function lookAtReturn(files: readonly ByteSource[], options: LookOptions): Promise<LookedAt> {
  const { limits, notes, signal } = options
  const opened = await unpacked(files, limits, notes, signal)
  const close = (): void => opened.close()
  try {
    const looked: Looked[] = []
    let total = 0
    for (const source of opened.sources) {
      const one = await lookAt(source, options)
      looked.push(one)
      total += one.bytes
      if (total > limits.totalBytes) {
        notes.about(null).refuse(`The files come to more than ${inMegabytes(limits.totalBytes)}.`, 'Give the files of one return.')
        return { files: looked, whole: false, close }
      }
    }
    refuseMixtures(looked, notes)
    return { files: looked, whole: true, close }
  } catch (error) {
    close()
    throw error
  }
}

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
  // Most returns are no zip: what opens one is loaded only then.
  const { openZip } = await import('./zip.ts')
  const inside = await openZip(only, limits, notes.about(only.name), signal)
  return inside ?? { sources: [], close: () => undefined }
}

/** The first pass over one file. */
async function lookAt(source: ByteSource, options: LookOptions): Promise<Looked> {
  const { limits, notes } = options
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
  const beside = options.beside?.(beginning)
  if (beside !== undefined) {
    about.say('remark', beside)
    return unread(seen.bytes)
  }
  const header = readHeader(beginning, options.collectionYear, options.needed)
  if (header.kind === 'table') return { ...looked, form: { kind: 'csv', shape: header.shape } }
  about.refuse(header.words, header.fix, {
    ...(header.row === null ? {} : { row: header.row }),
    ...(header.column === null ? {} : { column: header.column }),
  })
  return { ...looked, form: { kind: 'unread' } }
}

/** Makes a refusal of what is wrong with a file; throws on anything else. */
export function refuseUnreadable(error: unknown, about: FileNotes): void {
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
