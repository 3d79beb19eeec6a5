import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { declared, runCase } from './runCase.ts'
import { RowsByChild } from '../../src/returns/ssda903/check/groupRows.ts'
import { reasonsNotToRun, type Given } from '../../src/returns/ssda903/check/notRun.ts'
import type { RuleCase } from '../../src/returns/ssda903/check/ruleCase.ts'
import { rules } from '../../src/returns/ssda903/check/rules/all.ts'
import { tables } from '../../src/returns/ssda903/tables.ts'

const folder = new URL('../../src/returns/ssda903/check/rules/', import.meta.url)

/** The worked cases in each rule's file, by the rule's code. */
const casesOf = new Map(
  await Promise.all(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
      const code = /rule(\w+)\.ts$/.exec(path)?.[1]
      return code === undefined ? [] : [casesIn(code, path)]
    }),
  ),
)

async function casesIn(code: string, path: string): Promise<readonly [string, readonly RuleCase[]]> {
  const { cases } = (await import(new URL(path, folder).href)) as { readonly cases: readonly RuleCase[] }
  return [code, cases]
}

describe.each(rules.map((rule) => [rule.code, rule] as const))('rule %s', (code, rule) => {
  const cases = casesOf.get(code) ?? []

  test.each(cases.map((one) => [one.says, one] as const))('%s', (_says, one) => {
    const run = runCase(rule, one)
    expect(run.marked).toEqual(run.expected)
    const undeclared = [...run.looked].filter((column) => !declared(rule).has(column))
    expect(undeclared, 'columns looked at and not declared in reads').toEqual([])
  })

  test('has a case that fires and one that does not', () => {
    expect(cases.some(({ fires }) => fires.length > 0)).toBe(rule.neverFires === undefined)
    expect(cases.some(({ fires }) => fires.length === 0)).toBe(true)
  })
})

describe('on a return of Header, Episodes and OC3 alone, without last year’s', () => {
  const columns = new Map((['Header', 'Episodes', 'OC3'] as const).map((table) => [table, new Set(tables.find(({ name }) => name === table)?.columns)]))
  const given: Given = {
    this: { rows: new RowsByChild(), form: 'csv', columns }, last: null,
    authority: null, authorities: new Map(), places: null, providers: null,
  }
  const reasonsOf = (code: string): readonly string[] => rules.filter((rule) => rule.code === code).flatMap((rule) => reasonsNotToRun(rule, given))

  // "This only tests the current and previous year data loaded": the DfE's list gives them this year's tables alone.
  test.each(['199', '1000'])('rule %s is run on this year', (code) => expect(reasonsOf(code)).toEqual([]))

  // The DfE's list gives it the Episodes alone: what it looks for may stand in any table there is.
  test('rule 1012 is run on the tables there are', () => expect(reasonsOf('1012')).toEqual([]))

  test('rule 1002, whose list of tables names last year’s Episodes, is not', () => {
    expect(reasonsOf('1002')).toEqual(["last year's files were not given"])
  })
})

test('every rule file is listed once', () => {
  expect(rules.map(({ code }) => code).toSorted()).toEqual([...casesOf.keys()].toSorted())
})
