/** Cells into values: codes, dates, the child's number, and rows outside the year. */
import { expect, test } from 'vitest'
import { plainly, reading } from './reading.ts'
import type { ReadOptions } from './readReturn.ts'

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE'
const PERM = 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM'

const note = (kind: string, words: string, more: object = {}): object => ({
  kind, file: 'f.csv', row: 2, column: null, value: null, words, fix: null, count: 1, ...more,
})
const SPACES = 'Spaces before or after values were taken away.'
const DECIMAL = 'Codes that a spreadsheet had given a decimal (such as 1.0) were read without it.'
const read = async (header: string, rows: readonly string[], options: Partial<ReadOptions> = {}) => {
  const { ok, notes, given } = await reading({ 'f.csv': `${header}\n${rows.join('\n')}\n` }, options)
  return { ok, notes, given: given.map(plainly) }
}

test('an episode, every column', async () => {
  expect(await read(EPISODES, ['0417,01/04/2017,S,C2,N1,U4,PR1,01/05/2017,X1,PLACE,AB1 2CD,EF3 4GH,SC123456'])).toEqual({
    ok: true, notes: [],
    given: [{
      CHILD: '0417', DECOM: '2017-04-01', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U4', PLACE_PROVIDER: 'PR1', DEC: '2017-05-01',
      REC: 'X1', REASON_PLACE_CHANGE: 'PLACE', HOME_POST: 'AB1 2CD', PL_POST: 'EF3 4GH', URN: 'SC123456',
    }],
  })
})

test('the collection year is filled in where a table is of one year', async () => {
  const { given } = await read('CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', ['0417,01/02/1999,YES,F2,D1'])
  expect(given).toEqual([{ CHILD: '0417', born: '1999-02-01', year: 2018, IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'D1' }])
})

test.each([
  [2018, '1', 'M'], [2018, '2', 'F'], [2024, '2', 'F'], [2025, 'M', 'M'], [2025, 'f', 'F'], [2026, 'U', 'U'], [2018, '3', '3'], [2018, 'm', 'M'],
])('in %i sex %s is held as %s', async (collectionYear, sex, held) => {
  const { notes, given } = await read(HEADER, [`0417,${sex},28/02/2010,WBRI,UN3,,`], { collectionYear })
  expect({ notes, sex: given[0]?.SEX }).toEqual({ notes: [], sex: held })
})

test('sex as 1 or 2 after 2024 is mended', async () => {
  const rows = ['0417,1,28/02/2010,WBRI,UN3,,', '0418,2,28/02/2010,WBRI,UN3,,', '0419,M,28/02/2010,WBRI,UN3,,']
  const { notes, given } = await read(HEADER, rows, { collectionYear: 2025 })
  expect(given.map(({ SEX }) => SEX)).toEqual(['M', 'F', 'M'])
  expect(notes).toEqual([note('mend', 'Sex written as 1 or 2, as in returns up to 2024, was read as M or F.', { column: 'SEX', value: '1', count: 2 })])
})

test('spaces and decimals are mended, one note a kind with the first row and the count of rows', async () => {
  const { ok, notes, given } = await read(HEADER, [
    '0417,2,28/02/2010, wbri,UN3 ,1.0,28/02/2017', '0418,2.0,28/02/2010,WBRI,UN3,,', '419.0,2,28/02/2010,WBRI\u00a0,UN3,,',
  ])
  expect(given.map(({ CHILD, SEX, ETHNIC, UPN, MOTHER }) => [CHILD, SEX, ETHNIC, UPN, MOTHER])).toEqual([
    ['0417', 'F', 'WBRI', 'UN3', '1'], ['0418', 'F', 'WBRI', 'UN3', undefined], ['419', 'F', 'WBRI', 'UN3', undefined],
  ])
  expect({ ok, notes }).toEqual({
    ok: true,
    notes: [
      note('mend', SPACES, { column: 'ETHNIC', value: ' wbri', count: 2 }),
      note('mend', DECIMAL, { column: 'MOTHER', value: '1.0', count: 3 }),
    ],
  })
})

