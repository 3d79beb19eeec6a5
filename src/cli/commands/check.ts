import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { stdout } from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { checkCsv, checkJson, totalsOf } from '../../app/checkReport.ts'
import { checkFiles, ruleYears, type Checked } from '../../edge/checking.ts'
import { UsageError } from '../../edge/usageError.ts'
import { sourcesOfPath, type ByteSource } from '../../returns/ssda903/read/sources.ts'
import type { Providers } from '../../returns/ssda903/check/providers.ts'
import { checkSummary } from '../checkSummary.ts'
import { formatOption } from '../formatOption.ts'
import type { Command, Given } from '../command.ts'
import { exitCodes, tell } from '../output.ts'

const text = (value: string | boolean | undefined): string | null => (typeof value === 'string' ? value : null)

async function sourcesOf(paths: readonly string[]): Promise<readonly ByteSource[]> {
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new UsageError(`There is no file or folder ${missing}.`)
  const found = await Promise.all(paths.map((path) => sourcesOfPath(path)))
  const empty = paths.find((_, at) => found[at]?.length === 0)
  if (empty !== undefined) throw new UsageError(`There is no file to read in ${empty}. Name the folder that the return's files lie in.`)
  return found.flat()
}

function yearOf(option: string, value: string | null): number | null {
  if (value === null) return null
  const year = Number(value)
  if (!/^\d{4}$/.test(value) || year < 1992 || year > 2100) throw new UsageError(`${option} takes a year such as 2026, not ${value}.`)
  return year
}

