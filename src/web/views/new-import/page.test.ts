import { expect, test } from 'vitest'
import { isoDate } from '../../../core/time/localDate.ts'
import { newImportErrors, newImportModel } from './view.ts'

const today = isoDate('2026-03-02')
const file = (name: string, size = 10): { name: string; path: string; size: number } => ({ name, path: '/x', size })
const errors = (names: readonly { name: string; path: string; size: number }[], year = '2026'): readonly string[] =>
  newImportErrors({ year, files: names, lastYearFiles: [] }, today).errors.map(({ text }) => text)

test('the years are those of the formats we read, this one chosen', () => {
  const { years } = newImportModel('Anyborough Council', today, null, null)
  expect(years.map(({ value }) => value)).toEqual(['2027', '2026', '2025', '2024', '2023', '2022', '2021', '2020', '2019'])
  expect(years.filter(({ selected }) => selected).map(({ text }) => text)).toEqual(['2025 to 2026'])
})
test('CSV files, one zip or one XML are fine', () => {
  expect([errors([file('header.csv'), file('EPISODES.CSV')]), errors([file('all.zip')]), errors([file('return.xml')])]).toEqual([[], [], []])
})
test('each fault is told with its file', () => {
  expect(errors([file('a.xlsx')])).toEqual(['“a.xlsx” is not a CSV, zip or XML file. Choose the files of the return as your record system makes them'])
  expect(errors([file('a.csv', 0)])).toEqual(['“a.csv” has nothing in it. Export it again or leave it out'])
  expect(errors([file('a.csv'), file('A.csv')])).toEqual(['“A.csv” was chosen twice. Choose each file once'])
  expect(errors([file('r.xml'), file('a.csv')])).toEqual(['“r.xml” holds a whole return by itself. Choose it alone, or only the CSV files'])
  expect(errors([], '1999')).toEqual(['Choose the year of the return', 'Choose the files of the return'])
})
