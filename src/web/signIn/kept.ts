/** A time-out loses nothing that was typed: forms posted after the session ended, and drafts of forms still open. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../app/work.ts'
import { forgedPage, notFoundPage } from '../failures.ts'
import { address, localAddress } from '../localAddress.ts'
import type { Answer } from '../route.ts'
import type { Face } from '../server.ts'
import { keptPage } from '../views/kept/view.ts'
import { isId } from '../ids.ts'
import { momentWords } from '../words/dates.ts'
import { goTo } from './begin.ts'
import { keptKeyFor, keptKeyOf, whoWasIn } from './browser.ts'

/** Ours, and no part of what was typed. */
const ownFields: ReadonlySet<string> = new Set(['_csrf', '_kept', '_address'])
const typedIn = (form: URLSearchParams): readonly (readonly [string, string])[] => [...form].filter(([name]) => !ownFields.has(name))

/**
 * Keeps a form that was posted when nobody was signed in any more, for the person who was; false when it is not known to be
 * theirs (a form from elsewhere would be shown to them as their own words) or when it has files, which no page can send again.
 */
export async function keepPosted(face: Face, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const was = whoWasIn(request)
  if (was === null || !(request.body instanceof URLSearchParams) || !(await face.isOwnForm(request, reply))) return false
  const key = keptKeyFor(request, reply, face.settings)
  await face.port.keptForms.keep(key, was.personId, 'posted', { address: localAddress(request.url), fields: typedIn(request.body) })
  // Its draft says no more than what was posted, and would be offered although that was sent.
  const draft = request.body.get('_kept') ?? ''
  if (isId(draft)) await face.port.keptForms.discard(key, was.personId, draft)
  return true
}

/** Throws away what was kept of a form once it was sent: an answer that leads on is one that took it. */
export async function forgetSent(face: Face, request: FastifyRequest, actor: Actor, given: Answer): Promise<void> {
  const keptId = request.body instanceof URLSearchParams ? request.body.get('_kept') : null
  const key = keptKeyOf(request)
  if (given.kind === 'redirect' && keptId !== null && isId(keptId) && key !== null) await face.port.keptForms.discard(key, actor.personId, keptId)
}

/** The page that offers kept forms back, and what the script of long forms asks. */
export function keptRoutes(pages: FastifyInstance, face: Face): void {
  const { port, settings, send, isOwnForm } = face
  const queryOf = (request: FastifyRequest): URLSearchParams => new URLSearchParams(request.url.split('?', 2)[1] ?? '')

  pages.get('/kept', async (request, reply) => {
    const { actor } = request
    if (actor === null) return goTo(reply, address('/sign-in', { next: '/kept' }))
    const key = keptKeyOf(request)
    const next = localAddress(queryOf(request).get('next'))
    return send(request, reply, keptPage(key === null ? [] : await port.keptForms.posted(key, actor.personId), next))
  })

  pages.post('/kept/discard', async (request, reply) => {
    const { actor, body } = request
    if (actor === null) return goTo(reply, address('/sign-in', { next: '/kept' }))
    if (!(await isOwnForm(request, reply)) || !(body instanceof URLSearchParams)) return send(request, reply, forgedPage)
    const key = keptKeyOf(request)
    const keptId = body.get('kept') ?? ''
    if (key === null || !isId(keptId)) return send(request, reply, notFoundPage)
    await port.keptForms.discard(key, actor.personId, keptId)
    if (request.headers.accept === 'application/json') return reply.header('cache-control', 'no-store').status(204).send()
    return goTo(reply, address('/kept', { next: localAddress(body.get('next')) }))
  })

  pages.get('/kept/draft', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const key = keptKeyOf(request)
    if (request.actor === null) return reply.status(401).send({ status: 'signed out' })
    const draft = key === null ? null : await port.keptForms.draft(key, request.actor.personId, localAddress(queryOf(request).get('address')))
    if (draft === null) return reply.status(204).send()
    return reply.send({ keptId: draft.keptId, keptAt: momentWords(draft.keptAt), fields: draft.fields })
  })

  pages.post('/kept/draft', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const { actor, body } = request
    if (actor === null) return reply.status(401).send({ status: 'signed out' })
    if (!(await isOwnForm(request, reply)) || !(body instanceof URLSearchParams)) return reply.status(400).send({ status: 'refused' })
    const key = keptKeyFor(request, reply, settings)
    const keptId = await port.keptForms.keep(key, actor.personId, 'draft', { address: localAddress(body.get('_address')), fields: typedIn(body) })
    return reply.send({ keptId, keptAt: momentWords(new Date().toISOString()) })
  })
}
