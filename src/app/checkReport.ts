/**
 * What a check of a return found, written for programs: JSON and CSV of a shape that stays (docs/reference/check.md).
 * In pieces, because a return of a region may have a million findings.
 */
import { childrenAmong, type CheckResult, type Finding } from '../returns/ssda903/check/checkReturn.ts'
import type { CheckFile } from '../returns/ssda903/check/readForCheck.ts'
import type { ReadNote } from '../returns/ssda903/read/notes.ts'
import { csvLine } from './csv.ts'

export interface CheckReport {
  readonly year: number
  readonly ruleYear: number
  readonly authority: string | null
  readonly files: readonly (CheckFile & { readonly year: number })[]
  readonly notes: readonly (ReadNote & { readonly year: number })[]
  readonly result: CheckResult | null
}

export interface CheckTotals {
  readonly children: number
  readonly rows: number
  readonly rulesRun: number
  readonly rulesNotRun: number
  readonly findings: number
  readonly childrenWithFindings: number
  readonly defects: number
}

/** The sums of a check; `rows` of this year's files and last year's. */
export function totalsOf({ files, result }: CheckReport): CheckTotals {
  return {
    children: result?.children ?? 0,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    rulesRun: result?.results.length ?? 0,
    rulesNotRun: result?.notRun.length ?? 0,
    findings: (result?.results ?? []).reduce((sum, { findings }) => sum + findings.length, 0),
    childrenWithFindings: childrenAmong(result?.results ?? []),
    defects: result?.defects.length ?? 0,
  }
}

/** The table of a finding: `Episodes`, or `Episodes_last` when the row stands in last year's file. */
const tableOf = ({ row }: Finding): string => (row.last ? `${row.table}_last` : row.table)

function* findingsOf({ result }: CheckReport): Generator<Finding> {
  for (const { findings } of result?.results ?? []) yield* findings
}

/** One line a finding: `rule,table,row,child,fields`, fields with spaces between. Text that a spreadsheet would run is made harmless. */
export function* checkCsv(report: CheckReport): Generator<string> {
  yield '\ufeffrule,table,row,child,fields\r\n'
  let piece = ''
  for (const finding of findingsOf(report)) {
    piece += csvLine([finding.rule, tableOf(finding), finding.row.row, finding.row.CHILD, finding.fields.join(' ')])
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

const PIECE = 65_536

/** The whole check as JSON, a finding a line. */
export function* checkJson(report: CheckReport): Generator<string> {
  const { year, ruleYear, authority, files, notes, result } = report
  yield `{"year":${year},"ruleSet":${ruleYear},"authority":${JSON.stringify(authority)},"refused":${result === null},\n`
  yield `"totals":${JSON.stringify(totalsOf(report))},\n`
  yield `"files":${list(files)},\n"notes":${list(notes)},\n`
  const found = (result?.results ?? []).filter(({ findings }) => findings.length > 0)
  yield `"rules":${list(found.map(({ rule, findings, children }) => ({
    rule: rule.code, meaning: rule.meaning, mend: rule.mend, who: rule.who, findings: findings.length, children,
  })))},\n`
  yield '"findings":['
  let piece = ''
  let first = true
  for (const finding of findingsOf(report)) {
    const { rule, row, fields } = finding
    piece += `${first ? '' : ','}\n${JSON.stringify({ rule, table: tableOf(finding), row: row.row, child: row.CHILD, fields })}`
    first = false
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}],\n`
  yield `"notRun":${list((result?.notRun ?? []).map(({ rule, reason }) => ({ rule: rule.code, reason })))},\n`
  yield `"defects":${list((result?.defects ?? []).map(({ rule, message, child, children }) => ({ rule: rule.code, message, child, children })))}}\n`
}

const list = (entries: readonly unknown[]): string =>
  entries.length === 0 ? '[]' : `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}]`
