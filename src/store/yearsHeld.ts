/** Which collection years' returns an authority holds, and what the clocks must know of it. */
import type pg from 'pg'
import { daysNotHeld } from '../core/clocks/held.ts'
import type { ClockContext } from '../core/clocks/clock.ts'
import { prepared } from './prepared.ts'

/** Collection years, named by their end, whose returns have been brought in; had been, by a moment, when one is given. */
export async function yearsHeld(client: pg.ClientBase, authorityId: number, by: string | null = null): Promise<readonly number[]> {
  const { rows } = await client.query<{ year: number }>(prepared(
    `select distinct year from return_import,
       lateral unnest(case when with_last_year then array[collection_year, collection_year - 1] else array[collection_year] end) as year
     where authority_id = $1 and status = 'done' and ($2::timestamptz is null or finished_at <= $2) order by year`,
    [authorityId, by],
  ))
  return rows.map((row) => row.year)
}

/** The clocks' context for an authority that holds these years: reviews outside them may have been held unseen. */
export function clocksHolding(clocks: ClockContext, years: readonly number[]): ClockContext {
  return { ...clocks, notHeld: daysNotHeld(years) }
}
