/** When reviews endorsed children's plans: what the clocks must know and no return holds (core/clocks/rules/permanencePlan.ts). */
import type pg from 'pg'
import { planType } from '../core/plan/plan.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { prepared } from './prepared.ts'

/**
 * The days on which a review first endorsed a plan, by child: of these children or of all, as known now or at an instant. A
 * child without one is not in it. The transaction must reach the children.
 */
export async function plansEndorsed(
  client: pg.ClientBase, authorityId: number, children: readonly string[] | 'all', knownAt: string | null = null,
): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
  const found = new Map<string, LocalDate[]>()
  const ofWhom = children === 'all' ? '' : 'and child_id = any ($3::uuid[])'
  const at = `$${children === 'all' ? 3 : 4}`
  const { rows } = await client.query<{ child_id: string; endorsed_on: LocalDate }>(prepared(
    `select child_id, (content ->> 'firstEndorsedOn')::date as endorsed_on from record
      where authority_id = $1 and type = $2 and content ->> 'firstEndorsedOn' is not null ${ofWhom}
        and ${knownAt === null ? 'superseded_at is null' : `recorded_at <= ${at} and (superseded_at is null or superseded_at > ${at})`}
      order by child_id, endorsed_on`,
    [authorityId, planType.name, ...(children === 'all' ? [] : [children]), ...(knownAt === null ? [] : [knownAt])],
  ))
  for (const { child_id: childId, endorsed_on: on } of rows) found.set(childId, [...(found.get(childId) ?? []), on])
  return found
}
