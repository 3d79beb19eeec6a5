/** People as those who sign in: read before their authority is known, or by it. */
import pg from 'pg'
import type { PersonRef } from '../../app/signIn.ts'
import type { Actor } from '../../app/work.ts'
import { rolesInForce, type HeldRole, type Role } from '../../core/access/roles.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { inTransaction } from '../postgres.ts'

interface PersonRow {
  readonly name: string
  readonly authority: string
  readonly role: Role | null
  readonly from_on: LocalDate | null
  readonly to_on: LocalDate | null
}

/**
 * The person with the roles in force on a day; undefined when there is none or they are disabled. Asked for every request, so
 * it is one message to the database and one back: the statements of one message are one transaction, in which the scope stands.
 */
export async function actorById(pool: pg.Pool, { authorityId, personId }: PersonRef, on: LocalDate): Promise<Actor | undefined> {
  const literal = (text: string): string => pg.escapeLiteral(text)
  const results = await pool.query(
    `select set_config('role', 'holdfast_app', true), set_config('holdfast.authority', ${literal(String(authorityId))}, true);
     select person.name, authority.name as authority, role, from_on, to_on
     from person join authority using (authority_id) left join role_held using (authority_id, person_id)
     where authority_id = ${literal(String(authorityId))}::smallint and person_id = ${literal(personId)}::uuid and disabled_at is null`,
  ) as unknown as readonly pg.QueryResult<PersonRow>[]
  const rows = results[1]?.rows ?? []
  const [first] = rows
  if (first === undefined) return undefined
  const held = rows.flatMap(({ role, from_on: from, to_on: to }): HeldRole[] => (role === null || from === null ? [] : [{ role, from, to }]))
  return { personId, name: first.name, authorityId, authorityName: first.authority, roles: rolesInForce(held, on) }
}

/** What the account page and a change of password need to know. */
export interface Credentials {
  readonly signInName: string
  readonly name: string
  readonly passwordHash: string
}

/** A person's sign-in name and password hash. @throws Error when there is no such person */
export async function credentialsOf(pool: pg.Pool, person: PersonRef): Promise<Credentials> {
  return inTransaction(pool, person, async (client) => {
    const { rows: [row] } = await client.query<{ sign_in_name: string; name: string; password_hash: string }>(
      'select sign_in_name, name, password_hash from person where authority_id = $1 and person_id = $2', [person.authorityId, person.personId],
    )
    if (row === undefined) throw new Error('there is no such person')
    return { signInName: row.sign_in_name, name: row.name, passwordHash: row.password_hash }
  })
}

/** Puts a new password in the place of the one that was checked; false when another request was quicker. */
export async function writePassword(client: pg.ClientBase, person: PersonRef, before: string, after: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'update person set password_hash = $4 where authority_id = $1 and person_id = $2 and password_hash = $3',
    [person.authorityId, person.personId, before, after],
  )
  return rowCount === 1
}
