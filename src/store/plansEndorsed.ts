/** When reviews endorsed children's plans: what the clocks must know and no return holds (core/clocks/rules/permanencePlan.ts). */
import type pg from 'pg'
import { planType } from '../core/plan/plan.ts'
import type { LocalDate } from '../core/time/localDate.ts'

/**
 * The days on which a review first endorsed a plan, by child: of these children or of all, as known now or at an instant. A
 * child without one is not in it. The transaction must reach the children.
 */
export async function plansEndorsed(
  client: pg.ClientBase, authorityId: number, children: readonly string[] | 'all', knownAt: string | null = null,
): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
  const found = new Map<string, LocalDate[]>()
  const { rows } = await client.query<{ child_id: string; endorsed_on: LocalDate }>(
    `select child_id, (content ->> 'firstEndorsedOn')::date as endorsed_on from record
      where authority_id = $1 and type = $2 and content ->> 'firstEndorsedOn' is not null
        and ${knownAt === null ? 'superseded_at is null' : 'recorded_at <= $4 and (superseded_at is null or superseded_at > $4)'}
        and ($3::uuid[] is null or child_id = any ($3))
      order by child_id, endorsed_on`,
    [authorityId, planType.name, children === 'all' ? null : children, ...(knownAt === null ? [] : [knownAt])],
  )
  for (const { child_id: childId, endorsed_on: on } of rows) found.set(childId, [...(found.get(childId) ?? []), on])
  return found
}
