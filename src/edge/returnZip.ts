/** The tables of a return as one zip of CSV files. */
import { fileNames, type TablePiece } from '../app/returnFile.ts'
import type { FactName } from '../core/facts/factTypes.ts'
import { zipOf } from './zip.ts'

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
  yield* zipOf([...tables].map(([table, bytes]) => [fileNames[table], Buffer.concat(bytes)] as const))
}
