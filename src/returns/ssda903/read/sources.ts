/** Where a return's bytes come from: named files that can be read from their start as often as needed. */
import { createReadStream, readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

export interface ByteSource {
  readonly name: string
  /** Size in bytes, as far as is known before reading. */
  readonly size: number
  /** The bytes from the start. Called more than once: encoding is settled before rows are read. */
  open(): AsyncIterable<Uint8Array>
  /** Where the file lies on disk, if it does: a zip is then read in place and not held in memory. */
  readonly path?: string
  /** Found beside the return and plainly no part of it: told about, not read. */
  readonly stray?: boolean
}

const CHUNK = 512 * 1024

/** A source of bytes already in memory. */
export function sourceOfBytes(name: string, bytes: Uint8Array | string): ByteSource {
  const held = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  return {
    name,
    size: held.length,
    async *open() {
      yield held
    },
  }
}

/** One read in place of a stream, whose making costs more than reading a small file. */
async function* atOnce(path: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(path)
}

/** A source of a file on disk. */
export async function sourceOfFile(path: string): Promise<ByteSource> {
  const { size } = await stat(path)
  const open = (): AsyncIterable<Uint8Array> => (size <= CHUNK ? atOnce(path) : createReadStream(path, { highWaterMark: CHUNK }))
  return { name: basename(path), size, path, open }
}

/**
 * The sources of a return kept at a path: the files of a folder (not of folders in it), or the one file (a CSV, a zip,
 * an XML). Throws what the file system says when there is nothing at the path or it may not be read.
 */
export async function sourcesOfPath(path: string): Promise<readonly ByteSource[]> {
  if (!(await stat(path)).isDirectory()) return [await sourceOfFile(path)]
  const entries = await readdir(path, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name).sort()
  return Promise.all(
    sortOut(names).map(async ({ name, stray }) => ({ ...(await sourceOfFile(join(path, name))), stray })),
  )
}

const hidden = /(^|\/)(\.[^/]*|__MACOSX\/.*|Thumbs\.db|desktop\.ini)$/i
const csv = /\.(csv|tsv)$/i
/** Might hold a table of the return in a form we cannot read: must reach the reader and be refused, never be overlooked. */
const spreadsheet = /\.(xlsx?|xlsm|xlsb|ods|numbers)$/i
const whole = /\.(xml|zip)$/i

/**
 * Which of the files found together are the return: the CSV files if there are any, else the XML or zip, else all.
 * Spreadsheets are always taken, to be refused with the reason. Files that systems leave behind are not mentioned.
 */
export function sortOut(names: readonly string[]): readonly { readonly name: string; readonly stray: boolean }[] {
  const seen = names.filter((name) => !hidden.test(name))
  const part = seen.some((name) => csv.test(name)) ? csv : seen.some((name) => whole.test(name)) ? whole : /(?:)/
  return seen.map((name) => ({ name, stray: !part.test(name) && !spreadsheet.test(name) }))
}
