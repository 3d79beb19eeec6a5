/**
 * The web face: the route table on fastify. A request is: who is it -> may they -> one transaction -> the handler ->
 * a typed page. Without a row in the table there is no route, and what one may not see is not found.
 */
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import session from '@fastify/session'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { may } from '../core/access/policy.ts'
import { NotAllowed, type Actor } from '../app/work.ts'
import { filesFolder } from '../edge/settings.ts'
import { loadAssets } from './assets.ts'
import { forgedPage, notFoundPage, pageOfFailure } from './failures.ts'
import { isId } from './ids.ts'
import { address, localAddress } from './localAddress.ts'
import type { AuditEvent, WebPort, WebSettings } from './port.ts'
import type { Answer, Ask, Page, Route } from './route.ts'
import { routes } from './routes.ts'
import { lengthenEvery, longestSession, sessionStore } from './sessions.ts'
import { shellOf } from './shell.ts'
import { signInRoutes, wasSignedIn } from './signIn.ts'
import { templates } from './templates.ts'
import { receiveUpload, type Upload } from './uploads.ts'

/** What the sign-in routes share with the table's routes. */
export interface Face {
  readonly port: WebPort
  readonly settings: WebSettings
  readonly send: (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply
  /** Whether the posted form carries this person's anti-forgery token. */
  readonly isOwnForm: (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>
}

const sources = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], connectSrc: ["'self'"],
  formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"],
}

/** Builds the server; nothing listens and nothing is asked of the port until it is started or injected into. */
export function createServer(port: WebPort, settings: WebSettings): FastifyInstance {
  const webFolder = join(filesFolder, 'web')
  const assets = loadAssets(webFolder)
  const render = templates(webFolder)
  const app = fastify({
    trustProxy: settings.trustProxy, bodyLimit: 2_000_000, logger: false,
    // Query strings are read with URLSearchParams by the handlers.
    routerOptions: { querystringParser: () => ({}), maxParamLength: 200 },
  })

  void app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: sources },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.secureCookies ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: true, frameguard: { action: 'deny' },
  })
  void app.register(compress, { threshold: 1024, encodings: ['br', 'gzip', 'identity'] })

  app.get('/health', async (_request, reply) => {
    const ready = await port.ready().catch(() => false)
    return reply.status(ready ? 200 : 503).header('cache-control', 'no-store').send({ status: ready ? 'ready' : 'not ready' })
  })
  app.get<{ Params: { version: string; name: string } }>('/assets/:version/:name', { compress: false }, async (request, reply) => {
    const asset = assets.files.get(request.params.name)
    if (asset === undefined || request.params.version !== assets.version) return reply.status(404).type('text/plain').send('Not found')
    const accepted = String(request.headers['accept-encoding'] ?? '')
    reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
    if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.brotli)
    if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(asset.gzip)
    return reply.send(asset.plain)
  })

  const send = (request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply => {
    // A failure before the session was read is shown to nobody in particular.
    const actor = (request.session as FastifyRequest['session'] | null)?.actor ?? null
    const flash = actor === null ? null : (request.session.flash ?? null)
    if (flash !== null) request.session.flash = undefined
    const token = request.cookies === undefined || request.session === null ? null : reply.generateCsrf({ userInfo: whoseToken(request) })
    const shell = shellOf(page, actor, { assets: assets.version, csrf: token, flash, path: pathOf(request) })
    return reply.status(page.status ?? 200).type('text/html; charset=utf-8').header('cache-control', 'no-store')
      .send(render(page.view, { shell, page: page.model }))
  }

  void app.register(async (pages) => {
    const cookies = { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secureCookies } as const
    await pages.register(cookie, { secret: keyFor(settings, 'cookies') })
    await pages.register(session, {
      secret: keyFor(settings, 'sessions'), store: sessionStore(port.sessions, settings.idleMinutes),
      cookieName: 'holdfast', cookie: { ...cookies, maxAge: settings.idleMinutes * 60 * 1000 },
      saveUninitialized: false, rolling: false,
    })
    await pages.register(csrf, {
      cookieKey: 'holdfast-form', cookieOpts: { ...cookies, sameSite: 'strict', signed: true },
      csrfOpts: { hmacKey: keyFor(settings, 'forms'), userInfo: true },
      getUserInfo: whoseToken,
      getToken: (request) => (request.body instanceof URLSearchParams ? (request.body.get('_csrf') ?? undefined) : undefined),
    })
    await pages.register(formbody, { parser: (text) => new URLSearchParams(text) as unknown as Record<string, unknown> })
    await pages.register(multipart)
    await pages.register(rateLimit, { global: false })

    // The plugin answers a forged form itself; here it is only asked, so that what was received can be cleared away first.
    const isOwnForm = (request: FastifyRequest, reply: FastifyReply): Promise<boolean> =>
      new Promise((resolve) => {
        const asking = Object.create(reply, { send: { value: () => resolve(false) } }) as FastifyReply
        pages.csrfProtection(request, asking, () => resolve(true))
      })
    const face: Face = { port, settings, send, isOwnForm }

    pages.addHook('onRequest', async (request) => {
      const { session: mine } = request
      if (mine.actor === undefined) return
      const now = Date.now()
      if (now - (mine.signedInAt ?? 0) > longestSession) {
        await mine.destroy()
        await new Promise<void>((resolve) => pages.decryptSession('', request, () => resolve()))
      } else if (now - (mine.seenAt ?? 0) > lengthenEvery) {
        mine.seenAt = now
        mine.touch()
      }
    })
    pages.setNotFoundHandler((request, reply) => send(request, reply, notFoundPage))
    pages.setErrorHandler((failure, request, reply) => {
      const { page, reference } = pageOfFailure(failure)
      if (reference !== null) settings.onFailure(reference, failure)
      return send(request, reply, page)
    })
    signInRoutes(pages, face)
    for (const route of routes) mount(pages, face, route)
  })
  return app
}

