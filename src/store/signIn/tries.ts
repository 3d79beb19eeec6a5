/** How often signing in has failed, kept so that a restart forgets nothing. */
import type pg from 'pg'

/** Counted as one more try: heard, or shut for so many seconds yet. */
export type Try = { readonly heard: true } | { readonly heard: false; readonly seconds: number }

/**
 * Counts a try before it is made, so that a thousand at once are a thousand tries. `waits` are the seconds for which the
 * first, second, … failure shuts the door; the last goes for all that follow. Tries while it is shut are not heard and do
 * not lengthen it. After a day without a try the count begins anew.
 */
export async function countTry(pool: pg.Pool, who: Buffer, waits: readonly number[]): Promise<Try> {
  const { rowCount } = await pool.query(
    `insert into sign_in_tries as held (who, tries, shut_until)
     values ($1, 1, now() + make_interval(secs => ($2::int[])[1]))
     on conflict (who) do update set
       tries = case when held.last_at < now() - interval '24 hours' then 1 else held.tries + 1 end,
       last_at = now(),
       shut_until = now() + make_interval(secs => ($2::int[])[
         least(case when held.last_at < now() - interval '24 hours' then 1 else held.tries + 1 end, cardinality($2::int[]))])
     where held.shut_until <= now()`,
    [who, waits],
  )
  if (rowCount === 1) return { heard: true }
  const { rows } = await pool.query<{ seconds: number }>(
    'select ceil(extract(epoch from shut_until - now()))::int as seconds from sign_in_tries where who = $1', [who],
  )
  return { heard: false, seconds: Math.max(1, rows[0]?.seconds ?? 1) }
}

/** Whether the newest try shut the door. */
export async function isShut(pool: pg.Pool, who: Buffer): Promise<boolean> {
  const { rows } = await pool.query('select from sign_in_tries where who = $1 and shut_until > now()', [who])
  return rows.length > 0
}

/** Forgets the tries: one was right. */
export async function forgetTries(pool: pg.Pool, who: Buffer): Promise<void> {
  await pool.query('delete from sign_in_tries where who = $1', [who])
}

/** Clears away counts that nobody added to for two days. */
export async function clearOldTries(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from sign_in_tries where last_at < now() - interval '2 days'`)
}
