/** A zip of a return's files: looked through before anything is unpacked, so that a bomb is refused and not run. */
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { bytesOf, UnreadableSource } from './encoding.ts'
import { inMegabytes, type Limits } from './limits.ts'
import { shown, type FileNotes } from './notes.ts'
import { sortOut, type ByteSource } from './sources.ts'

export interface OpenZip {
  readonly sources: readonly ByteSource[]
  close(): void
}

const FIX = 'Make the zip again with the CSV files of the return and nothing else, or give the files themselves.'
/** Small files pack well and do no harm. */
const RATIO_FROM = 1024 * 1024

/** The files in a zip, each to be unpacked as it is read; undefined, with refusals noted, when it is not to be trusted. */
export async function openZip(
  source: ByteSource,
  limits: Limits,
  notes: FileNotes,
  signal: AbortSignal | undefined,
): Promise<OpenZip | undefined> {
  let zip: ZipFile
  try {
    zip = source.path === undefined ? await inMemory(source, limits, signal) : await openPromise(source.path, { autoClose: false })
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof TooBig) {
      notes.refuse(`The zip is larger than ${inMegabytes(limits.zipBytesInMemory)}.`, 'Unpack it and give the files in it.')
    } else notes.refuse('The zip is damaged and cannot be opened.', FIX)
    return undefined
  }
  const entries = await listed(zip, limits, notes)
  if (entries === undefined || !sound(entries, limits, notes)) {
    zip.close()
    return undefined
  }
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]))
  const sources = sortOut([...byName.keys()]).flatMap(({ name, stray }) => {
    const entry = byName.get(name)
    return entry === undefined ? [] : [entrySource(zip, entry, stray)]
  })
  if (sources.length === 0) notes.refuse('The zip is empty.', FIX)
  return { sources, close: () => zip.close() }
}

class TooBig extends Error {}

async function inMemory(source: ByteSource, limits: Limits, signal: AbortSignal | undefined): Promise<ZipFile> {
  const pieces: Buffer[] = []
  let held = 0
  for await (const chunk of bytesOf(source, signal)) {
    held += chunk.length
    if (held > limits.zipBytesInMemory) throw new TooBig()
    pieces.push(Buffer.from(chunk))
  }
  return fromBufferPromise(Buffer.concat(pieces))
}

async function listed(zip: ZipFile, limits: Limits, notes: FileNotes): Promise<readonly Entry[] | undefined> {
  if (zip.entryCount > limits.zipEntries) {
    notes.refuse(`The zip holds ${zip.entryCount.toLocaleString('en-GB')} files; at most ${limits.zipEntries} are taken.`, FIX)
    return undefined
  }
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    const path = /absolute path|invalid relative path|invalid characters in fileName/.test(error instanceof Error ? error.message : '')
    notes.refuse(
      path ? 'The zip holds a file whose name points outside it.' : 'The zip is damaged: its list of files cannot be read.',
      FIX,
    )
    return undefined
  }
  return entries.filter(({ fileName }) => !fileName.endsWith('/'))
}

function sound(entries: readonly Entry[], limits: Limits, notes: FileNotes): boolean {
  const refuse = (words: string, value: string): false => {
    notes.refuse(words, FIX, { value })
    return false
  }
  const names = new Set<string>()
  let total = 0
  for (const entry of entries) {
    const { fileName: name, uncompressedSize, compressedSize } = entry
    total += uncompressedSize
    const said = shown(name)
    if (names.has(name)) return refuse(`The zip holds two files named ${said}.`, name)
    names.add(name)
    if (entry.isEncrypted()) return refuse(`${said} in the zip has a password.`, name)
    if (/\.(zip|7z|rar|gz|tar)$/i.test(name)) return refuse(`The zip holds another archive, ${said}.`, name)
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return refuse(`${said} in the zip is packed in a way that is not read here.`, name)
    if (uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * limits.zipRatio) {
      return refuse(`${said} in the zip is packed ${Math.floor(uncompressedSize / Math.max(1, compressedSize)).toLocaleString('en-GB')} times smaller than it is, as no table is.`, name)
    }
  }
  return total <= limits.totalBytes || refuse(`The files in the zip come to more than ${inMegabytes(limits.totalBytes)}.`, inMegabytes(total))
}

function entrySource(zip: ZipFile, entry: Entry, stray: boolean): ByteSource {
  return {
    name: entry.fileName,
    size: entry.uncompressedSize,
    stray,
    async *open() {
      const stream = await zip.openReadStreamPromise(entry)
      try {
        for await (const chunk of stream) yield chunk as Uint8Array
      } catch (error) {
        throw new UnreadableSource(error instanceof Error ? error.message : 'cannot be unpacked')
      } finally {
        stream.destroy()
      }
    },
  }
}
