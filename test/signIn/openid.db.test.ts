/** Signing in at the council's identity provider: a real one, through the real server. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../src/web/testing/client.ts'
import { identityProvider, type TestProvider } from '../support/identityProvider.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

const publicUrl = 'http://127.0.0.1:9'

let all: Trials
let at: Trial
let provider: TestProvider
let served: Served
beforeAll(async () => {
  all = await trials()
  at = await all.next()
  provider = await identityProvider(publicUrl)
  served = serve(at, { passwords: false, provider: provider.settings })
})
beforeEach(async () => {
  await provider.go(true)
  provider.tamper = (idToken) => idToken
})
afterAll(async () => {
  await served.app.close()
  await provider.close()
  await all.close()
})

const people = async (): Promise<number> => Number((await all.pool.query<{ n: string }>('select count(*) as n from person')).rows[0]?.n)
const start = async (client: Client): Promise<string> => (await client.get('/sign-in/provider?next=%2Faccount')).location
const comeBack = (client: Client, query: string) => client.get(`/sign-in/provider/return?${query}`)

async function signIn(client: Client, subject: string, email: string, verified = true): Promise<{ readonly status: number; readonly location: string; readonly body: string }> {
  provider.who = { subject, email, verified }
  return comeBack(client, await provider.walk(await start(client)))
}

test('a person added beforehand comes in: first by their verified address, then by the subject, whatever the address is then', async () => {
  const personId = await served.person('priya@fernbrook.example', 'team manager')
  const before = await people()
  const client = served.client()
  expect((await client.get('/sign-in?next=%2Faccount')).body).toMatch(/href="\/sign-in\/provider\?next=%2Faccount"[^>]*>\s*Sign in with Fernbrook account/)
  await served.events()
  const { status, location } = await signIn(client, 's-1', 'Priya@fernbrook.example')
  expect([status, location]).toEqual([303, '/account'])
  expect(await served.events()).toEqual([{ event: 'signed in', person: personId, detail: { how: 'provider' } }])
  expect((await client.get('/account')).body).toContain('priya@fernbrook.example')

  expect((await signIn(served.client(), 's-1', 'priya.sandhu@new.example')).location).toBe('/account')
  // The mailbox was given to somebody new: they are not the person who had it.
  const other = await signIn(served.client(), 's-2', 'priya@fernbrook.example')
  expect([other.status, other.body.includes('You have no account in Holdfast')]).toEqual([403, true])
  expect((await served.events()).at(-1)).toEqual({ event: 'sign-in failed', person: null, detail: { account: personId, how: 'provider', why: 'bound to another subject' } })
  expect(await people()).toBe(before)
})

test('nobody is let in or made: unknown, disabled, or with an address that is not verified', async () => {
  await served.person('quinn@fernbrook.example', 'team manager')
  await served.person('ended@fernbrook.example', 'team manager')
  const bound = served.client()
  expect((await signIn(bound, 's-10', 'ended@fernbrook.example')).status).toBe(303)
  await all.pool.query(`update person set disabled_at = now() where sign_in_name = 'ended@fernbrook.example'`)
  const before = await people()
  for (const [subject, email, verified] of [
    ['s-11', 'stranger@fernbrook.example', true], ['s-12', 'quinn@fernbrook.example', false], ['s-10', 'ended@fernbrook.example', true],
  ] as const) {
    const client = served.client()
    const { status, body } = await signIn(client, subject, email, verified)
    expect([subject, status, body.includes('You have no account in Holdfast')]).toEqual([subject, 403, true])
    expect((await client.get('/account')).status).toBe(303)
  }
  expect(await people()).toBe(before)
  expect((await bound.get('/account')).status).toBe(303)
})

test('an answer that is not the one to our question is refused', async () => {
  await served.person('rhea@fernbrook.example', 'team manager')
  provider.who = { subject: 's-20', email: 'rhea@fernbrook.example', verified: true }
  const refused = async (client: Client, query: string, ...why: readonly string[]): Promise<void> => {
    const { status, body } = await comeBack(client, query)
    expect([status, body.includes('Signing in did not work')]).toEqual([400, true])
    expect(served.told.splice(0)).toEqual(why)
    expect((await client.get('/account')).status).toBe(303)
  }
  const changed = (query: string, name: string, value: string): string => {
    const params = new URLSearchParams(query)
    params.set(name, value)
    return params.toString()
  }
  const asked = (address: string, name: string, value: string): string => {
    const url = new URL(address)
    url.searchParams.set(name, value)
    return url.href
  }

  // Another state; an answer in a browser that did not ask.
  const client = served.client()
  await refused(client, changed(await provider.walk(await start(client)), 'state', 'another'), 'unexpected "state" response parameter value')
  const good = await provider.walk(await start(client))
  await refused(served.client(), good)

  // The same answer twice: the first comes in, the second finds nothing to answer.
  expect((await comeBack(client, good)).location).toBe('/account')
  await client.get('/account')
  await client.post('/sign-out', [])
  await refused(client, good)
  // The code of one answer under the state of another: the provider knows that it was used.
  const again = new URLSearchParams(await provider.walk(await start(client)))
  await refused(client, changed(again.toString(), 'code', new URLSearchParams(good).get('code') ?? ''), 'server responded with an error in the response body')

  // A link on another site begins nothing.
  expect((await client.get('/sign-in/provider?next=%2Faccount', { 'sec-fetch-site': 'cross-site' })).location).toBe('/sign-in?next=%2Faccount')

  // An ID token made for another nonce, and a code that was given to another verifier.
  await refused(client, await provider.walk(asked(await start(client), 'nonce', 'another')), 'unexpected ID Token "nonce" claim value')
  await refused(client, await provider.walk(asked(await start(client), 'code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')),
    'server responded with an error in the response body')
  // An issuer that is not ours (RFC 9207), and the provider's own refusal.
  await refused(client, changed(await provider.walk(await start(client)), 'iss', 'https://evil.example'), 'unexpected "iss" (issuer) response parameter value')
  const { state } = Object.fromEntries(new URL(await start(client)).searchParams)
  await refused(client, new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: provider.settings.issuer }).toString(), 'authorization response from the server is an error')
})

test('a token that was changed on its way, or is not signed, is refused', async () => {
  await served.person('sela@fernbrook.example', 'team manager')
  const payloadOf = (idToken: string): Record<string, unknown> => JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
  const encoded = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url')
  for (const [tamper, why] of [
    [(idToken: string) => idToken.split('.').with(1, encoded({ ...payloadOf(idToken), sub: 's-1' })).join('.'), 'JWT signature verification failed'],
    [(idToken: string) => `${encoded({ alg: 'none' })}.${idToken.split('.')[1]}.`, 'unexpected JWT "alg" header parameter'],
    [(idToken: string) => `${idToken.slice(0, -6)}AAAAAA`, 'JWT signature verification failed'],
  ] as const) {
    provider.tamper = tamper
    const client = served.client()
    expect((await signIn(client, 's-30', 'sela@fernbrook.example')).status).toBe(400)
    expect(served.told.splice(0)).toEqual([why])
    expect((await client.get('/account')).status).toBe(303)
  }
  provider.tamper = (idToken) => idToken
  expect((await signIn(served.client(), 's-30', 'sela@fernbrook.example')).status).toBe(303)
})

test('while the provider is away nobody new comes in, whoever is in goes on, and nothing needs a restart', async () => {
  await served.person('tova@fernbrook.example', 'team manager')
  const client = served.client()
  await signIn(client, 's-40', 'tova@fernbrook.example')
  const fresh = serve(at, { passwords: false, provider: provider.settings })
  const half = served.client()
  const query = await provider.walk(await start(half))
  await provider.go(false)
  expect((await client.get('/account')).status).toBe(200)
  const away = await fresh.client().get('/sign-in/provider')
  expect([away.status, away.body.includes('does not answer')]).toEqual([503, true])
  expect((await comeBack(half, query)).status).toBe(503)
  await provider.go(true)
  expect((await fresh.client().get('/sign-in/provider')).status).toBe(303)
  expect(fresh.failures).toEqual([])
  await fresh.app.close()
})

test('signing out offers to sign out of the provider too', async () => {
  await served.person('uma@fernbrook.example', 'team manager')
  const client = served.client()
  await signIn(client, 's-50', 'uma@fernbrook.example')
  await client.get('/account')
  expect((await client.post('/sign-out', [])).location).toBe('/sign-in?out=provider')
  expect((await client.get('/sign-in?out=provider')).body).toContain('Sign out of Fernbrook account too')
  const there = new URL((await client.get('/sign-out/provider')).location)
  expect([there.origin, there.searchParams.get('client_id'), there.searchParams.get('post_logout_redirect_uri')])
    .toEqual([provider.settings.issuer, 'holdfast', `${publicUrl}/sign-in?out=yes`])
  expect((await fetch(there)).status).toBe(200)
  expect(served.failures).toEqual([])
})
