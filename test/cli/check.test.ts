/** `holdfast check` from its words to its exit code, on files of its own. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCsv, checkJson } from '../../src/app/checkReport.ts'
import { check, exitCodeOf } from '../../src/cli/commands/check.ts'
import { checkSummary } from '../../src/cli/checkSummary.ts'
import { checkFiles, type Checked } from '../../src/edge/checking.ts'
import { UsageError } from '../../src/edge/usageError.ts'
import { sourcesOfPath } from '../../src/returns/ssda903/read/sources.ts'
import { eachRow, type Rule } from '../../src/returns/ssda903/check/rule.ts'

const project = resolve(import.meta.dirname, '../..')
let folder = ''

const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n'
const reviews = 'CHILD,DOB,REVIEW,REVIEW_CODE\n'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-check-'))
  const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    wrong: { 'reviews.csv': `${reviews}=1+1,01/02/2012,01/05/2025,PN9\nA2,01/02/2012,01/05/2025,PN1\n` },
    right: { 'reviews.csv': `${reviews}A2,01/02/2012,01/05/2025,PN1\n` },
    broken: { 'reviews.csv': `${reviews}A1,"01/02/2012,01/05/2025,PN9\n` },
    episodes: { 'e.csv': 'CHILD,DECOM,RNE\nA1,01/05/2025,S\nA2,01/05/2025,Q\n' },
    last: { 'header.csv': header },
  }
  for (const [name, held] of Object.entries(files)) {
    mkdirSync(join(folder, name))
    for (const [file, text] of Object.entries(held)) writeFileSync(join(folder, name, file), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const told = { mend: 'm', who: 'returns team', years: { from: 2023 } } as const
const invented: readonly Rule[] = [
  {
    ...told, code: '1', meaning: 'The code of participation is not one of them.', fields: ['REVIEW_CODE'], reads: { Reviews: ['REVIEW_CODE'] },
    check: eachRow('Reviews', ({ REVIEW_CODE }, { codes }) => !codes('REVIEW_CODE').has(REVIEW_CODE)),
  },
  { ...told, code: '2', meaning: 'Never.', fields: ['DOB'], reads: { Header: ['DOB'] }, check: () => undefined },
  { ...told, code: '3', meaning: 'Never.', fields: ['DOB'], reads: { Header: [] }, check: () => undefined },
]
const failing: Rule = {
  ...told, code: '4', meaning: 'Fails.', fields: ['REVIEW'], reads: { Reviews: [] },
  check: () => { throw new Error('not thought of') },
}

async function checked(name: string, rules: readonly Rule[] | null = invented, more: { authority?: string; codes?: readonly string[]; ruleYear?: number } = {}): Promise<Checked> {
  return checkFiles({
    year: 2026, ruleYear: more.ruleYear ?? null, files: await sourcesOfPath(join(folder, name)), lastYearFiles: [],
    authority: more.authority ?? null, providers: null, codes: more.codes ?? null,
  }, rules)
}

describe('the answer', () => {
  test('as JSON has a shape that stays', async () => {
    const json: unknown = JSON.parse([...checkJson(await checked('wrong'))].join(''))
    expect(json).toEqual({
      year: 2026, ruleSet: 2026, authority: null, refused: false,
      totals: { children: 2, rows: 2, rulesRun: 1, rulesNotRun: 2, findings: 1, childrenWithFindings: 1, defects: 0 },
      files: [{ year: 2026, name: 'reviews.csv', table: 'Reviews', rows: 2 }],
      notes: [],
      rules: [{ rule: '1', meaning: 'The code of participation is not one of them.', mend: 'm', who: 'returns team', findings: 1, children: 1 }],
      findings: [{ rule: '1', table: 'Reviews', row: 0, child: '=1+1', fields: ['REVIEW_CODE'] }],
      notRun: [{ rule: '2', reason: 'the Header file was not given' }, { rule: '3', reason: 'the Header file was not given' }],
      defects: [],
    })
  })

  test('as CSV cannot make a spreadsheet run anything', async () => {
    expect([...checkCsv(await checked('wrong'))].join('')).toBe("\ufeffrule,table,row,child,fields\r\n1,Reviews,0,'=1+1,REVIEW_CODE\r\n")
  })

  test('as words has what was found, what was not run and why', async () => {
    expect(checkSummary(await checked('wrong'))).toBe(
      [
        'Return of 2026, rules of 2026: 2 children, 2 rows, 1 rule run.\n',
        'Rule  Rows  Children  What is wrong',
        '----  ----  --------  ---------------------------------------------',
        '   1     1         1  The code of participation is not one of them.\n',
        '1 finding at 1 child, by 1 rule.\n',
        '2 rules were not run:',
        '  2, 3: the Header file was not given.\n',
      ].join('\n'),
    )
  })

  test('as words has a rule under each reason that kept it from being run', async () => {
    const words = checkSummary(await checked('wrong', [
      ...invented, { ...told, code: '5', meaning: 'Never.', fields: ['DOB'], reads: { Header: [] }, needs: ['authority'], check: () => undefined },
    ]))
    expect(words.slice(words.indexOf('3 rules'))).toBe(
      ['3 rules were not run:', '  2, 3, 5: the Header file was not given.', '  5: it was not said whose return this is.\n'].join('\n'),
    )
  })

  test('of a file that cannot be read is no answer', async () => {
    const refused = await checked('broken')
    expect(refused.result).toBeNull()
    expect(JSON.parse([...checkJson(refused)].join(''))).toMatchObject({ refused: true, findings: [], notes: [{ kind: 'refusal', row: 2 }] })
  })
})

describe('the exit code', () => {
  test.each([['right', invented, 0], ['wrong', invented, 1], ['broken', invented, 2]] as const)('of %s', async (name, rules, code) => {
    expect(exitCodeOf(await checked(name, rules))).toBe(code)
  })

  test('says that a rule failed, whatever else was found', async () => {
    const report = await checked('wrong', [...invented, failing])
    expect(exitCodeOf(report)).toBe(4)
    expect(checkSummary(report)).toContain(
      '1 rule failed. That is a fault of Holdfast, not of the return; what such a rule would find is not known:\n  4: not thought of (2 children, first =1+1).',
    )
    expect(JSON.parse([...checkJson(report)].join(''))).toMatchObject({ defects: [{ rule: '4', message: 'not thought of', child: '=1+1', children: 2 }] })
  })
})

describe('what cannot be asked', () => {
  test.each([
    ['an authority that does not exist', { authority: '999' }, 'There is no authority 999: give the DfE number, such as 309.'],
    ['a year without rules', { ruleYear: 2018 }, 'The rules of 2018 are not held. Name a year from 2023 to 2027 with --rule-set.'],
    ['a rule that does not exist', { codes: ['143', 'x9'] }, 'There is no rule X9.'],
    ['no rule at all', { codes: [] }, '--rules takes codes of rules, such as 101,142.'],
  ] as const)('%s', async (_, more, words) => {
    await expect(checked('right', null, more)).rejects.toThrow(new UsageError(words))
  })
})

interface Ended {
  readonly code: number | string | null
  readonly out: string
  readonly said: string
}

/** The command as people run it, in a process of its own. */
const holdfast = (...args: readonly string[]): Promise<Ended> =>
  new Promise((done) => {
    const given = args.map((arg) => arg.replace(/^@/, `${folder}/`))
    execFile(process.execPath, ['--import', 'tsx', join(project, 'src/cli/holdfast.ts'), 'check', ...given], { cwd: project }, (error, out, said) =>
      done({ code: error === null ? 0 : (error.code ?? null), out, said }))
  })

