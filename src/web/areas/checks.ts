/** The checks of the return: what the DfE's rules find in what is held, and who mends it. */
import { readFile } from 'node:fs/promises'
import { openValues } from '../../app/childPage.ts'
import {
  explainFinding, explanationOf, findingOf, withdrawExplanation, type CheckYear, type FindingHeld,
} from '../../app/checks.ts'
import { explanationType } from '../../core/returnChecks/explanation.ts'
import { workbook } from '../../edge/spreadsheet.ts'
import { headOf } from '../childHead.ts'
import { csvFile, type Cell } from '../csv.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import { gather } from '../gather.ts'
import { isId } from '../ids.ts'
import { address } from '../localAddress.ts'
import { pagesOf } from '../pages.ts'
import type { Ask, Handler, Page } from '../route.ts'
import { checksModel, menderWords, yearChosen, type YearChosen } from '../views/checks/view.ts'
import { findingModel, recordWords, stateWords } from '../views/child-checks/view.ts'
import { children as childrenWords, counted, whole } from '../words/counts.ts'
import { momentWords, yearWords } from '../words/dates.ts'

async function chosenYear({ work, query }: Ask, path: string): Promise<{ readonly state: CheckYear; readonly chosen: YearChosen } | undefined> {
  return yearChosen(await work.checks.years(), query.get('year'), path)
}

/** `GET /checks` */
export const checks: Handler = async (ask) => {
  const { work, query } = ask
  const found = await chosenYear(ask, '/checks')
  if (found === undefined && (query.get('year') ?? '') !== '') return { kind: 'not found' }
  const page: Omit<Page, 'model'> = { kind: 'page', view: 'checks', room: 'returns', title: 'Checks of the return' }
  // The other pages of the return are not for everybody who sees its findings.
  const seesReturns = work.may('see', 'imports')
  if (found === undefined) return { ...page, model: { chosen: null, seesReturns } }
  const { year } = found.state
  return {
    ...page,
    model: checksModel({
      ...found, byRule: await work.checks.byRule(year), byTeam: await work.checks.byTeam(year), progress: await work.checks.progress(year),
      rule: work.checks.rule, providers: await work.checks.providers(), mayExport: work.may('export', 'return checks'), seesReturns,
    }),
  }
}

const PAGE = 50
const pageAsked = (query: URLSearchParams): number => Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1)

/** `GET /checks/rules/:code` */
export const checkRule: Handler = async (ask) => {
  const { work, query, params } = ask
  const code = params['code'] ?? ''
  const found = await chosenYear(ask, `/checks/rules/${code}`)
  const rule = found === undefined ? undefined : work.checks.rule(found.state.year, code)
  if (found === undefined || rule === undefined) return { kind: 'not found' }
  const { year, notRun } = found.state
  const page = pageAsked(query)
  const { rows, total } = await work.checks.findings({ year, rule: code, page, pageSize: PAGE })
  return {
    kind: 'page', view: 'check-rule', room: 'returns', title: `Rule ${code}`,
    model: {
      year, yearWords: yearWords(year), ...rule, who: menderWords(rule.who), fields: rule.fields.join(', '),
      notRun: notRun.find((one) => one.rule === code)?.reason ?? null,
      count: counted(total, 'record'),
      rows: rows.map((row) => ({
        href: `/children/${row.childId}/checks?year=${year}`, code: row.childCode, record: recordWords(row), fields: row.fields.join(', '),
        team: row.team ?? 'No team', state: stateWords(row),
      })),
      pages: pagesOf('Pages of findings', page, PAGE, total, (n) => address(`/checks/rules/${code}`, { year: String(year), page: String(n) })),
    },
  }
}

