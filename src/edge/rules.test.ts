import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { isInUse, labelOf } from '../core/facts/codeSets.ts'
import { factTypes } from '../core/facts/factTypes.ts'
import { loadRules, rulesFolder } from './rules.ts'

const project = resolve(import.meta.dirname, '../../rules')
const rules = loadRules()

describe('the rules of the project', () => {
  test('every code set that a field names is there', () => {
    const wanted = Object.values(factTypes).flatMap(({ fields }) => Object.values(fields).flatMap(({ codeSet }) => codeSet ?? []))
    expect(wanted.length).toBeGreaterThan(20)
    expect(wanted.filter((name) => !rules.codeSets.has(name))).toEqual([])
  })

  test('labels are in words; an unknown code has none', () => {
    expect(labelOf(rules.codeSets, 'LS', 'C2')).toBe('Full care order')
    expect(labelOf(rules.codeSets, 'PREV_PERM', 'Z1')).toBe('No previous permanence option')
    expect(labelOf(rules.codeSets, 'LS', 'ZZ')).toBeUndefined()
    expect(labelOf(rules.codeSets, 'NO_SUCH_SET', 'C2')).toBeUndefined()
  })

  test('Z11 to Z14 are known codes without known words', () => {
    for (const code of ['Z11', 'Z12', 'Z13', 'Z14']) {
      expect(rules.codeSets.get('PLACE')?.codes.get(code)?.label, code).toBeNull()
      expect(labelOf(rules.codeSets, 'PLACE', code), code).toBeUndefined()
    }
  })

  test('codes belong to their collection years', () => {
    const inUse = (set: string, code: string, year: number): boolean => {
      const found = rules.codeSets.get(set)?.codes.get(code)
      if (found === undefined) throw new Error(`${set} has no ${code}`)
      return isInUse(found, year)
    }
    expect([inUse('SEX', '1', 2024), inUse('SEX', '1', 2025)]).toEqual([true, false])
    expect([inUse('SEX', 'M', 2024), inUse('SEX', 'M', 2025)]).toEqual([false, true])
    expect([inUse('REC', 'E45', 2018), inUse('REC', 'E45', 2019), inUse('REC', 'E43', 2018)]).toEqual([false, true, true])
    expect([inUse('PLACE', 'Z1', 2025), inUse('PLACE', 'Z1', 2026), inUse('PLACE', 'Z11', 2026)]).toEqual([true, false, true])
    expect([inUse('LS', 'C2', 1992), inUse('LS', 'C2', 2027)]).toEqual([true, true])
  })

  test('temporary placements know their longest stay, and outcomes their kind', () => {
    const place = rules.codeSets.get('PLACE')?.codes
    expect(['T0', 'T1', 'T2', 'T3', 'T4'].map((code) => place?.get(code)?.maxDays)).toEqual([null, 42, null, 21, 7])
    const ended = [...(rules.codeSets.get('REC')?.codes.values() ?? [])]
    expect(ended.filter(({ group }) => group === 'SGO').map(({ code }) => code)).toEqual(['E43', 'E44', 'E45', 'E46', 'E47', 'E48'])
    expect(ended.filter(({ group }) => group === null).map(({ code }) => code)).toEqual(['X1'])
  })

  test('153 authorities run children’s services today; five have ended; six are invented', () => {
    const all = [...rules.authorities.values()]
    expect(all.filter((a) => !a.demonstration && isInUse(a, 2026)).length).toBe(153)
    expect(all.filter((a) => !isInUse(a, 2026)).map(({ code, to }) => [code, to])).toEqual([
      ['835', 2019], ['836', 2019], ['837', 2019], ['909', 2023], ['928', 2021],
    ])
    expect(all.filter((a) => a.demonstration).map(({ code, name }) => `${code} ${name}`)).toEqual([
      '990 Fernbrook', '991 Ashcombe', '992 Larkfield', '993 Millhaven', '994 Thornleigh', '995 Westerby',
    ])
    expect(rules.authorities.get('309')).toEqual({
      code: '309', ons: 'E09000014', onsAlso: [], name: 'Haringey', region: 'London', from: null, to: null, demonstration: false,
    })
    expect(rules.authorities.get('370')?.onsAlso).toEqual(['E08000038'])
  })

  test('a stable home is looked for within 14 months of coming into care', () => {
    expect(rules.policy).toEqual({ stableHome: { from: 'entry to care', months: 14 } })
  })
})

const made: string[] = []
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-rules-'))
  made.push(folder)
  return folder
}

/** A copy of the rules in which the first `before` of one file is replaced by `after`; gives what loading it says. */
function saidOf(file: string, before: string, after: string): string {
  const folder = temporary()
  cpSync(project, folder, { recursive: true })
  const whole = readFileSync(join(folder, file), 'utf8')
  expect(whole).toContain(before)
  writeFileSync(join(folder, file), whole.replace(before, () => after))
  try {
    loadRules(folder)
  } catch (error) {
    return error instanceof Error ? error.message.replace(`${folder}/`, '') : String(error)
  }
  return 'loaded'
}

