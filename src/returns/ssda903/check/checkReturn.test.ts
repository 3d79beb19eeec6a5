import { describe, expect, test } from 'vitest'
import type { Authorities, CodeSets } from '../../../core/facts/codeSets.ts'
import { sourceOfBytes, type ByteSource } from '../read/sources.ts'
import { checkReturn, type CheckRequest, type CheckResult } from './checkReturn.ts'
import { rule164 } from './rules/postcodes/rule164.ts'
import { rule392a } from './rules/postcodes/rule392a.ts'
import { rule392b } from './rules/postcodes/rule392b.ts'
import { rule406 } from './rules/postcodes/rule406.ts'
import { rule454 } from './rules/postcodes/rule454.ts'
import { inOrderOfCode } from './ruleCodes.ts'
import { readForCheck, type GivenYear } from './readForCheck.ts'
import { eachRow, onlyWith, type ChildRule, type ReturnRule, type Rule } from './rule.ts'

const codeSets: CodeSets = new Map([['RNE', {
  name: 'RNE', field: 'RNE', tables: ['Episodes'], note: null,
  codes: new Map(['S', 'P', 'OLD'].map((code) => [code, { code, label: code, from: null, to: code === 'OLD' ? 2020 : null, group: null, maxDays: null, note: null }])),
}]])
const authorities: Authorities = new Map()

async function given(files: Readonly<Record<string, string>>, last = false): Promise<GivenYear> {
  const sources = Object.entries(files).map(([name, text]): ByteSource => sourceOfBytes(name, text))
  const reading = await readForCheck(sources, { collectionYear: last ? 2025 : 2026, last })
  if (reading.given === null) throw new Error(JSON.stringify(reading.notes))
  return reading.given
}

const told = { meaning: 'm', mend: 'm', who: 'returns team', years: { from: 2023 } } as const
const rule = (code: string, more: Partial<ChildRule> = {}): ChildRule => ({
  ...told, code, fields: ['RNE'], reads: { Episodes: ['RNE'] },
  check: eachRow('Episodes', ({ RNE }, { codes }) => !codes('RNE').has(RNE)), ...more,
})

function run(rules: readonly Rule[], year: GivenYear, more: Partial<CheckRequest> = {}): CheckResult {
  return checkReturn({
    year: 2026, ruleYear: 2026, codeSets, authorities, authority: null, places: null, providers: null,
    this: year, last: null, rules, ...more,
  })
}
const shown = ({ results }: CheckResult): readonly string[] =>
  results.flatMap(({ findings }) => findings.map(({ rule: code, row, fields }) => `${code} ${row.last ? 'last ' : ''}${row.table} ${row.row} ${row.CHILD} ${fields.join(' ')}`))

const episodes = 'CHILD,DECOM,RNE,DEC\nB,01/05/2025,X,\nA,01/06/2025,S,\nB,01/04/2025,OLD,01/05/2025\n'

