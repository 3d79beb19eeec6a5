/**
 * Panels as data (rules/panels): who meets, why, how often, which children come to which panel and when they leave. What
 * differs by council is there and not in code; a council takes one scheme into use and may name other people for it.
 */
import type { Role } from '../access/roles.ts'
import type { Mark } from '../clocks/clock.ts'
import type { Route } from '../permanence/routes.ts'

/** Words of a definition with where they are from. */
export interface Sourced {
  readonly words: string
  readonly source: string
  readonly mark: Mark
}

/** When a panel sits, before bank holidays and weekends move it on. */
export type Cadence =
  /** The second Wednesday of every month: `which` 2, `weekday` 3 (Monday is 1). */
  | { readonly kind: 'monthly'; readonly which: number; readonly weekday: number }
  /** Every so many weeks on a weekday, counted from the sitting before. */
  | { readonly kind: 'weeks'; readonly every: number; readonly weekday: number }

export interface Post {
  /** As the council says it: "Head of Service, Adopt London East". */
  readonly title: string
  /** The role of the access table in which the post sits on the panel. */
  readonly as: Role
}

export interface PanelDefinition {
  readonly id: string
  readonly name: string
  readonly purpose: Sourced
  readonly chairs: readonly Post[]
  readonly members: readonly Post[]
  readonly trackedBy: string | null
  readonly cadence: Cadence & { readonly source: string; readonly mark: Mark }
  /** People who must take part, in the room or online, before a decision counts. */
  readonly quorum: { readonly people: number; readonly withChair: boolean; readonly source: string; readonly mark: Mark }
  /** Working days before the sitting by which the agenda is settled and papers are out. */
  readonly papers: { readonly workingDays: number; readonly source: string; readonly mark: Mark }
  /** How long a sitting is, and how long a child takes. */
  readonly time: { readonly minutes: number; readonly minutesPerChild: number; readonly source: string; readonly mark: Mark }
  readonly enters: readonly Sourced[]
  readonly reviews: readonly Sourced[]
  readonly leaves: readonly Sourced[]
}

/** How many children one sitting can hear. */
export const capacityOf = ({ time }: Pick<PanelDefinition, 'time'>): number => Math.floor(time.minutes / time.minutesPerChild)

/** What a routing rule asks of a child. Everything said must hold; what is left out is not asked. */
export interface Condition {
  readonly lookedAfter?: boolean
  /** Completed years today. */
  readonly ageFrom?: number
  readonly ageAtIssueUnder?: number
  readonly ageAtIssueFrom?: number
  /** Legal status codes of the return. */
  readonly legalStatus?: readonly string[]
  readonly route?: readonly Route[]
  readonly permanenceAchieved?: boolean
}

export interface RoutingRule {
  readonly id: string
  readonly when: Condition
  /** Id of a panel of the scheme, or null: no panel. */
  readonly panel: string | null
  readonly words: string
  readonly source: string
  readonly mark: Mark
}

export interface PanelScheme {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly panels: readonly PanelDefinition[]
  /** The first whose condition holds decides; a child none of them routes is UNROUTED. */
  readonly routing: readonly RoutingRule[]
}

/** The definition of a panel of a scheme. Throws RangeError when the scheme has none by that id. */
export function panelOf(scheme: PanelScheme, id: string): PanelDefinition {
  const found = scheme.panels.find((panel) => panel.id === id)
  if (found === undefined) throw new RangeError(`${scheme.id} has no panel ${id}`)
  return found
}