test('postcodes are kept as written, in capitals; a cell of spaces is blank', async () => {
  const { given } = await read(EPISODES, ['0417,01/04/2017,S,C2,N1,U4,PR1,,   ,,c251yt,2tr,XXXXXXX'])
  expect(given[0]).toMatchObject({ HOME_POST: 'C251YT', PL_POST: '2TR', URN: 'XXXXXXX' })
  expect(given[0]).not.toHaveProperty('REC')
})

test.each([['REC', 8, 'e99'], ['REASON_PLACE_CHANGE', 9, 'LIIAF']])('%s written by a cleaning tool is refused', async (column, at, value) => {
  const cells = '0417,01/04/2017,S,C2,N1,U4,PR1,01/05/2017,X1,PLACE,,,'.split(',')
  cells[at] = value
  const { ok, notes } = await read(EPISODES, [cells.join(',')])
  const code = value.toUpperCase()
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [note('refusal', `${code} in ${column} is not from an authority: it is written by a tool that cleans returns.`, {
      column, value: code, fix: 'Bring in the return as the authority sent it.',
    })],
  })
})

test('codes in no code set are kept and gathered into one remark a column', async () => {
  const codeSets = { has: (set: string, code: string, year: number) => set !== 'ETHNIC' || (code === 'WBRI' && year === 2018) }
  const rows = ['UNKN', 'wbri', 'unkn', 'QQ1', 'UNKN'].map((ethnic, at) => `${at + 1},1,28/02/2010,${ethnic},UN3,,`)
  const { ok, notes, given } = await read(HEADER, rows, { codeSets })
  expect({ ok, ethnic: given.map(({ ETHNIC }) => ETHNIC) }).toEqual({ ok: true, ethnic: ['UNKN', 'WBRI', 'UNKN', 'QQ1', 'UNKN'] })
  expect(notes).toEqual([
    note('remark', '4 rows of ETHNIC hold a code that the 2018 return does not have: UNKN, QQ1. Kept as written.', { column: 'ETHNIC', value: 'UNKN', count: 4 }),
  ])
})

test.each([
  ['1/4/2017', '2017-04-01', 'Dates not written DD/MM/YYYY were read, the day before the month.'],
  ['01/04/17', '2017-04-01', 'Dates with a two-figure year were read as the latest year that is not after the collection year.'],
  ['42826', '2017-04-01', 'Dates given as Excel day numbers (such as 42826) were read as the days they stand for.'],
  ['2017-04-01', '2017-04-01', 'Dates not written DD/MM/YYYY were read, the day before the month.'],
])('the date %s is mended', async (value, iso, words) => {
  const { ok, notes, given } = await read(REVIEWS, [`0417,28/02/2010,${value},PN1`])
  expect({ ok, notes, review: given[0]?.REVIEW }).toEqual({ ok: true, review: iso, notes: [note('mend', words, { column: 'REVIEW', value })] })
})

test('spaces around a date are mended', async () => {
  const { ok, notes, given } = await read(REVIEWS, ['0417,28/02/2010, 01/04/2017,PN1'])
  expect({ ok, notes, review: given[0]?.REVIEW }).toEqual({
    ok: true, review: '2017-04-01', notes: [note('mend', SPACES, { column: 'REVIEW', value: ' 01/04/2017' })],
  })
})

test.each([
  ['31/02/2017', '31/02/2017 is not a day in the calendar.', 'Write the right date as DD/MM/YYYY in REVIEW.'],
  ['TBC', 'TBC is not a date.', 'Write the date as DD/MM/YYYY in REVIEW.'],
  ['unknown', 'unknown is not a date.', 'Write the date as DD/MM/YYYY in REVIEW.'],
  ['04/13/2017', '04/13/2017 has the month before the day.', 'Write dates with the day first, DD/MM/YYYY, in the whole file: other dates in it may be the wrong way round without showing it.'],
  ['06/07/30', '06/07/30 does not say which century.', 'Write the year in four figures in REVIEW.'],
])('the date %s is refused, never taken as missing', async (value, words, fix) => {
  const { ok, notes, given } = await read(REVIEWS, [`0417,28/02/2010,${value},PN1`])
  expect({ ok, notes, given }).toEqual({ ok: false, given: [], notes: [note('refusal', words, { column: 'REVIEW', value, fix })] })
})

