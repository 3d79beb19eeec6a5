/** What people have recorded of a child, in the few words that stand under its row in the tracker. */
import type { BesideRow } from '../../../app/tracker.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { dayCount, fromToday, shortDate } from '../../words/dates.ts'
import { routeLabel } from '../../words/permanence.ts'

export interface BesideCells {
  readonly signals: readonly string[]
  /** Label and words: `Plan` and `Adoption; beside it special guardianship`. */
  readonly parts: readonly { readonly label: string; readonly words: string }[]
}

/** Null when nothing is recorded: the row stands alone. */
export function besideCells(beside: BesideRow | undefined, today: LocalDate): BesideCells | null {
  if (beside === undefined) return null
  const parts = [
    ...(beside.plan === null ? [] : [{ label: 'Plan', words: planWords(beside.plan) }]),
    ...(beside.panel === null ? [] : [{ label: 'Panel', words: panelWords(beside.panel) }]),
    ...(beside.nextAction === null ? [] : [{ label: 'Next action', words: `${cut(beside.nextAction.what)}, ${beside.nextAction.owner}, ${fromToday(beside.nextAction.dueOn, today)}` }]),
  ]
  const signals = beside.signals.map(({ rule }) => rule.tag)
  return parts.length === 0 && signals.length === 0 ? null : { signals, parts }
}

/** Status of the plan, its routes with their roles, and how long no line has moved. */
export function planWords({ status, primaryRoute, lines, daysSinceMoved, endorsedOn }: NonNullable<BesideRow['plan']>): string {
  const others = lines.filter(({ role }) => role !== 'primary').map(({ route, role }) => `${routeLabel(route)} (${role})`)
  if (primaryRoute === null) return status === 'draft' ? 'A draft, nothing authorised yet' : 'No line is authorised yet'
  return [
    [routeLabel(primaryRoute), ...others].join('; '), endorsedOn === null ? 'not endorsed' : 'endorsed',
    ...(daysSinceMoved === null ? [] : [daysSinceMoved === 0 ? 'moved today' : `last moved ${dayCount(daysSinceMoved)} ago`]),
  ].join(', ')
}

/** The panel, when the child returns to it, and what it decided last. */
export function panelWords({ panel, returnOn, lastDecision, colour }: NonNullable<BesideRow['panel']>): string {
  return [
    panel, ...(returnOn === null ? [] : [`returns ${shortDate(returnOn)}`]),
    ...(lastDecision === null ? [] : [`last: ${cut(lastDecision)}${colour === null ? '' : ` (${colour})`}`]),
  ].join(', ')
}

const most = 80
const cut = (words: string): string => (words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`)
