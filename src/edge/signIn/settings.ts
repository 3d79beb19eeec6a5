/** What the outside tells Holdfast about signing in. Read with the other settings (../settings.ts). */

export interface ProviderSettings {
  /** The issuer's address, as the provider writes it in its tokens. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The words on the button: "Sign in with <label>". */
  readonly label: string
  /** The claim that holds the sign-in name. `email` counts only when the provider says it is verified. */
  readonly nameClaim: string
  /** Where people reach Holdfast, without a slash at the end. */
  readonly publicUrl: string
}

export interface SignInSettings {
  /** Keys are made from it; null: from one that is made once and kept in the database. */
  readonly secret: string | null
  /** Whether people sign in with passwords kept here. */
  readonly passwords: boolean
  /** Who must have a second factor beside their password. Anybody may. */
  readonly secondFactor: 'nobody' | 'privileged' | 'everyone'
  readonly provider: ProviderSettings | null
}

/** Signing in as it is when nothing is set. */
export const plainSignIn: SignInSettings = { secret: null, passwords: true, secondFactor: 'nobody', provider: null }

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/

function webAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  // Without https anybody on the way could answer in the provider's name; on one's own machine there is no way.
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname))
  return safe && url.username === '' && url.search === '' && url.hash === '' ? url : null
}

/** Where people reach Holdfast, without a slash at the end; null when it is not said or cannot be used, which is added to `problems`. */
export function readPublicUrl(given: (name: string) => string | null, problems: string[]): string | null {
  const text = given('HOLDFAST_URL')
  const reached = text === null ? null : webAddress(text)
  if (text !== null && (reached === null || reached.pathname !== '/')) {
    problems.push(`HOLDFAST_URL is "${text}". Give the https address at which people reach Holdfast, such as https://holdfast.example.gov.uk.`)
  }
  return reached?.origin ?? null
}

/** Reads them with `given`, which gives a variable's value or null; adds to `problems` what cannot be used. */
export function readSignIn(given: (name: string) => string | null, problems: string[], publicUrl: string | null): SignInSettings {
  const secret = given('HOLDFAST_SECRET')
  if (secret !== null && secret.length < 32) {
    problems.push('HOLDFAST_SECRET is too short. Give at least 32 characters that nobody can guess, such as 64 hexadecimal digits drawn at random.')
  }
  const secondFactor = given('HOLDFAST_SECOND_FACTOR') ?? 'nobody'
  if (secondFactor !== 'nobody' && secondFactor !== 'privileged' && secondFactor !== 'everyone') {
    problems.push(`HOLDFAST_SECOND_FACTOR is "${secondFactor}". Give nobody, privileged or everyone.`)
  }
  const passwords = given('HOLDFAST_PASSWORDS') ?? 'on'
  if (passwords !== 'on' && passwords !== 'off') problems.push(`HOLDFAST_PASSWORDS is "${passwords}". Give on or off.`)
  const provider = readProvider(given, problems, publicUrl)
  if (passwords === 'off' && provider === null) {
    problems.push('HOLDFAST_PASSWORDS is off, and there is no identity provider: nobody could sign in. Set HOLDFAST_OIDC_ISSUER and what goes with it.')
  }
  return {
    secret, passwords: passwords !== 'off', provider,
    secondFactor: secondFactor === 'privileged' || secondFactor === 'everyone' ? secondFactor : 'nobody',
  }
}

function readProvider(given: (name: string) => string | null, problems: string[], publicUrl: string | null): ProviderSettings | null {
  const issuer = given('HOLDFAST_OIDC_ISSUER')
  const clientId = given('HOLDFAST_OIDC_CLIENT_ID')
  const clientSecret = given('HOLDFAST_OIDC_CLIENT_SECRET')
  const label = given('HOLDFAST_OIDC_LABEL') ?? 'your work account'
  const nameClaim = given('HOLDFAST_OIDC_NAME_CLAIM') ?? 'email'
  if (issuer === null && clientId === null && clientSecret === null) return null
  const missing = Object.entries({
    HOLDFAST_OIDC_ISSUER: issuer, HOLDFAST_OIDC_CLIENT_ID: clientId, HOLDFAST_OIDC_CLIENT_SECRET: clientSecret, HOLDFAST_URL: given('HOLDFAST_URL'),
  }).filter(([, value]) => value === null).map(([name]) => name)
  if (missing.length > 0) problems.push(`For an identity provider ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`)
  if (issuer === null || clientId === null || clientSecret === null) return null
  const issuerUrl = webAddress(issuer)
  if (issuerUrl === null) problems.push(`HOLDFAST_OIDC_ISSUER is "${issuer}". Give the issuer's https address, without anything after ? or #.`)
  return publicUrl === null ? null : { issuer, clientId, clientSecret, label, nameClaim, publicUrl }
}
