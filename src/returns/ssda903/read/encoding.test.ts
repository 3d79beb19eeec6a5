/** Bytes into text: every encoding seen, in pieces of every size. */
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { collectNotes } from './notes.ts'
import { plainly, reading } from './reading.ts'
import { readReturn } from './readReturn.ts'
import type { ReturnRow } from './row.ts'
import type { ByteSource } from './sources.ts'

const HEADER = 'CHILD,DOB,REVIEW,REVIEW_CODE,NOTE\n'
const TEXT = `${HEADER}0417,28/02/2010,05/06/2017,PN1,Zoë\n0418,28/02/2010,06/06/2017,PN2,£5 – “ok”\n`
const GIVEN = [
  { CHILD: '0417', born: '2010-02-28', REVIEW: '2017-06-05', REVIEW_CODE: 'PN1' },
  { CHILD: '0418', born: '2010-02-28', REVIEW: '2017-06-06', REVIEW_CODE: 'PN2' },
]
const EXTRA = {
  kind: 'remark', file: 'r.csv', row: null, column: null, value: null, fix: null, count: 1,
  words: 'A column that Reviews does not have, not read: NOTE.',
}
const mend = (row: number) => ({
  ...EXTRA, kind: 'mend', row,
  words: `The file is not in UTF-8 and was read as Windows-1252; the first such character is in row ${row}.`,
})

test.each([
  ['UTF-8', Buffer.from(TEXT), 'UTF-8', []],
  ['UTF-8 with a BOM', iconv.encode(TEXT, 'utf8', { addBOM: true }), 'UTF-8 with BOM', []],
  ['UTF-16 LE with a BOM', iconv.encode(TEXT, 'utf16le', { addBOM: true }), 'UTF-16 LE', []],
  ['UTF-16 BE with a BOM', iconv.encode(TEXT, 'utf16-be', { addBOM: true }), 'UTF-16 BE', []],
  ['UTF-16 LE', iconv.encode(TEXT, 'utf16le', { addBOM: false }), 'UTF-16 LE', []],
  ['UTF-16 BE', iconv.encode(TEXT, 'utf16-be', { addBOM: false }), 'UTF-16 BE', []],
  ['Windows-1252', iconv.encode(TEXT, 'win1252'), 'Windows-1252', [mend(2)]],
])('%s is read', async (_, bytes, encoding, notes) => {
  const read = await reading({ 'r.csv': bytes })
  expect({ ok: read.ok, encoding: read.files[0]?.encoding, given: read.given.map(plainly), notes: read.notes }).toEqual({
    ok: true, encoding, given: GIVEN, notes: [...notes, EXTRA],
  })
})

test('the first row that is not UTF-8 is counted as a spreadsheet counts, new lines in quotation marks left out', async () => {
  const text = `${HEADER}\n0417,28/02/2010,05/06/2017,PN1,"two\nlines"\r\n0418,28/02/2010,06/06/2017,PN2,Zoë\n`
  const { notes } = await reading({ 'r.csv': iconv.encode(text, 'win1252') })
  expect(notes).toEqual([mend(4), EXTRA])
})

test('a foreign character as the last byte of the file is found', async () => {
  const { notes } = await reading({ 'r.csv': Buffer.concat([Buffer.from(`${HEADER}0417,28/02/2010,05/06/2017,PN1,Zo`), Buffer.from([0xeb])]) })
  expect(notes).toEqual([mend(2), EXTRA])
})

test.each([
  ['cut short', iconv.encode(TEXT, 'utf16le', { addBOM: true }).subarray(0, -1), 'not UTF-16 throughout'],
  ['torn', Buffer.concat([iconv.encode(HEADER, 'utf16le', { addBOM: true }), Buffer.from([0x00, 0xd8, 0x41, 0x00])]), 'not UTF-16 throughout'],
  ['with a NUL', iconv.encode(`${TEXT}\0`, 'utf16le', { addBOM: true }), 'a NUL character'],
])('UTF-16 %s is refused', async (_, bytes, why) => {
  const { ok, notes } = await reading({ 'r.csv': bytes })
  expect({ ok, notes: notes.filter(({ kind }) => kind === 'refusal') }).toEqual({
    ok: false, notes: [{ ...EXTRA, kind: 'refusal', words: `The file is damaged: ${why}.`, fix: 'Save the table as CSV UTF-8 again.' }],
  })
})

/** A source that gives its bytes in pieces of one size. */
const inPieces = (bytes: Buffer, size: number): ByteSource => ({
  name: 'r.csv',
  size: bytes.length,
  async *open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})

test.each([1, 2, 3, 5, 7, 64])('pieces of %i bytes change nothing', async (size) => {
  for (const encoding of ['utf8', 'utf16le', 'utf16-be', 'win1252']) {
    const given: ReturnRow[] = []
    const source = inPieces(iconv.encode(TEXT, encoding), size)
    const { ok } = await readReturn([source], { collectionYear: 2018, onRow: (row) => void given.push(row) })
    expect({ ok, given: given.map(plainly) }).toEqual({ ok: true, given: GIVEN })
  }
})

test('rows survive the seams between the pieces of a large file', async () => {
  const lines = Array.from({ length: 40_000 }, (_, at) => `${at},28/02/2010,05/06/2017,"PN1",${'é'.repeat(at % 11)}`)
  const bytes = Buffer.from(HEADER + lines.join('\r\n'))
  const children: string[] = []
  const { ok, files } = await readReturn([inPieces(bytes, 65_537)], {
    collectionYear: 2018,
    onRow: (row) => {
      children.push(`${row.row}:${row.childCode}:${row.values.join()}`)
    },
  })
  expect({ ok, rows: files[0]?.rows }).toEqual({ ok: true, rows: 40_000 })
  expect(children).toEqual(lines.map((_, at) => `${at + 2}:${at}:17322,PN1`))
})

test('a name or value too long to show is cut', () => {
  const notes = collectNotes(10)
  notes.about('n'.repeat(200)).refuse('words', 'fix', { value: 'v'.repeat(200) })
  expect(notes.list()).toEqual([{ ...EXTRA, kind: 'refusal', file: `${'n'.repeat(100)}…`, value: `${'v'.repeat(100)}…`, words: 'words', fix: 'fix' }])
})
