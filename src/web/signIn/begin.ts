/** Beginning and ending a session, whichever way a person came in. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../app/work.ts'
import { address } from '../localAddress.ts'
import type { Face } from '../server.ts'
import type { Waiting } from '../sessions.ts'
import { browserWords, keptKeyOf, rememberDevice, rememberWhoIsIn } from './browser.ts'

/** Minutes in which a code has to be entered, or the provider to send the person back. */
const PATIENCE = 10 * 60 * 1000

export interface ComingIn {
  readonly actor: Actor
  readonly how: 'password' | 'provider'
  /** What the browser is to be known by from now on. */
  readonly device?: string
}

/** Signs a person in under a new session id: one that an attacker planted before is worth nothing. */
export async function begin(face: Face, request: FastifyRequest, reply: FastifyReply, { actor, how, device }: ComingIn): Promise<void> {
  await face.port.work(actor, { name: 'signed in', act: 'signed in', detail: { how } }, () => Promise.resolve())
  await request.session.regenerate()
  const now = Date.now()
  const { session } = request
  session.person = { authorityId: actor.authorityId, personId: actor.personId }
  session.signedInAt = now
  session.seenAt = now
  session.how = how
  session.browser = browserWords(request.headers['user-agent'])
  rememberWhoIsIn(reply, face.settings, actor.personId)
  if (device !== undefined) rememberDevice(reply, face.settings, device)
}

/** Where to go after signing in: to what was typed and not sent, if there is any, else to the page that was wanted. */
export async function onward(face: Face, request: FastifyRequest, { personId }: Actor, next: string): Promise<string> {
  const key = keptKeyOf(request)
  const kept = key === null ? [] : await face.port.keptForms.posted(key, personId)
  return kept.length === 0 ? next : address('/kept', { next: next === '/' ? null : next })
}

/** Keeps somebody waiting for their second step, under a session id of its own. */
export async function wait(request: FastifyRequest, waiting: Omit<Waiting, 'since'>): Promise<void> {
  await request.session.regenerate()
  request.session.waiting = { ...waiting, since: Date.now() }
}

/** Who waits for their second step, if they have not waited too long. */
export function whoWaits(request: FastifyRequest, wanted: Waiting['for']): Waiting | undefined {
  const { waiting } = request.session
  return waiting?.for === wanted && isFresh(waiting.since) ? waiting : undefined
}

/** Whether something was begun so short a time ago that it may go on. */
export function isFresh(since: number): boolean {
  return Date.now() - since < PATIENCE
}

/** Answers with an address that no browser keeps. */
export function goTo(reply: FastifyReply, where: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(where, 303)
}
