/** Who is signed in: @fastify/session on the port's store. A session says who it is; what they may do is read every time. */
import { callbackify } from 'node:util'
import type session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { GoneToProvider, PersonRef } from '../app/signIn.ts'
import type { Actor } from '../app/work.ts'
import type { KeyHolder, SessionStore, WebPort } from './port.ts'
import type { Flash } from './route.ts'

/** Somebody whose password was right and who is not in yet. */
export interface Waiting {
  readonly person: PersonRef
  readonly for: 'code' | 'enrolment'
  readonly device: string
  readonly next: string
  /** Milliseconds. */
  readonly since: number
}

declare module 'fastify' {
  interface Session {
    person?: PersonRef | undefined
    /** When the person signed in: milliseconds. However busy, a session ends after `longestSession`. */
    signedInAt?: number
    /** When the session was last lengthened: milliseconds. */
    seenAt?: number
    how?: 'password' | 'provider'
    /** "Firefox on Windows": for the person's own list of sessions. */
    browser?: string
    waiting?: Waiting | undefined
    gone?: (GoneToProvider & { readonly next: string; readonly since: number }) | undefined
    flash?: Flash | undefined
  }
  interface FastifyRequest {
    /** Who asks, with the roles they have now; null for nobody. */
    actor: Actor | null
    /** The key that a program asks by; null for a person. */
    key: KeyHolder | null
  }
}

/** 12 hours: a working day with overtime, never a night. */
export const longestSession = 12 * 60 * 60 * 1000

/** How often use lengthens a session; a write for every page would cost more than the minute it gains. */
export const lengthenEvery = 60 * 1000

/** The plugin's callbacks over the port's promises. */
export function sessionStore(store: SessionStore, idleMinutes: number): session.SessionStore {
  return {
    get: callbackify((id: string) => store.get(id)) as session.SessionStore['get'],
    set: callbackify((id: string, content: unknown) =>
      // A plain copy: the plugin's object carries methods and keys that are no content.
      store.set(id, JSON.parse(JSON.stringify(content)), new Date(Date.now() + idleMinutes * 60 * 1000))),
    destroy: callbackify((id: string) => store.destroy(id)),
  }
}

/** Finds out who asks, and ends the session of a person who was disabled, or whose day is over. */
export async function findActor(pages: FastifyInstance, port: WebPort, request: FastifyRequest): Promise<void> {
  const { session: mine } = request
  if (mine.person === undefined) return
  const now = Date.now()
  const actor = now - (mine.signedInAt ?? 0) > longestSession ? null : await port.accounts.actorOf(mine.person)
  if (actor === null) {
    await mine.destroy()
    await new Promise<void>((resolve) => pages.decryptSession('', request, () => resolve()))
    return
  }
  request.actor = actor
  if (now - (mine.seenAt ?? 0) > lengthenEvery) {
    mine.seenAt = now
    mine.touch()
  }
}