test('a repeated date of birth that is no date is refused', async () => {
  const { ok, notes } = await read(REVIEWS, ['0417,tbc,05/06/2017,PN1'])
  expect({ ok, notes }).toEqual({
    ok: false, notes: [note('refusal', 'tbc is not a date.', { column: 'DOB', value: 'tbc', fix: 'Write the date as DD/MM/YYYY in DOB, or leave it blank if there is none.' })],
  })
})

test('a required value that is blank is refused, and every refusal of a row is told', async () => {
  const { ok, notes } = await read(EPISODES, ['0417,,S,C2,N1,U4,PR1,TBC,X1,,,,'])
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [
      note('refusal', 'DECOM is blank.', { column: 'DECOM', value: '', fix: 'Fill in DECOM: a row without it says nothing that can be kept.' }),
      note('refusal', 'TBC is not a date.', { column: 'DEC', value: 'TBC', fix: 'Write the date as DD/MM/YYYY in DEC, or leave it blank if there is none.' }),
    ],
  })
})

test.each([
  ['ZZ/03/2015', 'zz/03/2015'], ['zz/zz/zzzz', 'zz/zz/zzzz'], ['05/03/2015', '05/03/2015'], ['5/3/2015', '05/03/2015'], ['42068', '05/03/2015'],
])('DATE_PERM %s is kept as %s', async (value, kept) => {
  const { ok, given } = await read(PERM, [`0417,28/02/2010,P1,,${value}`])
  expect({ ok, date: given[0]?.DATE_PERM }).toEqual({ ok: true, date: kept })
})

test('DATE_PERM that is neither whole nor partial is refused', async () => {
  const { ok, notes } = await read(PERM, ['0417,28/02/2010,P1,,zz/13/2015'])
  expect({ ok, words: notes.map(({ words }) => words) }).toEqual({ ok: false, words: ['zz/13/2015 is not a date.'] })
})

const FORMULA = 'Write the value itself, without =, +, - or @ before it.'

test.each([
  ['', 'CHILD is blank.', "Fill in the child's number in CHILD."],
  ['1.23E+09', "Excel changed the child's number to 1.23E+09.", 'Save the file again from the system that holds it, with CHILD as text, without opening it in Excel.'],
  ['123456789012345678901', 'CHILD holds 21 characters.', "Put the child's number in CHILD: the return allows 10 characters."],
  ['=CMD()', 'CHILD holds a spreadsheet formula, not a value.', FORMULA],
  ['04\u200b17', 'CHILD holds characters that cannot be seen.', "Type the child's number again in CHILD."],
])('CHILD %j is refused', async (value, words, fix) => {
  const { ok, notes } = await read(REVIEWS, [`${value},28/02/2010,05/06/2017,PN1`])
  expect({ ok, notes }).toEqual({ ok: false, notes: [note('refusal', words, { column: 'CHILD', value, fix })] })
})

test.each(['0000417', 'a1', '12E34', 'AB-12/3', '1234567890'])('CHILD %s is kept as written', async (value) => {
  const { notes, given } = await read(REVIEWS, [`${value},28/02/2010,05/06/2017,PN1`, `${value},28/02/2010,06/06/2017,PN1`])
  expect({ notes, children: given.map(({ CHILD }) => CHILD) }).toEqual({ notes: [], children: [value, value] })
})

test('CHILD longer than the return allows is kept with a remark', async () => {
  const { ok, notes, given } = await read(REVIEWS, ['12345678901234567890,28/02/2010,05/06/2017,PN1'])
  expect({ ok, notes, child: given[0]?.CHILD }).toEqual({
    ok: true, child: '12345678901234567890',
    notes: [note('remark', 'CHILD is longer than the 10 characters the return allows. Kept as written.', { column: 'CHILD', value: '12345678901234567890' })],
  })
})

