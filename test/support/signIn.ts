/** The real server on a real database, with people who sign in: for tests of signing in itself. */
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import type { Role } from '../../src/core/access/roles.ts'
import { newId } from '../../src/edge/ids.ts'
import { hashPassword } from '../../src/edge/passwords.ts'
import { plainSignIn } from '../../src/edge/signIn/settings.ts'
import { webPortOn, type SignInOn } from '../../src/edge/webPort.ts'
import { addPerson } from '../../src/store/people.ts'
import type { Route } from '../../src/web/route.ts'
import { routes } from '../../src/web/routes.ts'
import { createServer } from '../../src/web/server.ts'
import { Client, type Answered } from '../../src/web/testing/client.ts'
import type { Trial } from './returns.ts'

export const secret = 'a secret of the tests that nobody else knows'
export const rightPassword = 'seven quiet otters by the weir'

export interface Served {
  readonly app: FastifyInstance
  readonly failures: unknown[]
  /** Why the provider's answers were refused. */
  readonly told: string[]
  client(): Client
  /** Adds a person who signs in with `rightPassword`; gives their id. */
  person(signInName: string, ...roles: readonly Role[]): Promise<string>
  /** What the audit log says since the last time it was asked: event, who did it, and what it says beside. */
  events(): Promise<readonly { readonly event: string; readonly person: string | null; readonly detail: unknown }[]>
  /** Asks as a browser that types a name and a password on the sign-in page. */
  signIn(client: Client, name: string, password?: string): Promise<Answered>
}

const noJobs = { accept: () => Promise.reject(new Error('no import is asked for here')), stop: () => Promise.resolve() }
const noHurry = { most: 1e9, minutes: 1 }

/** The innermost words of an error. */
function reasonOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? reasonOf(error.cause) : error instanceof Error ? error.message : String(error)
}

/** A server over a trial's database. Close `app` when done. */
export function serve(at: Trial, signIn: Partial<SignInOn> = {}, more: readonly Route[] = []): Served {
  const failures: unknown[] = []
  const told: string[] = []
  const port = webPortOn(at.holdfast, noJobs, { ...plainSignIn, secret, tell: (_words, error) => { told.push(reasonOf(error)) }, ...signIn })
  const app = createServer(port, {
    secret, secureCookies: false, trustProxy: false, idleMinutes: 30, uploadFolder: '/nonexistent', maxUploadBytes: 1,
    pace: { address: noHurry, page: noHurry, file: noHurry, upload: noHurry }, onFailure: (_reference, failure) => { failures.push(failure) },
  }, [...routes, ...more])
  let seen = 0
  return {
    app, failures, told,
    client: () => new Client(app),
    person: async (signInName, ...roles) => addPerson(at.pool, {
      authorityId: at.authorityId, personId: newId(), signInName, name: signInName, roles, passwordHash: await hashPassword(rightPassword),
    }),
    async events() {
      const { rows } = await at.pool.query<{ event_id: number; event: string; person: string | null; detail: unknown }>(
        'select event_id, event, person_id as person, detail from audit_event where authority_id = $1 and event_id > $2 order by event_id',
        [at.authorityId, seen],
      )
      seen = rows.at(-1)?.event_id ?? seen
      return rows.map(({ event, person, detail }) => ({ event, person, detail }))
    },
    async signIn(client, name, password = rightPassword) {
      await client.get('/sign-in')
      return client.post('/sign-in', [['name', name], ['password', password], ['next', '/account']])
    },
  }
}

/** What an authenticator app shows for the key on a page, some steps of 30 seconds from now. */
export function appCode(page: string, steps = 0): string {
  const key = /Key: <span class="hf-code">([A-Z2-7 ]+)</.exec(page)?.[1] ?? ''
  return new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({ timestamp: Date.now() + steps * 30_000 })
}
