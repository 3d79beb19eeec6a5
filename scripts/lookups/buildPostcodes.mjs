// Builds the postcode directory that comes with Holdfast from the ONS Postcode Directory.
//
//   node scripts/lookups/buildPostcodes.mjs ONSPD.csv LTLA_TO_UTLA.csv rules/lookups/postcodes-2025-11.bin 2025-11
//
// ONSPD.csv needs the columns pcd, laua, oseast1m and osnrth1m; LTLA_TO_UTLA.csv the columns LTLA23CD and UTLA23CD (both from
// the Office for National Statistics). Northern Ireland's postcodes (BT) are left out: they have terms of their own.
//
// The file: 8 bytes "HFPOST01", 4 bytes length of a JSON header (little-endian), the header, then one block for each outward
// code ("N17"), compressed by itself, so that a lookup unpacks the few hundred postcodes around it and no more. A block is
// nine columns of bytes, one value a postcode, sorted by inward code: the inward code as a number (2), the authority (1),
// metres east and north of the block's south-west corner (3 and 3; all ones where the directory has none).
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import Papa from 'papaparse'

const [onspd, districts, target, edition] = process.argv.slice(2)
if (edition === undefined) {
  console.error('Usage: node scripts/lookups/buildPostcodes.mjs ONSPD.csv LTLA_TO_UTLA.csv TARGET YYYY-MM')
  process.exit(2)
}
const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const table = (path) => Papa.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data

const authorityOf = new Map()
for (const one of JSON.parse(readFileSync(join(project, 'rules', 'authorities.json'), 'utf8')).authorities) {
  if (one.demonstration) continue
  for (const ons of [one.ons, ...(one.ons_also ?? [])]) if (ons) authorityOf.set(ons, one.code)
}
const upper = new Map(table(districts).map((row) => [row.LTLA23CD, row.UTLA23CD]))

function placeOf(laua) {
  if (laua === '') return ''
  if (laua.startsWith('W')) return 'WAL'
  if (laua.startsWith('S')) return 'SCO'
  if (laua.startsWith('L') || laua.startsWith('M')) return 'NUK'
  const code = authorityOf.get(upper.get(laua) ?? laua)
  if (code === undefined) throw new Error(`${laua} belongs to no authority in rules/authorities.json`)
  return code
}

const NONE = 0xffffff
const blocks = new Map()
const authorities = ['']
let count = 0
for (const { pcd, laua, oseast1m, osnrth1m } of table(onspd)) {
  const outward = pcd.slice(0, -3).trim()
  if (outward.startsWith('BT')) continue
  const inward = pcd.slice(-3)
  const number = (inward.charCodeAt(0) - 48) * 676 + (inward.charCodeAt(1) - 65) * 26 + inward.charCodeAt(2) - 65
  const authority = placeOf(laua)
  if (!authorities.includes(authority)) authorities.push(authority)
  const block = blocks.get(outward) ?? []
  blocks.set(outward, block)
  const known = oseast1m !== '' && osnrth1m !== ''
  block.push([number, authorities.indexOf(authority), known ? Number(oseast1m) : null, known ? Number(osnrth1m) : null])
  count += 1
}

const outwards = {}
const packed = []
let offset = 0
for (const [outward, block] of [...blocks].sort(([a], [b]) => (a < b ? -1 : 1))) {
  block.sort((a, b) => a[0] - b[0])
  const east = block.flatMap((one) => (one[2] === null ? [] : [one[2]])).reduce((a, b) => Math.min(a, b), Infinity)
  const north = block.flatMap((one) => (one[3] === null ? [] : [one[3]])).reduce((a, b) => Math.min(a, b), Infinity)
  const n = block.length
  const bytes = Buffer.alloc(n * 9)
  const put = (column, width, row, value) => {
    for (let byte = 0; byte < width; byte += 1) bytes[(column + byte) * n + row] = (value >> (8 * byte)) & 255
  }
  block.forEach(([number, authority, e, no], row) => {
    put(0, 2, row, number)
    put(2, 1, row, authority)
    put(3, 3, row, e === null ? NONE : e - east)
    put(6, 3, row, no === null ? NONE : no - north)
  })
  const small = deflateRawSync(bytes, { level: 9 })
  outwards[outward] = [offset, small.length, n, Number.isFinite(east) ? east : 0, Number.isFinite(north) ? north : 0]
  packed.push(small)
  offset += small.length
}
const header = Buffer.from(JSON.stringify({
  title: 'Postcodes of Great Britain and the Crown dependencies, with authority and grid reference',
  edition,
  source: 'Office for National Statistics, ONS Postcode Directory; districts to upper-tier authorities, April 2023.',
  licence: 'Open Government Licence v3.0. Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right. Contains GeoPlace data © Local Government Information House Limited copyright and database right.',
  authorities, outwards,
}))
const length = Buffer.alloc(4)
length.writeUInt32LE(header.length)
writeFileSync(target, Buffer.concat([Buffer.from('HFPOST01'), length, header, ...packed]))
console.log(`${count.toLocaleString('en-GB')} postcodes in ${blocks.size.toLocaleString('en-GB')} outward codes`)
