/** A real OpenID Connect provider (oidc-provider) on this machine, where whoever is asked for signs in without a page. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type Configuration } from 'oidc-provider'
import type { ProviderSettings } from '../../src/edge/signIn/settings.ts'

export interface Somebody {
  readonly subject: string
  readonly email: string
  readonly verified: boolean
}

export interface TestProvider {
  readonly settings: ProviderSettings
  /** Who signs in next. */
  who: Somebody
  /** What becomes of the ID token on its way out. */
  tamper: (idToken: string) => string
  /** Goes from the address Holdfast sends a browser to, to the query it comes back with. */
  walk(address: string): Promise<string>
  /** Whether the provider answers. */
  go(up: boolean): Promise<void>
  close(): Promise<void>
}

const clientId = 'holdfast'
const clientSecret = 'a secret between the test and its provider'

/** Starts a provider that knows one client, Holdfast at `publicUrl`. */
export async function identityProvider(publicUrl: string): Promise<TestProvider> {
  let server: Server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  const people = new Map<string, Somebody>()

  const configuration: Configuration = {
    clients: [{
      client_id: clientId, client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [`${publicUrl}/sign-in/provider/return`], post_logout_redirect_uris: [`${publicUrl}/sign-in?out=yes`],
      response_types: ['code'], grant_types: ['authorization_code'],
    }],
    jwks: { keys: [{ ...key, alg: 'RS256', use: 'sig', kid: 'test' } as never] },
    cookies: { keys: ['cookies of the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) => {
      const one = people.get(subject)
      return one === undefined ? undefined
        : { accountId: subject, claims: () => ({ sub: subject, email: one.email, email_verified: one.verified }) }
    },
    // Nobody is asked for consent: the council's own provider serves the council's own Holdfast.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ accountId: ctx.oidc.session?.accountId ?? '', clientId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
  const provider = new Provider(issuer, configuration)
  provider.use(async (ctx, next) => {
    await next()
    const body = ctx.body as { id_token?: string } | undefined
    if (ctx.path === '/token' && body?.id_token !== undefined) ctx.body = { ...body, id_token: test.tamper(body.id_token) }
  })
  const answer = provider.callback()
  const listen = (): void => {
    server.on('request', (request, reply) => {
      if (!(request.url ?? '').startsWith('/interaction/')) return void answer(request, reply)
      people.set(test.who.subject, test.who)
      void provider.interactionFinished(request, reply, { login: { accountId: test.who.subject, remember: false } })
    })
  }
  listen()

  const test: TestProvider = {
    settings: { issuer, clientId, clientSecret, label: 'Fernbrook account', nameClaim: 'email', publicUrl },
    who: { subject: 'nobody', email: 'nobody@fernbrook.example', verified: true },
    tamper: (idToken) => idToken,
    async walk(address) {
      const cookies = new Map<string, string>()
      for (let at = address, steps = 0; steps < 10; steps += 1) {
        const reply = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
        for (const cookie of reply.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
          if (value === '') cookies.delete(name)
          else cookies.set(name, value)
        }
        const next = new URL(reply.headers.get('location') ?? 'about:blank', at)
        if (next.href.startsWith(publicUrl)) return next.search.slice(1)
        if (next.protocol === 'about:') throw new Error(`the provider answered ${reply.status}: ${await reply.text()}`)
        at = next.href
      }
      throw new Error('the provider led nowhere')
    },
    async go(up) {
      if (up === server.listening) return
      if (up) {
        server = createServer()
        listen()
        server.listen(port, '127.0.0.1')
        await new Promise((resolve) => server.once('listening', resolve))
      } else {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
    close: () => test.go(false),
  }
  return test
}
