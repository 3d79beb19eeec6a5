/** The second factor: RFC 6238's own values, each code once, recovery codes, and who must have it. */
import { Secret } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { keyFor, seal } from '../../src/edge/signIn/seal.ts'
import { resetSignIn } from '../../src/edge/signIn/reset.ts'
import { secondFactorsOn } from '../../src/edge/signIn/secondFactor.ts'
import { beginSecondFactor, confirmSecondFactor } from '../../src/store/signIn/secondFactors.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { appCode, rightPassword, secret, serve, type Served } from '../support/signIn.ts'

let all: Trials
let at: Trial
let served: Served
beforeAll(async () => {
  all = await trials()
  at = await all.next()
  served = serve(at, { secondFactor: 'privileged' })
})
afterAll(async () => {
  await served.app.close()
  await all.close()
})

test('codes are those of RFC 6238, appendix B, a step either way, each once and never an older one', async () => {
  const personId = newId()
  // The RFC's secret and codes (SHA-1), of which the last six figures are shown.
  await beginSecondFactor(all.pool, personId, seal(keyFor(secret, 'second factor'), Secret.fromLatin1('12345678901234567890').base32, personId))
  await confirmSecondFactor(all.pool, personId, [])
  const at1 = (seconds: number, code: string): Promise<string | undefined> => secondFactorsOn(all.pool, secret, () => seconds * 1000).check(personId, code)
  expect(await at1(59 + 61, '287082')).toBeUndefined()
  expect(await at1(59, '287 082')).toBe('app')
  expect(await at1(59, '287082')).toBeUndefined()
  expect(await at1(1111111109 + 30, '081804')).toBe('app')
  expect(await at1(1111111111, '050471')).toBe('app')
  expect(await at1(1111111109, '081804')).toBeUndefined()
  expect(await at1(1234567890, '005924')).toBe('app')
  expect(await at1(1234567890, '005925')).toBeUndefined()
})

test('the secret lies sealed: for another person or with another key it opens nothing', async () => {
  const personId = newId()
  await secondFactorsOn(all.pool, secret, Date.now).begin(personId, 'x')
  await expect(secondFactorsOn(all.pool, `${secret} of somebody else`, Date.now).begin(personId, 'x')).rejects.toThrow()
  const other = newId()
  await all.pool.query('insert into second_factor (person_id, secret) select $2, secret from second_factor where person_id = $1', [personId, other])
  await expect(secondFactorsOn(all.pool, secret, Date.now).begin(other, 'x')).rejects.toThrow()
})

test('a privileged role sets it up while signing in, and is asked for a code from then on', async () => {
  const personId = await served.person('dora', 'director')
  const client = served.client()
  expect((await served.signIn(client, 'dora')).location).toBe('/sign-in/second-factor')
  // The password alone opens nothing.
  expect((await client.get('/account')).location).toContain('/sign-in')
  const page = await client.get('/sign-in/second-factor')
  expect(page.body).toContain('<svg class="hf-qr" role="img"')
  const key = /Key: <span class="hf-code">([^<]+)</.exec(page.body)?.[1] ?? ''
  expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  expect((await client.post('/sign-in/second-factor', [['code', '']])).body).toContain('Enter the code your app shows')
  expect((await client.post('/sign-in/second-factor', [['code', appCode(page.body, -9)]])).body).toContain('That code is not right')
  const first = appCode(page.body)
  const shown = await client.post('/sign-in/second-factor', [['code', first]])
  const codes = [...shown.body.matchAll(/<li class="hf-code">([a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5})</g)].map(([, code]) => code ?? '')
  expect(new Set(codes).size).toBe(10)
  expect((await client.get('/account')).body).toContain('You have 10 recovery codes left.')
  const kept = await all.pool.query<{ row: string }>('select r::text as row from recovery_code r union all select s::text from second_factor s')
  expect(kept.rows.filter(({ row }) => codes.some((code) => row.includes(code)) || row.includes(key.replaceAll(' ', '')))).toEqual([])
  await client.post('/sign-out', [])

  await served.events()
  expect((await served.signIn(client, 'dora')).location).toBe('/sign-in/code')
  await client.get('/sign-in/code')
  expect((await client.post('/sign-in/code', [['code', first]])).status).toBe(422)
  expect((await client.post('/sign-in/code', [['code', appCode(page.body, 1)]])).location).toBe('/account')
  expect((await served.events()).map(({ event, person, detail }) => [event, person, detail])).toEqual([
    ['second factor failed', null, { account: personId }],
    ['second factor used', personId, { by: 'app' }],
    ['signed in', personId, { how: 'password' }],
  ])
  await client.get('/account')
  await client.post('/sign-out', [])
  const withCode = async (code: string): Promise<number> => {
    const browser = served.client()
    await served.signIn(browser, 'dora')
    await browser.get('/sign-in/code')
    return (await browser.post('/sign-in/code', [['code', code]])).status
  }
  expect(await withCode((codes[0] ?? '').toUpperCase())).toBe(303)
  expect(await withCode(codes[0] ?? '')).toBe(422)
  expect(await withCode(codes[1] ?? '')).toBe(303)

  const changing = served.client()
  await served.signIn(changing, 'dora')
  await changing.get('/sign-in/code')
  await changing.post('/sign-in/code', [['code', codes[2] ?? '']])
  await changing.get('/account')
  expect((await changing.post('/account/second-factor/remove', [['code', 'wrong']])).location).toBe('/account')
  expect((await changing.get('/account')).body).toContain('You have 7 recovery codes left.')
  await changing.post('/account/second-factor/remove', [['code', codes[3] ?? '']])
  expect((await changing.get('/account')).body).toContain('Your role needs one.')
  expect(served.failures).toEqual([])
})

