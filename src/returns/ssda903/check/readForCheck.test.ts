import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../core/time/localDate.ts'
import { sourceOfBytes, type ByteSource } from '../read/sources.ts'
import { readForCheck, type CheckReading } from './readForCheck.ts'

const read = (files: Readonly<Record<string, string>>, year = 2026): Promise<CheckReading> =>
  readForCheck(Object.entries(files).map(([name, text]): ByteSource => sourceOfBytes(name, text)), { collectionYear: year })

const episodes = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n'
const reviews = 'CHILD,DOB,REVIEW,REVIEW_CODE\n'

describe('rows that the importer refuses', () => {
  test('are kept as written: no date, no such date, no child', async () => {
    const { given, notes } = await read({ 'reviews.csv': `${reviews}A1,01/02/2012,,pn1\nA1,01/02/2012,31/02/2026,PN1\n,01/02/2012,01/05/2025,PN1\n,,02/05/2025,PN2\n` })
    const [a1, ...others] = given?.rows.children(null) ?? []
    expect(a1?.Reviews).toEqual([
      { table: 'Reviews', row: 0, last: false, unread: null, CHILD: 'A1', DOB: isoDate('2012-02-01'), REVIEW: null, REVIEW_CODE: 'PN1' },
      { table: 'Reviews', row: 1, last: false, unread: { REVIEW: '31/02/2026' }, CHILD: 'A1', DOB: isoDate('2012-02-01'), REVIEW: null, REVIEW_CODE: 'PN1' },
    ])
    // Nobody knows whether the two rows without CHILD are one child's: each stands alone.
    expect(others.map(({ code, Reviews }) => [code, Reviews.map(({ row }) => row)])).toEqual([['', [2]], ['', [3]]])
    expect(notes.map(({ kind, row, column, count }) => ({ kind, row, column, count }))).toEqual([{ kind: 'remark', row: 4, column: 'CHILD', count: 2 }])
  })

  test('a table without a column that every fact needs is read, and the column is not among those given', async () => {
    const { given } = await read({ 'reviews.csv': 'CHILD,REVIEW_CODE\nA1,PN1\n' })
    expect([...(given?.columns ?? [])].map(([table, columns]) => [table, [...columns]])).toEqual([['Reviews', ['CHILD', 'REVIEW_CODE']]])
  })

  test('shorter and longer ones are read under the columns they stand in, and said', async () => {
    const { given, notes } = await read({ 'reviews.csv': `${reviews}A1,01/02/2012\nA2,01/02/2012,03/05/2025,PN1,extra\n` })
    expect(given?.rows.children(null).map(({ Reviews }) => Reviews.map(({ REVIEW, REVIEW_CODE }) => [REVIEW, REVIEW_CODE]))).toEqual([
      [[null, '']], [[isoDate('2025-05-03'), 'PN1']],
    ])
    expect(notes.map(({ kind, row, value }) => ({ kind, row, value }))).toEqual([{ kind: 'remark', row: 2, value: null }, { kind: 'remark', row: 3, value: 'extra' }])
  })
})

describe('row numbers', () => {
  test('count blank lines, so that a row is found in the file', async () => {
    const { given, files } = await read({ 'reviews.csv': `\n${reviews}A1,,01/05/2025,PN1\n\n,,,\nA1,,02/05/2025,PN2\n\n` })
    // The header is row 2 of a spreadsheet, the last review row 6: 6 - 2 - 1.
    expect(given?.rows.children(null)[0]?.Reviews.map(({ row }) => row)).toEqual([0, 3])
    expect(files).toEqual([{ name: 'reviews.csv', table: 'Reviews', rows: 2 }])
  })

  test('are each file’s own, and a value of several lines is one row', async () => {
    const { given } = await read({
      'b.csv': `${reviews}A1,,01/05/2025,"PN\n1"\nA1,,02/05/2025,PN1\n`,
      'a.csv': `${episodes}A2,01/05/2025,S,C2,N1,U4,PR1,,,,,,\nA1,01/06/2025,P,C2,N1,U4,PR1,,,,,,\nA1,01/05/2025,S,C2,N1,U4,PR1,01/06/2025,X1,,,,\n`,
    })
    const [a2, a1] = given?.rows.children(null) ?? []
    expect([a2?.code, a2?.Episodes.map(({ row }) => row)]).toEqual(['A2', [0]])
    // Episodes come in the order they began; their rows are where they stand.
    expect([a1?.code, a1?.Episodes.map(({ row }) => row), a1?.Reviews.map(({ row }) => row)]).toEqual(['A1', [2, 1], [0, 1]])
  })
})

describe('what spreadsheets do', () => {
  test('to codes and dates is mended and said', async () => {
    const { given, notes } = await read({ 'oc2.csv': 'CHILD,DOB,SDQ_SCORE,CONVICTED\n7.0,41000,12.0,1.0\n' })
    expect(given?.rows.children(null)).toMatchObject([{ code: '7', OC2: [{ DOB: isoDate('2012-04-01'), SDQ_SCORE: '12', CONVICTED: '1' }] }])
    expect(notes.filter(({ kind }) => kind === 'mend').map(({ column, value }) => [column, value])).toEqual([['CHILD', '7.0'], ['DOB', '41000']])
  })

  test('to numbers of children is said, for two children may have become one', async () => {
    const { given, notes } = await read({ 'reviews.csv': `${reviews}1.2E+05,,01/05/2025,PN1\n` })
    expect(given?.rows.children(null)[0]?.code).toBe('1.2E+05')
    expect(notes.map(({ column, value }) => [column, value])).toEqual([['CHILD', '1.2E+05']])
  })
})