async function providersIn(path: string | null, year: number): Promise<Providers | null> {
  if (path === null) return null
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`)
  const { readProviders } = await import('../../returns/ssda903/check/readProviders.ts')
  const read = readProviders(readFileSync(path, 'utf8'), year)
  if (read.kind === 'read') return read.providers
  throw new UsageError(`${path}${read.row === null ? '' : `, row ${read.row}`}: ${read.words} ${read.fix}`)
}

/** What is written where nobody reads words: `json` and `csv` hold everything, so a terminal is not told it again. */
function* output(format: 'text' | 'csv' | 'json', checked: Checked): Generator<string> {
  if (format === 'csv') yield* checkCsv(checked)
  else if (format === 'json') yield* checkJson(checked)
  else yield checkSummary(checked)
}

async function write(pieces: Iterable<string>, file: string | null): Promise<void> {
  if (file === null) {
    try {
      await pipeline(Readable.from(pieces), stdout, { end: false })
    } catch (error) {
      // Whoever read us has stopped reading.
      if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
    }
    return
  }
  let handle: number
  try {
    handle = openSync(file, 'w')
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    for (const piece of pieces) writeSync(handle, piece)
  } finally {
    closeSync(handle)
  }
}

/** 0 nothing found, 1 something found, 2 a file was refused, 4 a rule failed: then what was found is not all there is. */
export function exitCodeOf({ result }: Checked): number {
  if (result === null) return exitCodes.usage
  if (result.defects.length > 0) return exitCodes.defect
  return result.results.some(({ findings }) => findings.length > 0) ? exitCodes.refused : exitCodes.done
}

/**
 * A return of one authority is checked before code optimised for it has paid for its making: that is put off (V8 reckons in
 * bytes of code run; the usual is 132 KB). A third less processor time for one authority, none more for a region (`bench/check.ts`).
 */
const OPTIMISE_LATER = '--interrupt-budget=500000'

/**
 * Most of what a check makes it keeps to the end, the rows: a nursery of V8's that grows for what is soon thrown away would
 * only add 20 MB to the most memory it ever has. One that small is not worth a second thread.
 */
const SMALL_NURSERY = ['--semi-space-growth-factor=1', '--no-parallel-scavenge'] as const

async function run({ values, words }: Given): Promise<number> {
  setFlagsFromString(OPTIMISE_LATER)
  for (const flag of SMALL_NURSERY) setFlagsFromString(flag)
  const format = formatOption(values['format'], ['text', 'csv', 'json'])
  if (words.length === 0) throw new UsageError('Say what to check: holdfast check FOLDER --year 2026.')
  const year = yearOf('--year', text(values['year']))
  if (year === null) throw new UsageError('Say the collection year with --year, named by its end: --year 2026 for 1 April 2025 to 31 March 2026.')
  const last = text(values['last'])
  const file = text(values['output'])
  const checked = await checkFiles({
    year,
    ruleYear: yearOf('--rule-set', text(values['rule-set'])),
    files: await sourcesOf(words),
    lastYearFiles: last === null ? [] : await sourcesOf([last]),
    authority: text(values['authority']),
    providers: await providersIn(text(values['providers']), year),
    codes: text(values['rules'])?.split(',').map((code) => code.trim()).filter((code) => code !== '') ?? null,
  })
  if (checked.result === null || format !== 'json') {
    for (const note of checked.notes) {
      const place = [note.year === year ? null : `${note.year}`, note.file, note.row === null ? null : `row ${note.row}`, note.column, note.value === null || note.value === '' ? null : `"${note.value}"`]
      const where = place.filter((part) => part !== null).join(', ')
      tell(`${note.kind}: ${where === '' ? '' : `${where}: `}${note.words}${note.fix === null ? '' : ` ${note.fix}`}`)
    }
  }
  if (checked.result === null && format !== 'json') {
    tell('Nothing was checked.')
    return exitCodes.usage
  }
  await write(output(format, checked), file)
  if (file !== null) await write([checkSummary(checked)], null)
  else if (format === 'csv') {
    const { rulesNotRun, defects } = totalsOf(checked)
    if (rulesNotRun > 0) tell(`${rulesNotRun} rules were not run; --format text or json says why.`)
    if (defects > 0) tell(`${defects} rules failed; --format text or json says how.`)
  }
  if (process.env['LOG_LEVEL'] === 'debug') {
    for (const { rule, error } of checked.result?.defects ?? []) tell(`${rule.code}: ${error instanceof Error ? error.stack : String(error)}`)
  }
  return exitCodeOf(checked)
}

export const check: Command = {
  name: 'check',
  summary: "Check an SSDA903 return against the DfE's rules; needs no database",
  help: `holdfast check PATH [PATH …] --year 2026 [--rule-set 2026] [--authority 309] [--last PATH] [--providers FILE]
               [--rules 101,142] [--format text|csv|json] [--output FILE]

  PATH              a folder, a zip, CSV files, or one XML file
  --year YYYY       the collection year, named by its end: 2026 is 1 April 2025 to 31 March 2026
  --rule-set YYYY   the year whose rules are asked, ${ruleYears.first} to ${ruleYears.last}; the return's own when not given
  --authority NNN   the DfE number of whose return it is; rules that need it are not run without
  --last PATH       last year's return; rules that compare with it are not run without
  --providers FILE  Ofsted's list of providers as CSV; rules that need it are not run without
  --rules CODES     only these rules, with commas between
  --format NAME     text (a summary by rule), csv (a line a finding) or json (everything)
  --output FILE     where to write that; the summary is shown as well

A return with only some of its tables is checked as far as it goes; what was not run is listed with the reason. A row is
counted from 0 under the header, blank lines counted: in a spreadsheet it is two further down.

  holdfast check returns/2026 --year 2026 --last returns/2025 --authority 309
  holdfast check return.zip --year 2026 --authority 309 --format csv --output findings.csv

Exit codes: 0 nothing found, 1 something found, 2 given wrongly or a file cannot be read, 3 failed, 4 a rule failed.`,
  options: {
    year: { type: 'string' }, 'rule-set': { type: 'string' }, authority: { type: 'string' }, last: { type: 'string' },
    providers: { type: 'string' }, rules: { type: 'string' }, format: { type: 'string' }, output: { type: 'string' },
  },
  run,
}
