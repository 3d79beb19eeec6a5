/** Web sessions, kept in the store so that a restart or a second server signs nobody out. */
import type pg from 'pg'

/** What is kept under a session id, or null when there is none or it has expired. */
export async function readSession(pool: pg.Pool, sessionId: string): Promise<unknown> {
  const { rows } = await pool.query<{ content: unknown }>(
    'select content from web_session where session_id = $1 and expires_at > now()', [sessionId],
  )
  return rows[0]?.content ?? null
}

/** Keeps a session until the instant given (ISO 8601, UTC). */
export async function writeSession(pool: pg.Pool, sessionId: string, content: unknown, expiresAt: string): Promise<void> {
  await pool.query(
    `insert into web_session (session_id, content, expires_at) values ($1, $2, $3)
     on conflict (session_id) do update set content = excluded.content, expires_at = excluded.expires_at`,
    [sessionId, JSON.stringify(content), expiresAt],
  )
}

/** Ends a session. */
export async function endSession(pool: pg.Pool, sessionId: string): Promise<void> {
  await pool.query('delete from web_session where session_id = $1', [sessionId])
}

/** Clears away sessions that have expired. Gives how many. */
export async function clearExpiredSessions(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query('delete from web_session where expires_at <= now()')
  return rowCount ?? 0
}
