/** The journeys people come for, with JavaScript and without: the second is the promise, the first the comfort. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer, type TestServer } from '../testing/client.ts'
import { fixturePort, password, type Fixture } from '../testing/fixturePort.ts'
import { launch, Visitor } from '../testing/page.ts'

let browser: Browser
let folder: string
const servers: TestServer[] = []
beforeAll(async () => {
  browser = await launch()
  folder = mkdtempSync(join(tmpdir(), 'holdfast-journey-'))
}, 60_000)
afterAll(async () => {
  await browser.close()
  for (const server of servers) await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([{ javaScript: true }, { javaScript: false }])('with JavaScript: $javaScript', ({ javaScript }) => {
  async function arrive(port: Fixture, path: string, role = 'performance analyst'): Promise<Visitor> {
    const server = testServer(port)
    servers.push(server)
    const visitor = await Visitor.arrive(browser, await server.app.listen({ port: 0, host: '127.0.0.1' }), { javaScript })
    await visitor.open(path)
    await visitor.page.getByLabel('Name').fill(role)
    await visitor.page.getByLabel('Password', { exact: true }).fill(password)
    await visitor.press('Sign in')
    return visitor
  }

  test('find a child who drifts, see why, and come back to the same list', { timeout: 300_000 }, async () => {
    const visitor = await arrive(fixturePort(), '/children', 'team manager')
    const { page } = visitor
    await page.getByLabel('Drifting').check()
    await page.locator('summary', { hasText: 'Team' }).click()
    await page.getByLabel(/^Court/).check()
    await visitor.press('Show')
    expect(new URL(page.url()).searchParams.getAll('team')).toEqual(['Court'])
    const summary = await page.locator('.hf-summary').textContent()
    await visitor.press('Drift', 'link')
    expect(await page.getByRole('columnheader', { name: 'Drift' }).getAttribute('aria-sort')).toBe('descending')
    const list = new URL(page.url()).search
    const code = await page.locator('.hf-children tbody a').first().textContent()
    await page.locator('.hf-children tbody a').first().click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Child ${code}`)
    await page.locator('summary', { hasText: 'How this is worked out' }).first().click()
    await visitor.judge()
    expect(await page.locator('.hf-working[open] p').first().isVisible()).toBe(true)
    await page.getByLabel('As at').fill('1 February 2026')
    await visitor.press('Show')
    expect(await page.locator('.hf-lead').textContent()).toContain('On 1 February 2026')
    await visitor.press('Children in care', 'link')
    expect(new URL(page.url()).search).toBe(list)
    expect(await page.locator('.hf-summary').textContent()).toBe(summary)
    await visitor.press('Remove filter: Team Court', 'link')
    expect(new URL(page.url()).searchParams.has('team')).toBe(false)
    expect(visitor.faults).toEqual([])
    await visitor.leave()
  })

  test('bring in a return, follow it, cancel it', { timeout: 300_000 }, async () => {
    const port = fixturePort()
    const visitor = await arrive(port, '/returns/new')
    const { page } = visitor
    const header = join(folder, 'header.csv')
    const episodes = join(folder, 'episodes.csv')
    writeFileSync(header, 'CHILD,SEX,DOB\r\n')
    writeFileSync(episodes, 'CHILD,DECOM\r\n')
    await page.getByLabel('Year of the return').selectOption('2025 to 2026')
    await page.getByLabel('Files of this return').setInputFiles([header, episodes])
    await visitor.press('Bring in')
    expect(port.accepted[0]?.files.map(({ name }) => name)).toEqual(['header.csv', 'episodes.csv'])
    expect(await page.locator('[data-progress-words]').textContent()).toBe('Reading files: 120 of 400')
    if (javaScript) {
      port.reports[0] = { ...at(port, 0), progress: { stage: 'reconciling', done: 1, total: 60 } }
      await page.getByText('Reconciling: 1 of 60').waitFor()
    }
    await visitor.press('Cancel this import', 'link')
    await visitor.press('Yes, cancel it')
    expect(await page.getByText('It was cancelled and nothing was brought in.').isVisible()).toBe(true)
    expect(visitor.faults).toEqual([])
    await visitor.leave()
  })

  test('settle differences: one, those of a child, a page of them', { timeout: 300_000 }, async () => {
    const port = fixturePort()
    const visitor = await arrive(port, '/differences')
    const { page } = visitor
    const settled = (status: string): number => port.differences.filter((one) => one.status === status).length
    await page.locator('input[name=difference]').first().check()
    await visitor.press('Keep what is held')
    expect([settled('kept'), settled('accepted')]).toEqual([1, 0])
    expect(await page.getByText('1 difference settled by keeping what is held.').isVisible()).toBe(true)
    await page.getByLabel(/^Choose all \d+ of child/).first().check()
    await visitor.press('Accept what is chosen')
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    expect(heading).toMatch(/^Accept \d differences\?$/)
    expect(settled('accepted')).toBe(0)
    await visitor.press(/^Accept \d/)
    const ofChild = settled('accepted')
    expect(`Accept ${ofChild} differences?`).toBe(heading)
    await page.getByLabel(/on this page$/).check()
    await visitor.press('Accept what is chosen')
    await visitor.press(/^Accept \d+/)
    expect(settled('accepted')).toBe(ofChild + 25)
    expect(visitor.faults).toEqual([])
    await visitor.leave()
  })

  test('sign out, and be nobody again', { timeout: 120_000 }, async () => {
    const visitor = await arrive(fixturePort(), '/measures', 'councillor')
    expect(new URL(visitor.page.url()).pathname).toBe('/measures')
    await visitor.press('Sign out')
    expect(await visitor.page.getByText('You have signed out.').isVisible()).toBe(true)
    await visitor.open('/measures')
    expect(new URL(visitor.page.url()).pathname).toBe('/sign-in')
    expect(visitor.faults).toEqual([])
    await visitor.leave()
  })
})

function at(port: Fixture, n: number): Fixture['reports'][number] {
  const report = port.reports[n]
  if (report === undefined) throw new Error(`no report ${n}`)
  return report
}

test('by keyboard alone: skip to the content, filter, open a child', { timeout: 120_000 }, async () => {
  const server = testServer(fixturePort())
  servers.push(server)
  const visitor = await Visitor.arrive(browser, await server.app.listen({ port: 0, host: '127.0.0.1' }))
  const { page } = visitor
  const focused = (): Promise<string> => page.evaluate('(document.activeElement.textContent || document.activeElement.id).trim()')
  const tabTo = async (wanted: (at: string) => boolean): Promise<void> => {
    for (let i = 0; i < 80; i += 1) {
      await page.keyboard.press('Tab')
      if (wanted(await focused())) return
    }
    throw new Error(`never reached; last was ${await focused()}`)
  }
  await visitor.open('/children')
  await tabTo((text) => text === 'name')
  await page.keyboard.type('social worker')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/children')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Skip to main content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused()).toMatch(/^Download/)
  await tabTo((text) => text === 'search')
  await page.keyboard.type('100037')
  await page.keyboard.press('Enter')
  await page.waitForURL('**search=100037**')
  await tabTo((text) => text === '100037')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/children/*-*')
  await visitor.judge()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Child 100037')
  expect(visitor.faults).toEqual([])
})

test('pages are light: HTML to 40 KB and the whole first view to 100 KB as sent', { timeout: 120_000 }, async () => {
  const server = testServer(fixturePort({ children: 120 }))
  servers.push(server)
  const base = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${base}/sign-in`)
  await page.getByLabel('Name').fill('head of service')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const weights: Record<string, readonly [number, number]> = {}
  for (const path of ['/', '/children', `/children/0000c41d-0000-4000-8000-000000000003`, '/differences']) {
    const fresh = await browser.newContext({ storageState: await context.storageState() })
    const view = await fresh.newPage()
    let [html, whole] = [0, 0]
    const sizes: Promise<void>[] = []
    view.on('requestfinished', (request) => {
      sizes.push(request.sizes().then(({ responseBodySize }) => {
        whole += responseBodySize
        if (request.resourceType() === 'document') html += responseBodySize
      }))
    })
    await view.goto(base + path, { waitUntil: 'networkidle' })
    await Promise.all(sizes)
    weights[path] = [html, whole]
    await fresh.close()
  }
  console.log('page weights as sent (HTML, whole first view), bytes:', weights)
  for (const [path, [html, whole]] of Object.entries(weights)) expect([path, html > 0, html <= 40_000, whole <= 100_000]).toEqual([path, true, true, true])
  await context.close()
})