/** One key a purpose, so that a token made for one is worthless for another. */
function keyFor(settings: WebSettings, purpose: string): string {
  return createHmac('sha256', settings.secret).update(`holdfast ${purpose}`).digest('hex')
}

/** Whom an anti-forgery token was made for: signing in as another makes the old ones worthless. */
function whoseToken(request: FastifyRequest): string {
  return (request.session as FastifyRequest['session'] | null)?.actor?.personId ?? 'nobody yet'
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1))
}

/** Puts one row of the table on the server. */
function mount(pages: FastifyInstance, face: Face, route: Route): void {
  const { port, settings, send } = face
  pages.route<{ Params: Record<string, string> }>({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const { actor } = request.session
      if (actor === undefined) return toSignIn(request, reply)
      const params = request.params
      const event: AuditEvent = { name: route.audit, ...childOf(params), detail: { address: request.url.slice(0, 2000) } }
      if (route.permission !== 'signed in' && !may(actor.roles, route.permission)) {
        await port.work(actor, { ...event, name: `refused: ${route.audit}` }, () => Promise.resolve())
        return send(request, reply, notFoundPage)
      }
      let upload: Upload | undefined
      if (route.upload === true) {
        if (!request.isMultipart()) return send(request, reply, pageOfFailure({ statusCode: 415 }).page)
        upload = await receiveUpload(request, settings.uploadFolder, settings.maxUploadBytes, (form) => {
          request.body = form
          return face.isOwnForm(request, reply)
        })
        if (upload === undefined) return send(request, reply, forgedPage)
      } else if (route.method === 'POST' && !(await face.isOwnForm(request, reply))) {
        return send(request, reply, forgedPage)
      }
      let taken = false
      const given = await answer(face, request, reply, actor, event, route, upload, () => { taken = true })
        .finally(() => (taken ? undefined : upload?.discard()))
      return deliver(face, request, reply, given)
    },
  })
}

async function answer(
  face: Face, request: FastifyRequest, reply: FastifyReply, actor: Actor, event: AuditEvent, route: Route,
  upload: Upload | undefined, filesTaken: () => void,
): Promise<Answer> {
  const { port } = face
  return port
    .work(actor, event, async (work): Promise<Answer> => {
      const ask: Ask = {
        work, today: port.today(), labels: port.rules, path: pathOf(request), query: queryOf(request),
        params: request.params as Record<string, string>,
        form: upload?.form ?? (request.body instanceof URLSearchParams ? request.body : new URLSearchParams()),
        uploads: upload?.files ?? new Map(),
        imports: {
          accept: async (own, asked) => {
            const id = await port.imports.accept(own, asked)
            filesTaken()
            return id
          },
          cancel: (own, id) => port.imports.cancel(own, id),
        },
      }
      const made = await route.handle(ask)
      // A file is made while it is sent, from the same transaction.
      if (made.kind === 'file') await sendFile(reply, made)
      return made
    })
    .catch((failure: unknown): Answer => {
      if (failure instanceof NotAllowed && !reply.sent) return { kind: 'not found' }
      throw failure
    })
}

function deliver(face: Face, request: FastifyRequest, reply: FastifyReply, given: Answer): FastifyReply {
  switch (given.kind) {
    case 'page': return face.send(request, reply, given)
    case 'not found': return face.send(request, reply, notFoundPage)
    case 'json': return reply.header('cache-control', 'no-store').send(given.body)
    case 'file': return reply
    case 'redirect':
      if (given.flash !== undefined) request.session.flash = given.flash
      return reply.header('cache-control', 'no-store').redirect(given.to, 303)
  }
}

async function sendFile(reply: FastifyReply, file: Extract<Answer, { kind: 'file' }>): Promise<void> {
  const stream = Readable.from(file.content, { objectMode: false })
  reply.type(file.type).header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '-')}"`)
    .send(stream)
  // Someone who stops a download has still seen part of it: the transaction, and with it the audit, is kept.
  await finished(stream).catch((failure: unknown) => {
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw failure
  })
}

/** The id of the child that an address names, for the audit log. */
function childOf(params: Readonly<Record<string, string>>): { childId?: string } {
  const id = params['childId']
  return id !== undefined && isId(id) ? { childId: id } : {}
}

/** To the sign-in page and back afterwards: for a form, to the page that it stood on. */
function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const referer = request.headers.referer
  const from = referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname + new URL(referer).search : '/'
  const wanted = localAddress(request.method === 'POST' ? from : request.url)
  const next = wanted === '/' ? null : wanted
  return reply.header('cache-control', 'no-store')
    .redirect(address('/sign-in', { next, ended: wasSignedIn(request) ? 'yes' : null }), 303)
}
