/** Programs ask at the pages' own addresses, and say in which form they want the answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keyMark } from '../core/people/key.ts'
import { withoutReordering } from '../app/reordering.ts'
import { JsonForm, type JsonBody } from './forms/jsonForm.ts'
import { checkText, sizes, TooMuch } from './requestLimits.ts'
import type { Page } from './route.ts'

/** The key that a request carries, or what would be one; null for none. What a proxy may send to everybody is no key of ours. */
export function keyIn({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const { authorization } = headers
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  return token !== undefined && token.startsWith(keyMark) ? token : null
}

/** Whether the answer shall be JSON: it was asked for, and no page; or JSON was sent, and nothing else asked for; or a key came with it. */
export function asksJson({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const accept = headers.accept ?? ''
  if (keyIn({ headers }) !== null) return true
  if (/\btext\/html\b/.test(accept)) return false
  return /\bapplication\/(problem\+)?json\b/.test(accept) || sendsJson({ headers })
}

/** Whether what was sent is JSON. */
export const sendsJson = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')

/** JSON that is no form of ours, with what it has to be. */
class NoBody extends Error {
  readonly statusCode = 400
  readonly code = 'HOLDFAST_NO_BODY'
}

/**
 * Reads a form that came as JSON: `{ "version": 3, "values": { … } }`, both to be left out where there is nothing to say.
 * @throws NoBody when it is anything else, TooMuch for more fields than any form has, NotText for a null in a text
 */
function readJsonBody(text: string): JsonBody {
  let read: unknown
  try {
    read = JSON.parse(text, (_name, value: unknown) => {
      if (typeof value === 'string') checkText(value)
      return value
    })
  } catch (fault) {
    if (fault instanceof Error && 'statusCode' in fault) throw fault
    throw new NoBody('The body is not JSON.')
  }
  const { version = null, values = {}, ...rest } = objectOf(read, 'The body')
  const [strange] = Object.keys(rest)
  if (strange !== undefined) throw new NoBody(`The body has a part called ${strange.slice(0, 100)}. Send the fields in values, and beside them only version.`)
  if (version !== null && (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)) throw new NoBody('The version must be a whole number from 1.')
  const fields = objectOf(values, 'The part called values')
  if (Object.keys(fields).length > sizes.fields || Object.values(fields).some((one) => Array.isArray(one) && one.length > sizes.fields)) throw new TooMuch(413, 'the form has too many fields')
  return { version, values: fields }
}

function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NoBody(`${what} must be a JSON object.`)
  return value as Readonly<Record<string, unknown>>
}

/** Takes forms that come as JSON. */
export function takeJson(pages: FastifyInstance): void {
  pages.removeContentTypeParser('application/json')
  pages.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, new JsonForm(readJsonBody(String(text))))
    } catch (fault) {
      done(fault as Error)
    }
  })
}

/** Sends JSON; from status 400 on as a problem (RFC 9457). Marks that turn text around are taken out, as on pages. */
export function sendJson(reply: FastifyReply, body: unknown, status = 200): FastifyReply {
  return reply.status(status).header('cache-control', 'no-store').type(status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body, (_name, value: unknown) => (typeof value === 'string' ? withoutReordering(value) : value)))
}

/** What a page of failure says, for programs; a page that is none has no other form. */
export function problemOf({ status = 200, title, model }: Page): { readonly status: number; readonly body: unknown } {
  if (status < 400) {
    return { status: 406, body: { type: 'about:blank', title: 'This address answers with a page alone', status: 406, detail: 'Ask for text/html, or for a form or the records of a child.' } }
  }
  const { paragraphs = [], reference = null } = model as { readonly paragraphs?: readonly string[]; readonly reference?: string | null }
  return { status, body: { type: 'about:blank', title, status, ...(paragraphs.length === 0 ? {} : { detail: paragraphs.join(' ') }), ...(reference === null ? {} : { reference }) } }
}
