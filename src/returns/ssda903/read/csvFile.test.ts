/** CSV files as they come (format notes, section 4): what is read, what is mended and what is refused. */
import { expect, test } from 'vitest'
import { plainly, reading } from './reading.ts'

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE'
const ROW = '0417,28/02/2010,05/06/2017,PN1'
const AS_READ = { CHILD: '0417', born: '2010-02-28', REVIEW: '2017-06-05', REVIEW_CODE: 'PN1' }
const SPACES = 'Spaces before or after values were taken away.'

const note = (kind: string, words: string, more: object = {}): object => ({
  kind, file: 'reviews.csv', row: null, column: null, value: null, words, fix: null, count: 1, ...more,
})
const read = (text: string | Uint8Array) => reading({ 'reviews.csv': text })

test('a plain file is read without a word', async () => {
  const { ok, notes, files, given } = await read(`${REVIEWS}\n${ROW}\n`)
  expect({ ok, notes, files }).toEqual({
    ok: true, notes: [], files: [{ name: 'reviews.csv', table: 'Reviews', rows: 1, encoding: 'UTF-8' }],
  })
  expect(given).toEqual([{ type: 'review', childCode: '0417', values: [17322, 'PN1'], bornOn: 14668, file: 0, row: 2 }])
})

test.each([
  ['no line end at the end', `${REVIEWS}\n${ROW}`],
  ['CRLF', `${REVIEWS}\r\n${ROW}\r\n`],
  ['CR alone', `${REVIEWS}\r${ROW}\r`],
  ['LF after a CRLF header', `${REVIEWS}\r\n${ROW}\n`],
  ['CRLF after an LF header', `${REVIEWS}\n${ROW}\r\n`],
  ['a byte order mark', `\ufeff${REVIEWS}\n${ROW}\n`],
  ['a byte order mark before quotes', `\ufeff"CHILD",DOB,REVIEW,REVIEW_CODE\n${ROW}\n`],
  ['a quoted header', `"CHILD","DOB","REVIEW","REVIEW_CODE"\n${ROW}\n`],
  ['quoted values', `${REVIEWS}\n"0417","28/02/2010","05/06/2017","PN1"\n`],
  ['quoted values with CRLF', `${REVIEWS}\r\n"0417","28/02/2010","05/06/2017","PN1"\r\n`],
  ['a header in lower case', `child,dob,review,review_code\n${ROW}\n`],
  ['a header with spaces', `CHILD , DOB,REVIEW ,REVIEW_CODE\n${ROW}\n`],
  ['columns in another order', 'REVIEW_CODE,REVIEW,CHILD,DOB\nPN1,05/06/2017,0417,28/02/2010\n'],
  ['lower-case codes', `${REVIEWS}\n0417,28/02/2010,05/06/2017,pn1\n`],
])('%s is read without a word', async (_, text) => {
  const { ok, notes, given } = await read(text)
  expect({ ok, notes, given: given.map(plainly) }).toEqual({ ok: true, notes: [], given: [AS_READ] })
})

test.each(['REVIEWS.CSV', 'SSDA903_2018_reviews.csv', '2017-reviews.csv', 'table (3)', 'reviews 2017-18.csv', '201718 reviews.csv'])(
  'the name %s does not matter',
  async (name) => {
    const { ok, notes, files } = await reading({ [name]: `${REVIEWS}\n${ROW}\n` })
    expect({ ok, notes, table: files[0]?.table }).toEqual({ ok: true, notes: [], table: 'Reviews' })
  },
)

test.each(['2019-reviews.csv', 'SSDA903_2016_reviews.csv', 'reviews 2018-19.csv', 'reviews_2016_17.csv'])(
  'a year in the name that does not fit is remarked on: %s',
  async (name) => {
    const { ok, notes } = await reading({ [name]: `${REVIEWS}\n${ROW}\n` })
    expect({ ok, notes }).toEqual({
      ok: true, notes: [note('remark', "The file's name has another year than the collection year 2018.", { file: name })],
    })
  },
)

test.each([
  ['semicolons', `${REVIEWS}\n${ROW}\n`.replaceAll(',', ';')],
  ['tabs', `${REVIEWS}\n${ROW}\n`.replaceAll(',', '\t')],
])('%s between columns are accepted with a note', async (what, text) => {
  const { ok, notes, given } = await read(text)
  expect({ ok, notes, given: given.map(plainly) }).toEqual({
    ok: true, given: [AS_READ],
    notes: [note('mend', `The columns are separated by ${what} instead of commas, and were read so.`)],
  })
})

test('columns that the table has not are left out, and said', async () => {
  const { ok, notes, given } = await read(`CHILD,TEST_COLUMN,DOB,,REVIEW,REVIEW_CODE\n0417,x,28/02/2010,y,05/06/2017,PN1\n`)
  expect({ ok, notes, given: given.map(plainly) }).toEqual({
    ok: true, given: [AS_READ],
    notes: [note('remark', 'Columns that Reviews does not have, not read: TEST_COLUMN, (no name).')],
  })
})

