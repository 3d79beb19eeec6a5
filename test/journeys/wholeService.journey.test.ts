/**
 * The service whole: a simulated borough brought in by the importer, PostgreSQL, a real sign-in and a browser. The pages'
 * many states are tried on invented answers (src/web/journeys); this one shows that the parts fit together.
 */
import type { FastifyInstance } from 'fastify'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { hashPassword } from '../../src/edge/passwords.ts'
import { plainSignIn } from '../../src/edge/signIn/settings.ts'
import { webPortOn } from '../../src/edge/webPort.ts'
import { addPerson } from '../../src/store/people.ts'
import { createServer } from '../../src/web/server.ts'
import { launch, Visitor } from '../../src/web/testing/page.ts'
import { trials, type Trials } from '../support/returns.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'

const password = 'a password of the test alone'
const secret = 'a secret of the test that nobody else knows'
let browser: Browser
let all: Trials
let server: FastifyInstance
const uploads = mkdtempSync(join(tmpdir(), 'holdfast-whole-'))
beforeAll(async () => {
  browser = await launch()
  all = await trials()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await server.close()
  await all.close()
  rmSync(uploads, { recursive: true, force: true })
})

test('a return brought in is a tracker, a child, a measure, for those who may see them', { timeout: 180_000 }, async () => {
  const at = await all.next()
  const borough = simulatedBorough('journey', 30, 2026, 2026)
  const counts = await at.counts({ collectionYear: 2026, files: borough.files(2026), lastYearFiles: [] })
  expect(counts.newChildren).toBe(counts.children)
  for (const [signInName, role] of [['dora', 'director'], ['cllr', 'councillor']] as const) {
    await addPerson(at.pool, {
      authorityId: at.authorityId, personId: newId(), signInName, name: signInName, roles: [role], passwordHash: await hashPassword(password),
    })
  }
  const noJobs = { accept: () => Promise.reject(new Error('no import is asked for here')), stop: () => Promise.resolve() }
  const failures: unknown[] = []
  server = createServer(webPortOn(at.holdfast, noJobs, { ...plainSignIn, secret }), {
    secret, secureCookies: false, trustProxy: false, idleMinutes: 5,
    uploadFolder: uploads, maxUploadBytes: 1000, onFailure: (_reference, failure) => { failures.push(failure) },
  })
  const base = await server.listen({ port: 0, host: '127.0.0.1' })
  const arrive = async (name: string): Promise<Visitor> => {
    const visitor = await Visitor.arrive(browser, base)
    await visitor.open('/children')
    await visitor.page.getByLabel('Name').fill(name)
    await visitor.page.getByLabel('Password', { exact: true }).fill(password)
    await visitor.press('Sign in')
    return visitor
  }

  const dora = await arrive('dora')
  // The default day is the last that the return reaches to, though the test's today is 1 June 2026.
  expect(await dora.page.locator('h1').innerText()).toContain('31 March 2026')
  const first = dora.page.locator('main table tbody a').first()
  const code = await first.innerText()
  await dora.press(code, 'link')
  expect(await dora.page.locator('h1').innerText()).toBe(`Child ${code}`)
  expect(await dora.page.locator('svg[role=img]').count()).toBeGreaterThan(0)
  expect(await dora.open('/measures')).toBe(200)

  const cllr = await arrive('cllr')
  expect(await cllr.open('/children')).toBe(404)
  expect(await cllr.open('/')).toBe(200)
  expect([...dora.faults, ...cllr.faults, ...failures]).toEqual([])
})
