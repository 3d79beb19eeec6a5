/** Signing in on a Holdfast that is open: passwords, second factors, the provider, a person's own account. */
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Accounts, OwnSession, PersonRef, Provider, ProviderAnswer, Shut } from '../../app/signIn.ts'
import type { Actor } from '../../app/work.ts'
import type { Role } from '../../core/access/roles.ts'
import { writeAudit } from '../../store/audit.ts'
import { accountByName } from '../../store/people.ts'
import { inTransaction } from '../../store/postgres.ts'
import { endSessionsOf, sessionsOf } from '../../store/sessions.ts'
import { actorById, credentialsOf, writePassword } from '../../store/signIn/accounts.ts'
import { bindName, boundName } from '../../store/signIn/identities.ts'
import type { Holdfast } from '../holdfast.ts'
import { checkPassword, hashPassword, isPasswordHash } from '../passwords.ts'
import { firstPasswordsOn } from './firstPassword.ts'
import { lockoutOn } from './lockout.ts'
import type { OpenIdClient, Vouched } from './openid.ts'
import { passwordFault } from './passwordRules.ts'
import { secondFactorsOn } from './secondFactor.ts'
import type { SignInSettings } from './settings.ts'

/** Roles that see whole services, decide about others' work, or give rights: what HOLDFAST_SECOND_FACTOR=privileged means. */
const privileged: ReadonlySet<Role> = new Set<Role>([
  'system administrator', 'director', 'head of service', 'reviewing manager', 'performance analyst', 'agency decision maker',
  'adopter decision maker', 'regional agency manager', 'panel administrator',
])

/**
 * Milliseconds that a wrong name or password takes at least: more than the work for either, so that the time tells nobody
 * whether the name exists.
 */
const WRONG_TAKES = 300

export interface AccountSettings extends Pick<SignInSettings, 'passwords' | 'secondFactor'> {
  /** At least 32 characters; the same on every server. */
  readonly secret: string
}

/** Accounts in the database. `now` in milliseconds. */
export function accountsOn(holdfast: Holdfast, settings: AccountSettings, now: () => number = Date.now): Accounts {
  const { pool } = holdfast
  const lockout = lockoutOn(pool, settings.secret)
  const factors = secondFactorsOn(pool, settings.secret, now)
  const actorOf = async (person: PersonRef): Promise<Actor | null> => (await actorById(pool, person, holdfast.today())) ?? null
  const isRequired = (actor: Actor): boolean =>
    settings.secondFactor === 'everyone' || (settings.secondFactor === 'privileged' && actor.roles.some((role) => privileged.has(role)))

  const tryCode: Accounts['tryCode'] = async (person, code) => {
    const tries = lockout.tries('second factor', person.personId)
    const shut = await tries.begin()
    if (shut !== null) return shut
    const by = await factors.check(person.personId, code)
    const actor = by === undefined ? null : await actorOf(person)
    if (by === undefined || actor === null) {
      await noteFailure(pool, person, (await tries.fail()) ? 'second factor locked' : 'second factor failed')
      return { status: 'wrong' }
    }
    await tries.succeed()
    return { status: 'right', actor, by }
  }

  /** Whether it is a person's own password: whoever sits at an open session is not heard without end either. */
  const checkOwnPassword = async (person: PersonRef, password: string): Promise<'right' | 'wrong' | Shut> => {
    const tries = lockout.tries('own password', person.personId)
    const shut = await tries.begin()
    if (shut !== null) return shut
    if (!(await checkPassword((await credentialsOf(pool, person)).passwordHash, password))) {
      await noteFailure(pool, person, 'own password wrong')
      return 'wrong'
    }
    await tries.succeed()
    return 'right'
  }

  return {
    passwords: settings.passwords,
    actorOf,

    async tryPassword(name, password, device) {
      if (!settings.passwords) return { status: 'wrong' }
      const tries = lockout.triesAtName(name, device)
      const shut = await tries.begin()
      if (shut !== null) return shut
      const least = pause(WRONG_TAKES)
      const account = await accountByName(pool, name)
      const right = await checkPassword(account?.passwordHash, password)
      const actor = right && account !== undefined ? await actorOf(account.actor) : null
      if (actor === null) {
        const closed = await tries.fail()
        if (account !== undefined) await noteFailure(pool, account.actor, closed ? 'sign-in locked' : 'sign-in failed', { how: 'password' })
        await least
        return { status: 'wrong' }
      }
      await tries.succeed()
      const known = { person: { authorityId: actor.authorityId, personId: actor.personId }, device: lockout.deviceFor(name) }
      if (await factors.enrolled(actor.personId)) return { status: 'code wanted', ...known }
      return isRequired(actor) ? { status: 'second factor wanted', ...known } : { status: 'signed in', actor, device: known.device }
    },

    tryCode,

    async removeSecondFactor(person, code) {
      const answer = await tryCode(person, code)
      if (answer.status !== 'right') return answer
      await factors.remove(person.personId)
      await inTransaction(pool, person, (client) => note(client, person, 'second factor removed'))
      return { status: 'removed' }
    },

    async enrolment(person) {
      const { signInName } = await credentialsOf(pool, person)
      return (await factors.begin(person.personId, signInName)) ?? null
    },

    async confirmEnrolment(person, code, password) {
      if (password !== null) {
        const answer = await checkOwnPassword(person, password)
        if (answer !== 'right') return answer === 'wrong' ? { status: 'wrong password' } : answer
      }
      const tries = lockout.tries('second factor', person.personId)
      const shut = await tries.begin()
      if (shut !== null) return shut
      const codes = await factors.confirm(person.personId, code)
      if (codes === undefined) return { status: 'wrong' }
      await tries.succeed()
      await inTransaction(pool, person, (client) => note(client, person, 'second factor enrolled'))
      return { status: 'enrolled', codes }
    },

    async own(person) {
      const [{ signInName, passwordHash }, actor, enrolled, left, sessions] = await Promise.all([
        credentialsOf(pool, person), actorOf(person), factors.enrolled(person.personId), factors.codesLeft(person.personId),
        sessionsOf(pool, person.personId),
      ])
      return {
        signInName, hasPassword: settings.passwords && isPasswordHash(passwordHash),
        secondFactor: { enrolled, required: actor !== null && isRequired(actor), recoveryCodesLeft: left },
        sessions: sessions.flatMap(({ sessionId, content }) => sessionIn(sessionId, content)),
      }
    },

    async changePassword(actor, current, wanted, thisSession) {
      const answer = await checkOwnPassword(actor, current)
      if (answer !== 'right') return answer === 'wrong' ? { status: 'refused', fault: 'current' } : answer
      const held = await credentialsOf(pool, actor)
      const fault = current === wanted ? 'same' : passwordFault(wanted, [held.signInName, held.name])
      if (fault !== null) return { status: 'refused', fault }
      const hash = await hashPassword(wanted)
      // Of two changes at once one wins, and the other is told that the password is another now.
      const written = await inTransaction(pool, actor, async (client) => {
        await note(client, actor, 'password changed')
        return writePassword(client, actor, held.passwordHash, hash)
      })
      if (!written) return { status: 'refused', fault: 'current' }
      // Whoever else may have known the old one is out.
      await endSessionsOf(pool, actor.personId, thisSession)
      return { status: 'changed' }
    },

    ...firstPasswordsOn(pool, settings, actorOf, now),

    endSessions: ({ personId }, but) => endSessionsOf(pool, personId, but ?? null),
  }
}

