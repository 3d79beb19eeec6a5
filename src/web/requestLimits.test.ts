/** How much and how slowly a request may come: on a real socket where time is what is tested. */
import { connect } from 'node:net'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotText, readForm, sizes, TooMuch, usualTimes, type Times } from './requestLimits.ts'
import { Client, testServer, type TestServer } from './testing/client.ts'
import { fixturePort, password } from './testing/fixturePort.ts'

describe('a form', () => {
  test('may have 5,000 fields and not one more', () => {
    expect([...readForm(Array(5_000).fill('a=1').join('&'))].length).toBe(5_000)
    expect(() => readForm(Array(5_001).fill('a=1').join('&'))).toThrow(TooMuch)
    expect(() => readForm('&'.repeat(1_000_000))).toThrow('the form has too many fields')
  })
  test('holds no null, which PostgreSQL could not keep', () => {
    for (const text of ['name=a%00b', 'name=a\0b', '%00=1']) expect(() => readForm(text)).toThrow(NotText)
    expect(readForm('name=%2500').get('name')).toBe('%00')
  })
  test('may have names of 200 characters and not one more', () => {
    expect(readForm(`${'n'.repeat(200)}=1`).size).toBe(1)
    expect(() => readForm(`${'n'.repeat(201)}=1`)).toThrow('a name in the form is too long')
  })
})

describe('what is too much', () => {
  let server: TestServer
  let client: Client
  beforeAll(async () => {
    server = testServer(fixturePort(), { maxUploadBytes: 1_000_000 })
    client = await new Client(server.app).signIn('performance analyst')
  })
  afterAll(() => server.close())

  test.each([
    ['too many fields', Array.from({ length: 5_001 }, (): [string, string] => ['a', '1'])],
    ['a name too long', [['n'.repeat(201), '1'] as [string, string]]],
    ['more than 2 MB', [['name', 'x'.repeat(2_000_000)] as [string, string]]],
  ])('a form with %s is refused on a page that says so', async (_what, fields) => {
    const { status, body } = await client.post('/differences', fields)
    expect([status, body.includes('That is too much for one form')]).toEqual([413, true])
  })
  test('an address of 8,000 characters is read, one more is not', async () => {
    const address = (length: number): string => `/children?search=${'x'.repeat(length - '/children?search='.length)}`
    const manager = await new Client(server.app).signIn('team manager')
    expect([(await manager.get(address(8_000))).status, (await manager.get(address(8_001))).status]).toEqual([200, 414])
  })

  test('a null in an address is told as what cannot be read', async () => {
    const { status, body } = await client.get('/children?search=a%00b')
    expect([status, body.includes('That could not be read')]).toEqual([400, true])
  })

  const csrf = (): { name: string; value: string } => ({ name: '_csrf', value: client.token() })
  const small = (n: number): { name: string; file: string; value: string } => ({ name: 'files', file: `${n}.csv`, value: 'CHILD\r\n' })
  test.each([
    ['41 files', () => [csrf(), { name: 'year', value: '2026' }, ...Array.from({ length: 41 }, (_, n) => small(n))]],
    ['41 fields', () => [csrf(), ...Array.from({ length: 41 }, (_, n) => ({ name: `f${n}`, value: '1' })), small(1)]],
    ['a field of 10,001 characters', () => [csrf(), { name: 'year', value: '2'.repeat(10_001) }, small(1)]],
    ['a field name of 101 characters', () => [csrf(), { name: 'n'.repeat(101), value: '1' }, small(1)]],
  ])('an upload with %s is refused and nothing of it is kept', async (_what, parts) => {
    const before = readdirSync(server.uploadFolder).length
    await client.get('/returns/new')
    const { status } = await client.upload('/returns', parts())
    expect([status, readdirSync(server.uploadFolder).length]).toEqual([413, before])
  })
  test('a file name of 5,000 characters, with folders and what cannot be seen, is cut and cleaned before it is shown', async () => {
    await client.get('/returns/new')
    const { status, body } = await client.upload('/returns', [
      csrf(), { name: 'year', value: '2026' }, { name: 'files', file: `..\\..\\\u202e${'a'.repeat(5_000)}.xlsx`, value: 'x' },
    ])
    expect(status).toBe(422)
    expect(/“(a+)”/.exec(body)?.[1]?.length).toBe(200)
  })
  test('headers of more than 16 kB are refused', async () => {
    const own = testServer(fixturePort({ children: 0 }))
    const said = await sendRaw(own, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(sizes.headers)}\r\n\r\n`)
    expect(said.split('\r\n')[0]).toBe('HTTP/1.1 431 Request Header Fields Too Large')
    await own.close()
  })
})

describe('who sends slowly', () => {
  const quick: Times = { ...usualTimes, headers: 200, form: 200, request: 400, silence: 600, looked: 50 }
  let server: TestServer
  beforeAll(() => {
    server = testServer(fixturePort({ children: 0 }), { times: quick })
  })
  afterAll(() => server.close())

  test('headers is told so and cut off', async () => {
    expect((await sendRaw(server, 'GET / HTTP/1.1\r\nHost: x\r\n', 'X-Slow: 1\r\n')).split('\r\n')[0]).toBe('HTTP/1.1 408 Request Timeout')
  })
  test('a form is cut off, and what came of it does nothing', async () => {
    const body = `name=councillor&password=${encodeURIComponent(password)}`
    const head = `POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`
    expect(await sendRaw(server, `${head}${body.slice(0, 10)}`)).toBe('')
  })
  test('nothing at all is cut off', async () => {
    expect(await sendRaw(server, '')).toMatch(/^$|^HTTP\/1\.1 408 /)
  })
  test('the usual times are shorter than what an attacker would like and longer than what a slow line needs', () => {
    expect(usualTimes).toEqual({ headers: 20_000, form: 30_000, request: 1_800_000, silence: 120_000, keptOpen: 72_000, looked: 5_000 })
  })
})

/** What the server says to these bytes until it hangs up; `drip` is sent again and again meanwhile. */
async function sendRaw(server: TestServer, bytes: string, drip?: string): Promise<string> {
  const listening = server.app.server.address()
  const port = typeof listening === 'object' && listening !== null ? listening.port
    : Number(new URL(await server.app.listen({ port: 0, host: '127.0.0.1' })).port)
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const dripping = setInterval(() => (drip === undefined ? undefined : socket.write(drip)), 40)
    let all = ''
    socket.on('data', (part) => { all += part.toString() }).on('error', () => undefined).on('close', () => {
      clearInterval(dripping)
      resolve(all)
    })
  })
}