describe('findings', () => {
  test('come by rule in the order of the codes, then by row, and codes are those of the year', async () => {
    const result = run([rule('503B'), rule('SW01'), rule('99'), rule('503A')], await given({ 'e.csv': episodes }))
    expect(shown(result)).toEqual(['99', '503A', '503B', 'SW01'].flatMap((code) => [`${code} Episodes 0 B RNE`, `${code} Episodes 2 B RNE`]))
    expect(result.results.map(({ children }) => children)).toEqual([1, 1, 1, 1])
    expect(result.children).toBe(2)
  })

  test('a row marked twice is one, of all the fields named, in the order of the rule', async () => {
    const twice = rule('1', {
      fields: ['DECOM', 'RNE', 'DEC'], reads: { Episodes: [] },
      check: ({ Episodes: [first] }, _, mark) => {
        if (first === undefined) return
        mark(first, ['DEC'])
        mark(first, ['DECOM', 'DEC'])
      },
    })
    expect(shown(run([twice], await given({ 'e.csv': episodes })))).toEqual(['1 Episodes 1 A DECOM DEC', '1 Episodes 2 B DECOM DEC'])
  })

  test('of rows without CHILD stand each for a child', async () => {
    const files = { 'e.csv': 'CHILD,DECOM,RNE\n,01/05/2025,X\n,01/05/2025,X\nA,01/05/2025,X\n' }
    const together: ReturnRule = {
      ...told, code: '2', fields: ['RNE'], reads: { Episodes: ['RNE'] },
      checkAll: (children, _, mark) => { for (const child of children) for (const row of child.Episodes) mark(row) },
    }
    const result = run([rule('1'), together], await given(files))
    expect(shown(result)).toEqual([
      '1 Episodes 0  RNE', '1 Episodes 1  RNE', '1 Episodes 2 A RNE', '2 Episodes 0  RNE', '2 Episodes 1  RNE', '2 Episodes 2 A RNE',
    ])
    expect([result.children, ...result.results.map(({ children }) => children)]).toEqual([3, 3, 3])
  })

  test('of a rule about one table are asked only of children who stand in it', async () => {
    const looked: string[] = []
    const check = onlyWith('Header', ({ code }) => { looked.push(code) })
    run([rule('1', { check })], await given({ 'e.csv': episodes, 'h.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA,M,,,,,\nZ,M,,,,,\n' }))
    expect(looked).toEqual(['A', 'Z'])
  })

  test('of a rule that looks at all children together are ordered alike', async () => {
    const all: ReturnRule = {
      ...told, code: '2', fields: ['RNE'], reads: { Episodes: [] },
      checkAll: (children, _, mark) => {
        for (const { Episodes } of [...children].toReversed()) for (const row of Episodes.toReversed()) mark(row)
        for (const { Episodes } of children) for (const row of Episodes) mark(row)
      },
    }
    expect(shown(run([all], await given({ 'e.csv': episodes })))).toEqual(['2 Episodes 0 B RNE', '2 Episodes 1 A RNE', '2 Episodes 2 B RNE'])
  })

  test('may stand in last year’s files, after this year’s', async () => {
    const both = rule('3', {
      readsLast: { Episodes: ['RNE'] },
      check: (child, _, mark) => {
        for (const row of child.last?.Episodes ?? []) mark(row)
        for (const row of child.Episodes) mark(row)
      },
    })
    const last = await given({ 'e.csv': 'CHILD,DECOM,RNE\nC,01/05/2024,S\nA,01/05/2024,S\n' }, true)
    const result = run([both], await given({ 'e.csv': episodes }), { last })
    // C stands in last year's files alone: a rule may look at such a child, who is no child of the return.
    expect([result.children, result.results[0]?.children]).toEqual([2, 3])
    expect(shown(result)).toEqual([
      '3 Episodes 0 B RNE', '3 Episodes 1 A RNE', '3 Episodes 2 B RNE', '3 last Episodes 0 C RNE', '3 last Episodes 1 A RNE',
    ])
  })
})