test.each([
  ['=HYPERLINK(1)', 'ETHNIC holds a spreadsheet formula, not a value.', FORMULA],
  ['@SUM(A1)', 'ETHNIC holds a spreadsheet formula, not a value.', FORMULA],
  ['X'.repeat(101), 'ETHNIC holds 101 characters.', 'Put the right value in ETHNIC; none is longer than 100 characters.'],
])('a cell %s that could bite is refused', async (value, words, fix) => {
  const { ok, notes } = await read(HEADER, [`0417,1,28/02/2010,${value},UN3,,`])
  expect({ ok, notes: notes.map((n) => [n.words, n.fix]) }).toEqual({ ok: false, notes: [[words, fix]] })
})

const episode = (from: string, to: string): string => `0417,${from},S,C2,N1,U4,PR1,${to},${to === '' ? '' : 'X1'},,,,`

test('a few episodes outside the year are remarked on', async () => {
  const rows = [episode('01/05/2016', '31/03/2017'), episode('31/03/2018', ''), episode('01/01/2015', '01/04/2017')]
  const { ok, notes } = await read(EPISODES, rows)
  expect({ ok, notes }).toEqual({
    ok: true,
    notes: [note('remark', '1 of 3 rows of Episodes lies wholly outside the collection year, 1 April 2017 to 31 March 2018.', { column: 'DECOM' })],
  })
})

const OTHER_YEAR = '2 of 3 rows of Episodes lie wholly outside the collection year, 1 April 2017 to 31 March 2018'
const ofLastYear = [episode('01/05/2016', '31/03/2017'), episode('01/05/2016', ''), episode('02/02/2017', '03/02/2017')]

test('a return mostly outside the year is refused, and says which year it looks like', async () => {
  const { ok, notes } = await read(EPISODES, ofLastYear)
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [note('refusal', `${OTHER_YEAR}: this looks like the return of 2017.`, {
      column: 'DECOM', count: 2, fix: 'Choose 2017 as the collection year, or give the return of 2018.',
    })],
  })
})

test('a return mostly outside the year is taken when any year will do', async () => {
  const { ok, notes } = await read(EPISODES, ofLastYear, { anyYear: true })
  expect({ ok, notes }).toEqual({ ok: true, notes: [note('remark', `${OTHER_YEAR}.`, { column: 'DECOM', count: 2 })] })
})

test('episodes of many years are refused without a guess', async () => {
  const rows = ['2010', '2011', '2012', '2013'].map((year) => episode(`01/05/${year}`, `01/06/${year}`))
  const { ok, notes } = await read(EPISODES, rows)
  expect({ ok, notes }).toEqual({
    ok: false,
    notes: [note('refusal', "4 of 4 rows of Episodes lie wholly outside the collection year, 1 April 2017 to 31 March 2018: this does not look like one year's return.", {
      column: 'DECOM', count: 4, fix: 'Check that this is the return of 2018.',
    })],
  })
})

test('reviews outside the year are remarked on, however many', async () => {
  const { ok, notes } = await read(REVIEWS, ['0417,28/02/2010,31/03/2017,PN1', '0417,28/02/2010,01/04/2017,PN1', '0417,28/02/2010,01/04/2018,PN1'])
  expect({ ok, notes }).toEqual({
    ok: true,
    notes: [note('remark', '2 of 3 rows of Reviews lie wholly outside the collection year, 1 April 2017 to 31 March 2018.', { column: 'REVIEW', count: 2 })],
  })
})

test('all refusals are collected; beyond the limit they are counted', async () => {
  const rows = Array.from({ length: 1500 }, (_, at) => `${at + 1},28/02/2010,TBC,PN1`)
  const { ok, notes, given } = await read(REVIEWS, rows)
  expect({ ok, length: notes.length, given }).toEqual({ ok: false, length: 1001, given: [] })
  expect(notes[999]).toMatchObject({ kind: 'refusal', row: 1001, value: 'TBC' })
  expect(notes[1000]).toEqual(note('refusal', '500 more refusals are not listed.', { file: null, row: null, count: 500, fix: 'Put right those listed and bring the return in again.' }))
})
