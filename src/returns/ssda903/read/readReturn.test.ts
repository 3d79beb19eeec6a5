/** The reading as a whole: order, limits, progress, waiting and stopping. */
import { expect, test } from 'vitest'
import { reading } from './reading.ts'
import { readReturn } from './readReturn.ts'
import { sourceOfBytes, type ByteSource } from './sources.ts'

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE\n0417,28/02/2010,05/06/2017,PN1\n'
const MISSING = 'CHILD,DOB,MISSING,MIS_START,MIS_END\n0417,28/02/2010,M,05/06/2017,\n'
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n0417,1,28/02/2010,WBRI,UN3,,\n'
const BAD = 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n0417,28/02/2010,SW1,TBC,,\n'

test('tables come in the order of the return, whatever the order of the files', async () => {
  const { given, files } = await reading({ 'm.csv': MISSING, 'r.csv': REVIEWS, 'h.csv': HEADER })
  expect(given.map(({ type, file }) => [type, files[file]?.name])).toEqual([['child_details', 'h.csv'], ['review', 'r.csv'], ['missing_episode', 'm.csv']])
})

test('after a refusal no more rows are given, but the rest is still looked at', async () => {
  const { ok, given, notes, files } = await reading({ 'x.csv': 'NAME\nA\n', 's.csv': BAD, 'h.csv': HEADER })
  expect({ ok, given, words: notes.map(({ file, words }) => [file, words]), rows: files.map(({ rows }) => rows) }).toEqual({
    ok: false, given: [], rows: [0, 0, 1],
    words: [['x.csv', 'This is no table of the SSDA903 return: its columns are NAME.'], ['s.csv', 'TBC is not a date.']],
  })
})

test('an XML file with CSV files is refused, and so are two XML files', async () => {
  const xml = '<EXPSSDA903></EXPSSDA903>'
  const refusals = async (files: Record<string, string>) =>
    (await reading(files)).notes.filter(({ kind }) => kind === 'refusal').map(({ words, file }) => [file, words])
  expect(await refusals({ 'a.xml': xml, 'r.csv': REVIEWS })).toEqual([[null, 'An XML file (a.xml) and CSV files were given together.']])
  expect(await refusals({ 'a.xml': xml, 'b.xml': xml })).toEqual([[null, 'Two XML files were given, a.xml and b.xml.']])
})

test.each([[REVIEWS.length, true], [REVIEWS.length - 1, false]])('a file of the limit is taken, one above it refused', async (fileBytes, ok) => {
  const honest = sourceOfBytes('r.csv', REVIEWS)
  for (const source of [honest, { ...honest, size: 0 }]) {
    const result = await readReturn([source], { collectionYear: 2018, onRow: () => undefined, limits: { fileBytes } })
    expect({ ok: result.ok, words: result.notes.map(({ words }) => words) }).toEqual({
      ok, words: ok ? [] : [`The file is larger than ${fileBytes} bytes.`],
    })
  }
})

test('all files together have a limit', async () => {
  const bytes = REVIEWS.length + MISSING.length
  const at = async (totalBytes: number) => (await reading({ 'r.csv': REVIEWS, 'm.csv': MISSING }, { limits: { totalBytes } })).notes.map(({ words }) => words)
  expect(await at(bytes)).toEqual([])
  expect(await at(bytes - 1)).toEqual([`The files come to more than ${bytes - 1} bytes.`])
})

test('a line without end is refused', async () => {
  const { ok, notes } = await reading({ 'r.csv': `${REVIEWS}${'x'.repeat(700_000)}` }, { limits: { lineCharacters: 100_000 } })
  expect({ ok, notes: notes.map(({ row, words }) => [row, words]) }).toEqual({
    ok: false, notes: [[3, 'A row is longer than 100,000 characters: a quotation mark may not be closed.']],
  })
})

test('progress goes up to all the bytes', async () => {
  const said: [number, number][] = []
  await reading({ 'r.csv': REVIEWS, 'm.csv': MISSING }, { onProgress: (done, total) => void said.push([done, total]) })
  const total = REVIEWS.length + MISSING.length
  expect(said).toEqual([[REVIEWS.length, total], [total, total]])
})

test('the reader waits for what onRow promises', async () => {
  let busy = 0
  let most = 0
  const onRow = async (): Promise<void> => {
    most = Math.max(most, (busy += 1))
    await new Promise((resolve) => setImmediate(resolve))
    busy -= 1
  }
  const { ok } = await reading({ 'r.csv': REVIEWS + REVIEWS.split('\n')[1] + '\n' }, { onRow })
  expect({ ok, most }).toEqual({ ok: true, most: 1 })
})

test('what onRow throws is the caller’s to see', async () => {
  const onRow = (): void => {
    throw new Error('the store is full')
  }
  await expect(reading({ 'r.csv': REVIEWS }, { onRow })).rejects.toThrow('the store is full')
})

/** Reviews without end. */
const endless = (onOpen: () => void, onReturn: () => void): ByteSource => ({
  name: 'r.csv',
  size: 0,
  async *open() {
    onOpen()
    try {
      yield Buffer.from(REVIEWS)
      for (;;) yield Buffer.from('0417,28/02/2010,05/06/2017,PN1\n'.repeat(1000))
    } finally {
      onReturn()
    }
  },
})

test('a signal stops the reading and closes the file', async () => {
  let opened = 0
  let returned = 0
  const stopping = new AbortController()
  const run = readReturn([endless(() => (opened += 1), () => (returned += 1))], {
    collectionYear: 2018, onRow: () => undefined, signal: stopping.signal, limits: { fileBytes: Infinity },
  })
  setTimeout(() => stopping.abort(new Error('stopped by a person')), 20)
  await expect(run).rejects.toThrow('stopped by a person')
  expect(opened).toBe(2)
  expect(returned).toBe(opened)
})

test('a signal during the rows stops before the next piece', async () => {
  const stopping = new AbortController()
  let rows = 0
  const onRow = (): void => {
    rows += 1
    if (rows === 10) stopping.abort()
  }
  const text = REVIEWS + '0417,28/02/2010,05/06/2017,PN1\n'.repeat(100_000)
  await expect(reading({ 'r.csv': text }, { onRow, signal: stopping.signal })).rejects.toThrow('aborted')
  expect(rows).toBeLessThan(20_000)
})

test('a signal given before the start stops at once', async () => {
  await expect(reading({ 'r.csv': REVIEWS }, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
})
