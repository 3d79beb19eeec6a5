/** A visitor without a browser: keeps cookies, sends the forms that pages hold. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Rate } from '../pace.ts'
import type { WebPort, WebSettings } from '../port.ts'
import type { Route } from '../route.ts'
import { routes } from '../routes.ts'
import { createServer } from '../server.ts'
import { password } from './fixturePort.ts'

export interface Answered {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | readonly string[] | number | undefined>>
  readonly location: string
}

/** A part of a multipart form: text, or a file with a name. */
export interface Part {
  readonly name: string
  readonly value: string
  readonly file?: string
}

/** A server on a fixture, with what it reported as failures, and a folder for uploads that `close` removes. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly failures: { readonly reference: string; readonly failure: unknown }[]
  readonly uploadFolder: string
  close(): Promise<void>
}

/** A test goes faster than any person. */
const noHurry: Rate = { most: 1e9, minutes: 1 }

/** Starts a server on a port, with the routes of Holdfast unless others are given. */
export function testServer(port: WebPort, settings: Partial<WebSettings> = {}, table: readonly Route[] = routes): TestServer {
  const uploadFolder = mkdtempSync(join(tmpdir(), 'holdfast-web-'))
  const failures: { reference: string; failure: unknown }[] = []
  const app = createServer(port, {
    secret: 'a secret that only tests know, 40 long', secureCookies: false, trustProxy: false, idleMinutes: 30, uploadFolder,
    maxUploadBytes: 100_000, onFailure: (reference, failure) => failures.push({ reference, failure }),
    pace: { address: noHurry, page: noHurry, file: noHurry, upload: noHurry }, ...settings,
  }, table)
  return {
    app, failures, uploadFolder,
    async close() {
      await app.close()
      rmSync(uploadFolder, { recursive: true, force: true })
    },
  }
}

/** One browser's worth of cookies. */
export class Client {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  #lastPage = ''

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async #send(method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string | Buffer): Promise<Answered> {
    const response = await this.#app.inject({
      method, url, ...(payload === undefined ? {} : { payload }),
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers },
    })
    for (const { name, value, expires, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now())) this.cookies.delete(name)
      else this.cookies.set(name, encodeURIComponent(value))
    }
    const type = String(response.headers['content-type'] ?? '')
    if (type.startsWith('text/html')) this.#lastPage = response.body
    return { status: response.statusCode, body: response.body, headers: response.headers, location: String(response.headers.location ?? '') }
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.#send('GET', url, headers)
  }

  /** The anti-forgery token of the page seen last. */
  token(): string {
    return /name="_csrf" value="([^"]+)"/.exec(this.#lastPage)?.[1] ?? ''
  }

  /** Posts a form as it stands on the page seen last; `token` null leaves the anti-forgery token out. */
  post(url: string, fields: readonly (readonly [string, string])[], token: string | null = this.token(), headers: Record<string, string> = {}): Promise<Answered> {
    const form = new URLSearchParams(token === null ? [] : [['_csrf', token]])
    for (const [name, value] of fields) form.append(name, value)
    return this.#send('POST', url, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, form.toString())
  }

  /** Posts JSON, with the token of the page seen last in a header; `token` null leaves it out. */
  postJson(url: string, body: string, token: string | null = this.token(), headers: Record<string, string> = {}): Promise<Answered> {
    return this.#send('POST', url, { 'content-type': 'application/json', accept: 'application/json', ...(token === null ? {} : { 'x-csrf-token': token }), ...headers }, body)
  }

  /** Posts a multipart form. */
  upload(url: string, parts: readonly Part[]): Promise<Answered> {
    const edge = 'edge-of-a-part'
    const body = parts.map(({ name, value, file }) =>
      `--${edge}\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\ncontent-type: application/octet-stream`}\r\n\r\n${value}\r\n`)
    return this.#send('POST', url, { 'content-type': `multipart/form-data; boundary=${edge}` }, Buffer.from(`${body.join('')}--${edge}--\r\n`))
  }

  /** Signs in as an invented person with this role. */
  async signIn(role: string): Promise<this> {
    await this.get('/sign-in')
    const { status } = await this.post('/sign-in', [['name', role], ['password', password], ['next', '/']])
    if (status !== 303) throw new Error(`signing in gave ${status}`)
    return this
  }
}
