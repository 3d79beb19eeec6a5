/** Choosing a first password by the link that an administrator gave. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { forgedPage } from '../failures.ts'
import type { Page } from '../route.ts'
import type { Face } from '../server.ts'
import { firstPasswordPage } from '../views/first-password/view.ts'

const plain = (status: number, heading: string, paragraphs: readonly string[]): Page => ({
  kind: 'page', view: 'failure', room: 'none', title: heading, status,
  model: { heading, paragraphs, reference: null, link: { href: '/sign-in', text: 'Go to the sign-in page' } },
})
const chosenPage = plain(200, 'Your password is set', ['Sign in with it now.'])
const noLongerPage = plain(404, 'This link opens nothing', [
  'It was used already, a newer one was made, or it is more than three days old.', 'Ask the person who looks after Holdfast in your authority for a new one.',
])

const tokenOf = (request: FastifyRequest): string => (request.params as { readonly token?: string }).token ?? ''

/** The page under `/first-password`. */
export function firstPasswordRoutes(pages: FastifyInstance, { port: { accounts }, send, isOwnForm }: Face): void {
  pages.get('/first-password/:token', async (request, reply) => {
    const person = await accounts.firstPasswordOf(tokenOf(request))
    return send(request, reply, person === null ? noLongerPage : firstPasswordPage(tokenOf(request), person, null))
  })
  pages.post('/first-password/:token', async (request, reply) => {
    if (!(await isOwnForm(request, reply))) return send(request, reply, forgedPage)
    const token = tokenOf(request)
    const person = await accounts.firstPasswordOf(token)
    if (person === null) return send(request, reply, noLongerPage)
    const wanted = request.body instanceof URLSearchParams ? (request.body.get('wanted') ?? '').slice(0, 1000) : ''
    const answer = await accounts.chooseFirstPassword(token, wanted)
    switch (answer.status) {
      case 'chosen': return send(request, reply, chosenPage)
      case 'no longer': return send(request, reply, noLongerPage)
      case 'refused': return send(request, reply, firstPasswordPage(token, person, answer.fault))
    }
  })
}
