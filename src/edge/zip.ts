/** Several files as one zip. */
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** The same content is the same file, to the byte, whenever it is made: the first day that a zip can tell. */
const mtime = new Date(1980, 0, 1)

/** A zip of texts, each by the name of its file. */
export async function* zipOf(files: Iterable<readonly [name: string, content: Buffer]>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, content] of files) zip.addBuffer(content, name, { mtime })
  zip.end()
  for await (const chunk of zip.outputStream as Readable) yield chunk as Uint8Array
}
