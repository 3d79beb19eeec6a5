/** What every answer carries, whichever way it came about (promise H4; ASVS 5.0.0 V3.4, V14.3.2). */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { protectionHeaders } from './headers.ts'
import { Client, testServer, type TestServer } from './testing/client.ts'
import { everyAnswer, shownPaths, type Asked } from './testing/everyAnswer.ts'
import { fixturePort, password } from './testing/fixturePort.ts'

// Written out by hand from the standard, not taken from the code.
const expected: Readonly<Record<string, string | RegExp>> = {
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';object-src 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': /(?=.*\bcamera=\(\))(?=.*\bmicrophone=\(\))(?=.*\bgeolocation=\(\))/,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

let server: TestServer
let answers: readonly Asked[]
beforeAll(async () => {
  server = testServer(fixturePort())
  answers = await everyAnswer(server)
})
afterAll(() => server.close())

describe('every answer', () => {
  test('of every route, asset and failure is among those looked at', () => {
    expect(new Set(answers.flatMap(({ ofRoute }) => ofRoute ?? []))).toEqual(new Set(shownPaths))
    expect([...new Set(answers.map(({ status }) => status))]).toEqual(expect.arrayContaining([200, 303, 400, 404, 414, 422]))
    expect(answers.filter(({ what }) => what.startsWith('asset ')).length).toBeGreaterThanOrEqual(5)
  })

  test('carries the headers that protect it', () => {
    const lacking = answers.flatMap(({ what, headers }) => Object.entries(expected).flatMap(([name, value]) => {
      const given = String(headers[name])
      return (typeof value === 'string' ? given === value : value.test(given)) ? [] : [`${what}: ${name} is ${given}`]
    }))
    expect(lacking).toEqual([])
  })

  test('allows no inline script or style, and no page holds one', () => {
    for (const { what, headers, body } of answers) {
      expect([what, /unsafe|nonce|\*|data:/.test(String(headers['content-security-policy']))]).toEqual([what, false])
      if (!String(headers['content-type']).startsWith('text/html')) continue
      expect([what, /<script(?![^>]*\ssrc=)|<style|<[^>]*\s(?:style|on\w+)=/i.exec(body)?.[0]]).toEqual([what, undefined])
      const elsewhere = [...body.matchAll(/<(?:script|link|img|iframe|object|embed)\b[^>]*\s(?:src|href)="([^"]*)"/g)].map(([, to]) => to ?? '')
      expect([what, elsewhere.filter((to) => !to.startsWith('/assets/'))]).toEqual([what, []])
    }
  })

  test('is kept by nobody, except assets, which hold nothing of anybody', () => {
    for (const { what, headers, status } of answers) {
      const kept = what.startsWith('asset ') ? 'public, max-age=31536000, immutable' : 'no-store'
      expect([what, status, headers['cache-control']]).toEqual([what, status, kept])
    }
  })

  test('says what it is, in UTF-8, and names neither server nor other origins', () => {
    for (const { what, headers, body } of answers) {
      expect([what, headers['server'], headers['x-powered-by'], headers['access-control-allow-origin']]).toEqual([what, undefined, undefined, undefined])
      if (body !== '') expect([what, headers['content-type']]).toEqual([what, expect.stringMatching(/charset=utf-8$|^image\/svg\+xml$/)])
      if (String(headers['content-type']).startsWith('text/csv')) expect([what, headers['content-disposition']]).toEqual([what, expect.stringMatching(/^attachment; filename="[\w.-]+"$/)])
    }
  })

  test('over https asks for https for a year, on every answer', async () => {
    const own = testServer(fixturePort({ children: 0 }), { secureCookies: true })
    for (const url of ['/', '/sign-in', '/nowhere', '/health', '/assets/x/y.css', '/%']) {
      expect([url, (await own.app.inject({ url })).headers['strict-transport-security']]).toEqual([url, 'max-age=31536000; includeSubDomains'])
    }
    await own.close()
    expect(answers.every(({ headers }) => headers['strict-transport-security'] === undefined)).toBe(true)
  })
})

test('behind a proxy that is believed, the session goes over https alone; a stranger cannot say that they are one', async () => {
  const cookies = async (trustProxy: string | false): Promise<readonly string[]> => {
    const own = testServer(fixturePort({ children: 0 }), { secureCookies: true, trustProxy })
    const headers = { 'x-forwarded-proto': 'https' }
    const client = new Client(own.app)
    await client.get('/sign-in', headers)
    const { headers: given } = await client.post('/sign-in', [['name', 'councillor'], ['password', password]], client.token(), headers)
    await own.close()
    return [given['set-cookie']].flat().map(String).filter((one) => one.startsWith('__Host-holdfast='))
  }
  expect(await cookies('127.0.0.1')).toEqual([expect.stringMatching(/^__Host-holdfast=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/)])
  expect(await cookies(false)).toEqual([])
  expect(await cookies('192.0.2.1')).toEqual([])
})

test('a request that is no request is answered with the same headers', async () => {
  const own = testServer(fixturePort({ children: 0 }), { secureCookies: true })
  const address = new URL(await own.app.listen({ port: 0, host: '127.0.0.1' }))
  const said = await new Promise<string>((resolve) => {
    const socket = connect(Number(address.port), address.hostname, () => socket.write('GET / HTTP/1.1\r\nBroken Header\r\n\r\n'))
    let all = ''
    socket.on('data', (part) => { all += part.toString() }).on('close', () => resolve(all))
  })
  expect(said.split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request')
  for (const [name, value] of Object.entries(protectionHeaders(true))) expect(said).toContain(`\r\n${name}: ${value}\r\n`)
  expect(said).toContain('\r\ncache-control: no-store\r\n')
  await own.close()
})