/** `GET /checks/children` */
export const checkChildren: Handler = async (ask) => {
  const { work, query } = ask
  const found = await chosenYear(ask, '/checks/children')
  if (found === undefined) return { kind: 'not found' }
  const { year } = found.state
  const team = query.get('team')
  const page = pageAsked(query)
  const { rows, total } = await work.checks.byChild({ year, page, pageSize: PAGE, team: team ?? undefined })
  return {
    kind: 'page', view: 'check-children', room: 'returns', title: 'Children with findings',
    model: {
      chosen: found.chosen, team: team === null ? null : team === '' ? 'No team' : team, count: childrenWords(total),
      rows: rows.map((row) => ({
        href: `/children/${row.childId}/checks?year=${year}`, code: row.childCode, team: row.team ?? 'No team',
        open: whole(row.open), explained: whole(row.explained), rules: row.rules.join(', '),
      })),
      pages: pagesOf('Pages of children', page, PAGE, total, (n) => `/checks/children?year=${year}${team === null ? '' : `&team=${encodeURIComponent(team)}`}&page=${n}`),
    },
  }
}

/** `GET /checks/not-run` */
export const checksNotRun: Handler = async (ask) => {
  const found = await chosenYear(ask, '/checks/not-run')
  if (found === undefined) return { kind: 'not found' }
  const { year, notRun } = found.state
  return {
    kind: 'page', view: 'checks-not-run', room: 'returns', title: 'Rules that were not asked',
    model: {
      chosen: found.chosen,
      reasons: [...gather(notRun, ({ reason }) => reason)].map(([reason, rules]) => ({
        reason: `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}`,
        rules: rules.map(({ rule }) => ({ code: rule, href: `/checks/rules/${rule}?year=${year}`, meaning: ask.work.checks.rule(year, rule)?.meaning ?? '' })),
      })),
    },
  }
}

const head = ['Year', 'Child', 'Team', 'Rule', 'What is wrong', 'What would mend it', 'Who can mend it', 'Record', 'Fields', 'Found', 'State', 'Explanation']

const cells = ({ work }: Ask) => (row: FindingHeld): readonly Cell[] => {
  const rule = work.checks.rule(row.year, row.rule)
  return [
    row.year, row.childCode, row.team, row.rule, rule?.meaning ?? '', rule?.mend ?? '', rule?.who ?? '', recordWords(row), row.fields.join(' '),
    momentWords(row.foundAt), stateWords(row), row.explanation?.words ?? '',
  ]
}

async function exported(ask: Ask): Promise<{ readonly year: number; readonly rows: readonly FindingHeld[] } | undefined> {
  ask.work.allow('export', 'return checks')
  const found = await chosenYear(ask, '')
  return found === undefined ? undefined : { year: found.state.year, rows: (await ask.work.checks.findings({ year: found.state.year })).rows }
}

/** `GET /checks/findings.csv` */
export const findingsFile: Handler = async (ask) => {
  const found = await exported(ask)
  if (found === undefined) return { kind: 'not found' }
  return { kind: 'file', name: `findings-${found.year}.csv`, type: 'text/csv; charset=utf-8', content: csvFile(head, found.rows, cells(ask)) }
}

