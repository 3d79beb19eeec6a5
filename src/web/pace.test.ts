/** How fast a person may go on: one page of refusal, one mark in the log, and nobody else is held up. */
import { describe, expect, test } from 'vitest'
import { costOf, usualPace } from './pace.ts'
import { routes } from './routes.ts'
import { Client, testServer } from './testing/client.ts'
import { fixturePort } from './testing/fixturePort.ts'

const wide = { most: 1_000, minutes: 1 }
const narrow = (what: 'address' | 'page' | 'file' | 'upload', most: number, minutes: number) =>
  ({ address: wide, page: wide, file: wide, upload: wide, [what]: { most, minutes } })

describe('pace', () => {
  test('what a route costs is told by what it gives or takes', () => {
    const of = (cost: string): readonly string[] => routes.filter((route) => costOf(route) === cost).map(({ path }) => path)
    expect(of('upload')).toContain('/returns')
    expect(of('file')).toEqual(expect.arrayContaining(['/children.csv', '/measures.csv', '/measures/:measureId/children.csv']))
    expect(of('page')).toContain('/children')
  })

  test('files: the one too many is refused with a page and a time, pages go on, and others are not held up', async () => {
    const port = fixturePort()
    const server = testServer(port, { pace: narrow('file', 3, 10) })
    const client = await new Client(server.app).signIn('head of service')
    for (let i = 0; i < 3; i += 1) expect((await client.get('/measures.csv')).status).toBe(200)
    port.events.length = 0
    const { status, headers, body } = await client.get('/children.csv')
    expect([status, headers['retry-after']]).toEqual([429, '600'])
    expect(body).toContain('<title>Wait a moment – Holdfast</title>')
    expect(body).toContain('Try again in 10 minutes.')
    await client.get('/measures.csv')
    // Written down once a window: the refusals themselves must not become the load.
    expect(port.events.map(({ event }) => event.name)).toEqual(['too fast: tracker exported'])
    expect((await client.get('/children')).status).toBe(200)
    const other = await new Client(server.app).signIn('performance analyst')
    expect((await other.get('/measures.csv')).status).toBe(200)
    await server.close()
  })

  test('a second session of the same person has no second share', async () => {
    const server = testServer(fixturePort(), { pace: narrow('file', 2, 1) })
    const statuses: number[] = []
    for (let i = 0; i < 3; i += 1) statuses.push((await (await new Client(server.app).signIn('head of service')).get('/measures.csv')).status)
    expect(statuses).toEqual([200, 200, 429])
    await server.close()
  })

  test('searches count as pages', async () => {
    const server = testServer(fixturePort(), { pace: narrow('page', 5, 1) })
    const client = await new Client(server.app).signIn('team manager')
    const statuses: number[] = []
    for (let i = 0; i < 6; i += 1) statuses.push((await client.get(`/children?search=${i}`)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    await server.close()
  })

  test('uploads: refused before a byte is kept', async () => {
    const port = fixturePort()
    const server = testServer(port, { pace: narrow('upload', 1, 60) })
    const client = await new Client(server.app).signIn('performance analyst')
    const statuses: number[] = []
    for (let i = 0; i < 2; i += 1) {
      await client.get('/returns/new')
      statuses.push((await client.upload('/returns', [
        { name: '_csrf', value: client.token() }, { name: 'year', value: '2026' }, { name: 'files', file: 'header.csv', value: 'CHILD\r\n' },
      ])).status)
    }
    expect([statuses, port.accepted.length]).toEqual([[303, 429], 1])
    await server.close()
  })

  test('an address: whoever it is, also before signing in', async () => {
    const server = testServer(fixturePort({ children: 0 }), { pace: narrow('address', 4, 1) })
    const statuses: number[] = []
    for (let i = 0; i < 5; i += 1) statuses.push((await new Client(server.app).get('/sign-in')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 429])
    await server.close()
  })

  test('the usual pace is far above a person at work', () => {
    // Four pages a second for a minute; a file every ten seconds for ten minutes; an upload every three minutes.
    expect(usualPace).toEqual({
      address: { most: 6_000, minutes: 1 }, page: { most: 240, minutes: 1 }, file: { most: 60, minutes: 10 }, upload: { most: 20, minutes: 60 },
    })
  })
})
