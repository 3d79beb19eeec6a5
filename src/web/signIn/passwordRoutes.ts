/** Signing in with a name and a password, the second step, and signing out. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { forgedPage, notFoundPage, tooManyPage } from '../failures.ts'
import { address, localAddress } from '../localAddress.ts'
import type { Face } from '../server.ts'
import { codePage } from '../views/sign-in-code/view.ts'
import { recoveryCodesPage } from '../views/recovery-codes/view.ts'
import { secondFactorPage } from '../views/second-factor/view.ts'
import { signInPage, type SignInAsked } from '../views/sign-in/view.ts'
import { begin, goTo, onward, wait, whoWaits } from './begin.ts'
import { deviceOf, forgetSession, rememberWhoIsIn } from './browser.ts'
import { beginAgainPage } from './pages.ts'

/** Tries in a quarter of an hour from one address, which a whole council may share. Names have their own count in the store. */
const limit = { max: 100, timeWindow: 15 * 60 * 1000 }

const queryOf = (request: FastifyRequest): URLSearchParams => new URLSearchParams(request.url.split('?', 2)[1] ?? '')
const fieldOf = (request: FastifyRequest, name: string): string =>
  request.body instanceof URLSearchParams ? (request.body.get(name) ?? '') : ''

/** The pages of signing in with a password, and out. */
export function passwordRoutes(pages: FastifyInstance, face: Face): void {
  const { port, settings, send, isOwnForm } = face
  const { accounts, provider } = port
  const byAddress = pages.createRateLimit({ ...limit, keyGenerator: (request) => request.ip })

  const asked = (given: Partial<SignInAsked>): SignInAsked => ({
    next: '/', name: '', ended: false, out: null, kept: false, idleMinutes: settings.idleMinutes, wrong: null,
    passwords: accounts.passwords, provider: provider?.label ?? null, ...given,
  })

  pages.get('/sign-in', async (request, reply) => {
    const query = queryOf(request)
    const next = localAddress(query.get('next'))
    if (request.actor !== null) return reply.redirect(next, 303)
    const out = query.get('out')
    return send(request, reply, signInPage(asked({
      next, ended: query.get('ended') === 'yes', kept: query.get('kept') === 'yes',
      out: out === 'yes' || out === 'everywhere' || out === 'provider' ? out : null,
    })))
  })

  pages.post('/sign-in', async (request, reply) => {
    if (!accounts.passwords) return send(request, reply, notFoundPage)
    if (!(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
    const state = await byAddress(request)
    if (!state.isAllowed && state.isExceeded) return send(request, reply, tooManyPage(Math.max(1, Math.ceil(state.ttlInSeconds / 60))))
    const name = fieldOf(request, 'name').trim()
    const password = fieldOf(request, 'password')
    const next = localAddress(fieldOf(request, 'next'))
    const missing = name === '' ? 'name' : password === '' ? 'password' : null
    const answer = missing === null && name.length <= 200 && password.length <= 1000
      ? await accounts.tryPassword(name, password, deviceOf(request)) : { status: 'wrong' as const }
    switch (answer.status) {
      case 'wrong': return send(request, reply, signInPage(asked({ next, name, wrong: missing ?? 'both' })))
      case 'shut': return send(request, reply, tooManyPage(answer.minutes))
      case 'code wanted':
        await wait(request, { person: answer.person, for: 'code', device: answer.device, next })
        return goTo(reply, '/sign-in/code')
      case 'second factor wanted':
        await wait(request, { person: answer.person, for: 'enrolment', device: answer.device, next })
        return goTo(reply, '/sign-in/second-factor')
      case 'signed in':
        await begin(face, request, reply, { actor: answer.actor, how: 'password', device: answer.device })
        return goTo(reply, await onward(face, request, answer.actor, next))
    }
  })

  pages.get('/sign-in/code', async (request, reply) =>
    send(request, reply, whoWaits(request, 'code') === undefined ? beginAgainPage : codePage(null)))

  pages.post('/sign-in/code', async (request, reply) => {
    if (!(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
    const waiting = whoWaits(request, 'code')
    if (waiting === undefined) return send(request, reply, beginAgainPage)
    const code = fieldOf(request, 'code').slice(0, 100)
    if (code.trim() === '') return send(request, reply, codePage('missing'))
    const answer = await accounts.tryCode(waiting.person, code)
    if (answer.status === 'shut') return send(request, reply, tooManyPage(answer.minutes))
    if (answer.status === 'wrong') return send(request, reply, codePage('wrong'))
    await port.work(answer.actor, { name: 'second factor used', act: 'signed in', detail: { by: answer.by } }, () => Promise.resolve())
    await begin(face, request, reply, { actor: answer.actor, how: 'password', device: waiting.device })
    return goTo(reply, await onward(face, request, answer.actor, waiting.next))
  })

  pages.get('/sign-in/second-factor', async (request, reply) => {
    const waiting = whoWaits(request, 'enrolment')
    const enrolment = waiting === undefined ? null : await accounts.enrolment(waiting.person)
    return send(request, reply, enrolment === null ? beginAgainPage : secondFactorPage({ enrolment, action: '/sign-in/second-factor', required: true, wrong: null }))
  })

  pages.post('/sign-in/second-factor', async (request, reply) => {
    if (!(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
    const waiting = whoWaits(request, 'enrolment')
    const enrolment = waiting === undefined ? null : await accounts.enrolment(waiting.person)
    if (waiting === undefined || enrolment === null) return send(request, reply, beginAgainPage)
    const code = fieldOf(request, 'code').slice(0, 100)
    const answer = code.trim() === '' ? { status: 'missing' as const } : await accounts.confirmEnrolment(waiting.person, code, null)
    if (answer.status === 'shut') return send(request, reply, tooManyPage(answer.minutes))
    if (answer.status !== 'enrolled') {
      return send(request, reply, secondFactorPage({ enrolment, action: '/sign-in/second-factor', required: true, wrong: answer.status }))
    }
    const actor = await accounts.actorOf(waiting.person)
    if (actor === null) return send(request, reply, beginAgainPage)
    await begin(face, request, reply, { actor, how: 'password', device: waiting.device })
    request.actor = actor
    return send(request, reply, recoveryCodesPage(answer.codes, await onward(face, request, actor, waiting.next)))
  })

  pages.post('/sign-out', async (request, reply) => {
    const { actor } = request
    if (actor === null) return reply.redirect('/sign-in', 303)
    if (!(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
    const atProvider = request.session.how === 'provider' && provider !== null && (await provider.endSession()) !== null
    await port.work(actor, { name: 'signed out', act: 'signed in' }, () => Promise.resolve())
    await request.session.destroy()
    forgetSession(reply, settings)
    rememberWhoIsIn(reply, settings, actor.personId, true)
    return goTo(reply, address('/sign-in', { out: atProvider ? 'provider' : 'yes' }))
  })
}
