/** What is brought in and written again is the same return: CSV and XML, after normalisation (order of rows, rows told twice). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { returnCsv, returnXml } from '../../src/app/returnFile.ts'
import { factNames, type FactName } from '../../src/core/facts/factTypes.ts'
import { plainly, reading } from '../../src/returns/ssda903/read/reading.ts'
import { sourceOfBytes, type ByteSource } from '../../src/returns/ssda903/read/sources.ts'
import { notInXml } from '../../src/returns/ssda903/write/xml.ts'
import type { ReturnRow } from '../../src/returns/ssda903/read/row.ts'
import { fieldsOf, tableOf } from '../../src/returns/ssda903/tables.ts'
import { happens, stream, type Chance } from '../../src/simulate/random.ts'
import { fileNames, trials, type Trial, type Trials } from '../support/returns.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'
import { seed } from '../support/seed.ts'

let together: Trials
beforeAll(async () => {
  together = await trials()
})
afterAll(() => together.close())

type Files = ReadonlyMap<FactName, string>

const textOf = async (source: ByteSource): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of source.open()) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const byName = new Map(factNames.map((name) => [fileNames[name], name]))

async function filesOf(sources: readonly ByteSource[]): Promise<Files> {
  return new Map(await Promise.all(sources.map(async (source) => [byName.get(source.name) ?? 'episode', await textOf(source)] as const)))
}

/** The rows of each child, in any order and each once, by child. The simulator writes no cell that needs quotation marks. */
function byChild(files: Files): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, Set<string>>()
  for (const [name, text] of files) {
    for (const line of text.split('\n').slice(1)) {
      if (line === '') continue
      const child = line.slice(0, line.indexOf(','))
      const own = rows.get(child) ?? new Set()
      rows.set(child, own.add(`${name}: ${line}`))
    }
  }
  return new Map([...rows].map(([child, own]) => [child, [...own].sort()]))
}

/** Children of a year dealt out into small returns: what is compared, and counted. */
const CHILDREN = 4

function dealt(rows: ReadonlyMap<string, readonly string[]>, children: readonly string[]): readonly (readonly string[])[] {
  const returns: string[][] = []
  for (let at = 0; at < children.length; at += CHILDREN) returns.push(children.slice(at, at + CHILDREN).flatMap((child) => rows.get(child) ?? []))
  return returns
}

/** A return in which some cells that may be blank are, and some codes are none that anybody knows. */
function spoilt(files: Files, chance: Chance): Files {
  return new Map([...files].map(([name, text]) => {
    const { columns, required } = tableOf(name)
    const codes = new Set(['RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'REC', 'ETHNIC', 'UPN', 'REVIEW_CODE', 'SDQ_REASON', 'TEETH_CHECK'])
    const lines = text.split('\n').map((line, at) => {
      if (at === 0 || line === '') return line
      return line.split(',').map((cell, i) => {
        const column = columns[i] ?? ''
        if (cell === '' || required.includes(column) || column === 'DOB' || column === 'SEX') return cell
        if (happens(chance, 0.04)) return ''
        return codes.has(column) && happens(chance, 0.02) ? 'Q9' : cell
      }).join(',')
    })
    return [name, lines.join('\n')]
  }))
}

async function written(at: Trial, year: number): Promise<Files> {
  return at.work(async (work) => {
    const files = new Map<FactName, string>()
    for await (const { table, text } of returnCsv(work, year)) files.set(table, (files.get(table) ?? '') + text)
    return files
  }, at.actor, ['export', 'return file'])
}

async function xmlWritten(at: Trial, year: number): Promise<string> {
  return at.work(async (work) => {
    let xml = ''
    for await (const piece of returnXml(work, year)) xml += piece
    return xml
  }, at.actor, ['export', 'return file'])
}

const bringIn = (at: Trial, collectionYear: number, files: Files): Promise<unknown> => at.counts({
  collectionYear, lastYearFiles: [], files: [...files].map(([name, text]) => sourceOfBytes(fileNames[name], text)),
})

/** A row that says nothing but whose it is: XML has no place for one, but the flag that a child is unaccompanied. */
const saysNothing = ({ type, values }: ReturnRow): boolean =>
  type !== 'unaccompanied_child' && values.every((value, at) => value === null || fieldsOf(type)[at]?.column === null)

/** Everything the reader makes of files, as sorted text, without the tables that XML has no elements for. */
async function readAs(files: Readonly<Record<string, string>>, year: number): Promise<readonly string[]> {
  const { ok, given } = await reading(files, { collectionYear: year })
  expect(ok).toBe(true)
  return [...new Set(given.filter((row) => !notInXml.includes(row.type) && !saysNothing(row)).map((row) => `${row.type}: ${JSON.stringify(plainly({ ...row, bornOn: null }))}`))].sort()
}

test('1,000 generated returns come out as they went in', async () => {
  const borough = simulatedBorough(`round trip ${seed}`, 340, 2022, 2027)
  const chance = stream('spoilt', seed)
  let compared = 0
  for (const year of [2022, 2023, 2024, 2025, 2026, 2027]) {
    const given = spoilt(await filesOf(borough.files(year)), chance)
    const at = await together.next()
    await bringIn(at, year, given)
    const made = await written(at, year)
    const [before, after] = [byChild(given), byChild(made)]
    expect([...made.keys()]).toEqual([...given.keys()])
    const children = [...before.keys()].sort()
    expect([...after.keys()].sort()).toEqual(children)
    const [wanted, got] = [dealt(before, children), dealt(after, children)]
    for (const [i, rows] of wanted.entries()) expect(got[i]).toEqual(rows)
    compared += wanted.length
    if (year === 2026) {
      const named = Object.fromEntries([...given].map(([name, text]) => [fileNames[name], text]))
      expect(await readAs({ 'return.xml': await xmlWritten(at, year) }, year)).toEqual(await readAs(named, year))
    }
  }
  expect(compared).toBeGreaterThanOrEqual(1000)
  process.stdout.write(`${compared} returns, written as CSV, were the same\n`)
})

test('a year held among others comes out as its own return', async () => {
  const borough = simulatedBorough(`years ${seed}`, 60, 2024, 2026)
  const at = await together.next()
  for (const year of [2024, 2025, 2026]) await bringIn(at, year, await filesOf(borough.files(year)))
  const sorted = (files: Files): unknown => [...byChild(files)].sort()
  expect(sorted(await written(at, 2026))).toEqual(sorted(await filesOf(borough.files(2026))))
  // A past year is written with what came to be known since: a pupil number in the place of UN1.
  const withoutUpn = (files: Files): Files => new Map([...files].map(([name, text]) =>
    [name, name === 'child_details' ? text.replaceAll(/,[^,\n]*(,[^,\n]*,[^,\n]*\n)/g, '$1') : text]))
  expect(sorted(withoutUpn(await written(at, 2025)))).toEqual(sorted(withoutUpn(await filesOf(borough.files(2025)))))
})