test('a column the file has not is blank, and said', async () => {
  const { ok, notes, given } = await read('CHILD,DOB,REVIEW\n0417,28/02/2010,05/06/2017\n')
  expect({ ok, notes, given: given.map(plainly) }).toEqual({
    ok: true, given: [{ CHILD: '0417', born: '2010-02-28', REVIEW: '2017-06-05' }],
    notes: [note('remark', 'A column of Reviews not in the file, taken as blank: REVIEW_CODE.')],
  })
})

const refusal = (words: string, fix: string, more: object = {}): object => note('refusal', words, { fix, ...more })
const TABLES = 'Header, Episodes, UASC, Reviews, OC2, OC3, AD1, PlacedAdoption, PrevPerm, Missing, SWEpisodes, DoLo'
const LONGER = 'Take away what is too much, or put a value that holds a comma in quotation marks, so that each value stands under its column.'
const SHORTER = 'Make the row as long as the header, with commas for blank values, so that each value stands under its column.'

test.each([
  ['no CHILD column', 'DOB,REVIEW,REVIEW_CODE\n28/02/2010,05/06/2017,PN1\n', refusal(
    'This is the Reviews table, and its column CHILD is missing.',
    `Add the column CHILD. The table has the columns ${REVIEWS.replaceAll(',', ', ')}.`, { row: 1, column: 'CHILD' },
  )],
  ['no required column', 'CHILD,DOB,REVIEW_CODE\n0417,28/02/2010,PN1\n', refusal(
    'This is the Reviews table, and its column REVIEW is missing.',
    `Add the column REVIEW. The table has the columns ${REVIEWS.replaceAll(',', ', ')}.`, { row: 1, column: 'REVIEW' },
  )],
  ['a column twice', `${REVIEWS},REVIEW\n${ROW},05/06/2017\n`, refusal(
    'The column REVIEW is there twice.', 'Keep one column REVIEW and take the other away.', { row: 1, column: 'REVIEW' },
  )],
  ['no header', `${ROW}\n`, refusal(
    'The first row holds data: there are no column names.',
    'Put the column names in the first row, such as CHILD,SEX,DOB,DUC.', { row: 1 },
  )],
  ['text above the header', `Reviews 2018,,,\n,,,\n${REVIEWS}\n${ROW}\n`, refusal(
    'The column names are in row 3, below other text.', 'Delete the rows above row 3.', { row: 1 },
  )],
  ['another table', 'NAME,SALARY\nA,1\n', refusal(
    'This is no table of the SSDA903 return: its columns are NAME, SALARY.',
    `Give files with the columns of the return's tables: ${TABLES}.`, { row: 1 },
  )],
  ['columns that two tables share and no other', 'CHILD,SEX,DOB\n0417,1,28/02/2010\n', refusal(
    'This is no table of the SSDA903 return: its columns are CHILD, SEX, DOB.',
    `Give files with the columns of the return's tables: ${TABLES}.`, { row: 1 },
  )],
  ['nothing', '', refusal('The file is empty.', 'Give the file that holds the table, or leave it out if there is none.')],
  ['blank lines', '\n\r\n  \n', refusal('The file is empty.', 'Give the file that holds the table, or leave it out if there is none.')],
  ['a row longer than the header', `${REVIEWS}\n${ROW}\n${ROW},X\n`, refusal(
    'The row has 5 values where the header names 4 columns.', LONGER, { row: 3, value: 'X' },
  )],
  ['a row shorter than the header', `${REVIEWS}\n${ROW}\n0417,28/02/2010,05/06/2017\n`, refusal(
    'The row has 3 values where the header names 4 columns.', SHORTER, { row: 3 },
  )],
  ['a shifted row', `${REVIEWS}\n,0417,28/02/2010,05/06/2017,PN1\n`, refusal(
    'The row has 5 values where the header names 4 columns.', LONGER, { row: 2, value: 'PN1' },
  )],
  ['an open quotation mark', `${REVIEWS}\n${ROW}\n0417,28/02/2010,05/06/2017,"PN1\n${ROW}\n`, refusal(
    'A quotation mark is not closed, so the rows from here on cannot be told apart.',
    'Close or take away the quotation mark in this row; a quotation mark inside a value is written twice.', { row: 3 },
  )],
])('%s is refused', async (_, text, expected) => {
  const { ok, notes } = await read(text)
  expect({ ok, notes }).toEqual({ ok: false, notes: [expected] })
})

test('a header and no rows is accepted with a remark', async () => {
  const { ok, notes, files } = await read(`${REVIEWS}\n`)
  expect({ ok, notes, rows: files[0]?.rows }).toEqual({
    ok: true, rows: 0, notes: [note('remark', 'The file has column names and no rows: nothing is known of Reviews.')],
  })
})

const TRAILING = 'Empty cells after the last column (extra commas) were left out.'

