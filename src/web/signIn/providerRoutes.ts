/** Signing in at the council's identity provider, and out of it. Links, not forms: our policy lets no form lead elsewhere. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { address, localAddress } from '../localAddress.ts'
import type { Face } from '../server.ts'
import { begin, goTo, isFresh, onward } from './begin.ts'
import { awayPage, notKnownPage, refusedPage } from './pages.ts'

const queryOf = (request: FastifyRequest): string => request.url.split('?', 2)[1] ?? ''

/** The way to the provider and back; nothing where there is none. */
export function providerRoutes(pages: FastifyInstance, face: Face): void {
  const { port: { provider }, send } = face
  if (provider === null) return

  pages.get('/sign-in/provider', async (request, reply) => {
    const next = localAddress(new URLSearchParams(queryOf(request)).get('next'))
    if (request.actor !== null) return goTo(reply, next)
    // A link on another site signs nobody in: the person sees our page first.
    if (request.headers['sec-fetch-site'] === 'cross-site') return goTo(reply, address('/sign-in', { next: next === '/' ? null : next }))
    const started = await provider.begin()
    if (started === null) return send(request, reply, awayPage)
    request.session.gone = { ...started.gone, next, since: Date.now() }
    return goTo(reply, started.address)
  })

  pages.get('/sign-in/provider/return', async (request, reply) => {
    const { gone } = request.session
    // Used up before anything is asked: the same answer is heard once.
    request.session.gone = undefined
    if (gone === undefined || !isFresh(gone.since)) return send(request, reply, refusedPage)
    const answer = await provider.finish(queryOf(request), gone)
    switch (answer.status) {
      case 'away': return send(request, reply, awayPage)
      case 'refused': return send(request, reply, refusedPage)
      case 'not known': return send(request, reply, notKnownPage)
      case 'signed in':
        await begin(face, request, reply, { actor: answer.actor, how: 'provider' })
        return goTo(reply, await onward(face, request, answer.actor, gone.next))
    }
  })

  pages.get('/sign-out/provider', async (request, reply) => {
    const there = request.actor === null ? await provider.endSession() : null
    return there === null ? goTo(reply, '/sign-in') : goTo(reply, there)
  })
}
