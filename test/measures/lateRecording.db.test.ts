/**
 * When something was recorded changes no figure, only when it happened does (promise C9): the pair test for every measure.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allMeasures } from '../../src/measures/all.ts'
import { childFacts } from '../support/facts.ts'
import { storeOf } from '../support/store.ts'
import { emptyBorough, writtenReturns, type ImportedBorough, type WrittenReturns } from './importedBorough.ts'

const years = [2023, 2024, 2025]
const days = ['2023-09-30', '2024-03-31', '2024-12-25', '2025-03-31']

let written: WrittenReturns
let early: string
let atOnce: ImportedBorough
let late: ImportedBorough

/** Takes every third row out of a file. */
function without(folder: string, file: string): void {
  const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
  const kept = lines.filter((_line, i) => i % 3 !== 0)
  expect(kept.length).toBeLessThan(lines.length)
  writeFileSync(join(folder, file), `${[header, ...kept].join('\n')}\n`)
}

beforeAll(async () => {
  written = writtenReturns('told late', 60, years)
  // The last return as it first came: every third review and decision not yet typed in.
  early = mkdtempSync(join(tmpdir(), 'holdfast-early-'))
  cpSync(written.folderOf(2025), early, { recursive: true })
  for (const file of ['reviews.csv', 'placed_for_adoption.csv', 'uasc.csv']) without(early, file)
  atOnce = await emptyBorough()
  late = await emptyBorough()
  for (const year of years) await atOnce.bring(year, written.folderOf(year))
  for (const year of [2023, 2024]) await late.bring(year, written.folderOf(year))
  await late.bring(2025, early)
}, 60_000)

afterAll(async () => {
  await atOnce.close()
  await late.close()
  written.remove()
  rmSync(early, { recursive: true })
})

/** Everything an answer says, its children by code: their ids differ between two databases. */
async function figures(borough: ImportedBorough, asAt: string): Promise<unknown> {
  return [...(await borough.all(asAt)).values()].map(({ id, numerator, denominator, value, leftOut, children }) => ({
    id, numerator, denominator, value, leftOut, children: children.map(({ code, counts, value: own }) => ({ code, counts, own })),
  }))
}

test('what is typed in late gives the figures of having been typed in at once', async () => {
  expect(await figures(late, '2025-03-31')).not.toEqual(await figures(atOnce, '2025-03-31'))
  expect(await late.bring(2025, written.folderOf(2025))).toBe(0)
  for (const asAt of days) expect(await figures(late, asAt)).toEqual(await figures(atOnce, asAt))
})

test('the same facts recorded years later give the same figures', async () => {
  const children = [
    childFacts({ code: '1', episodes: ['S C2 U4 2023-05-01'], reviews: ['2023-05-31', '2023-08-31'] }),
    childFacts({ code: '2', episodes: ['S C2 U4 2023-05-01'], reviews: ['2023-06-01'], unaccompanied: true }),
    childFacts({ code: '3', bornOn: '2021-09-06',
      episodes: ['S C1 U6@elm 2022-01-03 2022-08-29 X1 PLANP', 'P E1 A6@ash 2022-08-29 2023-07-03 E11'],
      adoptionDecisions: ['2022-05-02'], adoption: { decidedOn: '2022-05-02', matchedOn: '2022-08-01' } }),
    childFacts({ code: '4', bornOn: '2012-09-06', episodes: [
      'S C1 U6@elm 2020-01-03 2023-08-29 X1 PLANP', 'P C2 U4@ash 2023-08-29 2023-10-02 X1 CREQB', 'P C2 K2@oak 2023-10-02'] }),
  ]
  const soon = await storeOf(children, { recordedAt: '2023-06-02T09:00:00Z' })
  const after = await storeOf(children, { recordedAt: '2026-11-21T17:00:00Z' })
  try {
    for (const measure of allMeasures) {
      const answer = await after.ask(measure, '2024-03-31')
      expect(answer).toEqual(await soon.ask(measure, '2024-03-31'))
      if (measure.id !== 'under-4') expect([measure.id, answer.children.length > 0]).toEqual([measure.id, true])
    }
  } finally {
    await soon.close()
    await after.close()
  }
})
