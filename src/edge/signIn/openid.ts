/**
 * The council's identity provider: OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636), state and nonce.
 * The protocol and its checks are openid-client's; here is only what Holdfast asks and what it makes of the answer.
 */
import * as openid from 'openid-client'
import type { GoneToProvider } from '../../app/signIn.ts'
import type { ProviderSettings } from './settings.ts'

/** Whom the provider vouches for. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  /** The claim that holds the sign-in name; null when it is missing or, for an e-mail address, not verified. */
  readonly signInName: string | null
}

export type Finished = { readonly status: 'vouched'; readonly who: Vouched } | { readonly status: 'refused' } | { readonly status: 'away' }

export interface OpenIdClient {
  begin(): Promise<{ readonly address: string; readonly gone: GoneToProvider } | null>
  finish(query: string, gone: GoneToProvider): Promise<Finished>
  endSession(): Promise<string | null>
}

/** Where the provider sends people back to; it has to be registered there. */
export const returnPath = '/sign-in/provider/return'

/** How far the provider's clock and ours may differ: seconds. */
const CLOCKS_DIFFER = 30
/** Seconds after which a provider counts as away. */
const PATIENCE = 10

/**
 * A client for a provider. Its metadata is asked for when first needed, and again after a failure: Holdfast starts and goes on
 * while the provider is away. `tell` is told why an answer was refused or did not come.
 */
export function openIdClient(settings: ProviderSettings, tell: (words: string, error: unknown) => void): OpenIdClient {
  const { issuer, clientId, clientSecret, publicUrl, nameClaim } = settings
  let found: Promise<openid.Configuration> | null = null
  const configuration = async (): Promise<openid.Configuration | null> => {
    found ??= openid.discovery(
      new URL(issuer), clientId, { client_secret: clientSecret, [openid.clockTolerance]: CLOCKS_DIFFER }, openid.ClientSecretPost(clientSecret),
      {
        timeout: PATIENCE,
        // The signature is checked although the token comes from the provider itself: a proxy in between is not the provider.
        execute: [openid.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [])],
      },
    )
    try {
      return await found
    } catch (error) {
      found = null
      tell('the identity provider did not answer', error)
      return null
    }
  }

  return {
    async begin() {
      const config = await configuration()
      if (config === null) return null
      const gone: GoneToProvider = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() }
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: publicUrl + returnPath, scope: 'openid email profile', response_type: 'code', state: gone.state, nonce: gone.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(gone.verifier), code_challenge_method: 'S256',
      })
      return { address: address.href, gone }
    },

    async finish(query, gone) {
      const config = await configuration()
      if (config === null) return { status: 'away' }
      try {
        const tokens = await openid.authorizationCodeGrant(config, new URL(`${publicUrl}${returnPath}?${query}`), {
          pkceCodeVerifier: gone.verifier, expectedState: gone.state, expectedNonce: gone.nonce, idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) return { status: 'refused' }
        // Many providers leave the address out of the ID token and tell it when asked.
        const told = nameClaim in claims || config.serverMetadata().userinfo_endpoint === undefined
          ? claims : await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
        return { status: 'vouched', who: { issuer: claims.iss, subject: claims.sub, signInName: nameIn(told, nameClaim) } }
      } catch (error) {
        const away = isAway(error)
        tell(away ? 'the identity provider did not answer' : 'an answer of the identity provider was refused', error)
        return { status: away ? 'away' : 'refused' }
      }
    },

    async endSession() {
      const config = await configuration()
      if (config === null || config.serverMetadata().end_session_endpoint === undefined) return null
      return openid.buildEndSessionUrl(config, { post_logout_redirect_uri: `${publicUrl}/sign-in?out=yes` }).href
    },
  }
}

function nameIn(claims: Readonly<Record<string, unknown>>, claim: string): string | null {
  const name = claims[claim]
  if (typeof name !== 'string' || name.trim() === '') return null
  return claim === 'email' && claims['email_verified'] !== true ? null : name.trim()
}

/** Whether an error says that nobody answered, or answered only that the provider is out of order. */
function isAway(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one.name === 'TimeoutError' || one.name === 'AbortError' || /fetch failed/.test(one.message)) return true
    if ('status' in one && typeof one.status === 'number' && one.status >= 500) return true
  }
  return false
}
