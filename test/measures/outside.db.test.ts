/** Every measure against the same figure worked out from the returns' rows alone (plainReturns.ts). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeasureAnswer } from '../../src/app/measures.ts'
import { allMeasures } from '../../src/measures/all.ts'
import { emptyBorough, writtenReturns, type ImportedBorough, type WrittenReturns } from './importedBorough.ts'
import { PlainReturns, type PlainAnswer } from './plainReturns.ts'

const years = [2021, 2022, 2023, 2024, 2025]
let written: WrittenReturns
let borough: ImportedBorough
let plain: PlainReturns

beforeAll(async () => {
  written = writtenReturns('a second opinion', 80, years)
  borough = await emptyBorough()
  for (const year of years) await borough.bring(year, written.folderOf(year))
  plain = new PlainReturns(years.map((year) => ({ year, folder: written.folderOf(year) })))
}, 60_000)

afterAll(async () => {
  await borough.close()
  written.remove()
})

function asPlain({ children, leftOut }: MeasureAnswer): PlainAnswer {
  const of = (counted: boolean): readonly string[] => children
    .filter(({ counts }) => counts === counted)
    .map(({ code, value }) => (value === null ? code : `${code} ${value}`)).sort()
  return { counts: of(true), not: of(false), leftOut: leftOut.reduce((sum, { count }) => sum + count, 0) }
}

// Year ends, a leap day, days around a year's start, a clock change, Christmas, and days whose 12 months began before the first return.
const days = [
  '2020-08-31', '2021-03-31', '2021-09-30', '2022-04-01', '2022-12-25', '2023-03-31', '2023-10-29', '2024-02-29', '2024-03-31', '2025-03-31',
]

test.each(days)('every measure is what the rows of the returns say, as at %s', async (asAt) => {
  const answers = await borough.all(asAt)
  for (const { id } of allMeasures) {
    const answer = answers.get(id)
    if (answer === undefined) throw new Error(`no answer for ${id}`)
    const expected = plain.answer(id, asAt)
    expect({ id, ...asPlain(answer) }).toEqual({ id, ...expected })
    const days = expected.counts.reduce((sum, one) => sum + Number(one.split(' ')[1] ?? 0), 0)
    expect([answer.numerator, answer.denominator]).toEqual([
      answer.unit === 'days' ? days : expected.counts.length,
      answer.unit === 'children' ? null : expected.counts.length + expected.not.length,
    ])
  }
})

test('the borough has something of everything to judge', () => {
  const found = allMeasures.map(({ id }) => {
    const answers = days.map((asAt) => plain.answer(id, asAt))
    return [id, Math.max(...answers.map(({ counts }) => counts.length)) > 2]
  })
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(allMeasures.map(({ id }) => [id, true])))
})
