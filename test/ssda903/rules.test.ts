import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { declared, runCase } from './runCase.ts'
import type { RuleCase } from '../../src/returns/ssda903/check/ruleCase.ts'
import { rules } from '../../src/returns/ssda903/check/rules/all.ts'

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

test('every rule file is listed once', () => {
  expect(rules.map(({ code }) => code).toSorted()).toEqual([...casesOf.keys()].toSorted())
})
