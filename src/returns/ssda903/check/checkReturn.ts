/** Runs the 903 rules of a year on a return: what each finds, which could not be run and why, which failed. */
import { tables } from '../tables.ts'
import type { CheckContext } from './context.ts'
import { emptyChild } from './groupRows.ts'
import { makeContext, type CheckSettings } from './makeContext.ts'
import { reasonsNotToRun, type Given } from './notRun.ts'
import type { ChildRule, Rule } from './rule.ts'
import { inOrderOfCode } from './ruleCodes.ts'
import type { ChildRows, RowName } from './rows.ts'

/** One row that a rule finds wrong. */
export interface Finding {
  readonly rule: string
  readonly row: RowName
  /** The columns at fault, as the rule lists them. */
  readonly fields: readonly string[]
}

export interface RuleResult {
  readonly rule: Rule
  /** By table, then by row, this year's before last year's. */
  readonly findings: readonly Finding[]
  /** Different children among them. */
  readonly children: number
}

export interface NotRun {
  readonly rule: Rule
  /** In words: "the Episodes file was not given; there is no postcode directory". */
  readonly reason: string
}

/** A rule that failed: ours to mend, not the authority's. What it found at other children is among the results. */
export interface Defect {
  readonly rule: Rule
  readonly message: string
  /** The first child it failed at; null when it looks at all children together. */
  readonly child: string | null
  readonly children: number
  readonly error: unknown
}

export interface CheckResult {
  /** Children of this year's files; rules look at those of last year's alone too. */
  readonly children: number
  /** Rules that were run, in the order of their codes, whether or not they found anything. */
  readonly results: readonly RuleResult[]
  readonly notRun: readonly NotRun[]
  readonly defects: readonly Defect[]
}

export interface CheckRequest extends CheckSettings, Given {
  readonly rules: readonly Rule[]
}

/**
 * Checks a return. Every rule given is accounted for: its findings stand in `results`, or the reason it was not run in
 * `notRun`, and a failure in `defects`. The same files give the same answer in the same order.
 */
export function checkReturn(request: CheckRequest): CheckResult {
  const context = makeContext(request)
  const inReturn = request.this.rows.size
  const children = request.this.rows.children(request.last?.rows ?? null)
  const runs: Run[] = []
  const notRun: NotRun[] = []
  for (const rule of inOrderOfCode(request.rules)) {
    const reasons = reasonsNotToRun(rule, request)
    if (reasons.length === 0) runs.push(newRun(rule))
    else notRun.push({ rule, reason: reasons.join('; ') })
  }
  checkEachChild(runs, children, context)
  for (const run of runs) checkTogether(run, children, context)
  return {
    children: inReturn,
    results: runs.map((run) => ({ rule: run.rule, findings: run.findings.sort(inOrder), children: run.children })),
    notRun,
    defects: runs.flatMap(({ defect }) => (defect === null ? [] : [defect])),
  }
}

interface Run {
  readonly rule: Rule
  readonly findings: Finding[]
  defect: { -readonly [K in keyof Defect]: Defect[K] } | null
  /** Where the findings of the child looked at begin. */
  from: number
  /** Children at whom something was found. */
  children: number
  readonly mark: (row: RowName, fields?: readonly string[]) => void
}

function newRun(rule: Rule): Run {
  const findings: Finding[] = []
  const run: Run = {
    rule, findings, defect: null, from: 0, children: 0,
    mark(row, fields = rule.fields) {
      for (let at = run.from; at < findings.length; at += 1) {
        const before = findings[at]
        if (before?.row !== row) continue
        // A rule may meet a row more than once, with other rows: it is one finding, of all the fields named.
        if (before.fields !== fields) findings[at] = { rule: rule.code, row, fields: together(rule, before.fields, fields) }
        return
      }
      findings.push({ rule: rule.code, row, fields })
    },
  }
  return run
}

const together = ({ fields }: Rule, some: readonly string[], others: readonly string[]): readonly string[] => [
  ...fields.filter((field) => some.includes(field) || others.includes(field)),
  ...new Set([...some, ...others].filter((field) => !fields.includes(field))),
]

/** Children looked at by one rule before the next takes its turn: their rows stay in the processor's cache meanwhile. */
const TOGETHER = 256

function checkEachChild(runs: readonly Run[], children: readonly ChildRows[], context: CheckContext): void {
  const each = runs.flatMap((run) => ('check' in run.rule ? [{ run, check: run.rule.check }] : []))
  const asked = new Set(each.flatMap(({ check }) => check.only ?? []))
  for (let from = 0; from < children.length; from += TOGETHER) {
    const all = children.slice(from, from + TOGETHER)
    const having = new Map([...asked].map((table) => [table, all.filter((child) => child[table].length > 0)]))
    for (const { run, check } of each) {
      const some = check.only === undefined ? all : (having.get(check.only) ?? all)
      // From where it failed it goes on with the next child.
      for (let at = 0; at < some.length; ) at = checkSome(run, check, some, at, context)
    }
  }
}

/** Gives where to go on: after the last child, or after the one at which the rule failed. */
function checkSome(run: Run, check: ChildRule['check'], children: readonly ChildRows[], from: number, context: CheckContext): number {
  const { findings, mark } = run
  let at = from
  try {
    for (; at < children.length; at += 1) {
      run.from = findings.length
      check(children[at] ?? nobody, context, mark)
      if (findings.length > run.from) run.children += 1
    }
    return at
  } catch (error) {
    if (findings.length > run.from) run.children += 1
    if (run.defect === null) run.defect = { rule: run.rule, message: messageOf(error), child: children[at]?.code ?? null, children: 1, error }
    else run.defect.children += 1
    return at + 1
  }
}

const nobody = emptyChild('')

function checkTogether(run: Run, children: readonly ChildRows[], context: CheckContext): void {
  if (!('checkAll' in run.rule)) return
  const marked = new Map<RowName, readonly string[]>()
  const { rule } = run
  try {
    run.rule.checkAll(children, context, (row, fields = rule.fields) => {
      const before = marked.get(row)
      marked.set(row, before === undefined || before === fields ? fields : together(rule, before, fields))
    })
  } catch (error) {
    run.defect = { rule, message: messageOf(error), child: null, children: children.length, error }
  }
  for (const [row, fields] of marked) run.findings.push({ rule: rule.code, row, fields })
  run.children = childrenAmong([run])
}

/** How many different children some findings are at. Of rows without CHILD nobody knows whose they are: each counts as one. */
export function childrenAmong(results: readonly Pick<RuleResult, 'findings'>[]): number {
  const children = new Set<string | RowName>()
  for (const { findings } of results) {
    // By index, as in `eachRow`: there may be fifty thousand, and this is run but once or twice.
    for (let at = 0; at < findings.length; at += 1) {
      const row = findings[at]?.row
      if (row !== undefined) children.add(row.CHILD === '' ? row : row.CHILD)
    }
  }
  return children.size
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const place = new Map(tables.map(({ name }, at) => [name, at] as const))

function inOrder({ row: a }: Finding, { row: b }: Finding): number {
  if (a.table !== b.table) return (place.get(a.table) ?? 0) - (place.get(b.table) ?? 0)
  return a.last === b.last ? a.row - b.row : a.last ? 1 : -1
}