/** `GET /checks/findings.xlsx` */
export const findingsWorkbook: Handler = async (ask) => {
  const found = await exported(ask)
  if (found === undefined) return { kind: 'not found' }
  return {
    kind: 'file', name: `findings-${found.year}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: workbook(`Findings ${found.year}`, head, found.rows.map(cells(ask))),
  }
}

/** `GET /children/:childId/checks` */
export const childChecks: Handler = async (ask) => {
  const { work, labels, query } = ask
  const childHead = await headOf(ask, '/checks')
  if (childHead === undefined) return { kind: 'not found' }
  const path = `${childHead.href}/checks`
  const found = await chosenYear(ask, path)
  if (found === undefined && (query.get('year') ?? '') !== '') return { kind: 'not found' }
  const page: Omit<Page, 'model'> = { kind: 'page', view: 'child-checks', room: 'children', title: `Return checks – child ${childHead.code}` }
  // An analyst may see what to mend and not the child's own page.
  const back = childHead.pages.some(({ href }) => href === childHead.href) ? { href: childHead.href, words: `Child ${childHead.code}` } : { href: '/checks/children', words: 'Children with findings' }
  if (found === undefined) return { ...page, model: { head: childHead, back, chosen: null } }
  const { year } = found.state
  const { rows } = await work.checks.findings({ year, childId: childHead.childId })
  const open = await openValues(work, childHead.childId)
  const mayExplain = (await work.decide(childHead.childId, 'record', 'return checks')).kind === 'allow'
  const left = rows.filter(({ explanation }) => explanation === null).length
  return {
    ...page,
    model: {
      head: childHead, back, chosen: found.chosen, behind: found.state.behind,
      summary: `${whole(left)} to mend or explain, ${whole(rows.length - left)} explained, in the return of ${yearWords(year)}. What is mended where it is recorded is gone from here at once; what is mended in your record system goes with the next return that is brought in.`,
      findings: rows.map((row) => findingModel(row, { rule: work.checks.rule(year, row.rule), labels, open, path, mayExplain })),
    },
  }
}

/** `GET` and `POST /children/:childId/checks/explain` */
export const explainForm: Handler = childForm('/checks', async (ask, childHead) => {
  const { query, work } = ask
  const finding = await findingOf(work, childHead.childId, Number(query.get('year')), query.get('rule') ?? '', query.get('fact') ?? '')
  if (finding === undefined || finding.explanation !== null) return { kind: 'not found' }
  const rule = work.checks.rule(finding.year, finding.rule)
  const answer = await childFormAnswer({ ...ask, path: `${ask.path}?${query}` }, childHead, {
    type: explanationType, only: ['words'], title: 'Explain a finding', button: 'Keep this explanation',
    intro: [`Rule ${finding.rule}: ${rule?.meaning ?? ''}`, `${recordWords(finding)}.`, 'It is kept for the years to come, as long as the same rule finds the same record.'],
    back: { path: `/checks?year=${finding.year}`, words: 'Return checks' }, done: 'The explanation is kept.',
    async save({ words }) {
      await explainFinding(work, finding, words)
      return undefined
    },
  })
  return answer
})

/** `POST /children/:childId/checks/:recordId/withdraw` */
export const withdraw: Handler = async (ask) => {
  const childHead = await headOf(ask, '/checks')
  const recordId = ask.params['recordId'] ?? ''
  const held = childHead === undefined || !isId(recordId) ? undefined : await explanationOf(ask.work, childHead.childId, recordId)
  if (childHead === undefined || held === undefined) return { kind: 'not found' }
  await withdrawExplanation(ask.work, held)
  return { kind: 'redirect', to: `${childHead.href}/checks`, flash: { kind: 'success', words: 'The explanation is taken back: the finding counts again.' } }
}

/** Larger than any list of England's providers. */
const LARGEST_LIST = 20_000_000

async function providersPage({ work }: Ask, error: string | null): Promise<Page> {
  const list = await work.checks.providers()
  return {
    kind: 'page', view: 'checks-providers', room: 'returns', title: 'Ofsted’s list of providers', status: error === null ? 200 : 422,
    model: {
      error, mayGive: work.may('record', 'imports'),
      held: list === undefined ? 'No list was given yet: the rules that need it are not asked.' : `${list.name}: ${counted(list.providers, 'provider')}, given on ${momentWords(list.givenAt)} by ${list.givenBy}.`,
    },
  }
}

/** `GET /checks/providers` */
export const providers: Handler = (ask) => providersPage(ask, null)

/** `POST /checks/providers` */
export const giveProviders: Handler = async (ask) => {
  const [file] = ask.uploads.get('list') ?? []
  if (file === undefined) return providersPage(ask, 'Choose the list')
  if (file.size > LARGEST_LIST) return providersPage(ask, 'This file is larger than any list of providers. Choose the list as CSV')
  const refused = await ask.work.checks.giveProviders(file.name, (await readFile(file.path)).toString('utf8'))
  if (refused !== undefined) return providersPage(ask, `${refused.row === null ? '' : `Row ${refused.row}: `}${refused.words} ${refused.fix}`)
  return { kind: 'redirect', to: '/checks/providers', flash: { kind: 'success', words: 'The list is kept. The checks are asked again with it; that takes a minute.' } }
}
