/** Forms that could not be sent, sealed before they come here. */
import type pg from 'pg'

export interface SealedForm {
  readonly keptId: string
  readonly browser: Buffer
  readonly personId: string
  readonly kind: 'posted' | 'draft'
  readonly place: Buffer
  readonly sealed: Buffer
}

/** How many posted forms one browser may keep for a person: a script cannot fill the disk with them. */
const MOST = 50

/** Keeps a form; a draft takes the place and the id of the last of its form. Gives the id, undefined when there are too many. */
export async function keepForm(pool: pg.Pool, form: SealedForm): Promise<string | undefined> {
  await pool.query(`delete from kept_form where kept_at < now() - interval '24 hours'`)
  const { rows } = await pool.query<{ kept_id: string }>(
    `insert into kept_form (kept_id, browser, person_id, kind, place, sealed)
     select $1, $2, $3, $4, $5, $6
     where (select count(*) from kept_form where browser = $2 and person_id = $3 and (kind, place) <> ($4, $5)) < ${MOST}
     on conflict (browser, person_id, kind, place) do update set sealed = excluded.sealed, kept_at = now()
     returning kept_id`,
    [form.keptId, form.browser, form.personId, form.kind, form.place, form.sealed],
  )
  return rows[0]?.kept_id
}

/** The forms of a browser and a person of the last 24 hours, oldest first; of one place alone when it is given. */
export async function keptFormsOf(
  pool: pg.Pool, browser: Buffer, personId: string, kind: 'posted' | 'draft', place: Buffer | null = null,
): Promise<readonly { readonly keptId: string; readonly sealed: Buffer; readonly keptAt: string }[]> {
  const { rows } = await pool.query<{ kept_id: string; sealed: Buffer; kept_at: string }>(
    `select kept_id, sealed, kept_at from kept_form
     where browser = $1 and person_id = $2 and kind = $3 and ($4::bytea is null or place = $4)
       and kept_at > now() - interval '24 hours' order by kept_at, kept_id`,
    [browser, personId, kind, place],
  )
  return rows.map((row) => ({ keptId: row.kept_id, sealed: row.sealed, keptAt: row.kept_at }))
}

/** Throws a kept form away. */
export async function discardForm(pool: pg.Pool, browser: Buffer, personId: string, keptId: string): Promise<void> {
  await pool.query('delete from kept_form where kept_id = $1 and browser = $2 and person_id = $3', [keptId, browser, personId])
}
