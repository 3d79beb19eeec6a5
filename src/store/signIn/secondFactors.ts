/** Second factors and recovery codes. Secrets come sealed and codes hashed: nothing here can be typed in anywhere. */
import type pg from 'pg'

export interface HeldSecondFactor {
  readonly secret: Buffer
  readonly confirmed: boolean
}

/** The second factor of a person, in force or being enrolled. */
export async function secondFactorOf(pool: pg.Pool, personId: string): Promise<HeldSecondFactor | undefined> {
  const { rows } = await pool.query<{ secret: Buffer; confirmed: boolean }>(
    'select secret, confirmed_at is not null as confirmed from second_factor where person_id = $1', [personId],
  )
  return rows[0]
}

/** Keeps a secret that waits for its first right code, unless there is one already. */
export async function beginSecondFactor(pool: pg.Pool, personId: string, secret: Buffer): Promise<void> {
  await pool.query('insert into second_factor (person_id, secret) values ($1, $2) on conflict (person_id) do nothing', [personId, secret])
}

/** Marks the code of a 30-second step as used; false when one of that step or a later one was used before. */
export async function useStep(pool: pg.Pool, personId: string, step: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update second_factor set last_step = $2 where person_id = $1 and last_step < $2', [personId, step],
  )
  return rowCount === 1
}

/** Puts a second factor in force with new recovery codes; false when it was in force already. */
export async function confirmSecondFactor(pool: pg.Pool, personId: string, codeHashes: readonly Buffer[]): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with confirmed as (
       update second_factor set confirmed_at = now() where person_id = $1 and confirmed_at is null returning person_id
     ), gone as (
       delete from recovery_code using confirmed where recovery_code.person_id = confirmed.person_id
     )
     insert into recovery_code (person_id, code_hash) select person_id, unnest($2::bytea[]) from confirmed`,
    [personId, codeHashes],
  )
  return (rowCount ?? 0) > 0
}

/** Uses up a recovery code; false when it is none, or was used before. */
export async function useRecoveryCode(pool: pg.Pool, personId: string, codeHash: Buffer): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update recovery_code set used_at = now() where person_id = $1 and code_hash = $2 and used_at is null', [personId, codeHash],
  )
  return rowCount === 1
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(pool: pg.Pool, personId: string): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    'select count(*)::int as left from recovery_code where person_id = $1 and used_at is null', [personId],
  )
  return rows[0]?.left ?? 0
}

/** Takes a second factor away with its codes. */
export async function removeSecondFactor(pool: pg.Pool, personId: string): Promise<void> {
  await pool.query(
    'with gone as (delete from recovery_code where person_id = $1) delete from second_factor where person_id = $1', [personId],
  )
}
