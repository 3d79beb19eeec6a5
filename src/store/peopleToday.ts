/** Everybody who works with Holdfast on a day: for jobs that go from person to person. */
import type pg from 'pg'
import { formatIso, type LocalDate } from '../core/time/localDate.ts'

export interface PersonToday {
  readonly personId: string
  /** Null when none is known. */
  readonly email: string | null
}

/** People who can sign in and hold a role on the day, by id. */
export async function peopleToday(client: pg.ClientBase, authorityId: number, today: LocalDate): Promise<readonly PersonToday[]> {
  const { rows } = await client.query<{ person_id: string; email: string | null }>(
    `select person_id, email from person p
      where authority_id = $1 and disabled_at is null and exists (
        select from role_held h where h.authority_id = p.authority_id and h.person_id = p.person_id and from_on <= $2 and to_on > $2)
      order by person_id`,
    [authorityId, formatIso(today)],
  )
  return rows.map((row) => ({ personId: row.person_id, email: row.email }))
}
