/**
 * Reads an SSDA903 return: CSV files, a zip of them, or one XML file.
 *
 * Two passes over each file. The first settles what each file is (its form, encoding and table) and refuses what can be
 * refused before a row is given out; the second streams rows. Memory does not grow with the files.
 */
import { readCsv } from './csvFile.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { lookAtReturn, refuseUnreadable, type Form, type Looked } from './look.ts'
import { collectNotes, type Notes, type ReadNote } from './notes.ts'
import type { CodeSets, ReturnRow, RowContext } from './row.ts'
import type { ByteSource } from './sources.ts'
import { tables } from '../tables.ts'
import { readXml } from './xmlFile.ts'
// Opened only for a zip (look.ts), yet loaded now: a service that runs for weeks must not look for its parts in a bundle made anew.
import './zip.ts'

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
  /** Columns of its table that it has not; left out when it has all. */
  readonly missing?: readonly string[]
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
  const looked = await lookAtReturn(files, { collectionYear: options.collectionYear, limits, notes, signal: options.signal })
  try {
    const rows = looked.whole ? await readAll(looked.files, options, limits, notes) : new Map<number, number>()
    return { ok: !notes.refused(), files: looked.files.map((one, at) => fileOf(one, rows.get(at) ?? 0)), notes: notes.list() }
  } finally {
    looked.close()
  }
}

const tableName = (form: Form): string | null =>
  form.kind === 'csv' ? form.shape.table.name : form.kind === 'xml' ? 'all' : null

const fileOf = ({ source, form, encoding }: Looked, rows: number): ReadFile => ({
  name: source.name,
  table: tableName(form),
  rows,
  encoding: encoding ?? '',
  ...(form.kind === 'csv' && form.shape.missing.length > 0 ? { missing: form.shape.missing } : {}),
})

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