test.each([
  ['header and rows', `${REVIEWS},,\n${ROW},,\n`, { row: 1, count: 2 }],
  ['the header', `${REVIEWS},\n${ROW}\n`, { row: 1, count: 1 }],
  ['rows only', `${REVIEWS}\n${ROW},\n`, { row: 2, count: 1 }],
  ['rows only, with CRLF', `${REVIEWS}\r\n${ROW}, ,\r\n`, { row: 2, count: 1 }],
])('trailing commas on %s are mended and shift nothing', async (_, text, where) => {
  const { ok, notes, given } = await read(text)
  expect({ ok, notes, given: given.map(plainly) }).toEqual({ ok: true, given: [AS_READ], notes: [note('mend', TRAILING, where)] })
})

test('blank lines are skipped and counted', async () => {
  const { ok, notes, given } = await read(`\n${REVIEWS}\n\n  \n${ROW}\n\n0418,,06/06/2017,PN0\n\n`)
  expect({ ok, notes }).toEqual({ ok: true, notes: [] })
  expect(given.map(({ row, childCode }) => [row, childCode])).toEqual([[5, '0417'], [7, '0418']])
})

test('a first row of commas is a blank first row', async () => {
  const { ok, notes, given } = await read(`,,,\n${REVIEWS}\n${ROW}\n`)
  expect({ ok, notes, row: given[0]?.row }).toEqual({ ok: true, notes: [], row: 3 })
})

test('rows of only commas are skipped with a remark', async () => {
  const { ok, notes, given } = await read(`${REVIEWS}\n,,,\n${ROW}\n, ,,\n,\n`)
  expect({ ok, notes, given: given.map(({ row }) => row) }).toEqual({
    ok: true, given: [3], notes: [note('remark', 'Rows of nothing but commas were left out.', { row: 2, count: 3 })],
  })
})

test('a new line inside quotation marks is part of a value, and rows are counted as a spreadsheet does', async () => {
  const { ok, notes, given } = await read(`${REVIEWS}\n0417,28/02/2010,05/06/2017,"PN1\n"\n0418,,06/06/2017,PN0\n`)
  expect({ ok, notes, given: given.map(({ row, values }) => [row, values[1]]) }).toEqual({
    ok: true, given: [[2, 'PN1'], [3, 'PN0']],
    notes: [note('mend', SPACES, { row: 2, column: 'REVIEW_CODE', value: 'PN1\n' })],
  })
})

test('two files for one table are refused, naming both', async () => {
  const { ok, notes } = await reading({ 'a.csv': `${REVIEWS}\n${ROW}\n`, 'b.csv': `${REVIEWS}\n${ROW}\n` })
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [refusal('Two files hold the Reviews table: a.csv and b.csv.', 'Give one file for Reviews: the one of this return.', { file: null })],
  })
})

test('the Header and the UASC table are told apart by their columns', async () => {
  const { files, given, ok } = await reading({
    'uasc.csv': 'CHILD,SEX,DOB,DUC\n0417,1,28/02/2001,01/02/2018\n',
    'x.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n0417,1,28/02/2001,WBRI,UN3,,\n',
  })
  expect({ ok, tables: files.map(({ table }) => table) }).toEqual({ ok: true, tables: ['UASC', 'Header'] })
  expect(given.map((row) => [row.type, row.file, plainly(row)])).toEqual([
    ['child_details', 1, { CHILD: '0417', SEX: 'M', DOB: '2001-02-28', ETHNIC: 'WBRI', UPN: 'UN3' }],
    ['unaccompanied_child', 0, { CHILD: '0417', born: '2001-02-28', DUC: '2018-02-01' }],
  ])
})

const OFFICE = 'Open it in the program it belongs to, save each table as CSV (comma separated), and give those files.'
const PLAIN = 'Give the CSV or XML files of the return.'
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')

test.each([
  ['e.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('[Content_Types].xml')]), 'an Excel workbook', OFFICE],
  ['e.csv', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('[Content_Types].xml')]), 'an Excel workbook', OFFICE],
  ['e.ods', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('mimetype')]), 'an OpenDocument file', OFFICE],
  ['e.xls', ole, 'an Excel workbook in the old form, or one with a password', OFFICE],
  ['e.doc', ole, 'a Word document', OFFICE],
  ['e.csv', Buffer.from('%PDF-1.7\n'), 'a PDF', PLAIN],
  ['e.csv', Buffer.from('\x89PNG\r\n', 'latin1'), 'a picture', PLAIN],
  ['e.csv.gz', Buffer.from('\x1f\x8b\x08', 'latin1'), 'a gzip archive', PLAIN],
])('%s is told by its first bytes', async (file, bytes, what, fix) => {
  const { ok, notes } = await reading({ [file]: bytes })
  expect({ ok, notes }).toEqual({ ok: false, notes: [refusal(`The file is ${what}, not a CSV file.`, fix, { file })] })
})

test('bytes that no text has are refused', async () => {
  const { notes } = await read(`${REVIEWS}\n0417\0,,05/06/2017,PN1\n`)
  expect(notes).toEqual([refusal('The file holds bytes that no text has: it is not a CSV file, or it is damaged.', 'Save the table as CSV (comma separated) again.')])
})

test('no files at all are refused', async () => {
  const { ok, notes } = await reading({})
  expect({ ok, notes }).toEqual({
    ok: false, notes: [refusal('There is no file to read.', 'Give the CSV files of a return, a zip of them, or its XML file.', { file: null })],
  })
})
