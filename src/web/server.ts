/**
 * The web face: the route table on fastify. A request is: who is it -> may they -> one transaction -> the handler ->
 * a typed page. Without a row in the table there is no route, and what one may not see is not found.
 */
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import session from '@fastify/session'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { mayAnywhere } from '../core/access/scope.ts'
import { RecordConflict } from '../app/records.ts'
import { NotAllowed, type Actor } from '../app/work.ts'
import { filesFolder } from '../edge/settings.ts'
import { loadAssets, serveAssets } from './assets.ts'
import { calendarFeed } from './calendarFeed.ts'
import { deliver, noting, sendFile, type Written } from './deliver.ts'
import { forgedPage, keyReadsPage, noKeyPage, notAsJsonPage, notFoundPage, pageOfFailure, signedOutPage, tooFastPage } from './failures.ts'
import { JsonForm, NotAsJson } from './forms/jsonForm.ts'
import { protectionHeaders } from './headers.ts'
import { isId } from './ids.ts'
import { asksJson, keyIn, problemOf, sendJson, sendsJson, takeJson } from './json.ts'
import { address, localAddress } from './localAddress.ts'
import { paces, usualPace, type Paces, type TooFast } from './pace.ts'
import type { AuditEvent, WebPort, WebSettings } from './port.ts'
import { checkAddress, readForm, refuseBroken, sizes, usualTimes, watchForm } from './requestLimits.ts'
import type { Answer, Ask, Page, Route } from './route.ts'
import { routes } from './routes.ts'
import { findActor, sessionStore } from './sessions.ts'
import { shellOf } from './shell.ts'
import { accountRoutes } from './signIn/accountRoutes.ts'
import { cookieNaming, whoWasIn } from './signIn/browser.ts'
import { forgetSent, keepPosted, keptRoutes } from './signIn/kept.ts'
import { firstPasswordRoutes } from './signIn/firstPasswordRoutes.ts'
import { passwordRoutes } from './signIn/passwordRoutes.ts'
import { providerRoutes } from './signIn/providerRoutes.ts'
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

/** Builds the server; nothing listens and nothing is asked of the port until it is started or injected into. `table` is for tests. */
export function createServer(port: WebPort, settings: WebSettings, table: readonly Route[] = routes): FastifyInstance {
  const webFolder = join(filesFolder, 'web')
  const assets = loadAssets(webFolder)
  const render = templates(webFolder)
  const headers = protectionHeaders(settings.secureCookies)
  const times = settings.times ?? usualTimes
  const app = fastify({
    trustProxy: settings.trustProxy, bodyLimit: sizes.form, logger: false,
    requestTimeout: times.request, connectionTimeout: times.silence, keepAliveTimeout: times.keptOpen,
    http: { headersTimeout: times.headers, connectionsCheckingInterval: times.looked, maxHeaderSize: sizes.headers },
    clientErrorHandler: refuseBroken(headers),
    // An address that cannot be read never comes to a hook.
    frameworkErrors: (failure, request, reply) => send(request, reply.headers(headers), pageOfFailure(failure).page),
    // Query strings are read with URLSearchParams by the handlers.
    routerOptions: { querystringParser: () => ({}), maxParamLength: 200 },
  })

  app.decorate('cookieName', cookieNaming(settings))
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    // A program with a key has no session, whatever else it sends: it is nobody's browser.
    if (keyIn(request) !== null) delete request.headers.cookie
  })
  void app.register(compress, { threshold: 1024, encodings: ['br', 'gzip', 'identity'] })

  app.get('/health', async (_request, reply) => {
    const ready = await port.ready().catch(() => false)
    return reply.status(ready ? 200 : 503).header('cache-control', 'no-store').send({ status: ready ? 'ready' : 'not ready' })
  })
  serveAssets(app, assets)

  const send = (request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply => {
    // A failure before the session was read is shown to nobody in particular.
    const actor = (request.actor as Actor | null | undefined) ?? null
    if (asksJson(request)) {
      const { status, body } = problemOf(page)
      return sendJson(reply, body, status)
    }
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
      cookieName: app.cookieName('holdfast'), cookie: { ...cookies, maxAge: settings.idleMinutes * 60 * 1000 },
      saveUninitialized: false, rolling: false,
    })
    await pages.register(csrf, {
      // Lax: a strict cookie stays behind on the way back from the provider, and forms open in other windows would be worthless.
      cookieKey: app.cookieName('holdfast-form'), cookieOpts: { ...cookies, signed: true },
      csrfOpts: { hmacKey: keyFor(settings, 'forms'), userInfo: true },
      getUserInfo: whoseToken,
      // A script of ours sends JSON with the token in a header: no page from elsewhere can set one.
      getToken: (request) => (request.body instanceof JsonForm ? headerOf(request, 'x-csrf-token')
        : request.body instanceof URLSearchParams ? (request.body.get('_csrf') ?? undefined) : undefined),
    })
    await pages.register(formbody, { parser: (text) => readForm(text) as unknown as Record<string, unknown> })
    takeJson(pages)
    await pages.register(multipart)
    await pages.register(rateLimit, { global: false })

    // The plugin answers a forged form itself; here it is only asked, so that what was received can be cleared away first.
    const isOwnForm = (request: FastifyRequest, reply: FastifyReply): Promise<boolean> =>
      new Promise((resolve) => {
        const asking = Object.create(reply, { send: { value: () => resolve(false) } }) as FastifyReply
        pages.csrfProtection(request, asking, () => resolve(true))
      })
    const face: Face = { port, settings, send, isOwnForm }
    const pace = paces(pages, settings.pace ?? usualPace)

    pages.addHook('onRequest', async (request, reply) => {
      checkAddress(request.url)
      const tooFast = await pace.ofAddress(request)
      if (tooFast !== null) return slowDown(face, request, reply, tooFast)
    })
    pages.addHook('preParsing', async (request, reply, payload) => {
      watchForm(request, payload, times.form)
      // An answer may go out before all of an upload came: what is still on its way is not waited for.
      if (request.isMultipart()) reply.header('connection', 'close')
    })
    pages.decorateRequest('actor', null)
    pages.decorateRequest('key', null)
    pages.addHook('onRequest', async (request, reply) => {
      const sent = keyIn(request)
      if (sent === null) return findActor(pages, port, request)
      request.key = (await port.keys?.holderOf(sent)) ?? null
      if (request.key === null) return send(request, reply.header('www-authenticate', 'Bearer error="invalid_token"'), noKeyPage)
      request.actor = request.key.actor
    })
    pages.setNotFoundHandler((request, reply) => send(request, reply, notFoundPage))
    pages.setErrorHandler((failure, request, reply) => {
      const { page, reference } = pageOfFailure(failure)
      if (reference !== null) settings.onFailure(reference, failure)
      return send(request, reply, page)
    })
    passwordRoutes(pages, face)
    firstPasswordRoutes(pages, face)
    providerRoutes(pages, face)
    accountRoutes(pages, face)
    keptRoutes(pages, face)
    calendarFeed(pages, face)
    for (const route of table) mount(pages, face, pace, route)
  })
  return app
}

