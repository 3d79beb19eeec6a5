/** A person's own account: password, second factor, sessions. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../app/work.ts'
import { forgedPage, notFoundPage, tooManyPage } from '../failures.ts'
import { address } from '../localAddress.ts'
import type { Page } from '../route.ts'
import type { Face } from '../server.ts'
import { accountPage } from '../views/account/view.ts'
import { changePasswordPage } from '../views/change-password/view.ts'
import { recoveryCodesPage } from '../views/recovery-codes/view.ts'
import { secondFactorPage } from '../views/second-factor/view.ts'
import { goTo } from './begin.ts'
import { forgetSession, keptKeyOf, rememberWhoIsIn } from './browser.ts'

type Answering = (request: FastifyRequest, reply: FastifyReply, actor: Actor) => Promise<FastifyReply | Page>

/** The pages under `/account`, for whoever is signed in. */
export function accountRoutes(pages: FastifyInstance, face: Face): void {
  const { port, settings, send, isOwnForm } = face
  const { accounts } = port

  /** Written down and answered for whoever is signed in; a form has to be their own. */
  const own = (method: 'GET' | 'POST', url: string, event: string, answer: Answering): void => {
    pages.route({
      method, url,
      handler: async (request, reply) => {
        const { actor } = request
        if (actor === null) return goTo(reply, address('/sign-in', { next: '/account' }))
        if (method === 'POST' && !(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
        await port.work(actor, { name: event, act: 'signed in' }, () => Promise.resolve())
        const given = await answer(request, reply, actor)
        return 'kind' in given ? send(request, reply, given) : given
      },
    })
  }
  const field = (request: FastifyRequest, name: string): string =>
    request.body instanceof URLSearchParams ? (request.body.get(name) ?? '').slice(0, 1000) : ''

  own('GET', '/account', 'own account opened', async (request, _reply, actor) => {
    const key = keptKeyOf(request)
    const kept = key === null ? [] : await port.keptForms.posted(key, actor.personId)
    return accountPage({ actor, account: await accounts.own(actor), thisSession: request.session.sessionId, kept: kept.length, keys: port.keys !== null })
  })

  own('GET', '/account/password', 'change of password opened', async (_request, _reply, actor) =>
    ((await accounts.own(actor)).hasPassword ? changePasswordPage(null) : notFoundPage))

  own('POST', '/account/password', 'change of password asked', async (request, reply, actor) => {
    if (!(await accounts.own(actor)).hasPassword) return notFoundPage
    const answer = await accounts.changePassword(actor, field(request, 'current'), field(request, 'wanted'), request.session.sessionId)
    if (answer.status === 'shut') return tooManyPage(answer.minutes)
    if (answer.status === 'refused') return changePasswordPage(answer.fault)
    request.session.flash = { kind: 'success', words: 'Your password was changed. Everywhere else you were signed out.' }
    return goTo(reply, '/account')
  })

  own('GET', '/account/second-factor', 'second factor opened', async (_request, _reply, actor) => {
    const { hasPassword, secondFactor } = await accounts.own(actor)
    const enrolment = hasPassword ? await accounts.enrolment(actor) : null
    return enrolment === null ? notFoundPage : secondFactorPage({ enrolment, action: '/account/second-factor', required: secondFactor.required, wrong: null })
  })

  own('POST', '/account/second-factor', 'second factor asked', async (request, _reply, actor) => {
    const { hasPassword, secondFactor } = await accounts.own(actor)
    const enrolment = hasPassword ? await accounts.enrolment(actor) : null
    if (enrolment === null) return notFoundPage
    const code = field(request, 'code')
    const answer = code.trim() === '' ? { status: 'missing' as const } : await accounts.confirmEnrolment(actor, code, field(request, 'password'))
    if (answer.status === 'shut') return tooManyPage(answer.minutes)
    if (answer.status === 'enrolled') {
      // Whoever got in without it before is out.
      await accounts.endSessions(actor, request.session.sessionId)
      return recoveryCodesPage(answer.codes, '/account')
    }
    return secondFactorPage({ enrolment, action: '/account/second-factor', required: secondFactor.required, wrong: answer.status })
  })

  own('POST', '/account/second-factor/remove', 'removal of second factor asked', async (request, reply, actor) => {
    const answer = await accounts.removeSecondFactor(actor, field(request, 'code'))
    if (answer.status === 'shut') return tooManyPage(answer.minutes)
    if (answer.status === 'wrong') {
      request.session.flash = { kind: 'notice', words: 'That code was not right, so nothing was changed.' }
      return goTo(reply, '/account')
    }
    await accounts.endSessions(actor, request.session.sessionId)
    request.session.flash = { kind: 'success', words: 'Your authenticator app was taken away. You can set up another now.' }
    return goTo(reply, '/account')
  })

  own('POST', '/account/sign-out-everywhere', 'signed out everywhere', async (request, reply, actor) => {
    await accounts.endSessions(actor)
    await request.session.destroy()
    forgetSession(reply, settings)
    rememberWhoIsIn(reply, settings, actor.personId, true)
    return goTo(reply, '/sign-in?out=everywhere')
  })
}
