// Asks npm's advisory service for known flaws of the packages that a running Holdfast loads (promise H1: none that is
// high or critical stays longer than 14 days). A service that does not answer is told as such: it is never "none found".
//
// `scripts/knownFlaws.json` holds the flaws somebody has looked at: { "advisory": "GHSA-…", "package": "…",
// "foundOn": "2026-01-31", "reason": "why it may stay until it is mended" }. An entry holds for 14 days from `foundOn`;
// one that must stay longer names `until`, at most 90 days from `foundOn`, and says in its reason who decided.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './project.mjs'

const grave = new Set(['high', 'critical'])
const day = 86_400_000

/**
 * What `npm audit --json` said: the high and critical advisories, or why it is no answer.
 * @returns {{ status: 'answered', found: { advisory: string, package: string, severity: string, title: string }[] } | { status: 'not checked', why: string }}
 */
export function readAudit(text) {
  let report
  try {
    report = JSON.parse(text)
  } catch {
    return { status: 'not checked', why: 'npm gave no report' }
  }
  if (report?.auditReportVersion !== 2 || typeof report.vulnerabilities !== 'object' || report.vulnerabilities === null) {
    const { summary, code } = report?.error ?? {}
    return { status: 'not checked', why: [report?.message, summary, code].find((one) => typeof one === 'string' && one !== '') ?? 'npm gave a report of a kind not known here' }
  }
  const found = new Map()
  for (const { via } of Object.values(report.vulnerabilities)) {
    // A text in `via` names another entry of the same report, which holds the advisory itself.
    for (const one of via.filter((each) => typeof each === 'object' && grave.has(each.severity))) {
      const advisory = /GHSA(?:-[a-z0-9]{4}){3}/.exec(one.url ?? '')?.[0] ?? String(one.source)
      found.set(`${advisory} ${one.name}`, { advisory, package: one.name, severity: one.severity, title: one.title })
    }
  }
  return { status: 'answered', found: [...found.values()] }
}

/**
 * Which of the found flaws may stay today, by the list, and what is wrong with the list itself.
 * @param found as `readAudit` gives it  @param list the entries of `knownFlaws.json`  @param today `2026-01-31`
 */
export function judge(found, list, today) {
  const now = Date.parse(today)
  const faults = list.flatMap((entry) => {
    const { advisory, foundOn, until, reason } = entry
    const name = advisory ?? JSON.stringify(entry)
    if (typeof advisory !== 'string' || typeof entry.package !== 'string') return [`${name}: an entry names its advisory and package`]
    if (!/^\d{4}-\d\d-\d\d$/.test(foundOn ?? '') || Number.isNaN(Date.parse(foundOn))) return [`${name}: foundOn is a day such as 2026-01-31`]
    if (typeof reason !== 'string' || reason.trim().length < 20) return [`${name}: the reason says why it may stay`]
    if (until !== undefined && !(Date.parse(until) - Date.parse(foundOn) <= 90 * day)) return [`${name}: until is at most 90 days from foundOn`]
    return []
  })
  const last = ({ foundOn, until }) => (until === undefined ? Date.parse(foundOn) + 14 * day : Date.parse(until))
  const entryOf = (flaw) => list.find((entry) => entry.advisory === flaw.advisory && entry.package === flaw.package)
  const bad = found.filter((flaw) => {
    const entry = entryOf(flaw)
    return entry === undefined || now > last(entry)
  })
  const gone = list.filter((entry) => !found.some((flaw) => entryOf(flaw) === entry))
  return { bad, allowed: found.filter((flaw) => !bad.includes(flaw)), faults, gone }
}

/** Asks npm, which needs no credentials for it; half a minute at most. */
export function askNpm() {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=10000']
  const byNpm = /npm-cli\.[cm]?js$/.test(process.env.npm_execpath ?? '')
  const [command, all] = byNpm ? [process.execPath, [process.env.npm_execpath, ...args]] : ['npm', args]
  const { stdout, error } = spawnSync(command, all, {
    cwd: project, encoding: 'utf8', timeout: 30_000, maxBuffer: 50_000_000, stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32',
  })
  if (error !== undefined) return { status: 'not checked', why: error.code === 'ETIMEDOUT' ? 'npm got no answer in half a minute' : error.message }
  return readAudit(stdout)
}

/**
 * The step of a build. `passed` is null when nothing could be asked; with HOLDFAST_FLAWS=required, as before a release,
 * that is a failure.
 */
export function checkKnownFlaws(say, answer = askNpm(), today = new Date().toISOString().slice(0, 10)) {
  const list = JSON.parse(readFileSync(join(project, 'scripts', 'knownFlaws.json'), 'utf8'))
  const { bad, allowed, faults, gone } = judge(answer.status === 'answered' ? answer.found : [], list, today)
  for (const fault of faults) say(`scripts/knownFlaws.json: ${fault}`)
  if (answer.status === 'not checked') {
    say(`NOT CHECKED: the advisory service did not answer (${answer.why}).\nThis says nothing about whether the packages have known flaws. Run "npm audit --omit=dev" where it can be reached.`)
    return { passed: faults.length === 0 && process.env.HOLDFAST_FLAWS !== 'required' ? null : false }
  }
  for (const { advisory, package: name, severity, title } of bad) say(`${severity}: ${name}, ${title} (${advisory})`)
  for (const { advisory, package: name } of allowed) say(`known and allowed for now: ${name} (${advisory})`)
  for (const { advisory } of gone) say(`no longer found, take it out of scripts/knownFlaws.json: ${advisory}`)
  if (bad.length === 0) say(`No high or critical flaw is known in the packages of a running Holdfast${allowed.length > 0 ? ' that is not on the list' : ''}.`)
  return { passed: bad.length === 0 && faults.length === 0 }
}
