/** Keys of programs: who asks by one. */
import type { Actor } from '../app/work.ts'
import { keyMark, keyType, works } from '../core/people/key.ts'
import { actorById } from '../store/signIn/accounts.ts'
import type { Holdfast } from './holdfast.ts'
import { newSecret, recordOfSecret, type NewSecret } from './secrets.ts'

const purpose = 'key'

/** Built to `Keys` of src/web/port.ts. */
export function keysOn(holdfast: Holdfast) {
  return {
    newSecret: (): NewSecret => newSecret(purpose),
    tokenOf: (actor: Pick<Actor, 'authorityId'>, keyId: string, secret: string): string => `${keyMark}${actor.authorityId}.${keyId}.${secret}`,
    /** Who asks by it; undefined for a key that is wrong, ended or past its last day, or whose owner is shut out or has no role today. */
    async holderOf(token: string): Promise<{ readonly actor: Actor; readonly keyId: string; readonly mayWrite: boolean } | undefined> {
      if (!token.startsWith(keyMark)) return undefined
      const found = await recordOfSecret(holdfast, keyType, purpose, token.slice(keyMark.length))
      const today = holdfast.today()
      if (found === undefined || !works(found.held, today)) return undefined
      const actor = await actorById(holdfast.pool, { authorityId: found.authorityId, personId: found.held.values.owner }, today)
      if (actor === undefined || actor.roles.length === 0) return undefined
      return { actor, keyId: found.held.recordId, mayWrite: found.held.values.may === 'write' }
    },
  }
}
