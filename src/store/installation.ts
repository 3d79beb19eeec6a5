/** What an installation keeps for itself. Read by the administrative login only. */
import type pg from 'pg'

/** The value kept under a name; the one given is kept when there was none. Every server of an installation gets the same. */
export async function keptValue(owner: pg.Pool, name: string, otherwise: string): Promise<string> {
  await owner.query('insert into installation (name, value) values ($1, $2) on conflict (name) do nothing', [name, otherwise])
  const { rows } = await owner.query<{ value: string }>('select value from installation where name = $1', [name])
  return rows[0]?.value ?? otherwise
}
