/** What Holdfast leaves in a browser beside the session: who was in, what opens their kept forms, that the browser is known. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebSettings } from '../port.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What a cookie of Holdfast's is called on this server. */
    cookieName: (name: CookieName) => string
  }
}

/** The session, what makes a form one's own, who was in, what opens their kept forms, that the browser is known. */
type CookieName = 'holdfast' | 'holdfast-form' | 'holdfast-was-in' | 'holdfast-kept' | 'holdfast-known'

/**
 * How a server names its cookies. Over https with `__Host-` before the name: a browser takes such a cookie from this very host
 * alone, over https alone, so that no neighbour under the same domain can leave one of theirs in its place.
 */
export const cookieNaming = ({ secureCookies }: Pick<WebSettings, 'secureCookies'>) => (name: CookieName): string => (secureCookies ? `__Host-${name}` : name)

const held = (request: FastifyRequest, name: CookieName): string | undefined => request.cookies?.[request.server.cookieName(name)]

const day = 24 * 60 * 60

const common = (settings: WebSettings) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secureCookies } as const)

/** Who was signed in on this browser last; `out` when they signed out themselves. Signed, so that nobody makes one up. */
export function whoWasIn(request: FastifyRequest): { readonly personId: string; readonly out: boolean } | null {
  const cookie = held(request, 'holdfast-was-in')
  const read = cookie === undefined ? undefined : request.unsignCookie(cookie)
  if (read === undefined || !read.valid || read.value === null) return null
  const [personId = '', how] = read.value.split(' ')
  return { personId, out: how === 'out' }
}

/** Remembers who is in. After signing out it stays, so that a form still open in another window is not lost. */
export function rememberWhoIsIn(reply: FastifyReply, settings: WebSettings, personId: string, out = false): void {
  reply.setCookie(reply.server.cookieName('holdfast-was-in'), out ? `${personId} out` : personId, { ...common(settings), signed: true })
}

/** The key of the forms kept for this browser, or null. It is in the cookie and nowhere else. */
export function keptKeyOf(request: FastifyRequest): string | null {
  const key = held(request, 'holdfast-kept') ?? ''
  return /^[\w-]{43}$/.test(key) ? key : null
}

/** The same, made now if there is none; it lasts as long as what it opens. */
export function keptKeyFor(request: FastifyRequest, reply: FastifyReply, settings: WebSettings): string {
  const key = keptKeyOf(request) ?? randomBytes(32).toString('base64url')
  reply.setCookie(reply.server.cookieName('holdfast-kept'), key, { ...common(settings), maxAge: day })
  return key
}

/** By what the browser is known for a name it signed in under (src/edge/signIn/lockout.ts), or null. */
export function deviceOf(request: FastifyRequest): string | null {
  const device = held(request, 'holdfast-known') ?? ''
  return /^[\w-]{22}\.[\w-]{43}$/.test(device) ? device : null
}

/** Lets the browser be known for a year. */
export function rememberDevice(reply: FastifyReply, settings: WebSettings, device: string): void {
  reply.setCookie(reply.server.cookieName('holdfast-known'), device, { ...common(settings), maxAge: 365 * day })
}

/** Takes the session's own cookie away. */
export function forgetSession(reply: FastifyReply, settings: WebSettings): void {
  reply.clearCookie(reply.server.cookieName('holdfast'), common(settings))
}

/** "Firefox on Windows": enough to know one's own sessions by. Browsers claim to be each other, so the order counts. */
export function browserWords(userAgent: string | undefined): string {
  const agent = userAgent ?? ''
  const browser = /Edg\//.test(agent) ? 'Edge' : /Firefox\//.test(agent) ? 'Firefox' : /Chrom(e|ium)\//.test(agent) ? 'Chrome'
    : /Safari\//.test(agent) ? 'Safari' : 'A browser'
  const system = /Windows/.test(agent) ? 'Windows' : /iPhone|iPad/.test(agent) ? 'iOS' : /Android/.test(agent) ? 'Android'
    : /Mac OS X/.test(agent) ? 'macOS' : /Linux/.test(agent) ? 'Linux' : null
  return system === null ? browser : `${browser} on ${system}`
}
