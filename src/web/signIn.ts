/** Signing in and out. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { forgedPage, tooManyPage } from './failures.ts'
import { localAddress } from './localAddress.ts'
import type { Face } from './server.ts'
import { signInPage } from './views/sign-in/view.ts'

/** Says only that somebody was signed in on this browser, so that the sign-in page can say why they no longer are. */
const marker = 'holdfast-was-in'

/** Tries in a quarter of an hour: for one name from one address, and for one address (a whole council may share one). */
const limits = { name: 10, address: 100, window: 15 * 60 * 1000 }

/** Whether this browser had a session that has ended. */
export function wasSignedIn(request: FastifyRequest): boolean {
  return request.cookies[marker] !== undefined
}

/** The pages for those who are nobody yet. */
export function signInRoutes(pages: FastifyInstance, face: Face): void {
  const { port, settings, send, isOwnForm } = face
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secureCookies } as const
  const named = (request: FastifyRequest): string =>
    request.body instanceof URLSearchParams ? (request.body.get('name') ?? '').trim().toLowerCase().slice(0, 200) : ''
  const byName = pages.createRateLimit({
    max: limits.name, timeWindow: limits.window, keyGenerator: (request) => `${request.ip} ${named(request)}`,
  })
  const byAddress = pages.createRateLimit({ max: limits.address, timeWindow: limits.window, keyGenerator: (request) => request.ip })

  pages.get('/sign-in', async (request, reply) => {
    const query = new URLSearchParams(request.url.split('?', 2)[1] ?? '')
    const next = localAddress(query.get('next'))
    if (request.session.actor !== undefined) return reply.redirect(next, 303)
    return send(request, reply, signInPage({
      next, name: '', ended: query.get('ended') === 'yes', out: query.get('out') === 'yes', idleMinutes: settings.idleMinutes, wrong: null,
    }))
  })

  pages.post('/sign-in', async (request, reply) => {
    if (!(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
    const form = request.body as URLSearchParams
    for (const limit of [byName, byAddress]) {
      const state = await limit(request)
      if (!state.isAllowed && state.isExceeded) return send(request, reply, tooManyPage(Math.max(1, Math.ceil(state.ttlInSeconds / 60))))
    }
    const name = (form.get('name') ?? '').trim()
    const password = form.get('password') ?? ''
    const next = localAddress(form.get('next'))
    const missing = name === '' ? 'name' : password === '' ? 'password' : null
    const actor = missing === null && name.length <= 200 && password.length <= 1000 ? await port.signIn(name, password) : null
    if (actor === null) {
      return send(request, reply, signInPage({
        next, name, ended: false, out: false, idleMinutes: settings.idleMinutes, wrong: missing ?? 'both',
      }))
    }
    // A new session id: one that an attacker planted before is worth nothing.
    await request.session.regenerate()
    const now = Date.now()
    request.session.actor = actor
    request.session.signedInAt = now
    request.session.seenAt = now
    return reply.setCookie(marker, '1', cookie).header('cache-control', 'no-store').redirect(next, 303)
  })

  pages.post('/sign-out', async (request, reply) => {
    const { actor } = request.session
    if (actor === undefined) return reply.redirect('/sign-in', 303)
    if (!(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
    await port.work(actor, { name: 'signed out' }, () => Promise.resolve())
    await request.session.destroy()
    return reply.clearCookie('holdfast', cookie).clearCookie(marker, cookie).header('cache-control', 'no-store')
      .redirect('/sign-in?out=yes', 303)
  })
}
