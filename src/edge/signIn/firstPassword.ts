/**
 * The link by which somebody chooses their first password: signed, good for three days, and once. It is kept nowhere: the
 * signature covers the mark that stands in the place of the password, so whatever is set there next makes it worthless.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import type { Accounts, PersonRef } from '../../app/signIn.ts'
import type { Actor } from '../../app/work.ts'
import { writeAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/postgres.ts'
import { credentialsOf, writePassword, type Credentials } from '../../store/signIn/accounts.ts'
import { hashPassword, isPasswordHash } from '../passwords.ts'
import { passwordFault } from './passwordRules.ts'

const GOOD_FOR_MS = 3 * 24 * 3_600_000
const shape = /^(\d{1,5})\.([0-9a-f-]{36})\.(\d{13})\.([\w-]{43})$/

type FirstPasswords = Pick<Accounts, 'firstPasswordAddress' | 'firstPasswordOf' | 'chooseFirstPassword'>

/** First passwords on the accounts in the database. `now` in milliseconds. */
export function firstPasswordsOn(
  pool: pg.Pool, { secret, passwords }: { readonly secret: string; readonly passwords: boolean },
  actorOf: (person: PersonRef) => Promise<Actor | null>, now: () => number,
): FirstPasswords {
  const key = createHmac('sha256', secret).update('holdfast first passwords').digest()
  const signed = ({ authorityId, personId }: PersonRef, until: string, mark: string): string =>
    createHmac('sha256', key).update(JSON.stringify([authorityId, personId, until, mark])).digest('base64url')

  const whose = async (token: string): Promise<{ readonly person: PersonRef; readonly held: Credentials } | null> => {
    const [, authority, personId = '', until = '', signature = ''] = shape.exec(token) ?? []
    if (!passwords || authority === undefined || Number(until) < now()) return null
    const person = { authorityId: Number(authority), personId }
    // Whoever is disabled, or never was, has no link.
    if (await actorOf(person).catch(() => null) === null) return null
    const held = await credentialsOf(pool, person)
    const right = Buffer.from(signed(person, until, held.passwordHash))
    const given = Buffer.from(signature)
    return !isPasswordHash(held.passwordHash) && right.length === given.length && timingSafeEqual(right, given) ? { person, held } : null
  }

  return {
    firstPasswordAddress(person, mark) {
      if (!passwords) return null
      const until = String(now() + GOOD_FOR_MS)
      return `/first-password/${person.authorityId}.${person.personId}.${until}.${signed(person, until, mark)}`
    },
    async firstPasswordOf(token) {
      const found = await whose(token)
      return found === null ? null : { name: found.held.name, signInName: found.held.signInName }
    },
    async chooseFirstPassword(token, wanted) {
      const found = await whose(token)
      if (found === null) return { status: 'no longer' }
      const { person, held } = found
      const fault = passwordFault(wanted, [held.signInName, held.name])
      if (fault !== null) return { status: 'refused', fault }
      const hash = await hashPassword(wanted)
      const written = await inTransaction(pool, person, async (client) => {
        await writeAudit(client, { authorityId: person.authorityId, personId: person.personId, event: 'first password chosen', childId: null, detail: null })
        return writePassword(client, person, held.passwordHash, hash)
      })
      return { status: written ? 'chosen' : 'no longer' }
    },
  }
}
