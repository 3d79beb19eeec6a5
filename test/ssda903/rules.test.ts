import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { declared, runCase } from './runCase.ts'
import { rules } from '../../src/returns/ssda903/check/rules/all.ts'

describe.each(rules.map((rule) => [rule.code, rule] as const))('rule %s', (_, rule) => {
  test.each(rule.cases.map((one) => [one.says, one] as const))('%s', (_says, one) => {
    const run = runCase(rule, one)
    expect(run.marked).toEqual(run.expected)
    const undeclared = [...run.looked].filter((column) => !declared(rule).has(column))
    expect(undeclared, 'columns looked at and not declared in reads').toEqual([])
  })

  test('has a case that fires and one that does not', () => {
    expect(rule.cases.some(({ fires }) => fires.length > 0)).toBe(rule.neverFires === undefined)
    expect(rule.cases.some(({ fires }) => fires.length === 0)).toBe(true)
  })
})

test('every rule file is listed once', () => {
  const files = readdirSync(new URL('../../src/returns/ssda903/check/rules', import.meta.url), { recursive: true, encoding: 'utf8' })
    .flatMap((path) => /rule(\w+)\.ts$/.exec(path)?.[1] ?? [])
    .toSorted()
  expect(rules.map(({ code }) => code).toSorted()).toEqual(files)
})
