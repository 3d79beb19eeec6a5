/** Clocks that still run, across children: what is due and not yet done. */
import type pg from 'pg'
import type { OpenClock } from '../../app/work.ts'
import type { RuleId } from '../../core/clocks/clock.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'

/**
 * Occurrences of these rules that run today and are due on or before a day, of the children that the request reaches, soonest
 * first. One that is known to end on a day to come (the eighteenth birthday) runs until then.
 */
export async function openClocks(
  client: pg.ClientBase, authorityId: number, rules: readonly RuleId[], dueBy: LocalDate, today: LocalDate,
): Promise<readonly OpenClock[]> {
  const { rows } = await client.query<{ child_id: string; code: string; rule: RuleId; due_on: LocalDate }>(
    `select o.child_id, c.code, o.rule, o.due_on
       from clock_occurrence o join child c using (authority_id, child_id)
      where o.authority_id = $1 and o.rule = any ($2) and o.due_on <= $3 and o.trigger_on <= $4
        and (o.ending = 'open' or o.ended_on > $4)
      order by o.due_on, c.code`,
    [authorityId, rules, formatIso(dueBy), formatIso(today)],
  )
  return rows.map((row) => ({ childId: row.child_id, code: row.code, rule: row.rule, dueOn: row.due_on }))
}
