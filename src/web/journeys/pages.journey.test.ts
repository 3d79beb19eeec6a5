/** Every page in every state, at a desk and on a phone: no accessibility fault, no sideways scroll, no console error. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from '../testing/client.ts'
import { fixturePort, password, type Fixture } from '../testing/fixturePort.ts'
import { inventedId } from '../testing/inventedChildren.ts'
import { doneId, refusedId, runningId } from '../testing/inventedReturns.ts'
import { launch, Visitor } from '../testing/page.ts'

const child = (n: number): string => `/children/${inventedId(0xc41d, n)}`

let browser: Browser
const servers: TestServer[] = []
beforeAll(async () => {
  browser = await launch()
}, 60_000)
afterAll(async () => {
  await browser.close()
  for (const server of servers) await server.close()
})

async function visit(port: Fixture, role: string): Promise<Visitor> {
  const server = testServer(port)
  servers.push(server)
  const visitor = await Visitor.arrive(browser, await server.app.listen({ port: 0, host: '127.0.0.1' }))
  await visitor.open('/sign-in')
  await visitor.page.getByLabel('Name').fill(role)
  await visitor.page.getByLabel('Password', { exact: true }).fill(password)
  await visitor.press('Sign in')
  return visitor
}

test('with many children', { timeout: 600_000 }, async () => {
  const visitor = await visit(fixturePort({ children: 120 }), 'head of service')
  for (const path of [
    '/', '/?as-at=1%20May%202025', '/children', '/children?page=2&sort=child&order=desc',
    '/children?legal-status=C2&age=10+to+15&overdue=yes&team=Court&as-at=nonsense', '/children?search=zzz', child(0), child(1), child(3),
    `${child(7)}?as-at=2025-06-01`, '/measures', '/measures/reviews-on-time', '/measures/in-care', '/measures/adopted-in-time',
    '/returns', '/returns/new', `/returns/${doneId}`, `/returns/${refusedId}`, `/returns/${runningId}`, `/returns/${runningId}/cancel`,
    '/differences', '/differences?kind=vanished&page=9', '/differences?status=kept',
  ]) expect([path, await visitor.open(path)]).toEqual([path, 200])
  expect(await visitor.open('/nowhere')).toBe(404)
  expect(visitor.faults).toEqual([])
  await visitor.leave()
})

test('the tracker fits every window between a phone and a desk', { timeout: 120_000 }, async () => {
  const { page, ...visitor } = await visit(fixturePort({ children: 120 }), 'head of service')
  const wider: number[] = []
  await page.goto(new URL('/children?sort=drift&order=desc', page.url()).href)
  for (const width of [641, 768, 999, 1000, 1024, 1120, 1239, 1240, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    if (await page.evaluate<number>('document.documentElement.scrollWidth') > width) wider.push(width)
  }
  expect([wider, visitor.faults]).toEqual([[], []])
  await page.close()
})

test('with nothing brought in yet, and for somebody who may see figures only', { timeout: 300_000 }, async () => {
  const empty = await visit(fixturePort({ children: 0 }), 'performance analyst')
  for (const path of ['/', '/children', '/measures', '/returns', '/differences']) await empty.open(path)
  expect(await empty.page.getByRole('navigation', { name: 'Rooms' }).count()).toBe(1)
  await empty.open('/')
  expect(await empty.page.getByRole('button', { name: 'Bring in a return' }).count()).toBe(1)
  expect(empty.faults).toEqual([])
  const councillor = await visit(fixturePort(), 'councillor')
  await councillor.open('/measures/reviews-on-time')
  expect(await councillor.page.getByText('The children behind it').count()).toBe(0)
  await councillor.open('/')
  expect(await councillor.page.locator('a[href^="/children"]').count()).toBe(0)
  expect(await councillor.page.getByRole('navigation', { name: 'Rooms' }).getByRole('link').allTextContents().then((all) => all.map((one) => one.trim())))
    .toEqual(['Home', 'Measures'])
  expect(councillor.faults).toEqual([])
})

test('when something is wrong', { timeout: 300_000 }, async () => {
  const port = fixturePort()
  const visitor = await visit(port, 'head of service')
  await visitor.open('/differences')
  await visitor.press('Accept what is chosen')
  expect(await visitor.page.title()).toBe('Error: Differences – Returns – Holdfast')
  await visitor.open('/returns/new')
  await visitor.press('Bring in')
  expect(await visitor.page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Choose the files of the return'])
  await visitor.page.getByRole('alert').getByRole('link').first().click()
  expect(await visitor.page.evaluate('document.activeElement.id')).toBe('files')
  port.broken = true
  expect(await visitor.open('/measures')).toBe(500)
  port.broken = false
  expect(visitor.faults).toEqual([])
})