/**
 * The provider, with the people added here. Signing in makes nobody: the subject is bound to the person whose sign-in name
 * the provider vouches for, the first time; from then on the subject alone counts, whatever becomes of the name there.
 */
export function providerOn(holdfast: Holdfast, client: OpenIdClient, label: string): Provider {
  const { pool } = holdfast
  const personOf = async ({ issuer, subject, signInName }: Vouched): Promise<Actor | null> => {
    const bound = await boundName(pool, issuer, subject)
    const names = bound !== undefined ? [bound] : signInName === null ? [] : [...new Set([signInName, signInName.toLowerCase()])]
    for (const name of names) {
      const account = await accountByName(pool, name)
      if (account === undefined) continue
      const known = bound !== undefined || (await bindName(pool, issuer, subject, name))
      if (known) return (await actorById(pool, account.actor, holdfast.today())) ?? null
      await noteFailure(pool, account.actor, 'sign-in failed', { how: 'provider', why: 'bound to another subject' })
    }
    return null
  }
  return {
    label,
    begin: () => client.begin(),
    async finish(query, gone): Promise<ProviderAnswer> {
      const finished = await client.finish(query, gone)
      if (finished.status !== 'vouched') return finished
      const actor = await personOf(finished.who)
      return actor === null ? { status: 'not known' } : { status: 'signed in', actor }
    },
    endSession: () => client.endSession(),
  }
}

function note(client: pg.ClientBase, person: PersonRef, event: string): Promise<void> {
  return writeAudit(client, { authorityId: person.authorityId, personId: person.personId, event, childId: null, detail: null })
}

/**
 * Writes down what failed at a known account. It is not the person's act, who may know nothing of it: they stand in the
 * detail. Names that nobody has are counted (lockout.ts) and written nowhere, since a password is easily typed in that field.
 */
function noteFailure(pool: pg.Pool, at: PersonRef, event: string, detail: Readonly<Record<string, string>> = {}): Promise<void> {
  return inTransaction(pool, { authorityId: at.authorityId, personId: null }, (client) =>
    writeAudit(client, { authorityId: at.authorityId, personId: null, event, childId: null, detail: { account: at.personId, ...detail } }))
}

/** What the account page shows of a session's content, as the web face writes it. */
function sessionIn(sessionId: string, content: unknown): readonly OwnSession[] {
  if (typeof content !== 'object' || content === null) return []
  const { signedInAt, seenAt, browser, how } = content as Readonly<Record<string, unknown>>
  if (typeof signedInAt !== 'number' || typeof seenAt !== 'number') return []
  return [{ sessionId, signedInAt, seenAt, browser: typeof browser === 'string' ? browser : '', how: typeof how === 'string' ? how : '' }]
}
