/** What becomes of a handler's answer: a page, a redirect, a file, or JSON for a program. */
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Work } from '../app/work.ts'
import { notFoundPage } from './failures.ts'
import { asksJson, sendJson } from './json.ts'
import type { Answer } from './route.ts'
import type { Face } from './server.ts'

/** A record that a request wrote, for the program that asked. */
export interface Written {
  readonly type: string
  readonly recordId: string
  readonly version: number
}

/** What became of a form that a program sent: what a person reads on the next page, where that is, and which records were written. */
function settled({ to, flash }: Extract<Answer, { kind: 'redirect' }>, records: readonly Written[]): { readonly status: number; readonly body: unknown } {
  if (flash?.kind === 'notice') return { status: 422, body: { type: 'about:blank', title: flash.words, status: 422, leadsTo: to } }
  return { status: 200, body: { done: flash?.words ?? null, leadsTo: to, records } }
}

/** Sends an answer, as a page or as JSON. `written`: the records that it wrote. */
export function deliver(face: Face, request: FastifyRequest, reply: FastifyReply, given: Answer, written: readonly Written[] = []): FastifyReply {
  switch (given.kind) {
    case 'page': return face.send(request, reply, given)
    case 'not found': return face.send(request, reply, notFoundPage)
    case 'json': return sendJson(reply, given.body, given.status)
    case 'file': return reply
    case 'redirect':
      if (request.method === 'POST' && asksJson(request)) {
        const { body, status } = settled(given, written)
        return sendJson(reply, body, status)
      }
      if (given.flash !== undefined) request.session.flash = given.flash
      return reply.header('cache-control', 'no-store').redirect(given.to, 303)
  }
}

/** Sends a file as it is made. Settles when the last of it is sent. */
export async function sendFile(reply: FastifyReply, file: Extract<Answer, { kind: 'file' }>): Promise<void> {
  const stream = Readable.from(file.content, { objectMode: false })
  reply.type(file.type).header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '-')}"`)
    .send(stream)
  // Someone who stops a download has still seen part of it: the transaction, and with it the audit, is kept.
  await finished(stream).catch((failure: unknown) => {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw failure
  })
}

/** The same work, noting which records it writes. */
export function noting(work: Work, written: Written[]): Work {
  const apply: Work['records']['apply'] = async (changes, tell) => {
    await work.records.apply(changes, tell)
    written.push(...changes.map((one) => ({ type: one.type.name, recordId: one.recordId, version: one.kind === 'add' ? 1 : one.version + 1 })))
  }
  return { ...work, records: Object.assign(Object.create(work.records) as Work['records'], { apply }) }
}
