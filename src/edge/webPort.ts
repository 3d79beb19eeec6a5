/** What the web face needs, on a Holdfast that is open. */
import { labelOf } from '../core/facts/codeSets.ts'
import { askToCancel } from '../store/import/runImport.ts'
import { accountByName } from '../store/people.ts'
import { keptValue } from '../store/installation.ts'
import { endSession, readSession, writeSession } from '../store/sessions.ts'
import type { Actor, Work } from '../app/work.ts'
import type { Holdfast, Asked } from './holdfast.ts'
import type { AskedImport, ImportJobs } from './importJobs.ts'
import { checkPassword } from './passwords.ts'

/** Built to the shape of `WebPort` in src/web/port.ts, which the edge may not import. */
export function webPortOn(holdfast: Holdfast, jobs: ImportJobs) {
  const { pool, rules } = holdfast
  return {
    work: <T>(actor: Actor, event: Asked, fn: (work: Work) => Promise<T>): Promise<T> => holdfast.work(actor, event, fn),
    async signIn(name: string, password: string): Promise<Actor | null> {
      const account = await accountByName(pool, name)
      return (await checkPassword(account?.passwordHash, password)) && account !== undefined ? account.actor : null
    },
    sessions: {
      get: (id: string) => readSession(pool, id),
      set: (id: string, content: unknown, expiresAt: Date) => writeSession(pool, id, content, expiresAt.toISOString()),
      destroy: (id: string) => endSession(pool, id),
    },
    rules: { labelOf: (set: string, code: string) => labelOf(rules.codeSets, set, code) },
    imports: {
      accept: (work: Work, asked: AskedImport) => jobs.accept(work.actor, asked),
      async cancel(work: Work, importId: string): Promise<void> {
        work.allow('import returns')
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

/** The key that sessions are signed with: made once, kept in the database, the same on every server. */
export function sessionSecret(holdfast: Holdfast, make: () => string): Promise<string> {
  return keptValue(holdfast.pool, 'session secret', make())
}
