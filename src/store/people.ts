/** People who sign in, and their authorities. */
import type pg from 'pg'
import type { Actor } from '../app/work.ts'
import type { Role } from '../core/access/roles.ts'

export interface Account {
  readonly actor: Actor
  readonly passwordHash: string
}

/** The account with this sign-in name, or undefined. Runs before any authority is known, in a transaction of its own. */
export async function accountByName(pool: pg.Pool, signInName: string): Promise<Account | undefined> {
  const client = await pool.connect()
  let failed = false
  try {
    await client.query('begin')
    await client.query(
      `select set_config('role', 'holdfast_app', true), set_config('holdfast.sign_in_name', $1, true)`, [signInName],
    )
    const { rows } = await client.query<{
      person_id: string; name: string; authority_id: number; authority: string; roles: Role[]; password_hash: string
    }>(
      `select person_id, person.name, authority_id, authority.name as authority, password_hash,
         array(select role from role_held held where held.authority_id = person.authority_id and held.person_id = person.person_id
                 and from_on <= current_date and to_on > current_date) as roles
       from person join authority using (authority_id) where sign_in_name = $1 and disabled_at is null`,
      [signInName],
    )
    await client.query('commit')
    const [row] = rows
    if (row === undefined) return undefined
    return {
      actor: {
        personId: row.person_id, name: row.name, authorityId: row.authority_id, authorityName: row.authority, roles: row.roles,
      },
      passwordHash: row.password_hash,
    }
  } catch (error) {
    // Thrown away rather than handed on: its transaction is still open, with the role and the name in it.
    failed = true
    throw error
  } finally {
    client.release(failed)
  }
}

export interface NewAuthority {
  readonly authorityId: number
  readonly name: string
  readonly demonstration: boolean
}

/** Adds an authority that is not there yet. An act of the administrative login; the serving role cannot. */
export async function addAuthority(owner: pg.Pool, authority: NewAuthority): Promise<void> {
  const client = await owner.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    // Forced row-level security binds the owner too, unless it is a superuser.
    await client.query(`select set_config('holdfast.authority', $1, true)`, [String(authority.authorityId)])
    await client.query(
      'insert into authority (authority_id, name, demonstration) values ($1, $2, $3) on conflict (authority_id) do nothing',
      [authority.authorityId, authority.name, authority.demonstration],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => { broken = failure })
    throw error
  } finally {
    client.release(broken)
  }
}

export interface NewPerson {
  readonly authorityId: number
  readonly personId: string
  readonly signInName: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly passwordHash: string
}

/** Adds a person who is not there yet. An act of the administrative login. Gives the id under which they are held. */
export async function addPerson(owner: pg.Pool, person: NewPerson): Promise<string> {
  const client = await owner.connect()
  let failed = false
  try {
    await client.query('begin')
    // Forced row-level security binds the owner too, unless it is a superuser.
    await client.query(
      `select set_config('holdfast.authority', $1, true), set_config('holdfast.sign_in_name', $2, true)`,
      [String(person.authorityId), person.signInName],
    )
    await client.query(
      `with added as (
         insert into person (authority_id, person_id, sign_in_name, name, password_hash)
         values ($1, $2, $3, $4, $6) on conflict (sign_in_name) do nothing returning authority_id, person_id
       )
       insert into role_held (authority_id, person_id, role) select authority_id, person_id, unnest($5::text[]) from added`,
      [person.authorityId, person.personId, person.signInName, person.name, person.roles, person.passwordHash],
    )
    const { rows } = await client.query<{ person_id: string }>('select person_id from person where sign_in_name = $1', [person.signInName])
    await client.query('commit')
    return rows[0]?.person_id ?? person.personId
  } catch (error) {
    // Thrown away rather than handed on: its transaction is still open, with the role and the name in it.
    failed = true
    throw error
  } finally {
    client.release(failed)
  }
}

/** The authority of that number, or undefined. */
export async function authorityById(pool: pg.Pool, authorityId: number): Promise<NewAuthority | undefined> {
  const { rows } = await pool.query<{ authority_id: number; name: string; demonstration: boolean }>(
    'select authority_id, name, demonstration from authority where authority_id = $1', [authorityId],
  )
  const [row] = rows
  return row === undefined ? undefined : { authorityId: row.authority_id, name: row.name, demonstration: row.demonstration }
}