describe('where the rules are', () => {
  test('at or above the module, so a bundle in dist finds the same folder', () => {
    expect(rulesFolder()).toBe(project)
    expect(rulesFolder(resolve(project, '../dist'))).toBe(project)
  })

  test('a folder without them is said by name', () => {
    const folder = temporary()
    mkdirSync(join(folder, 'rules'))
    expect(() => rulesFolder(folder)).toThrow(`no folder at or above ${folder} holds rules/bank-holidays.json`)
  })
})

describe('a slip in a file stops the start, with the file and the entry named', () => {
  const boxing = '{ "on": "2026-12-28", "name": "Boxing Day (substitute day)" }'

  test.each([
    [boxing, boxing.replace('12-28', '13-28'),
      'bank-holidays.json: holiday 303, on: must be a date such as "2026-12-28", it is "2026-13-28"'],
    [boxing, boxing.replace('12-28', '12-26'),
      'bank-holidays.json: holiday 303: Boxing Day (substitute day) on 26 December 2026 is a Saturday; give the day that is taken instead'],
    [boxing, boxing.replace('12-28', '12-25'),
      'bank-holidays.json: two bank holidays on 2026-12-25, one of them Boxing Day (substitute day)'],
    [boxing, boxing.replace('name', 'title'), 'bank-holidays.json: holiday 303: "title" is not known here; known are on, name'],
    [`${boxing},`, '', 'bank-holidays.json: 2026 has 7 bank holidays; every year has at least 8'],
    ['"to": "2028-12-31"', '"to": "2029-12-31"', 'bank-holidays.json: 2029 has 0 bank holidays; every year has at least 8'],
    ['"to": "2028-12-31"', '"to": "2028-11-30"', 'bank-holidays.json: to must be a 31 December, it is 30 November 2028'],
    ['"from": "1990-01-01"', '"from": "1990-02-01"', 'bank-holidays.json: from must be a 1 January, it is 1 February 1990'],
    ['"to": "2028-12-31"', '"to": "2027-12-31"',
      "bank-holidays.json: New Year's Day (substitute day) on 2028-01-03 lies outside the table"],
    ['"licence":', '"license":',
      'bank-holidays.json: "license" is not known here; known are title, source, licence, notes, from, to, holidays'],
  ])('bank holidays: %s', (before, after, said) => {
    expect(saidOf('bank-holidays.json', before, after)).toBe(said)
  })

  test.each([
    ['"to": 2024 }', '"to": "2024" }', 'code-sets.json: SEX, entry 1, to: must be a whole number above 0, it is "2024"'],
    ['"to": 2024 }', '"to": 24 }', 'code-sets.json: SEX, entry 1, to: must be a collection year such as 2026, it is 24'],
    ['"to": 2024 }', '"from": 2025, "to": 2024 }', 'code-sets.json: SEX, entry 1, to: must be 2025 or later, it is 2024'],
    ['"label": "Male", ', '', 'code-sets.json: SEX, entry 1, label: must be text, or null when nobody knows it, it is missing'],
    ['"label": "Male", ', '"label": "", ', 'code-sets.json: SEX, entry 1, label: must be text, it is ""'],
    ['"code": "2"', '"code": "1"', 'code-sets.json: SEX, entry 2: 1 is there already'],
    ['"tables": ["Header", "UASC"]', '"tables": "Header"', 'code-sets.json: SEX, tables: must be a list, it is "Header"'],
    ['"max_days": 42', '"max_days": 4.2', 'code-sets.json: PLACE, entry 18, max_days: must be a whole number above 0, it is 4.2'],
    ['"sets": {', '"sets": [], "old": {',
      'code-sets.json: "old" is not known here; known are title, source, licence, notes, years, sets'],
  ])('code sets: %s to %s', (before, after, said) => {
    expect(saidOf('code-sets.json', before, after)).toBe(said)
  })

  test.each([
    ['"code": "201"', '"code": "20"', 'authorities.json, entry 1, code: must be three digits, it is "20"'],
    ['"code": "202"', '"code": "201"', 'authorities.json, entry 2: 201 is there already'],
    ['"ons": "E09000001"', '"ons": null', 'authorities.json, entry 1, ons: must be an ONS code, it is null'],
    [', "demonstration": true', '', 'authorities.json, entry 159, ons: must be an ONS code, it is null'],
    ['"demonstration": true', '"demonstration": "yes"',
      'authorities.json, entry 159, demonstration: must be true or left out, it is "yes"'],
  ])('authorities: %s to %s', (before, after, said) => {
    expect(saidOf('authorities.json', before, after)).toBe(said)
  })

  test.each([
    ['"months": 14', '"months": 0', 'policies/default.json: stableHome, months: must be a whole number above 0, it is 0'],
    ['"entry to care"', '"referral"',
      'policies/default.json: stableHome, from: must be "entry to care" or "not used", it is "referral"'],
    ['"validTo": null', '"validTo": "2025"',
      'policies/default.json: stableHome, validTo: must be a date such as "2026-12-28", it is "2025"'],
  ])('policy: %s to %s', (before, after, said) => {
    expect(saidOf('policies/default.json', before, after)).toBe(said)
  })

  test('a file that is no JSON, or is not there', () => {
    expect(saidOf('code-sets.json', '"sets": {', '"sets": ')).toMatch(/^code-sets\.json cannot be read: .*JSON/s)
    expect(() => loadRules(temporary())).toThrow(/bank-holidays\.json cannot be read: ENOENT/)
  })
})
