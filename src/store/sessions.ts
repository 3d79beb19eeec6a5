/** Web sessions, kept in the store so that a restart or a second server signs nobody out. */
import type pg from 'pg'

/** What is kept under a session id, or null when there is none, it has expired or it was ended. */
export async function readSession(pool: pg.Pool, sessionId: string): Promise<unknown> {
  const { rows } = await pool.query<{ content: unknown }>(
    'select content from web_session where session_id = $1 and expires_at > now() and not ended', [sessionId],
  )
  return rows[0]?.content ?? null
}

/** Keeps a session until the instant given (ISO 8601, UTC). One that was ended stays ended. */
export async function writeSession(pool: pg.Pool, sessionId: string, content: unknown, expiresAt: string): Promise<void> {
  await pool.query(
    `insert into web_session (session_id, content, expires_at) values ($1, $2, $3)
     on conflict (session_id) do update set content = excluded.content, expires_at = excluded.expires_at
     where not web_session.ended`,
    [sessionId, JSON.stringify(content), expiresAt],
  )
}

/** Ends a session. */
export async function endSession(pool: pg.Pool, sessionId: string): Promise<void> {
  await pool.query(`update web_session set ended = true, content = '{}' where session_id = $1`, [sessionId])
}

/** Ends every session of a person but the one named. */
export async function endSessionsOf(pool: pg.Pool, personId: string, but: string | null = null): Promise<void> {
  await pool.query(
    `update web_session set ended = true, content = '{}' where person_id = $1 and session_id is distinct from $2`, [personId, but],
  )
}

/** The sessions of a person that go on, newest first. */
export async function sessionsOf(pool: pg.Pool, personId: string): Promise<readonly { readonly sessionId: string; readonly content: unknown }[]> {
  const { rows } = await pool.query<{ session_id: string; content: unknown }>(
    `select session_id, content from web_session where person_id = $1 and expires_at > now() and not ended
     order by content ->> 'signedInAt' desc`,
    [personId],
  )
  return rows.map((row) => ({ sessionId: row.session_id, content: row.content }))
}

/** Clears away sessions that have expired. Gives how many. */
export async function clearExpiredSessions(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query('delete from web_session where expires_at <= now()')
  return rowCount ?? 0
}