/** One key a purpose, so that a token made for one is worthless for another. */
function keyFor(settings: WebSettings, purpose: string): string {
  return createHmac('sha256', settings.secret).update(`holdfast ${purpose}`).digest('hex')
}

/**
 * Whom an anti-forgery token was made for: signing in as another makes the old ones worthless. When a session has ended it is
 * whoever was in, so that the form they still had open can be told to be theirs.
 */
function whoseToken(request: FastifyRequest): string {
  return request.actor?.personId ?? whoWasIn(request)?.personId ?? 'nobody yet'
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const given = request.headers[name]
  return typeof given === 'string' ? given : undefined
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1))
}

/** Puts one row of the table on the server. */
function mount(pages: FastifyInstance, face: Face, pace: Paces, mounted: Route): void {
  const { port, settings, send } = face
  pages.route<{ Params: Record<string, string> }>({
    method: mounted.method,
    url: mounted.path,
    handler: async (request, reply) => {
      const { actor, key } = request
      const route = asksJson(request) ? { ...mounted, ...mounted.program } : mounted
      if (actor === null && asksJson(request)) return send(request, reply.header('www-authenticate', 'Bearer'), signedOutPage)
      if (actor === null) return toSignIn(request, reply, route.method === 'POST' && (await keepPosted(face, request, reply)))
      const params = request.params
      const event: AuditEvent = { name: route.audit, act: route.act, ...childOf(params), detail: { address: request.url.slice(0, 2000), ...(asksJson(request) ? { as: 'JSON' } : {}), ...(key === null ? {} : { key: key.keyId }) } }
      if (route.act !== 'signed in' && !mayAnywhere(actor.roles, route.act[1], route.act[0])) {
        return deliver(face, request, reply, await refuse(port, actor, event))
      }
      if (key !== null && (route.byPeople === true || (route.method === 'POST' && !key.mayWrite))) {
        await refuse(port, actor, event)
        return send(request, reply, keyReadsPage)
      }
      const tooFast = await pace.ofPerson(request, route)
      if (tooFast !== null) {
        if (tooFast.first) await port.work(actor, { ...event, name: `too fast: ${route.audit}`, act: 'signed in' }, () => Promise.resolve())
        return slowDown(face, request, reply, tooFast)
      }
      let upload: Upload | undefined
      if (route.upload === true) {
        if (!request.isMultipart()) return send(request, reply, sendsJson(request) ? notAsJsonPage : pageOfFailure({ statusCode: 415 }).page)
        upload = await receiveUpload(request, settings.uploadFolder, settings.maxUploadBytes, (form) => {
          request.body = form
          return key === null ? face.isOwnForm(request, reply) : Promise.resolve(true)
        })
        if (upload === undefined) return send(request, reply, forgedPage)
      } else if (route.method === 'POST' && key === null && !(await face.isOwnForm(request, reply))) {
        return send(request, reply, forgedPage)
      }
      // A file is seen while it is sent: that it was asked for is kept before the first byte, whatever becomes of the rest.
      if (isExport(route)) await port.work(actor, { ...event, name: `begun: ${route.audit}`, act: 'signed in' }, () => Promise.resolve())
      let taken = false
      const written: Written[] = []
      const given = await answer(face, request, reply, actor, event, route, upload, () => { taken = true }, written)
        .finally(() => (taken ? undefined : upload?.discard()))
      if (route.method === 'POST' && !(request.body instanceof JsonForm)) await forgetSent(face, request, actor, given)
      return deliver(face, request, reply, given, written)
    },
  })
}

