/** Zips: a return in one, and those that would bite. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yazl from 'yazl'
import { plainly, reading } from './reading.ts'
import { readReturn } from './readReturn.ts'
import { sourceOfBytes, sourcesOfPath } from './sources.ts'

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE\n0417,28/02/2010,05/06/2017,PN1\n'
const MISSING = 'CHILD,DOB,MISSING,MIS_START,MIS_END\n0417,28/02/2010,M,05/06/2017,\n'
const FIX = 'Make the zip again with the CSV files of the return and nothing else, or give the files themselves.'

async function zipped(files: Readonly<Record<string, string | Buffer>>, compress = true): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name, { compress })
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const note = (kind: string, file: string | null, words: string, more: object = {}): object => ({
  kind, file, row: null, column: null, value: null, words, fix: null, count: 1, ...more,
})

test('a zip of CSV files is read as its files, in folders or not, system files passed over', async () => {
  const zip = await zipped({ 'out/missing.csv': MISSING, 'reviews.csv': REVIEWS, '__MACOSX/reviews.csv': 'x', '.DS_Store': 'x', 'read me.txt': 'x' })
  const { ok, files, notes, given } = await reading({ 'return.zip': zip })
  expect({ ok, notes }).toEqual({ ok: true, notes: [note('remark', 'read me.txt', 'Not a file of the return; not read.')] })
  expect(files).toEqual([
    { name: 'out/missing.csv', table: 'Missing', rows: 1, encoding: 'UTF-8' },
    { name: 'reviews.csv', table: 'Reviews', rows: 1, encoding: 'UTF-8' },
    { name: 'read me.txt', table: null, rows: 0, encoding: '' },
  ])
  expect(given.map((row) => [row.file, plainly(row)])).toEqual([
    [1, { CHILD: '0417', born: '2010-02-28', REVIEW: '2017-06-05', REVIEW_CODE: 'PN1' }],
    [0, { CHILD: '0417', born: '2010-02-28', MISSING: 'M', MIS_START: '2017-06-05' }],
  ])
})

const patched = (bytes: Buffer, from: string, to: string): Buffer => Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

/** Sets the password bit of the first entry, in its own header and in the list. */
function withPassword(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt16LE(copy.readUInt16LE(6) | 1, 6)
  const list = copy.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  copy.writeUInt16LE(copy.readUInt16LE(list + 8) | 1, list + 8)
  return copy
}

test.each<[string, () => Promise<Buffer>, string, string | null]>([
  ['a path out of the zip', async () => patched(await zipped({ 'xx/reviews.csv': REVIEWS }), 'xx/rev', '../rev'), 'The zip holds a file whose name points outside it.', null],
  ['an absolute path', async () => patched(await zipped({ 'xreviews.csv': REVIEWS }), 'xreviews', '/reviews'), 'The zip holds a file whose name points outside it.', null],
  ['a password', async () => withPassword(await zipped({ 'reviews.csv': REVIEWS })), 'reviews.csv in the zip has a password.', 'reviews.csv'],
  ['a zip in it', async () => zipped({ 'more.zip': await zipped({ 'reviews.csv': REVIEWS }) }), 'The zip holds another archive, more.zip.', 'more.zip'],
  ['a bomb', () => zipped({ 'reviews.csv': Buffer.alloc(8 * 1024 * 1024, '0') }), 'reviews.csv in the zip is packed 1,028 times smaller than it is, as no table is.', 'reviews.csv'],
  ['nothing', () => zipped({}), 'The zip is empty.', null],
  ['two files of one name', async () => patched(await zipped({ 'a.csv': REVIEWS, 'b.csv': REVIEWS }), 'b.csv', 'a.csv'), 'The zip holds two files named a.csv.', 'a.csv'],
  ['its end cut off', async () => (await zipped({ 'reviews.csv': REVIEWS })).subarray(0, -10), 'The zip is damaged and cannot be opened.', null],
])('a zip with %s is refused', async (_, make, words, value) => {
  const { ok, notes, given } = await reading({ 'return.zip': await make() })
  expect({ ok, notes, given }).toEqual({ ok: false, given: [], notes: [note('refusal', 'return.zip', words, { value, fix: FIX })] })
})

