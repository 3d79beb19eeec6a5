/** What a check of a return found, for people at a terminal. */
import { totalsOf, type CheckReport } from '../app/checkReport.ts'
import { table } from './output.ts'

/** With commas, as British figures are written. By hand, because the first use of the machine's languages takes longer than a check. */
const n = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
const counted = (count: number, one: string, several: string): string => `${n(count)} ${count === 1 ? one : several}`

/** Each rule that found something with its meaning and counts, then what was not run and why, and what failed. */
export function checkSummary(report: CheckReport): string {
  const { result, year, ruleYear } = report
  const totals = totalsOf(report)
  const found = (result?.results ?? []).filter(({ findings }) => findings.length > 0)
  const parts = [
    `Return of ${year}, rules of ${ruleYear}: ${counted(totals.children, 'child', 'children')}, ${counted(totals.rows, 'row', 'rows')}, ${counted(totals.rulesRun, 'rule', 'rules')} run.`,
  ]
  if (found.length > 0) {
    parts.push(table(['Rule', 'Rows', 'Children', 'What is wrong'], found.map(({ rule, findings, children }) => [
      rule.code, n(findings.length), n(children), rule.meaning,
    ])))
  }
  parts.push(
    totals.findings === 0
      ? 'Nothing was found by the rules that were run.'
      : `${counted(totals.findings, 'finding', 'findings')} at ${counted(totals.childrenWithFindings, 'child', 'children')}, by ${counted(found.length, 'rule', 'rules')}.`,
  )
  const reasons = new Map<string, string[]>()
  for (const { rule, reason: all } of result?.notRun ?? []) {
    // A rule stands under each of its reasons: whoever mends one of them sees all that wait for it.
    for (const reason of all.split('; ')) {
      const codes = reasons.get(reason)
      if (codes === undefined) reasons.set(reason, [rule.code])
      else codes.push(rule.code)
    }
  }
  if (reasons.size > 0) {
    parts.push([
      `${counted(totals.rulesNotRun, 'rule was', 'rules were')} not run:`,
      ...[...reasons].map(([reason, codes]) => `  ${codes.join(', ')}: ${reason}.`),
    ].join('\n'))
  }
  if ((result?.defects.length ?? 0) > 0) {
    parts.push([
      `${counted(totals.defects, 'rule', 'rules')} failed. That is a fault of Holdfast, not of the return; what such a rule would find is not known:`,
      ...(result?.defects ?? []).map(({ rule, message, child, children }) =>
        `  ${rule.code}: ${message} (${child === null ? 'all children' : `${counted(children, 'child', 'children')}, first ${child === '' ? 'one without CHILD' : child}`}).`),
    ].join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}
