/** The postcode directory that comes with Holdfast (`rules/lookups`, built by `scripts/lookups/buildPostcodes.mjs`). */
import { closeSync, openSync, readSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Place, Places } from '../returns/ssda903/check/places.ts'
import { rulesFolder } from './rules.ts'

/** Offset, packed length, postcodes, and the south-west corner that the block's metres are counted from. */
type Block = readonly [offset: number, length: number, count: number, east: number, north: number]

interface Header {
  readonly edition: string
  readonly authorities: readonly string[]
  readonly outwards: Readonly<Record<string, Block>>
}

const MAGIC = 'HFPOST01'
const NONE = 0xffffff
/** What a block holds of each postcode: two of its inward code, one of its authority, three each of east and north. */
const BYTES_EACH = 9
/** Postcodes kept as found: a dozen rules ask for those of the same children one after the other. */
const REMEMBERED = 4000

/**
 * Opens the postcode directory; null when the installation has none, so that what needs it is told as not run. Blocks are
 * read and unpacked when a postcode of theirs is first asked for, and kept. Throws when the file is damaged.
 */
export function openPlaces(folder: string = join(rulesFolder(), 'lookups')): Places | null {
  const file = newest(folder)
  if (file === undefined) return null
  const descriptor = openSync(file, 'r')
  const start = readAt(descriptor, 0, MAGIC.length + 4)
  if (start.subarray(0, MAGIC.length).toString() !== MAGIC) {
    closeSync(descriptor)
    throw new Error(`${file} is not a postcode directory. Put back the file that came with Holdfast.`)
  }
  const headerLength = start.readUInt32LE(MAGIC.length)
  const blocksAt = MAGIC.length + 4 + headerLength
  const header = JSON.parse(readAt(descriptor, MAGIC.length + 4, headerLength).toString()) as Header
  const blocks = new Map(Object.entries(header.outwards))
  const unpacked = new Map<string, Buffer>()
  const found = new Map<string, Place | null>()

  const bytesOf = (outward: string, [offset, length, count]: Block): Buffer => {
    let bytes = unpacked.get(outward)
    if (bytes === undefined) {
      // Room for just what is in it, and one byte to see by that it was all.
      bytes = inflateRawSync(readAt(descriptor, blocksAt + offset, length), { chunkSize: Math.max(64, count * BYTES_EACH + 1) })
      unpacked.set(outward, bytes)
    }
    return bytes
  }

  const look = (postcode: string): Place | undefined => {
    const inward = inwardNumber(postcode)
    const outward = postcode.slice(0, postcode.at(-4) === ' ' ? -4 : -3)
    const block = inward === undefined ? undefined : blocks.get(outward)
    if (block === undefined || inward === undefined) return undefined
    return placeIn(bytesOf(outward, block), block, inward, header.authorities)
  }

  return {
    find(postcode) {
      const known = found.get(postcode)
      if (known !== undefined) return known ?? undefined
      if (found.size === REMEMBERED) found.clear()
      const place = look(postcode)
      found.set(postcode, place ?? null)
      return place
    },
  }
}

function newest(folder: string): string | undefined {
  const name = readdirSync(folder).filter((one) => /^postcodes-\d{4}-\d{2}\.bin$/.test(one)).toSorted().at(-1)
  return name === undefined ? undefined : join(folder, name)
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const read = readSync(descriptor, bytes, 0, length, position)
  if (read < length) throw new Error('The postcode directory ends too soon. Put back the file that came with Holdfast.')
  return bytes
}

/** `0AA` as a number; undefined when the postcode does not end in a digit and two letters. */
function inwardNumber(postcode: string): number | undefined {
  const at = postcode.length - 3
  const digit = postcode.charCodeAt(at) - 48
  const first = postcode.charCodeAt(at + 1) - 65
  const second = postcode.charCodeAt(at + 2) - 65
  // As unsigned numbers, anything below the first is huge; NaN is 0 after the shift, but only when the text is too short.
  if (at < 2 || digit >>> 0 > 9 || first >>> 0 > 25 || second >>> 0 > 25) return undefined
  return digit * 676 + first * 26 + second
}

function placeIn(bytes: Buffer, [, , count, east, north]: Block, inward: number, authorities: readonly string[]): Place | undefined {
  const at = (column: number, row: number): number => bytes[column * count + row] ?? 0
  let low = 0
  let high = count - 1
  while (low <= high) {
    const row = (low + high) >> 1
    const here = at(0, row) + at(1, row) * 256
    if (here === inward) {
      const metres = (column: number, from: number): number | null => {
        const value = at(column, row) + at(column + 1, row) * 256 + at(column + 2, row) * 65536
        return value === NONE ? null : from + value
      }
      return { authority: authorities[at(2, row)] ?? '', east: metres(3, east), north: metres(6, north) }
    }
    if (here < inward) low = row + 1
    else high = row - 1
  }
  return undefined
}
