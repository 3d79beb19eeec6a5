/** The tables of a return as one zip of CSV files. */
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { fileNames, type TablePiece } from '../app/returnFile.ts'
import type { FactName } from '../core/facts/factTypes.ts'

/** The same content is the same file, to the byte, whenever it is made: the first day that a zip can tell. */
const mtime = new Date(1980, 0, 1)

/**
 * A zip with a file a table. The tables come interleaved, child by child, and a zip wants its files one after another, so
 * they wait in memory until all are there: some 15 MB for the largest authority.
 */
export async function* returnZip(pieces: AsyncIterable<TablePiece>): AsyncGenerator<Uint8Array> {
  const tables = new Map<FactName, Buffer[]>()
  for await (const { table, text } of pieces) {
    const bytes = Buffer.from(text, 'utf8')
    const held = tables.get(table)
    if (held === undefined) tables.set(table, [bytes])
    else held.push(bytes)
  }
  const zip = new ZipFile()
  for (const [table, bytes] of tables) zip.addBuffer(Buffer.concat(bytes), fileNames[table], { mtime })
  zip.end()
  for await (const chunk of zip.outputStream as Readable) yield chunk as Uint8Array
}
