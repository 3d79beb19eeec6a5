/** What Holdfast leaves in a browser beside the session: who was in, what opens their kept forms, that the browser is known. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebSettings } from '../port.ts'

const names = { wasIn: 'holdfast-was-in', keptKey: 'holdfast-kept', device: 'holdfast-known' } as const

const day = 24 * 60 * 60

const common = (settings: WebSettings) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secureCookies } as const)

/** Who was signed in on this browser last; `out` when they signed out themselves. Signed, so that nobody makes one up. */
export function whoWasIn(request: FastifyRequest): { readonly personId: string; readonly out: boolean } | null {
  const cookie = request.cookies?.[names.wasIn]
  const read = cookie === undefined ? undefined : request.unsignCookie(cookie)
  if (read === undefined || !read.valid || read.value === null) return null
  const [personId = '', how] = read.value.split(' ')
  return { personId, out: how === 'out' }
}

/** Remembers who is in. After signing out it stays, so that a form still open in another window is not lost. */
export function rememberWhoIsIn(reply: FastifyReply, settings: WebSettings, personId: string, out = false): void {
  reply.setCookie(names.wasIn, out ? `${personId} out` : personId, { ...common(settings), signed: true })
}

/** The key of the forms kept for this browser, or null. It is in the cookie and nowhere else. */
export function keptKeyOf(request: FastifyRequest): string | null {
  const key = request.cookies?.[names.keptKey] ?? ''
  return /^[\w-]{43}$/.test(key) ? key : null
}

/** The same, made now if there is none; it lasts as long as what it opens. */
export function keptKeyFor(request: FastifyRequest, reply: FastifyReply, settings: WebSettings): string {
  const key = keptKeyOf(request) ?? randomBytes(32).toString('base64url')
  reply.setCookie(names.keptKey, key, { ...common(settings), maxAge: day })
  return key
}

/** By what the browser is known for a name it signed in under (src/edge/signIn/lockout.ts), or null. */
export function deviceOf(request: FastifyRequest): string | null {
  const device = request.cookies[names.device] ?? ''
  return /^[\w-]{22}\.[\w-]{43}$/.test(device) ? device : null
}

/** Lets the browser be known for a year. */
export function rememberDevice(reply: FastifyReply, settings: WebSettings, device: string): void {
  reply.setCookie(names.device, device, { ...common(settings), maxAge: 365 * day })
}

/** Takes the session's own cookie away. */
export function forgetSession(reply: FastifyReply, settings: WebSettings): void {
  reply.clearCookie('holdfast', common(settings))
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
