/** What panels need of the store beside records: the schemes shipped, and where children stand. */
import type { PanelScheme } from '../core/panels/definition.ts'
import type { Route } from '../core/permanence/routes.ts'
import type { RuleId } from '../core/clocks/clock.ts'
import type { LocalDate } from '../core/time/localDate.ts'

/** Where a child in care stands today, as far as panels ask. */
export interface PanelStanding {
  readonly childId: string
  readonly code: string
  readonly bornOn: LocalDate | null
  readonly inCareSince: LocalDate
  readonly legalStatus: string | null
  readonly legalStatusSince: LocalDate
  readonly route: Route | null
  readonly permanenceAchieved: boolean
  readonly nextDueOn: LocalDate | null
  readonly nextDueRule: RuleId | null
  readonly driftFromOn: LocalDate | null
}

export interface Panels {
  readonly schemes: readonly PanelScheme[]
  /** Children in care today that the request reaches, by code. */
  standings(): Promise<readonly PanelStanding[]>
  /**
   * Does what the rules do, whoever started it: reaches every child, one run at a time. Nothing read inside may be shown or
   * counted to the person: what they may see they ask for afterwards, under their own reach.
   */
  asRules(fn: () => Promise<void>): Promise<void>
}