describe('rules that cannot be run', () => {
  const reasons = ({ notRun }: CheckResult): readonly string[] => notRun.map(({ rule: { code }, reason }) => `${code}: ${reason}`)

  test('are told with every reason', async () => {
    const result = run(
      [
        rule('1', { reads: { Reviews: ['REVIEW'], Episodes: ['RNE'] } }),
        rule('2', { reads: { Episodes: ['RNE', 'LS', 'CIN'] } }),
        rule('3', { readsLast: { Episodes: ['RNE'] } }),
        rule('4', { needs: ['postcodes', 'providers', 'authority'] }),
        rule('5', { reads: { OC2: [] } }),
        rule('6'),
      ],
      await given({ 'e.csv': episodes }),
    )
    expect(reasons(result)).toEqual([
      '1: the Reviews file was not given',
      '2: Episodes has no column LS, CIN',
      "3: last year's files were not given",
      "4: there is no postcode directory; Ofsted's list of providers was not given; it was not said whose return this is",
      '5: the OC2 file was not given',
    ])
    expect(result.results.map(({ rule: { code } }) => code)).toEqual(['6'])
  })

  test('are told what last year’s files lack', async () => {
    const last = await given({ 'e.csv': 'CHILD,DECOM\nA,01/05/2024\n' }, true)
    const wanting = [rule('1', { readsLast: { Episodes: ['RNE'] } }), rule('2', { readsLast: { Reviews: [] } })]
    expect(reasons(run(wanting, await given({ 'e.csv': episodes }), { last }))).toEqual([
      "1: last year's Episodes has no column RNE", "2: last year's Reviews file was not given",
    ])
  })

  test('what turns on a border is not asked of an invented authority, which has none', async () => {
    const invented: Authorities = new Map([['990', { code: '990', ons: null, onsAlso: [], name: 'Fernbrook', region: 'London', from: null, to: null, demonstration: true }]])
    const border = rule('1', { needs: ['postcodes', 'authority'] })
    const result = run([border, rule('2', { needs: ['authority'] })], await given({ 'e.csv': episodes }), {
      authorities: invented, authority: '990', places: { find: () => undefined },
    })
    expect(reasons(result)).toEqual(['1: Fernbrook is an invented authority, and no postcode lies in it'])
    expect(result.results.map(({ rule: { code } }) => code)).toEqual(['2'])
  })

  test('an XML return cannot hold every table', async () => {
    const xml = await given({ 'a.xml': '<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID></HEADER></CHILD></EXPSSDA903>' })
    expect(reasons(run([rule('1', { reads: { SWEpisodes: ['SW_ID'] } }), rule('2', { reads: { AD1: ['DATE_INT'] } })], xml))).toEqual([
      '1: an XML return does not hold SWEpisodes',
    ])
  })

  test('the flag UASC stands in the Header of an XML return alone', async () => {
    const flag = rule('1', { reads: { Header: ['UASC'] }, check: () => undefined })
    const csv = await given({ 'h.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n', 'u.csv': 'CHILD,SEX,DOB,DUC\n' })
    expect(reasons(run([flag], csv))).toEqual(['1: Header has no column UASC'])
    const xml = await given({ 'a.xml': '<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID></HEADER></CHILD></EXPSSDA903>' })
    expect(reasons(run([flag], xml))).toEqual([])
  })

  test('columns that it can do without do not keep it from being run', async () => {
    const content = rule('1', { readsIfGiven: { Header: ['UASC'], Episodes: ['LS'] }, readsLastIfGiven: { Header: ['UASC'] } })
    expect(reasons(run([content], await given({ 'e.csv': episodes })))).toEqual([])
  })

  test('rules that only spare the unaccompanied run without the UASC file; the one about them does not', async () => {
    const csv = await given({ 'e.csv': 'CHILD,DECOM,LS,HOME_POST,PL_POST\nA,01/05/2025,V2,,N17 6RA\n' })
    const result = run([rule164, rule392a, rule392b, rule406, rule454], csv, { places: { find: () => undefined } })
    expect(reasons(result)).toEqual(['406: the UASC file was not given'])
    expect(shown(result)).toContain('392b Episodes 0 A HOME_POST')
  })
})

describe('a rule that fails', () => {
  const broken = rule('7', {
    check: ({ code, Episodes: [first] }, _, mark) => {
      if (code === 'A') throw new Error('no such thing')
      if (first !== undefined) mark(first)
    },
  })

  test('is told, and the others go on', async () => {
    const result = run([broken, rule('8')], await given({ 'e.csv': episodes }))
    expect(result.defects).toEqual([{ rule: broken, message: 'no such thing', child: 'A', children: 1, error: expect.any(Error) }])
    expect(shown(result)).toEqual(['7 Episodes 2 B RNE', '8 Episodes 0 B RNE', '8 Episodes 2 B RNE'])
  })

  test('also when it looks at all children, or asks for codes that do not exist', async () => {
    const all: ReturnRule = { ...told, code: '9', fields: [], reads: { Episodes: [] }, checkAll: () => { throw new TypeError('oh') } }
    const unknown = rule('10', { check: (_, { codes }) => void codes('NONE') })
    const { defects } = run([all, unknown], await given({ 'e.csv': episodes }))
    expect(defects.map(({ rule: { code }, message, child, children }) => ({ code, message, child, children }))).toEqual([
      { code: '9', message: 'oh', child: null, children: 2 },
      { code: '10', message: 'no code set NONE', child: 'B', children: 2 },
    ])
  })
})

test('the same files under other names give the same answer', async () => {
  const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA,M,,,,,\nZ,M,,,,,\n'
  const one = run([rule('1')], await given({ 'a.csv': episodes, 'b.csv': header }))
  const other = run([rule('1')], await given({ 'y.csv': header, 'z.csv': episodes }))
  expect(shown(other)).toEqual(shown(one))
})

test('codes of rules are in the order of their numbers', () => {
  const codes = ['SW01', '1000', '503B', '101', '503A', '99', 'INT02', '503']
  expect(inOrderOfCode(codes.map((code) => ({ code }))).map(({ code }) => code)).toEqual([
    '99', '101', '503', '503A', '503B', '1000', 'INT02', 'SW01',
  ])
})
