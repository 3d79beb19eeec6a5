/** For tests: runs one worked case of a rule, and notes every column that the check looked at. */
import { loadRules } from '../../src/edge/rules.ts'
import { tables } from '../../src/returns/ssda903/tables.ts'
import type { CheckContext } from '../../src/returns/ssda903/check/context.ts'
import { makeContext } from '../../src/returns/ssda903/check/makeContext.ts'
import { RowsByChild } from '../../src/returns/ssda903/check/groupRows.ts'
import { rowMaker } from '../../src/returns/ssda903/check/rowOf.ts'
import type { Rule } from '../../src/returns/ssda903/check/rule.ts'
import type { GivenRows, RuleCase } from '../../src/returns/ssda903/check/ruleCase.ts'
import type { AnyRow, RowName, TableName } from '../../src/returns/ssda903/check/rows.ts'

const { codeSets, authorities } = loadRules()

export interface CaseRun {
  /** `Episodes 0`, `Episodes_last 2`: sorted, with the fields marked. */
  readonly marked: readonly string[]
  readonly expected: readonly string[]
  /** `Episodes.DECOM`, `last Episodes.DECOM`: everything the check looked at. */
  readonly looked: ReadonlySet<string>
}

/** Runs a case; throws what the check throws. */
export function runCase(rule: Rule, one: RuleCase): CaseRun {
  const year = one.year ?? rule.years.to ?? Math.max(rule.years.from, 2026)
  const looked = new Set<string>()
  const seen = new Map<RowName, AnyRow>()
  const gather = (given: GivenRows, last: boolean): RowsByChild => {
    const rows = new RowsByChild()
    for (const { name } of tables) {
      const table = name as TableName
      const maker = rowMaker(table, last ? year - 1 : year, last)
      given[table]?.forEach((cells: Readonly<Record<string, string | undefined>>, at) => {
        const made = maker.make(at, (column) => cells[column] ?? (column === 'CHILD' ? '1' : ''))
        rows.add(watched(made, looked, seen))
      })
    }
    return rows
  }
  const children = gather(one.given, false).children(gather(one.last ?? {}, true))
  const context = contextOf(one, year)
  const marked: string[] = []
  const mark = (row: RowName, fields: readonly string[] = rule.fields): void => {
    const plain = seen.get(row) ?? row
    marked.push(shown(`${plain.table}${plain.last ? '_last' : ''}`, plain.row, fields))
  }
  looked.clear()
  if ('checkAll' in rule) rule.checkAll(children, context, mark)
  else for (const child of children) rule.check(child, context, mark)
  return {
    marked: [...new Set(marked)].toSorted(),
    expected: one.fires.map(([table, row, fields]) => shown(table, row, fields ?? rule.fields)).toSorted(),
    looked,
  }
}

const shown = (table: string, row: number, fields: readonly string[]): string => `${table} ${row} (${fields.join(', ')})`

function watched(row: AnyRow, looked: Set<string>, seen: Map<RowName, AnyRow>): AnyRow {
  const own = new Set(['table', 'row', 'last', 'CHILD', 'unread'])
  const proxy = new Proxy(row, {
    get(target, key) {
      if (typeof key === 'string' && !own.has(key)) looked.add(`${target.last ? 'last ' : ''}${target.table}.${key}`)
      return Reflect.get(target, key) as unknown
    },
  })
  seen.set(proxy, row)
  return proxy
}

function contextOf(one: RuleCase, year: number): CheckContext {
  const providers = new Map((one.providers ?? []).map((provider) => [provider.urn, provider]))
  return makeContext({
    year, ruleYear: year, codeSets, authorities, authority: one.authority ?? '309',
    places: { find: (postcode) => one.places?.[postcode] ?? one.places?.[spaced(postcode)] },
    providers: { find: (urn) => providers.get(urn) },
  })
}

const spaced = (postcode: string): string => `${postcode.replaceAll(' ', '').slice(0, -3)} ${postcode.slice(-3)}`

/** What a rule says it reads, in the words of `looked`. */
export function declared(rule: Rule): ReadonlySet<string> {
  const listed = (reads: Rule['reads'], before: string): readonly string[] =>
    Object.entries(reads).flatMap(([table, columns]) => columns.map((column) => `${before}${table}.${column}`))
  return new Set([
    ...listed(rule.reads, ''),
    ...listed(rule.readsIfGiven ?? {}, ''),
    ...listed(rule.readsLast ?? {}, 'last '),
    ...listed(rule.readsLastIfGiven ?? {}, 'last '),
  ])
}

