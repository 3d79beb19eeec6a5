/** `GET /calendar/<secret>.ics`: a person's days, for their calendar program. No session: the address is the secret. */
import type { FastifyInstance } from 'fastify'
import { notFoundPage } from './failures.ts'
import type { Face } from './server.ts'

/** Mounts the feed. An address that is wrong or ended is not found, like any other. */
export function calendarFeed(pages: FastifyInstance, { port, send }: Face): void {
  pages.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const { file } = request.params
    const feed = file.endsWith('.ics') ? await port.calendars.feed(file.slice(0, -'.ics'.length)) : undefined
    if (feed === undefined) return send(request, reply, notFoundPage)
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'no-store').send(feed)
  })
}
