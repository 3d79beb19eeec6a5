/**
 * From bytes to text. Which encoding a file is in is settled by a first pass over all of its bytes (checking UTF-8 runs
 * at gigabytes a second), so that no row is given out under an encoding that a later byte disproves.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import { StringDecoder } from 'node:string_decoder'
import { setImmediate as turn } from 'node:timers/promises'
import type { ByteSource } from './sources.ts'

export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'

/** The source could not be opened or read to its end: told as a refusal, not thrown. */
export class UnreadableSource extends Error {
  override readonly name = 'UnreadableSource'
}

/** The bytes are not what the encoding allows (UTF-16 cut short), or hold a NUL. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText'
}

const CHUNK = 256 * 1024

/** The bytes of a source in pieces of at most 256 kB, giving other work a turn between them; stops when told to. */
export async function* bytesOf(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const stream = source.open()[Symbol.asyncIterator]()
  try {
    for (;;) {
      signal?.throwIfAborted()
      let step: IteratorResult<Uint8Array>
      try {
        step = await stream.next()
      } catch (error) {
        throw new UnreadableSource(error instanceof Error ? error.message : String(error))
      }
      if (step.done === true) return
      const bytes = Buffer.from(step.value.buffer, step.value.byteOffset, step.value.byteLength)
      for (let at = 0; at < bytes.length; at += CHUNK) {
        yield bytes.subarray(at, at + CHUNK)
        await turn()
        signal?.throwIfAborted()
      }
    }
  } finally {
    await stream.return?.()
  }
}

export interface Scan {
  readonly bytes: number
  readonly encoding: Encoding
  /** The beginning of the file. */
  readonly head: Buffer
  /** Offset of the first byte that is not UTF-8; null when the file is. */
  readonly firstForeignByte: number | null
  /** A NUL byte outside UTF-16: no text file has one. */
  readonly binary: boolean
  /** Longer than allowed; the rest was not looked at. */
  readonly tooLong: boolean
}

const HEAD = 64 * 1024

/** The first pass: how long the file is, what it begins with and what encoding it is in. */
export async function scan(source: ByteSource, longest: number, signal: AbortSignal | undefined): Promise<Scan> {
  const head: Buffer[] = []
  let headLength = 0
  let bytes = 0
  let wide: Encoding | null = null
  let bom = false
  let carry: Buffer = Buffer.alloc(0)
  let firstForeignByte: number | null = null
  let binary = false
  for await (const chunk of bytesOf(source, signal)) {
    if (headLength < HEAD) {
      head.push(Buffer.from(chunk.subarray(0, HEAD - headLength)))
      headLength += Math.min(chunk.length, HEAD - headLength)
      if (bytes < 512) {
        const begun = Buffer.concat(head)
        wide = wideEncoding(begun)
        bom = begun[0] === 0xef && begun[1] === 0xbb && begun[2] === 0xbf
      }
    }
    if (wide === null) {
      binary ||= chunk.includes(0)
      if (firstForeignByte === null) {
        const joined: Buffer = carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
        const whole = wholeCharacters(joined)
        if (!isUtf8(joined.subarray(0, whole))) firstForeignByte = bytes - carry.length + firstInvalid(joined)
        carry = Buffer.from(joined.subarray(whole))
      }
    }
    bytes += chunk.length
    if (bytes > longest) break
  }
  if (firstForeignByte === null && carry.length > 0) firstForeignByte = bytes - carry.length
  const narrow = firstForeignByte === null || wide !== null ? (bom ? 'UTF-8 with BOM' : 'UTF-8') : 'Windows-1252'
  return {
    bytes,
    encoding: wide ?? narrow,
    head: Buffer.concat(head),
    firstForeignByte: wide === null ? firstForeignByte : null,
    binary: wide === null && binary,
    tooLong: bytes > longest,
  }
}

