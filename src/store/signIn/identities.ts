/** Whom a provider's subjects are here. */
import type pg from 'pg'

/** The sign-in name bound to a subject of a provider. */
export async function boundName(pool: pg.Pool, issuer: string, subject: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ sign_in_name: string }>(
    'select sign_in_name from sign_in_identity where issuer = $1 and subject = $2', [issuer, subject],
  )
  return rows[0]?.sign_in_name
}

/**
 * Binds a subject to a sign-in name. False when the name is bound to another subject: a mailbox that was given to somebody
 * new is not the person who had it before.
 */
export async function bindName(pool: pg.Pool, issuer: string, subject: string, signInName: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'insert into sign_in_identity (issuer, subject, sign_in_name) values ($1, $2, $3) on conflict do nothing', [issuer, subject, signInName],
  )
  return rowCount === 1 || (await boundName(pool, issuer, subject)) === signInName
}

/** Forgets which subjects a sign-in name was bound to. */
export async function unbindName(pool: pg.Pool, signInName: string): Promise<void> {
  await pool.query('delete from sign_in_identity where sign_in_name = $1', [signInName])
}
