/** Starting somebody's sign-in anew: their phone is lost, their password is forgotten, or the provider made them a new account. */
import { writeAudit } from '../../store/audit.ts'
import { accountByName } from '../../store/people.ts'
import { inTransaction } from '../../store/postgres.ts'
import { endSessionsOf } from '../../store/sessions.ts'
import { writePassword } from '../../store/signIn/accounts.ts'
import { unbindName } from '../../store/signIn/identities.ts'
import { removeSecondFactor } from '../../store/signIn/secondFactors.ts'
import type { Holdfast } from '../holdfast.ts'
import { commandLineActor, UsageError } from '../operator.ts'
import { hashPassword } from '../passwords.ts'
import { plainSigns } from './plainSigns.ts'

/**
 * Gives a person a new password, which is given back and kept nowhere; takes their authenticator app and the provider's
 * binding away and ends their sessions. Written down first, in the name of the command line.
 * @throws UsageError when nobody signs in under that name
 */
export async function resetSignIn(holdfast: Holdfast, signInName: string): Promise<string> {
  const { pool } = holdfast
  const account = await accountByName(pool, signInName)
  if (account === undefined) throw new UsageError(`Nobody signs in as ${signInName}, or their account was ended.`)
  const { authorityId, personId } = account.actor
  const operator = await commandLineActor(pool, authorityId)
  const password = plainSigns(4)
  const hash = await hashPassword(password)
  await inTransaction(pool, { authorityId, personId: operator.personId }, async (client) => {
    await writeAudit(client, {
      authorityId, personId: operator.personId, event: 'sign-in started anew', childId: null, detail: { account: personId },
    })
    await writePassword(client, account.actor, account.passwordHash, hash)
  })
  await removeSecondFactor(pool, personId)
  await unbindName(pool, signInName)
  await endSessionsOf(pool, personId)
  return password
}