/** UTF-16 by its byte order mark, or by every other byte of the beginning being NUL (returns begin in plain letters). */
function wideEncoding(begun: Buffer): Encoding | null {
  if (begun[0] === 0xff && begun[1] === 0xfe && !(begun[2] === 0 && begun[3] === 0)) return 'UTF-16 LE'
  if (begun[0] === 0xfe && begun[1] === 0xff) return 'UTF-16 BE'
  const looked = Math.min(begun.length & ~1, 64)
  if (looked < 4) return null
  let nulOdd = 0
  let nulEven = 0
  for (let at = 0; at < looked; at += 2) {
    if (begun[at] === 0) nulEven += 1
    if (begun[at + 1] === 0) nulOdd += 1
  }
  if (nulEven === 0 && nulOdd === looked / 2) return 'UTF-16 LE'
  if (nulOdd === 0 && nulEven === looked / 2) return 'UTF-16 BE'
  return null
}

/** Length of the part that does not end inside a UTF-8 character. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needs > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Offset of the first byte that is not UTF-8 in bytes that are not: halving, since checking is quick. */
function firstInvalid(bytes: Buffer): number {
  const valid = (length: number): boolean => {
    const part = bytes.subarray(0, length)
    return isUtf8(part.subarray(0, wholeCharacters(part)))
  }
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (valid(middle)) good = middle
    else bad = middle
  }
  return wholeCharacters(bytes.subarray(0, good))
}

/** Decodes the beginning of a file; a character cut in two at its end is left out. Throws `UnreadableText`. */
export function headText(head: Buffer, encoding: Encoding): string {
  return decoderFor(encoding)(head)
}

/**
 * The text of a source in pieces, in an encoding found by `scan`, without a byte order mark.
 * Throws `UnreadableText` for UTF-16 that is cut short or torn, and for NULs.
 */
export async function* textOf(
  source: ByteSource,
  encoding: Encoding,
  signal: AbortSignal | undefined,
  onBytes: (count: number) => void,
): AsyncGenerator<string> {
  const decode = decoderFor(encoding)
  let gathered = ''
  for await (const chunk of bytesOf(source, signal)) {
    onBytes(chunk.length)
    gathered += decode(chunk)
    // Sources that trickle would make the parser look at its unfinished line again and again.
    if (gathered.length < CHUNK / 4) continue
    yield gathered
    gathered = ''
  }
  gathered += decode(null)
  if (gathered !== '') yield gathered
}

type Decode = (bytes: Buffer | null) => string

function decoderFor(encoding: Encoding): Decode {
  switch (encoding) {
    case 'UTF-8':
    case 'UTF-8 with BOM':
      return utf8Decoder()
    case 'Windows-1252': {
      const decoder = new TextDecoder('windows-1252')
      return (bytes) => (bytes === null ? '' : decoder.decode(bytes))
    }
    case 'UTF-16 LE':
      return wideDecoder('utf-16le')
    case 'UTF-16 BE':
      return wideDecoder('utf-16be')
  }
}

function utf8Decoder(): Decode {
  const decoder = new StringDecoder('utf8')
  let begun = false
  return (bytes) => {
    if (bytes === null) return ''
    // Plain ASCII decodes several times faster, and a valid file has no character pending before it.
    const text = isAscii(bytes) ? bytes.toString('latin1') : decoder.write(bytes)
    if (begun || text === '') return text
    begun = true
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  }
}

function wideDecoder(label: string): Decode {
  const decoder = new TextDecoder(label, { fatal: true })
  return (bytes) => {
    try {
      const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true })
      if (!text.includes('\0')) return text
    } catch {
      throw new UnreadableText('not UTF-16 throughout')
    }
    throw new UnreadableText('a NUL character')
  }
}

/** The row, as a spreadsheet numbers it, that a byte of a single-byte or UTF-8 text lies in. */
export async function rowOfByte(source: ByteSource, offset: number, signal: AbortSignal | undefined): Promise<number> {
  let row = 1
  let quoted = false
  let at = 0
  let afterReturn = false
  for await (const chunk of bytesOf(source, signal)) {
    for (const byte of chunk) {
      if (afterReturn && byte !== 10) row += 1
      afterReturn = byte === 13 && !quoted
      if (at >= offset) return row
      if (byte === 34) quoted = !quoted
      else if (byte === 10 && !quoted) row += 1
      at += 1
    }
  }
  return row
}