function slowDown(face: Face, request: FastifyRequest, reply: FastifyReply, { seconds }: TooFast): FastifyReply {
  return face.send(request, reply.header('retry-after', seconds), tooFastPage(seconds))
}

async function answer(
  face: Face, request: FastifyRequest, reply: FastifyReply, actor: Actor, event: AuditEvent, route: Route,
  upload: Upload | undefined, filesTaken: () => void, written: Written[],
): Promise<Answer> {
  const { port } = face
  const once = (): Promise<Answer> => port
    .work(actor, event, async (work): Promise<Answer> => {
      const { body } = request
      const asJson = asksJson(request)
      written.length = 0
      const ask: Ask = {
        work: asJson ? noting(work, written) : work, sent: route.method === 'POST', asJson, today: port.today(), labels: port.rules, accounts: port.accounts, path: pathOf(request), query: queryOf(request),
        params: request.params as Record<string, string>,
        form: upload?.form ?? (body instanceof URLSearchParams ? body : new URLSearchParams()),
        uploads: upload?.files ?? new Map(), calendars: port.calendars, keys: port.keys,
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
      // Nothing that was sent is passed over in silence.
      if (body instanceof JsonForm && body.ignored && made.kind !== 'not found') throw new NotAsJson()
      // Nor is anything done whose answer only a page can show: undone, so that "not as JSON" is true.
      if (asJson && route.method === 'POST' && made.kind === 'page' && (made.status ?? 200) < 400) throw new NotAsJson()
      // Undone with all that was written beside it: nobody saw what was not found.
      if (made.kind === 'not found') throw new NothingThere()
      // A file is made while it is sent, from the same transaction.
      if (made.kind === 'file') {
        if (!isExport(route)) throw new Error(`${route.path} answers with a file, so its act must be an export: its event is then kept before the first byte`)
        await sendFile(reply, made)
      }
      return made
    })
  return once()
    .catch((failure: unknown): Promise<Answer> => {
      // Somebody wrote a newer version between our reading and our writing: asked again, the handler finds it and shows both.
      if (failure instanceof RecordConflict && !reply.sent) return once()
      throw failure
    })
    .catch((failure: unknown): Promise<Answer> => {
      if ((failure instanceof NotAllowed || failure instanceof NothingThere) && !reply.sent) return refuse(port, actor, event)
      throw failure
    })
    .catch(async (failure: unknown): Promise<never> => {
      // The event was undone with the work. When the mark cannot be written either, the failure itself is what matters.
      await port.work(actor, { ...event, name: `failed: ${event.name}`, act: 'signed in' }, () => Promise.resolve()).catch(() => undefined)
      throw failure
    })
}

const isExport = ({ act }: Route): boolean => act !== 'signed in' && act[0] === 'export'

/** Thrown to undo a transaction whose question had no answer that this person may have. */
class NothingThere extends Error {}

/** Writes down that something was asked for in vain, which may be a look at what is hidden; gives the one answer to it. */
async function refuse(port: WebPort, actor: Actor, event: AuditEvent): Promise<Answer> {
  await port.work(actor, { ...event, name: `refused: ${event.name}`, act: 'signed in' }, () => Promise.resolve())
  return { kind: 'not found' }
}

/** The id of the child that an address names, for the audit log. */
function childOf(params: Readonly<Record<string, string>>): { childId?: string } {
  const id = params['childId']
  return id !== undefined && isId(id) ? { childId: id } : {}
}

/** To the sign-in page and back afterwards: for a form, to the page that it stood on. `kept`: the form waits to be sent again. */
function toSignIn(request: FastifyRequest, reply: FastifyReply, kept: boolean): FastifyReply {
  const referer = request.headers.referer
  const from = referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname + new URL(referer).search : '/'
  const wanted = localAddress(request.method === 'POST' ? from : request.url)
  const next = wanted === '/' ? null : wanted
  return reply.header('cache-control', 'no-store')
    .redirect(address('/sign-in', { next, ended: whoWasIn(request)?.out === false ? 'yes' : null, kept: kept ? 'yes' : null }), 303)
}