describe('the command', () => {
  test('ends with 1 when something was found, and writes it to a file beside the summary', async () => {
    const { code, out } = await holdfast('@episodes', '--year', '2026', '--rules', '143,143', '--format', 'csv', '--output', '@found.csv')
    expect(readFileSync(join(folder, 'found.csv'), 'utf8')).toBe('\ufeffrule,table,row,child,fields\r\n143,Episodes,1,A2,RNE\r\n')
    expect(out).toMatch(/^Return of 2026, rules of 2026: 2 children, 2 rows, 1 rule run\.\n/)
    expect(code).toBe(1)
  })

  test('ends with 0 when nothing was found, and names what was not run', async () => {
    const { code, out } = await holdfast('@wrong', '--year', '2026', '--last', '@last', '--rules', '143', '--format', 'json')
    const found = JSON.parse(out) as { files: unknown; notRun: unknown }
    expect(found.files).toEqual([
      { year: 2026, name: 'reviews.csv', table: 'Reviews', rows: 2 }, { year: 2025, name: 'header.csv', table: 'Header', rows: 0 },
    ])
    expect(found.notRun).toEqual([{ rule: '143', reason: 'the Episodes file was not given' }])
    expect(code).toBe(0)
  })

  test('ends with 2 for a file that cannot be read, with the reason and its mending', async () => {
    const { code, out, said } = await holdfast('@broken', '--year', '2026')
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain('refusal: reviews.csv, row 2: A quotation mark is not closed')
    expect(said).toContain('Nothing was checked.')
  })
})

describe('what is given wrongly is said', () => {
  const asked = { year: '2026' }
  test.each([
    ['no files', asked, [], 'Say what to check: holdfast check FOLDER --year 2026.'],
    ['no year', {}, ['right'], 'Say the collection year with --year, named by its end: --year 2026 for 1 April 2025 to 31 March 2026.'],
    ['half a year', { year: '26' }, ['right'], '--year takes a year such as 2026, not 26.'],
    ['a folder that is not there', asked, ['nothing'], 'There is no file or folder FOLDER/nothing.'],
    ['another format', { ...asked, format: 'xlsx' }, ['right'], '--format takes text, csv, json, not xlsx.'],
    ['a list of providers that is none', { ...asked, providers: 'right/reviews.csv' }, ['right'],
      "FOLDER/right/reviews.csv: This is no list of providers: no row of it names a column URN. Save Ofsted's list as CSV, with its column names."],
  ] as const)('%s', async (_, values: Readonly<Record<string, string>>, words, said) => {
    const inFolder = (name: string): string => join(folder, name)
    const { providers, ...others } = values
    const given = { ...others, ...(providers === undefined ? {} : { providers: inFolder(providers) }) }
    await expect(check.run({ values: given, words: words.map(inFolder) })).rejects.toThrow(new UsageError(said.replace('FOLDER/', `${folder}/`)))
  })
})