test('a zip hidden under another name inside a zip is refused', async () => {
  const { ok, notes } = await reading({ 'return.zip': await zipped({ 'reviews.csv': await zipped({ 'reviews.csv': REVIEWS }) }) })
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [note('refusal', 'reviews.csv', 'The file is a zip beside or inside other files.', { fix: 'Give one zip by itself, with no other archive in it.' })],
  })
})

test('a zip whose content does not unpack is refused', async () => {
  const zip = await zipped({ 'reviews.csv': REVIEWS })
  zip.fill(0xff, 45, 60)
  const { ok, notes } = await reading({ 'return.zip': zip })
  expect({ ok, kinds: notes.map(({ kind, file, fix }) => [kind, file, fix]) }).toEqual({ ok: false, kinds: [['refusal', 'reviews.csv', 'Give the file again.']] })
})

test('limits of a zip: entries, bytes in all, bytes held', async () => {
  const zip = await zipped({ 'reviews.csv': REVIEWS, 'missing.csv': MISSING })
  const refused = async (limits: object) => (await reading({ 'return.zip': zip }, { limits })).notes.map(({ words }) => words)
  expect(await refused({ zipEntries: 1 })).toEqual(['The zip holds 2 files; at most 1 are taken.'])
  expect(await refused({ totalBytes: 100 })).toEqual(['The files in the zip come to more than 100 bytes.'])
  expect(await refused({ zipBytesInMemory: 100 })).toEqual(['The zip is larger than 100 bytes.'])
  expect(await refused({ zipEntries: 2, totalBytes: REVIEWS.length + MISSING.length })).toEqual([])
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-read-'))
  await mkdir(join(folder, 'return', 'older'), { recursive: true })
  await writeFile(join(folder, 'return', 'Reviews.CSV'), REVIEWS)
  await writeFile(join(folder, 'return', 'notes.txt'), 'x')
  await writeFile(join(folder, 'return', '.hidden.csv'), 'x')
  await writeFile(join(folder, 'return', 'older', 'reviews.csv'), REVIEWS)
  await writeFile(join(folder, 'return.zip'), await zipped({ 'reviews.csv': REVIEWS }))
})
afterAll(() => rm(folder, { recursive: true }))

const readPath = async (...path: string[]) => {
  const rows: number[] = []
  const { ok, files, notes } = await readReturn(await sourcesOfPath(join(folder, ...path)), { collectionYear: 2018, onRow: ({ row }) => void rows.push(row) })
  return { ok, files: files.map(({ name, table }) => [name, table]), notes: notes.map(({ words }) => words), rows }
}

test('a folder, a zip on disk and one file are read from their path', async () => {
  expect(await readPath('return')).toEqual({
    ok: true, rows: [2], files: [['Reviews.CSV', 'Reviews'], ['notes.txt', null]], notes: ['Not a file of the return; not read.'],
  })
  expect(await readPath('return.zip')).toEqual({ ok: true, rows: [2], files: [['reviews.csv', 'Reviews']], notes: [] })
  expect(await readPath('return', 'Reviews.CSV')).toEqual({ ok: true, rows: [2], files: [['Reviews.CSV', 'Reviews']], notes: [] })
})

test('a workbook among the CSV files of a folder is refused, never overlooked', async () => {
  await writeFile(join(folder, 'return', 'episodes.xlsx'), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]))
  expect((await readPath('return')).notes).toEqual(['The file is an Excel workbook, not a CSV file.', 'Not a file of the return; not read.'])
  await rm(join(folder, 'return', 'episodes.xlsx'))
})

test('a path with nothing at it is an error of the caller', async () => {
  await expect(readPath('nowhere')).rejects.toThrow('ENOENT')
})

test('a file that cannot be read to its end is refused', async () => {
  const broken = {
    ...sourceOfBytes('reviews.csv', REVIEWS),
    async *open() {
      yield Buffer.from(REVIEWS.slice(0, 40))
      throw new Error('EIO')
    },
  }
  const { ok, notes } = await readReturn([broken, sourceOfBytes('missing.csv', MISSING)], { collectionYear: 2018, onRow: () => undefined })
  expect({ ok, notes }).toEqual({
    ok: false, notes: [note('refusal', 'reviews.csv', 'The file cannot be read to its end (EIO).', { fix: 'Give the file again.' })],
  })
})