describe('files that cannot be told apart are refused', () => {
  test.each([
    ['nothing of the return', { 'a.csv': 'x,y\n1,2\n' }, 'This is no table of the SSDA903 return: its columns are X, Y.'],
    ['no CHILD', { 'a.csv': 'DOB,REVIEW,REVIEW_CODE\n,,\n' }, 'This is the Reviews table, and its column CHILD is missing.'],
    ['an unclosed quotation mark', { 'a.csv': `${reviews}A1,,"01/05/2025,PN1\nA2,,,\n` }, 'A quotation mark is not closed, so the rows from here on cannot be told apart.'],
    ['a mixture', { 'a.csv': reviews, 'b.xml': '<EXPSSDA903/>' }, 'An XML file (b.xml) and CSV files were given together.'],
    ['the same table twice', { 'a.csv': reviews, 'b.csv': reviews }, 'Two files hold the Reviews table: a.csv and b.csv.'],
  ] as const)('%s', async (_, files, words) => {
    const { given, notes } = await read(files)
    expect(given).toBeNull()
    expect(notes.filter(({ kind }) => kind === 'refusal').map((note) => note.words)).toEqual([words])
  })

  test('a team list beside them is left alone', async () => {
    const { given, notes } = await read({ 'reviews.csv': `${reviews}A1,,01/05/2025,PN1\n`, 'workers.csv': 'SW_ID,WORKER,TEAM\nSW1,Ada Brook,Court\n' })
    expect(given).not.toBeNull()
    expect(notes.map(({ kind, file }) => [kind, file])).toEqual([['remark', 'workers.csv']])
  })
})

test('another year’s episodes are remarked on, not refused', async () => {
  const { given, notes } = await read({ 'a.csv': `${episodes}A1,01/05/2019,S,C2,N1,U4,PR1,01/06/2019,E4A,,,,\n` })
  expect(given).not.toBeNull()
  expect(notes.map(({ words }) => words)).toEqual(['1 of 1 row of Episodes lies wholly outside the collection year, 1 April 2025 to 31 March 2026.'])
})

describe('XML', () => {
  const child = (id: string, inHeader: string, rest = ''): string =>
    `<CHILD><HEADER><CHILDID>${id}</CHILDID><SEX>1</SEX><DOB>01/02/2010</DOB>${inHeader}</HEADER>${rest}</CHILD>`
  const review = (date: string): string => `<AREVIEW><REVIEW>${date}</REVIEW><REVIEW_CODE>pn1</REVIEW_CODE></AREVIEW>`
  const whole = `<EXPSSDA903>${child('1', `<UASC>0</UASC>${review('01/05/2025')}${review('')}`)}${child(
    '2', `<UASC>1</UASC>${review('none')}<IN_TOUCH>YES</IN_TOUCH>`, '<EPISODE><DECOM>01/05/2025</DECOM><PL>U4</PL></EPISODE>',
  )}</EXPSSDA903>`

  test('rows are numbered by table in the order of the document', async () => {
    const { given, notes } = await read({ 'a.xml': whole })
    const [one, two] = given?.rows.children(null) ?? []
    expect(notes).toEqual([])
    expect(one?.Header).toEqual([expect.objectContaining({ row: 0, CHILD: '1', SEX: '1', DOB: isoDate('2010-02-01'), UASC: '0' })])
    expect(one?.Reviews).toEqual([
      { table: 'Reviews', row: 0, last: false, unread: null, CHILD: '1', DOB: isoDate('2010-02-01'), REVIEW: isoDate('2025-05-01'), REVIEW_CODE: 'PN1' },
      { table: 'Reviews', row: 1, last: false, unread: null, CHILD: '1', DOB: isoDate('2010-02-01'), REVIEW: null, REVIEW_CODE: 'PN1' },
    ])
    expect(one?.UASC).toEqual([])
    expect(two?.Header.map(({ row }) => row)).toEqual([1])
    expect(two?.Reviews).toEqual([expect.objectContaining({ row: 2, REVIEW: null, unread: { REVIEW: 'none' } })])
    expect(two?.UASC).toEqual([{ table: 'UASC', row: 0, last: false, unread: null, CHILD: '2', SEX: '1', DOB: isoDate('2010-02-01'), DUC: null }])
    expect(two?.OC3).toEqual([expect.objectContaining({ row: 0, IN_TOUCH: 'YES', ACTIV: '' })])
    expect(two?.Episodes).toEqual([expect.objectContaining({ row: 0, PLACE: 'U4', DECOM: isoDate('2025-05-01') })])
  })

  test('has no social workers and no deprivation of liberty', async () => {
    const { given } = await read({ 'a.xml': whole })
    expect([...(given?.columns.keys() ?? [])].toSorted()).toEqual(
      ['AD1', 'Episodes', 'Header', 'Missing', 'OC2', 'OC3', 'PlacedAdoption', 'PrevPerm', 'Reviews', 'UASC'],
    )
    expect(given?.columns.get('Header')?.has('UASC')).toBe(true)
  })
})