test('codes cannot be guessed without end', async () => {
  await served.person('vera', 'director')
  const client = served.client()
  await served.signIn(client, 'vera')
  const page = await client.get('/sign-in/second-factor')
  await client.post('/sign-in/second-factor', [['code', appCode(page.body)]])
  const guesser = served.client()
  await served.signIn(guesser, 'vera')
  await guesser.get('/sign-in/code')
  const statuses: number[] = []
  for (let i = 0; i < 6; i += 1) statuses.push((await guesser.post('/sign-in/code', [['code', `guess-${i}`]])).status)
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
})

test('others may have it and need not', async () => {
  await served.person('sid', 'social worker')
  const client = served.client()
  expect((await served.signIn(client, 'sid')).location).toBe('/account')
  const elsewhere = served.client()
  await served.signIn(elsewhere, 'sid')
  const page = await client.get('/account/second-factor')
  // An open session is not enough: whoever sits down at it could lock its owner out.
  expect((await client.post('/account/second-factor', [['code', appCode(page.body)], ['password', 'not it']])).body).toContain('That is not your password.')
  expect((await client.post('/account/second-factor', [['code', appCode(page.body)], ['password', rightPassword]])).body).toContain('Keep your recovery codes')
  expect((await elsewhere.get('/account')).status).toBe(303)
  expect((await client.get('/account/second-factor')).status).toBe(404)
  await client.get('/account')
  await client.post('/sign-out', [])
  expect((await served.signIn(client, 'sid')).location).toBe('/sign-in/code')
})

test('whoever lost phone and codes starts anew, in the name of the command line', async () => {
  const personId = await served.person('gwen', 'social worker')
  const client = served.client()
  await served.signIn(client, 'gwen')
  const page = await client.get('/account/second-factor')
  await client.post('/account/second-factor', [['code', appCode(page.body)], ['password', rightPassword]])
  await served.events()
  const password = await resetSignIn(at.holdfast, 'gwen')
  expect(password).toMatch(/^[a-hj-km-np-z2-9]{5}(-[a-hj-km-np-z2-9]{5}){3}$/)
  const { rows: [operator] } = await all.pool.query<{ id: string }>(`select person_id as id from person where sign_in_name = $1`, [`command line ${at.authorityId}`])
  expect(await served.events()).toEqual([{ event: 'sign-in started anew', person: operator?.id, detail: { account: personId } }])
  expect((await client.get('/account')).status).toBe(303)
  expect((await served.signIn(client, 'gwen')).status).toBe(422)
  expect((await served.signIn(client, 'gwen', password)).location).toBe('/account')
  await expect(resetSignIn(at.holdfast, 'nobody.at.all')).rejects.toThrow('Nobody signs in as nobody.at.all')
})
