/** Who works from the command line, and the authority they work for. */
import type pg from 'pg'
import type { Actor } from '../app/work.ts'
import type { Role } from '../core/access/roles.ts'
import { addPerson, authorityById } from '../store/people.ts'
import { newId } from './ids.ts'
import { hashPassword } from './passwords.ts'
import { UsageError } from './usageError.ts'

export { UsageError }

/** Whoever may start a program beside the database can read all of it; what they do stands in the audit log by this name. */
const operatorRoles: readonly Role[] = ['performance analyst', 'director']

/**
 * The person in whose name the command line works for an authority. They cannot sign in: nobody knows their password. No
 * restricted record names them, so the command line shows none.
 */
export async function commandLineActor(owner: pg.Pool, authorityId: number): Promise<Actor> {
  const authority = await authorityById(owner, authorityId)
  if (authority === undefined) throw new UsageError(`There is no authority ${authorityId} here. Import a return for it first.`)
  const personId = await addPerson(owner, {
    authorityId, personId: newId(), signInName: `command line ${authorityId}`, name: 'Command line',
    roles: [...operatorRoles], passwordHash: await hashPassword(newId() + newId()),
  })
  return { personId, name: 'Command line', authorityId, authorityName: authority.name, roles: operatorRoles }
}

/** The authority a command is about: the one named, else the only one there is. */
export async function chosenAuthority(owner: pg.Pool, named: string | undefined): Promise<number> {
  if (named !== undefined) {
    if (!/^\d{3,4}$/.test(named)) throw new UsageError(`--authority takes the DfE number, such as 309, not ${named}.`)
    return Number(named)
  }
  const { rows } = await owner.query<{ authority_id: number; name: string }>('select authority_id, name from authority order by authority_id')
  const [only, ...others] = rows
  if (only === undefined) throw new UsageError('No authority is held yet. Import a return first.')
  if (others.length > 0) {
    throw new UsageError(`Say which authority with --authority: ${rows.map((row) => `${row.authority_id} (${row.name})`).join(', ')}.`)
  }
  return only.authority_id
}
