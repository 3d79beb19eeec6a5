/**
 * Valid returns, broken one cell at a time: what is found newly is found only by rules that say they read that cell, and for
 * every column that the DfE's rules name, some break of it is found by a rule that names it.
 */
import { expect, test } from 'vitest'
import { cellsOf } from '../../src/returns/ssda903/write/csv.ts'
import { tablesOfYear } from '../../src/returns/ssda903/held/childYear.ts'
import { makeContext } from '../../src/returns/ssda903/check/makeContext.ts'
import { RowsByChild } from '../../src/returns/ssda903/check/groupRows.ts'
import { isDateColumn, rowMaker } from '../../src/returns/ssda903/check/rowOf.ts'
import type { ChildRule, Reads } from '../../src/returns/ssda903/check/rule.ts'
import { rulesOf } from '../../src/returns/ssda903/check/rules/all.ts'
import type { ChildRows, TableName } from '../../src/returns/ssda903/check/rows.ts'
import { tableOf } from '../../src/returns/ssda903/tables.ts'
import { factNames, factTypes, type FactName } from '../../src/core/facts/factTypes.ts'
import type { FieldValue } from '../../src/core/facts/factType.ts'
import { openPlaces } from '../../src/edge/places.ts'
import { loadCodes } from '../../src/edge/rules.ts'
import { oneOf, stream } from '../../src/simulate/random.ts'
import { returnRows } from '../../src/simulate/returnRows.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'
import { seed } from '../support/seed.ts'

const YEAR = 2027
const context = makeContext({ year: YEAR, ruleYear: YEAR, ...loadCodes(), authority: '309', places: openPlaces(), providers: null })
// Rules that look at all children together, or need the list of providers, are not asked of one child.
const rules = rulesOf(YEAR).filter((rule): rule is ChildRule => 'check' in rule && rule.needs?.includes('providers') !== true)

const fieldNames = Object.fromEntries(factNames.map((type) => [type, Object.keys(factTypes[type].fields)])) as unknown as Readonly<Record<FactName, readonly string[]>>

type Cells = readonly (readonly [type: FactName, cells: readonly string[]])[]

const makers = new Map(factNames.flatMap((type) => [false, true].map((last) =>
  [`${type} ${last}`, rowMaker(tableOf(type).name as TableName, last ? YEAR - 1 : YEAR, last)] as const)))

/** A child's rows of two years, as the check reads them from files. */
function rowsOf(code: string, now: Cells, before: Cells): ChildRows {
  const add = (cells: Cells, last: boolean): RowsByChild => {
    const rows = new RowsByChild()
    for (const [row, [type, of]] of cells.entries()) {
      const maker = makers.get(`${type} ${last}`)
      if (maker === undefined) throw new Error(type)
      rows.add(maker.fromCells(row, code, of, maker.columns.map((column) => tableOf(type).columns.indexOf(column))))
    }
    return rows
  }
  const [child] = add(now, false).children(add(before, true))
  if (child === undefined) throw new Error('a child without rows')
  return child
}

/** What the rules find: the rule and the row. */
function found(child: ChildRows): ReadonlySet<string> {
  const all = new Set<string>()
  for (const rule of rules) rule.check(child, context, (row) => void all.add(`${rule.code}|${row.last} ${row.row}`))
  return all
}

const readsOf = ({ reads, readsIfGiven }: ChildRule, table: string, column: string): boolean =>
  ([reads, readsIfGiven ?? {}] as readonly Reads[]).some((one) => (one as Readonly<Record<string, readonly string[]>>)[table]?.includes(column) === true)

/** What is put in a cell's place. */
function breaks(isDate: boolean, cell: string): readonly string[] {
  const given = isDate
    ? ['', '31/02/2026', '01/01/1980', '14/06/2026', '20/03/2027', '01/04/2027', '01/01/2050']
    : ['', 'Q9', '0', '1', '2', 'M', 'S', 'P', 'X1', 'E11', 'C2', 'L1', 'V3', 'P1', 'K2', 'T0', 'PR0', 'PR1', 'CREQB', 'XXXXXXX', 'ZZ1 1ZZ', 'FCONTA', 'SDQ1', 'PN0', 'ZZ/ZZ/9999']
  return given.filter((one) => one !== cell)
}

test('each break is found by rules that read it, and every column named is watched', () => {
  const chance = stream('broken', seed)
  const borough = simulatedBorough(`broken ${seed}`, 200, YEAR - 1, YEAR)
  const cellsIn = (life: (typeof borough.lives)[number], year: number): Cells => {
    const rows = returnRows(life, year)
    return tablesOfYear(year).flatMap((type) => (rows[type] as readonly Readonly<Record<string, FieldValue>>[]).map((row) =>
      [type, cellsOf(type, life.code, life.bornOn, fieldNames[type].map((name) => row[name] ?? null), year, life.sex)] as const))
  }
  const children = borough.lives.map((life) => ({ code: life.code, now: cellsIn(life, YEAR), before: cellsIn(life, YEAR - 1) })).filter(({ now }) => now.length > 0)
  const unread: string[] = []
  const caught = new Set<string>()
  const broken = new Set<string>()
  let count = 0
  for (const type of tablesOfYear(YEAR)) {
    const { name: table, columns } = tableOf(type)
    const held = children.filter(({ now }) => now.some(([of]) => of === type))
    // A deprivation of liberty order is too rare for so few children: one is given to each of some.
    const having = held.length > 0 ? held : children.slice(0, 5).map((child) =>
      ({ ...child, now: [...child.now, [type, columns.map((column) => (column === 'DOLO_START' ? '01/06/2026' : ''))] as const] }))
    for (const [at, column] of columns.entries()) {
      // Another child's number makes it another child's row: nothing of one cell is left.
      if (column === 'CHILD') continue
      const values = breaks(isDateColumn(table as TableName, column), '')
      for (const value of values) {
        for (let n = 0; n < 3; n += 1) {
          const child = oneOf(chance, having)
          const places = child.now.flatMap(([of], i) => (of === type ? [i] : []))
          const place = oneOf(chance, places)
          const now = child.now.map(([of, cells], i) => [of, i === place ? cells.with(at, value) : cells] as const)
          const was = found(rowsOf(child.code, child.now, child.before))
          const fresh = [...found(rowsOf(child.code, now, child.before))].filter((one) => !was.has(one))
          count += 1
          broken.add(`${table} ${column}`)
          for (const one of fresh) {
            const rule = rules.find(({ code }) => code === one.split('|')[0])
            if (rule === undefined) throw new Error(one)
            if (!readsOf(rule, table, column)) unread.push(`${rule.code} fired on ${table}.${column} = ${value}`)
            if (rule.fields.includes(column)) caught.add(`${table} ${column}`)
          }
        }
      }
    }
  }
  expect(unread).toEqual([])
  const named = [...broken].filter((one) => {
    const [table = '', column = ''] = one.split(' ')
    return rules.some((rule) => rule.neverFires === undefined && rule.fields.includes(column) && readsOf(rule, table, column))
  })
  expect(named.filter((one) => !caught.has(one))).toEqual([])
  process.stdout.write(`${count} breaks of ${broken.size} columns, ${named.length} of which the rules name\n`)
}, 120_000)
