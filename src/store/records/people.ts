/** People as forms offer them and notices reach them. */
import type pg from 'pg'
import type { PersonListed } from '../../app/records.ts'
import type { Role } from '../../core/access/roles.ts'
import type { Telling } from '../../core/records/recordType.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'

/** People who sign in and hold any of these roles on the day; everybody when none is named. By name. */
export async function peopleListed(
  client: pg.ClientBase, authorityId: number, today: LocalDate, roles: readonly Role[],
): Promise<readonly PersonListed[]> {
  const { rows } = await client.query<{ person_id: string; name: string; roles: Role[] }>(
    `select person_id, name, array_agg(distinct role order by role) as roles
       from person join role_held using (authority_id, person_id)
      where authority_id = $1 and disabled_at is null and from_on <= $2 and to_on > $2
      group by person_id, name
     having $3 = '{}'::text[] or array_agg(role) && $3::text[]
      order by name`,
    [authorityId, formatIso(today), roles],
  )
  return rows.map((row) => ({ personId: row.person_id, name: row.name, roles: row.roles }))
}

/** Leaves notices for people. */
export async function leaveNotices(client: pg.ClientBase, authorityId: number, tellings: readonly Telling[]): Promise<void> {
  for (const { personId, words, address, childId } of tellings) {
    await client.query(
      'insert into notice (authority_id, person_id, words, address, child_id) values ($1, $2, $3, $4, $5)',
      [authorityId, personId, words, address, childId],
    )
  }
}
