/** What the web face needs, on a Holdfast that is open. */
import { labelOf } from '../core/facts/codeSets.ts'
import { askToCancel } from '../store/import/runImport.ts'
import { keptValue } from '../store/installation.ts'
import { clearOldTries } from '../store/signIn/tries.ts'
import { clearExpiredSessions, endSession, readSession, writeSession } from '../store/sessions.ts'
import type { Actor, Work } from '../app/work.ts'
import type { Holdfast, Asked } from './holdfast.ts'
import type { AskedImport, ImportJobs } from './importJobs.ts'
import { calendarsOn } from './calendars.ts'
import { keysOn } from './keys.ts'
import { accountsOn, providerOn, type AccountSettings } from './signIn/accounts.ts'
import { keptFormsOn } from './signIn/keptForms.ts'
import { openIdClient } from './signIn/openid.ts'
import type { ProviderSettings } from './signIn/settings.ts'

/** How people sign in, and whom to tell when the provider does not answer as it should. */
export interface SignInOn extends AccountSettings {
  readonly provider?: ProviderSettings | null
  /** Where people reach Holdfast, without a slash at the end. */
  readonly publicUrl?: string | null
  /** Whether programs may ask by keys. */
  readonly programs?: boolean
  readonly tell?: (words: string, error: unknown) => void
}

/** Built to the shape of `WebPort` in src/web/port.ts, which the edge may not import. */
export function webPortOn(holdfast: Holdfast, jobs: ImportJobs, signIn: SignInOn) {
  const { pool, rules } = holdfast
  const { provider = null, tell = () => undefined } = signIn
  return {
    work: <T>(actor: Actor, event: Asked, fn: (work: Work) => Promise<T>): Promise<T> => holdfast.work(actor, event, fn),
    accounts: accountsOn(holdfast, signIn),
    provider: provider === null ? null : providerOn(holdfast, openIdClient(provider, tell), provider.label),
    keptForms: keptFormsOn(pool),
    sessions: {
      get: (id: string) => readSession(pool, id),
      set: (id: string, content: unknown, expiresAt: Date) => writeSession(pool, id, content, expiresAt.toISOString()),
      destroy: (id: string) => endSession(pool, id),
    },
    rules: { labelOf: (set: string, code: string) => labelOf(rules.codeSets, set, code) },
    keys: signIn.programs === true ? keysOn(holdfast) : null,
    calendars: calendarsOn(holdfast, signIn.publicUrl ?? null),
    imports: {
      accept: (work: Work, asked: AskedImport) => jobs.accept(work.actor, asked),
      async cancel(work: Work, importId: string): Promise<void> {
        work.allow('record', 'imports')
        await askToCancel(pool, { authorityId: work.actor.authorityId, personId: work.actor.personId }, importId)
      },
    },
    today: () => holdfast.today(),
    async ready(): Promise<boolean> {
      await pool.query('select 1')
      return true
    },
  }
}

/** Clears away what signing in has left behind: sessions that expired, counts that nobody added to. */
export async function tidySignIn(holdfast: Holdfast): Promise<void> {
  await clearExpiredSessions(holdfast.pool)
  await clearOldTries(holdfast.pool)
}

/** The key that sessions are signed with: made once, kept in the database, the same on every server. */
export function sessionSecret(holdfast: Holdfast, make: () => string): Promise<string> {
  return keptValue(holdfast.pool, 'session secret', make())
}
