/** The server's promises: default deny, one face for what is missing and what is forbidden, forms that cannot be forged. */
import { readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { actions } from '../core/access/actions.ts'
import { resources } from '../core/access/resources.ts'
import { roles, type Role } from '../core/access/roles.ts'
import { mayAnywhere } from '../core/access/scope.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { shownPaths } from './testing/everyAnswer.ts'
import { Client, testServer, type TestServer } from './testing/client.ts'
import { fixturePort, password, type Fixture } from './testing/fixturePort.ts'
import { inventedId } from './testing/inventedChildren.ts'
import { doneId } from './testing/inventedReturns.ts'

const child = inventedId(0xc41d, 1)
const addressOf = (path: string): string =>
  path.replace(':childId', child).replace(':importId', doneId).replace(':measureId', 'reviews-on-time')
/** The one thing of a page that is new every time. */
const still = (body: string): string => body.replaceAll(/(name="_csrf" value=")[^"]+/g, '$1')

let server: TestServer
let port: Fixture
beforeAll(() => {
  port = fixturePort()
  server = testServer(port)
})
afterAll(() => server.close())

const may = (role: Role, { act }: Route): boolean => act === 'signed in' || mayAnywhere([role], act[1], act[0])

describe('who may', () => {
  test.each(roles)('%s: every row of the table as the policy says, and refusals are written down', async (role) => {
    const client = await new Client(server.app).signIn(role)
    const missing = still((await client.get('/no-such-page')).body)
    for (const route of routes) {
      const allowed = may(role, route)
      if (allowed && (route.method === 'POST' || !shownPaths.includes(route.path))) continue
      port.events.length = 0
      const { status, body } = route.method === 'GET' ? await client.get(addressOf(route.path)) : await client.post(addressOf(route.path), [])
      expect([route.path, status === 404]).toEqual([route.path, !allowed])
      if (!allowed) expect([route.path, still(body)]).toEqual([route.path, missing])
      // A file's beginning is written down apart, before the first of it is sent.
      expect(port.events.map(({ event }) => event.name).filter((name) => !name.startsWith('begun: ')))
        .toEqual([allowed ? route.audit : `refused: ${route.audit}`])
    }
  })

  test('every row names an act of the access table; those for everybody who signs in are about that person alone', () => {
    const own = routes.filter(({ act }) => act === 'signed in').map(({ path }) => path)
    // Their front page, their own work, settings and keys; breaking the glass, which decides for itself who may; and what a
    // program may ask, which is about nobody.
    const aboutNobody = ['/api', '/api/openapi.json']
    expect(own.filter((path) => path !== '/' && !aboutNobody.includes(path) && !/^\/(my-work|me|account\/keys|break-glass)(\/|$)/.test(path))).toEqual([])
    for (const { path, act } of routes) {
      if (act === 'signed in') continue
      const [action, resource] = act
      expect([path, actions.includes(action), resources.includes(resource)]).toEqual([path, true, true])
      // Somebody has it: a row that nobody may use is a slip.
      expect([path, roles.some((role) => mayAnywhere([role], resource, action))]).toEqual([path, true])
    }
    // @ts-expect-error: a row without an act does not compile.
    const without: Route = { method: 'GET', path: '/forgotten', audit: 'forgotten opened', handle: () => Promise.resolve({ kind: 'not found' }) }
    expect(Object.hasOwn(without, 'act')).toBe(false)
  })

  test('nobody: every row leads to signing in, and nothing is done', async () => {
    port.events.length = 0
    for (const route of routes) {
      const client = new Client(server.app)
      const { status, location } = route.method === 'GET' ? await client.get(addressOf(route.path)) : await client.post(addressOf(route.path), [])
      expect([route.path, status, location.split('?')[0]]).toEqual([route.path, 303, '/sign-in'])
    }
    expect(port.events).toEqual([])
  })

  test('every route of the server is a row of the table, or one of the few that are open', () => {
    const known = new Set([
      ...routes.map(({ path }) => path), '/sign-in', '/sign-in/code', '/sign-in/second-factor', '/sign-in/provider', '/sign-in/provider/return',
      '/sign-out', '/sign-out/provider', '/account', '/account/password', '/account/second-factor', '/account/second-factor/remove',
      '/account/sign-out-everywhere', '/kept', '/kept/discard', '/kept/draft', '/calendar/:file', '/first-password/:token', '/health', '/assets/:version/:name',
    ])
    const listed = [...server.app.printRoutes({ commonPrefix: false }).matchAll(/[├└]── (\S+) \((.*?)\)/g)].map(([, path]) => path)
    // The router prints a path by its pieces; joined they must be no more than what is known.
    expect(listed.length).toBeGreaterThan(5)
    for (const path of listed) expect([path, [...known].some((one) => one === path || one.includes(String(path)))]).toEqual([path, true])
  })

  test('a child that does not exist looks like a child one may not see', async () => {
    const unseen = await new Client(server.app).signIn('councillor')
    const forbidden = await unseen.get(`/children/${child}`)
    const absent = await unseen.get(`/children/${inventedId(0xc41d, 99_999)}`)
    expect([forbidden.status, still(forbidden.body)]).toEqual([404, still(absent.body)])
    const seeing = await new Client(server.app).signIn('social worker')
    expect((await seeing.get('/children/not-an-id')).status).toBe(404)
    expect(still((await seeing.get(`/children/${inventedId(0xc41d, 99_999)}`)).body)).toBe(still((await seeing.get('/nowhere')).body))
  })

  test('the audit names the child and the address', async () => {
    const client = await new Client(server.app).signIn('social worker')
    port.events.length = 0
    await client.get(`/children/${child}?as-at=2026-01-05`)
    expect(port.events.map(({ event }) => event)).toEqual([{
      name: 'child opened', act: ['see', 'child overview'], childId: child, detail: { address: `/children/${child}?as-at=2026-01-05` },
    }])
  })

  test('a look that found nothing is written down as refused, and not as a look', async () => {
    const client = await new Client(server.app).signIn('social worker')
    const nobody = inventedId(0xc41d, 99_999)
    port.events.length = 0
    expect((await client.get(`/children/${nobody}`)).status).toBe(404)
    expect(port.events.map(({ event }) => event)).toEqual([{
      name: 'refused: child opened', act: 'signed in', childId: nobody, detail: { address: `/children/${nobody}` },
    }])
  })
})

describe('signing in', () => {
  test('goes on to the page that was wanted, and only to ours', async () => {
    const client = new Client(server.app)
    expect((await client.get('/children?age=1+to+4')).location).toBe('/sign-in?next=%2Fchildren%3Fage%3D1%2Bto%2B4')
    await client.get('/sign-in?next=%2Fchildren%3Fage%3D1%2Bto%2B4')
    expect((await client.post('/sign-in', [['name', 'social worker'], ['password', password], ['next', '/children?age=1+to+4']])).location)
      .toBe('/children?age=1+to+4')
    const other = new Client(server.app)
    await other.get('/sign-in?next=//evil.example')
    expect((await other.post('/sign-in', [['name', 'team manager'], ['password', password], ['next', '//evil.example']])).location).toBe('/')
  })
  test('says the same for a wrong name and a wrong password', async () => {
    const client = new Client(server.app)
    await client.get('/sign-in')
    const name = await client.post('/sign-in', [['name', 'nobody'], ['password', password]])
    const word = await client.post('/sign-in', [['name', 'councillor'], ['password', 'wrong']])
    expect([name.status, word.status]).toEqual([422, 422])
    expect(still(name.body).replace('value="nobody"', '')).toBe(still(word.body).replace('value="councillor"', ''))
    expect(name.body).toContain('The name and password do not go together')
    expect(name.body).toContain('<title>Error: Sign in – Holdfast</title>')
  })
  test('takes a new session id, and signing out ends the old one', async () => {
    const client = await new Client(server.app).signIn('reviewing officer')
    const before = new Map(client.cookies)
    await client.get('/')
    expect((await client.post('/sign-out', [])).location).toBe('/sign-in?out=yes')
    const thief = new Client(server.app)
    for (const [name, value] of before) thief.cookies.set(name, value)
    expect((await thief.get('/')).status).toBe(303)
  })
  test('a session that ended by itself says so', async () => {
    const client = await new Client(server.app).signIn('reviewing officer')
    port.kept.clear()
    const { location } = await client.get('/measures')
    expect(location).toBe('/sign-in?next=%2Fmeasures&ended=yes')
    expect((await client.get(location)).body).toContain('You were signed out, because nothing was done for 30 minutes')
  })
  test('is refused after a hundred tries from one address, whatever the names', async () => {
    const own = testServer(fixturePort({ children: 0 }))
    const client = new Client(own.app)
    await client.get('/sign-in')
    const statuses: number[] = []
    for (let i = 0; i < 101; i += 1) statuses.push((await client.post('/sign-in', [['name', `guess ${i}`], ['password', 'guess']])).status)
    expect(statuses).toEqual([...Array<number>(100).fill(422), 429])
    await own.close()
  })
  test('visitors leave no session behind', async () => {
    const own = fixturePort({ children: 0 })
    const its = testServer(own)
    await new Client(its.app).get('/sign-in')
    expect(own.kept.size).toBe(0)
    await its.close()
  })
})

describe('forms', () => {
  test('without the token, with that of another, or with an old one change nothing', async () => {
    const own = fixturePort()
    const its = testServer(own)
    const client = await new Client(its.app).signIn('head of service')
    const stranger = new Client(its.app)
    await stranger.get('/sign-in')
    await client.get('/differences')
    const fields: (readonly [string, string])[] = [['difference', own.differences[0]?.differenceId ?? ''], ['decision', 'accept']]
    for (const token of [null, 'made-up', stranger.token()]) {
      const { status, body } = await client.post('/differences/settle', fields, token)
      expect([status, body.includes('Send the form again')]).toEqual([400, true])
    }
    expect(own.differences.every(({ status }) => status === 'open')).toBe(true)
    expect((await client.post('/differences/settle', fields)).status).toBe(303)
    expect(own.differences.filter(({ status }) => status === 'accepted').length).toBe(1)
    await its.close()
  })
})

describe('bringing in a return', () => {
  let own: Fixture
  let its: TestServer
  let client: Client
  beforeAll(async () => {
    own = fixturePort()
    its = testServer(own)
    client = await new Client(its.app).signIn('performance analyst')
  })
  afterAll(() => its.close())
  afterEach(() => {
    own.accepted.length = 0
  })
  const head = { name: 'files', file: 'header.csv', value: 'CHILD,SEX,DOB\r\n1,M,01/01/2020\r\n' }

  test('streams the files to disk under names of our own and hands them on', async () => {
    await client.get('/returns/new')
    const { status, location } = await client.upload('/returns', [
      { name: '_csrf', value: client.token() }, { name: 'year', value: '2026' }, head,
      { name: 'files', file: '../../etc/episodes.csv', value: 'CHILD,DECOM\r\n' }, { name: 'last-year-files', file: '', value: '' },
    ])
    expect([status, location]).toEqual([303, `/returns/${own.reports[0]?.importId}`])
    const [asked] = own.accepted
    expect(asked?.collectionYear).toBe(2026)
    expect(asked?.files.map(({ name, size }) => [name, size])).toEqual([['header.csv', head.value.length], ['episodes.csv', 13]])
    expect(asked?.files.every(({ path }) => path.startsWith(its.uploadFolder))).toBe(true)
    expect(asked?.lastYearFiles).toEqual([])
  })
  test('tells what is wrong at its field, keeps the year, and keeps no file', async () => {
    const before = readdirSync(its.uploadFolder).length
    await client.get('/returns/new')
    const { status, body } = await client.upload('/returns', [
      { name: '_csrf', value: client.token() }, { name: 'year', value: '2025' }, { name: 'files', file: 'tracker.xlsx', value: 'x' },
    ])
    expect(status).toBe(422)
    expect(body).toContain('<a href="#files">“tracker.xlsx” is not a CSV, zip or XML file.')
    expect(body).toContain('<option value="2025" selected>')
    expect(readdirSync(its.uploadFolder).length).toBe(before)
    expect(own.accepted).toEqual([])
  })
  test('without files or year says both', async () => {
    await client.get('/returns/new')
    const { body } = await client.upload('/returns', [{ name: '_csrf', value: client.token() }, { name: 'year', value: '1066' }])
    expect(body).toContain('Choose the year of the return')
    expect(body).toContain('Choose the files of the return')
  })
  test('a forged form writes nothing to disk', async () => {
    const before = readdirSync(its.uploadFolder).length
    const { status } = await client.upload('/returns', [{ name: 'year', value: '2026' }, head, { name: '_csrf', value: client.token() }])
    expect([status, readdirSync(its.uploadFolder).length]).toEqual([400, before])
  })
  test('too much is refused and removed', async () => {
    const before = readdirSync(its.uploadFolder).length
    await client.get('/returns/new')
    const half = 'x'.repeat(60_000)
    const { status, body } = await client.upload('/returns', [
      { name: '_csrf', value: client.token() }, { name: 'year', value: '2026' }, { ...head, value: half }, { ...head, file: 'b.csv', value: half },
    ])
    expect([status, body.includes('The files are too large'), readdirSync(its.uploadFolder).length]).toEqual([413, true, before])
  })
})

describe('every answer', () => {
  test('carries the strict policy, and pages are not kept', async () => {
    const { headers } = await new Client(server.app).get('/sign-in')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';object-src 'none'",
    )
    expect([headers['cache-control'], headers['x-frame-options'], headers['referrer-policy'], headers['x-content-type-options']])
      .toEqual(['no-store', 'DENY', 'same-origin', 'nosniff'])
  })
  test('over https has secure cookies and strict transport', async () => {
    const own = testServer(fixturePort({ children: 0 }), { secureCookies: true })
    const { headers } = await new Client(own.app).get('/sign-in')
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(String(headers['set-cookie'])).toMatch(/^__Host-holdfast-form=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    await own.close()
  })
  test('assets have no font and no crest of the Crown, are compressed and kept for a year', async () => {
    const { body } = await new Client(server.app).get('/sign-in')
    for (const [, href] of body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      const plain = await server.app.inject({ url: String(href) })
      expect([href, plain.statusCode, plain.headers['cache-control']]).toEqual([href, 200, 'public, max-age=31536000, immutable'])
      expect(plain.body).not.toMatch(/GDS Transport|govuk-crest|@font-face/)
      const small = await server.app.inject({ url: String(href), headers: { 'accept-encoding': 'br' } })
      expect(small.headers['content-encoding']).toBe('br')
    }
  })
  test('the way up is closed for assets', async () => {
    for (const url of ['/assets/x/../../package.json', '/assets/x/..%2f..%2fpackage.json', '/assets/x/holdfast.css']) {
      expect((await server.app.inject({ url })).statusCode).toBe(404)
    }
  })
  test('a failure tells a reference and no detail', async () => {
    const own = fixturePort({ children: 0 })
    const its = testServer(own)
    const client = await new Client(its.app).signIn('councillor')
    own.broken = true
    const { status, body } = await client.get('/measures')
    expect(status).toBe(500)
    expect(body).not.toContain('secret detail')
    expect(its.failures.length).toBe(1)
    expect(body).toContain(its.failures[0]?.reference ?? 'no reference')
    expect((await its.app.inject({ url: '/health' })).statusCode).toBe(503)
    own.broken = false
    expect((await its.app.inject({ url: '/health' })).json()).toEqual({ status: 'ready' })
    await its.close()
  })
})

describe('files', () => {
  test('the tracker as a file has every child of the address, and a line each', async () => {
    const client = await new Client(server.app).signIn('team manager')
    const { body, headers } = await client.get('/children.csv?sort=child')
    expect([headers['content-type'], headers['content-disposition']]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="children-2026-03-02.csv"'])
    expect(body.startsWith('\ufeffChild,As at,Age,')).toBe(true)
    expect(body.trimEnd().split('\r\n').length).toBe(61)
    expect((await client.get('/children.csv?team=Court')).body.trimEnd().split('\r\n').length).toBe(16)
  })
  test('progress is told as JSON', async () => {
    const client = await new Client(server.app).signIn('performance analyst')
    expect(JSON.parse((await client.get(`/returns/${doneId}/progress.json`)).body)).toEqual({ ended: true, words: 'Done: 1 of 1', done: 1, total: 1 })
  })
})
