/** Where children stand, as panels ask it, and the run of the rules over all of them. */
import type pg from 'pg'
import type { Panels, PanelStanding } from '../../app/panelPort.ts'
import type { RuleId } from '../../core/clocks/clock.ts'
import type { PanelScheme } from '../../core/panels/definition.ts'
import type { Route } from '../../core/permanence/routes.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { widened } from '../access/reach.ts'

interface Row {
  readonly child_id: string
  readonly code: string
  readonly born_on: LocalDate | null
  readonly in_care_since: LocalDate
  readonly legal_status: string | null
  readonly legal_status_since: LocalDate
  readonly route: Route | null
  readonly permanence_achieved: boolean
  readonly next_due_on: LocalDate | null
  readonly next_due_rule: RuleId | null
  readonly drift_from_on: LocalDate | null
}

/** The port on the client of an open transaction. */
export function panelsOn(client: pg.ClientBase, authorityId: number, today: LocalDate, schemes: readonly PanelScheme[]): Panels {
  return {
    schemes,
    async standings() {
      const { rows } = await client.query<Row>(
        `select child_id, code, born_on, in_care_since, legal_status, legal_status_since, route, permanence_achieved,
                next_due_on, next_due_rule, drift_from_on
           from standing where authority_id = $1 and from_on <= $2 and to_on > $2 order by code, child_id`,
        [authorityId, formatIso(today)],
      )
      return rows.map((row): PanelStanding => ({
        childId: row.child_id, code: row.code, bornOn: row.born_on, inCareSince: row.in_care_since,
        legalStatus: row.legal_status, legalStatusSince: row.legal_status_since, route: row.route,
        permanenceAchieved: row.permanence_achieved, nextDueOn: row.next_due_on, nextDueRule: row.next_due_rule,
        driftFromOn: row.drift_from_on,
      }))
    },
    asRules: (fn) => widened(client, async () => {
      // Two runs at once would put a child on two lists.
      await client.query('select pg_advisory_xact_lock(904, $1)', [authorityId])
      await fn()
    }),
  }
}
