/** The rows by which the 903 rules read what is held, each knowing the fact it is made of. */
import type { HeldFact } from '../../../core/reconciliation/reconcileChild.ts'
import { factNames, type FactName } from '../../../core/facts/factTypes.ts'
import { RowsByChild } from '../check/groupRows.ts'
import { rowMaker, type RowMaker } from '../check/rowOf.ts'
import type { AnyRow, RowName, TableName } from '../check/rows.ts'
import { CHILD, tableOf } from '../tables.ts'
import { cellsOf } from '../write/csv.ts'
import type { ChildYear } from './childYear.ts'

const UASC = 'UASC'

interface Table {
  readonly maker: RowMaker
  /** Where each of the maker's columns stands among the cells that the return would write; the UASC flag comes last. */
  readonly places: readonly number[]
}

/** Rows of one collection year and of the year before it. */
export class HeldRows {
  readonly year: number
  readonly now = new RowsByChild()
  readonly before = new RowsByChild()
  readonly #facts = new Map<RowName, HeldFact>()
  readonly #tables = new Map<string, Table>()
  #row = 0

  constructor(year: number) {
    this.year = year
  }

  /**
   * Adds a child as the year's return says them, and as last year's does; null where it does not. Of some tables alone, when
   * told: for rules that look at all children together and need no more.
   */
  add(now: ChildYear | null, before: ChildYear | null, only?: ReadonlySet<string>): void {
    if (now !== null) this.#addTo(this.now, now, false, only)
    if (before !== null) this.#addTo(this.before, before, true, only)
  }

  /** The fact that a row was made of. Throws RangeError for a row made elsewhere. */
  factOf(row: RowName): HeldFact {
    const fact = this.#facts.get(row)
    if (fact === undefined) throw new RangeError(`no fact stands behind row ${row.row} of ${row.table}`)
    return fact
  }

  #addTo(rows: RowsByChild, child: ChildYear, last: boolean, only: ReadonlySet<string> | undefined): void {
    const flag = child.facts.unaccompanied_child.length > 0 ? '1' : '0'
    for (const name of factNames) {
      if (only !== undefined && !only.has(tableOf(name).name)) continue
      for (const fact of child.facts[name]) {
        const { maker, places } = this.#tableOf(name, last)
        const cells = cellsOf(name, child.code, child.bornOn, fact.values, last ? this.year - 1 : this.year, child.sex)
        const row: AnyRow = maker.fromCells(this.#row, child.code, [...cells, flag], places)
        this.#row += 1
        this.#facts.set(row, fact)
        rows.add(row)
      }
    }
  }

  #tableOf(name: FactName, last: boolean): Table {
    const key = last ? `${name} last` : name
    const made = this.#tables.get(key)
    if (made !== undefined) return made
    const { columns, name: table } = tableOf(name)
    const maker = rowMaker(table as TableName, last ? this.year - 1 : this.year, last)
    const places = maker.columns.map((column) => (column === UASC && name === 'child_details' ? columns.length : columns.indexOf(column)))
    const one = { maker, places }
    this.#tables.set(key, one)
    return one
  }
}

/** What one file of a return brought: its table (`all` for XML) and the columns it had not. */
export interface BroughtFile {
  readonly table: string | null
  readonly missing?: readonly string[]
}

/**
 * The tables that the returns of a year brought in, with the columns they had: what was never brought in is not given, and a
 * rule that reads it is not run, since its absence says nothing. A table brought twice has what either file had. The flag of
 * the unaccompanied in the Header is worked out from the UASC table, as in the XML.
 */
export function columnsBrought(files: readonly BroughtFile[], xmlTables: ReadonlyMap<TableName, ReadonlySet<string>>): ReadonlyMap<TableName, ReadonlySet<string>> {
  const brought = new Map<TableName, Set<string>>()
  const add = (table: TableName, columns: Iterable<string>): void => {
    brought.set(table, new Set([...(brought.get(table) ?? []), ...columns]))
  }
  for (const { table, missing = [] } of files) {
    if (table === 'all') for (const [name, columns] of xmlTables) add(name, columns)
    const type = factNames.find((name) => tableOf(name).name === table)
    if (type !== undefined) add(table as TableName, tableOf(type).columns.filter((column) => !missing.includes(column)))
  }
  if (brought.has('UASC')) brought.get('Header')?.add(UASC)
  for (const columns of brought.values()) columns.add(CHILD)
  return brought
}
