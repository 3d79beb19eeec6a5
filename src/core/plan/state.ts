/** What a plan comes to: what it lacks before it can be authorised, what it had better have, who wrote it, how it stands. */
import type { Route } from '../permanence/routes.ts'
import { routeWords } from '../permanence/routes.ts'
import type { LocalDate } from '../time/localDate.ts'
import { isLive, lastMoved, type Line, type LineRole } from './line.ts'
import type { Option } from './option.ts'
import type { Plan, PlanStatus } from './plan.ts'
import { isParent, type Told } from './told.ts'

/** How the plan of a child stands: for lists, signals, agendas and other pages. */
export interface PlanSummary {
  readonly planId: string
  readonly status: PlanStatus
  /** Of the plan in force: the primary line as last authorised. Null when none was. */
  readonly primaryRoute: Route | null
  /** Of the plan in force, primary first: live lines as last authorised. */
  readonly lines: readonly LineSummary[]
  readonly identifiedOn: LocalDate | null
  /** Endorsed as it stands; null again once the primary line has changed. */
  readonly endorsedOn: LocalDate | null
  readonly firstEndorsedOn: LocalDate | null
  /** Days since any live line moved; null when none is in force. */
  readonly daysSinceMoved: number | null
}

export interface LineSummary {
  readonly lineId: string
  readonly route: Route
  readonly role: Exclude<LineRole, 'ended'>
  readonly ownerId: string
  readonly targetOn: LocalDate | null
  readonly movedOn: LocalDate
}

const order: readonly LineRole[] = ['primary', 'parallel', 'contingency', 'ended']

/** Lines as they are shown: primary, parallel, contingency, ended; inside each the older first. */
export function sortedLines(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((a, b) => order.indexOf(a.values.role) - order.indexOf(b.values.role) || a.values.startedOn - b.values.startedOn)
}

/** The summary of a plan with its lines. */
export function summaryOf(plan: Plan, lines: readonly Line[], today: LocalDate): PlanSummary {
  const inForce = lines.flatMap((line): readonly LineSummary[] => {
    const { route, inForce: role, owner, targetOn } = line.values
    if (role === null || role === 'ended') return []
    return [{ lineId: line.recordId, route, role, ownerId: owner, targetOn, movedOn: lastMoved(line) }]
  }).toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const moved = inForce.map(({ movedOn }) => movedOn)
  const { status, identifiedOn, endorsedOn, firstEndorsedOn } = plan.values
  return {
    planId: plan.recordId, status, identifiedOn, endorsedOn, firstEndorsedOn, lines: inForce,
    primaryRoute: inForce.find(({ role }) => role === 'primary')?.route ?? null,
    daysSinceMoved: moved.length === 0 ? null : today - Math.max(...moved),
  }
}

/** What keeps the plan from being put forward or authorised, in words; empty when nothing does. */
export function lackingIn(plan: Plan, lines: readonly Line[]): readonly string[] {
  const live = lines.filter(isLive)
  const primary = live.filter(({ values: { role } }) => role === 'primary')
  const found: string[] = []
  if (primary.length === 0) found.push('Say which line is the primary one.')
  if (primary.length > 1) found.push(`Choose one primary line: now there are ${primary.length}.`)
  if (live.length - primary.length === 0 && plan.values.noAlternativeWhy === null) {
    found.push('Add a parallel or contingency line, or say why there is no realistic alternative.')
  }
  for (const { values: { route, role, targetOn, trigger } } of sortedLines(live)) {
    if (role !== 'contingency' && targetOn === null) found.push(`${routeWords[route]}: enter a target date.`)
    if (role === 'contingency' && trigger === null) found.push(`${routeWords[route]}: say what would bring the contingency about, and who decides.`)
  }
  if (plan.values.early !== null && plan.values.earlyWhy === null) found.push('Say why early permanence is right for this child, or why not.')
  return found
}

/** What good practice asks and nothing forbids to be without: shown, never in the way. */
export function remindersOn(plan: Plan, lines: readonly Line[], options: readonly Option[], told: readonly Told[]): readonly string[] {
  const live = lines.filter(isLive)
  const found: string[] = []
  if (live.length > 1) {
    if (!told.some(isParent)) found.push('Tell the parents that plans run side by side, and note when and how.')
    if (!told.some(({ values: { whom } }) => whom === 'child')) found.push('Tell the child, in a way that suits their age, that plans run side by side.')
  }
  if (plan.values.early === null) found.push('Say whether early permanence was considered.')
  for (const { values: { route } } of sortedLines(live)) {
    if (!options.some((option) => option.values.route === route)) found.push(`Weigh up ${routeWords[route]} on the balance sheet.`)
  }
  return found
}

/**
 * Who wrote the plan as it is now put forward: everybody who wrote a version of it or of its lines since it was last
 * authorised. Deciding (authorising, sending back, endorsing) is no writing. Versions of the plan newest first, as the store
 * gives them; those of the lines in any order.
 */
export function authorsOf(planVersions: readonly Plan[], lineVersions: readonly Line[]): readonly string[] {
  const authorised = planVersions.find(({ values: { status } }, i) =>
    status === 'authorised' && planVersions[i + 1]?.values.status !== 'authorised')
  const decided: readonly PlanStatus[] = ['authorised', 'returned', 'superseded']
  const written = [...planVersions.filter(({ values: { status } }) => !decided.includes(status)), ...lineVersions]
    .filter(({ recordedAt }) => authorised === undefined || isAfter(recordedAt, authorised.recordedAt))
  return [...new Set(written.map(({ recordedBy }) => recordedBy.personId))]
}

/** Whether an instant as the store writes it is after another: fractions have no trailing zeros, so the final Z must not be compared. */
export const isAfter = (a: string, b: string): boolean => a.replace('Z', '') > b.replace('Z', '')
