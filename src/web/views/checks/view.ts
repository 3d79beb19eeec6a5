/** What the DfE's rules find in a year: how many, of what, whose, and how it goes. */
import type { CheckYear, Checks, FindingCount, ProviderList } from '../../../app/checks.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { counted, whole } from '../../words/counts.ts'
import { momentWords, shortDate, yearWords } from '../../words/dates.ts'

export interface YearChosen {
  readonly year: number
  readonly words: string
  readonly others: readonly { readonly words: string; readonly href: string; readonly current: boolean }[]
}

/** The year asked for among those checked, the newest unless told; undefined when none was checked or another is asked for. */
export function yearChosen(years: readonly CheckYear[], asked: string | null, path: string): { readonly state: CheckYear; readonly chosen: YearChosen } | undefined {
  const state = asked === null || asked === '' ? years[0] : years.find(({ year }) => String(year) === asked)
  if (state === undefined) return undefined
  return {
    state,
    chosen: {
      year: state.year, words: yearWords(state.year),
      others: years.map(({ year }) => ({ words: yearWords(year), href: `${path}?year=${year}`, current: year === state.year })),
    },
  }
}

/** Who mends it, as a line of a list. */
export const menderWords = (who: string): string => who.slice(0, 1).toUpperCase() + who.slice(1)

interface Summed {
  readonly open: string
  readonly explained: string
  readonly children: string
}

const summed = ({ open, explained, children }: FindingCount): Summed => ({ open: whole(open), explained: whole(explained), children: whole(children) })

export interface ChecksModel {
  readonly chosen: YearChosen
  /** The reader has the other pages of the return too. */
  readonly seesReturns: boolean
  readonly figures: readonly { readonly value: string; readonly words: string; readonly warn: boolean; readonly href: string | null }[]
  readonly checked: string
  readonly behind: boolean
  readonly defects: readonly string[]
  readonly progress: { readonly points: string; readonly last: string; readonly rows: readonly { readonly on: string; readonly findings: string }[] } | null
  readonly rules: readonly (Summed & { readonly code: string; readonly meaning: string; readonly who: string; readonly href: string })[]
  readonly teams: readonly (Summed & { readonly team: string; readonly href: string })[]
  readonly menders: readonly { readonly who: string; readonly open: string }[]
  readonly providers: string
  readonly exports: readonly { readonly words: string; readonly href: string }[]
}

/** What the template shows. */
export function checksModel(of: {
  readonly state: CheckYear; readonly chosen: YearChosen
  readonly byRule: readonly (FindingCount & { readonly rule: string })[]
  readonly byTeam: readonly (FindingCount & { readonly team: string | null })[]
  readonly progress: readonly { readonly on: LocalDate; readonly findings: number }[]
  readonly rule: Checks['rule']; readonly providers: ProviderList | undefined; readonly mayExport: boolean; readonly seesReturns: boolean
}): ChecksModel {
  const { state, chosen, byRule, byTeam, providers } = of
  const { year } = state
  const open = byRule.reduce((sum, one) => sum + one.open, 0)
  const explained = byRule.reduce((sum, one) => sum + one.explained, 0)
  const menders = new Map<string, number>()
  for (const { rule, open: some } of byRule) {
    const who = of.rule(year, rule)?.who ?? 'returns team'
    if (some > 0) menders.set(who, (menders.get(who) ?? 0) + some)
  }
  return {
    chosen, seesReturns: of.seesReturns,
    figures: [
      { value: whole(open), words: 'to mend or explain', warn: open > 0, href: `/checks/children?year=${year}` },
      { value: whole(explained), words: 'explained', warn: false, href: null },
      { value: whole(state.rulesRun), words: 'rules asked', warn: false, href: null },
      { value: whole(state.notRun.length), words: 'rules not asked', warn: state.notRun.length > 0, href: `/checks/not-run?year=${year}` },
    ],
    checked: `${counted(state.children, 'child', 'children')} in the return. All of it last checked on ${momentWords(state.checkedAt)}; every change since is checked at once.`,
    behind: state.behind,
    defects: state.defects.map(({ rule }) => `Rule ${rule} failed. That is a fault of Holdfast and not of the return; what it would find is not known.`),
    progress: progressOf(of.progress),
    rules: byRule.map((one) => {
      const rule = of.rule(year, one.rule)
      return { code: one.rule, meaning: rule?.meaning ?? 'A rule that is not held any more.', who: menderWords(rule?.who ?? 'returns team'), href: `/checks/rules/${one.rule}?year=${year}`, ...summed(one) }
    }),
    teams: byTeam.map((one) => ({ team: one.team ?? 'No team', href: `/checks/children?year=${year}&team=${encodeURIComponent(one.team ?? '')}`, ...summed(one) })),
    menders: [...menders].sort(([, a], [, b]) => b - a).map(([who, count]) => ({ who: menderWords(who), open: whole(count) })),
    providers: providers === undefined ? 'Ofsted’s list of providers was not given: the rules that need it are not asked.' : `Ofsted’s list of providers: ${counted(providers.providers, 'provider')}, given on ${momentWords(providers.givenAt)} by ${providers.givenBy}.`,
    exports: of.mayExport ? [
      { words: 'Download the findings (CSV)', href: `/checks/findings.csv?year=${year}` }, { words: 'Download them for Excel (XLSX)', href: `/checks/findings.xlsx?year=${year}` },
    ] : [],
  }
}

/** Width and height of the drawing, in its own units. */
const [WIDTH, HEIGHT] = [600, 120]

function progressOf(progress: readonly { readonly on: LocalDate; readonly findings: number }[]): ChecksModel['progress'] {
  const [first] = progress
  const last = progress.at(-1)
  if (first === undefined || last === undefined || progress.length < 2) return null
  const most = Math.max(1, ...progress.map(({ findings }) => findings))
  const x = (on: LocalDate): number => Math.round(((on - first.on) / Math.max(1, last.on - first.on)) * WIDTH)
  const y = (findings: number): number => Math.round(HEIGHT - (findings / most) * HEIGHT)
  // Steps: the number stays until the next day on which it changed.
  const points = progress.map(({ on, findings }, at) => {
    const before = progress[at - 1]
    return `${before === undefined ? '' : `${x(on)},${y(before.findings)} `}${x(on)},${y(findings)}`
  }).join(' ')
  return { points, last: whole(last.findings), rows: progress.map(({ on, findings }) => ({ on: shortDate(on), findings: whole(findings) })) }
}
