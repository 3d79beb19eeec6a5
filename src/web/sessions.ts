/** Who is signed in: @fastify/session on the port's store. */
import { callbackify } from 'node:util'
import type session from '@fastify/session'
import type { Actor } from '../app/work.ts'
import type { SessionStore } from './port.ts'
import type { Flash } from './route.ts'

declare module 'fastify' {
  interface Session {
    actor?: Actor
    /** When the person signed in: milliseconds. However busy, a session ends after `longestSession`. */
    signedInAt?: number
    /** When the session was last lengthened: milliseconds. */
    seenAt?: number
    flash?: Flash | undefined
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
