/** Signing in as people meet it: provider, password, second factor, account, and typed work that outlives the session. */
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, Visitor } from '../../src/web/testing/page.ts'
import { identityProvider, type TestProvider } from '../support/identityProvider.ts'
import { longForm } from '../support/longForm.ts'
import { trials, type Trials } from '../support/returns.ts'
import { appCode, rightPassword, serve, type Served } from '../support/signIn.ts'

const form = longForm()
let browser: Browser
let all: Trials
let provider: TestProvider
let served: Served
let base = ''
beforeAll(async () => {
  browser = await launch()
  all = await trials()
  const place = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => place.once('listening', resolve))
  const { port } = place.address() as AddressInfo
  await new Promise((resolve) => place.close(resolve))
  base = `http://127.0.0.1:${port}`
  provider = await identityProvider(base)
  served = serve(await all.next(), { provider: provider.settings, secondFactor: 'privileged' }, form.routes)
  await served.app.listen({ port, host: '127.0.0.1' })
  await served.person('ruth@fernbrook.example', 'social worker')
  await served.person('edna', 'director')
  await served.person('finn', 'social worker')
}, 60_000)
afterAll(async () => {
  await browser.close()
  await served.app.close()
  await provider.close()
  await all.close()
})

const endAll = (): Promise<unknown> => all.pool.query(`update web_session set ended = true, content = '{}'`)

/** Clicks without judging what comes: for pages that another step judges. */
async function go(visitor: Visitor, name: string, role: 'button' | 'link' = 'button'): Promise<void> {
  await visitor.page.getByRole(role, { name, exact: true }).first().click()
  await visitor.page.waitForLoadState()
}

async function signIn(visitor: Visitor, name: string, password = rightPassword): Promise<void> {
  await visitor.page.getByLabel('Name').fill(name)
  await visitor.page.getByLabel('Password', { exact: true }).fill(password)
  await go(visitor, 'Sign in')
}

test('at the provider: in, and out of both', { timeout: 120_000 }, async () => {
  provider.who = { subject: 's-1', email: 'ruth@fernbrook.example', verified: true }
  const ruth = await Visitor.arrive(browser, base)
  await ruth.open('/account')
  await go(ruth, 'Sign in with Fernbrook account')
  expect(await ruth.page.locator('h1').innerText()).toBe('Your account')
  await ruth.press('Sign out')
  await ruth.page.getByRole('link', { name: 'Sign out of Fernbrook account too' }).click()
  await ruth.page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await ruth.page.waitForURL(`${base}/sign-in?out=yes`)
  provider.who = { subject: 's-2', email: 'stranger@fernbrook.example', verified: true }
  await ruth.press('Sign in with Fernbrook account')
  expect(await ruth.page.locator('h1').innerText()).toBe('You have no account in Holdfast')
  // The provider's own pages are not ours to judge.
  expect([...ruth.faults.filter(({ where }) => !where.startsWith(provider.settings.issuer)), ...served.failures]).toEqual([])
  await ruth.leave()
})

test('with a password and a second factor, and the account page', { timeout: 180_000 }, async () => {
  const edna = await Visitor.arrive(browser, base)
  const { page } = edna
  await edna.open('/sign-in?next=/account')
  await signIn(edna, 'edna', 'wrong on purpose')
  await edna.judge()
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('The name and password do not go together')
  await signIn(edna, 'edna')
  expect(await page.locator('h1').innerText()).toBe('Set up an authenticator app')
  await edna.judge()
  const html = await page.content()
  await page.getByRole('textbox', { name: 'Code' }).fill(appCode(html))
  await edna.press('Continue')
  expect(await page.locator('.hf-recovery li').count()).toBe(10)
  const recovery = await page.locator('.hf-recovery li').first().innerText()
  await edna.press('I have kept them')
  expect(await page.locator('h1').innerText()).toBe('Your account')
  expect(await page.locator('main').innerText()).toMatch(/Chrome on Linux\s+This one/)
  await go(edna, 'Change your password', 'link')
  await page.getByLabel('Your password now', { exact: true }).fill(rightPassword)
  await page.getByLabel('New password', { exact: true }).fill('Liverpool2026')
  await edna.press('Change password')
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('easy to guess')
  await page.goto(`${base}/account`)
  await go(edna, 'Sign out everywhere')
  expect(await page.locator('main').innerText()).toContain('You have signed out on every computer and phone.')
  await signIn(edna, 'edna')
  await edna.judge()
  await page.getByRole('textbox', { name: 'Code' }).fill(recovery)
  await go(edna, 'Continue')
  await page.goto(`${base}/account`)
  expect(await page.locator('main').innerText()).toContain('You have 9 recovery codes left.')
  expect([...edna.faults, ...served.failures]).toEqual([])
  await edna.leave()
})

test('with JavaScript: a draft saves itself, says when it cannot, is offered back, and goes when it is sent', { timeout: 180_000 }, async () => {
  form.sent.length = 0
  const finn = await Visitor.arrive(browser, base)
  const { page } = finn
  await page.clock.install()
  await page.goto(`${base}/sign-in?next=/long-form`)
  await signIn(finn, 'finn')
  const words = page.getByLabel('What happened')
  const status = page.locator('.hf-keep')
  const savedAs = () => all.pool.query<{ n: number }>('select count(*)::int as n from kept_form').then(({ rows }) => rows[0]?.n)

  await words.fill('She smiled when she saw the garden.')
  await page.clock.runFor(10_000)
  await expect.poll(() => status.innerText()).toContain('Draft saved')
  expect(await savedAs()).toBe(1)

  await page.context().setOffline(true)
  await words.fill('She smiled when she saw the garden.\n\nShe asked for “her” room.')
  await page.clock.runFor(10_000)
  await expect.poll(() => status.innerText()).toContain('The connection is lost.')
  await page.context().setOffline(false)
  await page.clock.runFor(3_000)
  await expect.poll(() => status.innerText()).toContain('Draft saved')

  // Typed within the last ten seconds, and then the page is left.
  await page.getByLabel('School').check()
  const last = page.waitForResponse((answer) => answer.url().endsWith('/kept/draft') && answer.request().method() === 'POST')
  await page.goto(`${base}/account`)
  await last.catch(() => undefined)
  await page.goto(`${base}/long-form`)
  await expect.poll(() => page.getByRole('region', { name: 'Draft' }).count()).toBe(1)
  await finn.judge()
  expect(await words.inputValue()).toBe('')
  await page.getByRole('button', { name: 'Put it back' }).click()
  expect(await words.inputValue()).toBe('She smiled when she saw the garden.\n\nShe asked for “her” room.')
  expect(await page.getByLabel('School').isChecked()).toBe(true)
  expect(await page.getByLabel('Carer').isChecked()).toBe(false)

  // The session ends while the form is open: it is said, and sending it still loses nothing.
  await endAll()
  await words.fill('She smiled when she saw the garden. Her own words: “mine”.')
  await page.clock.runFor(10_000)
  await expect.poll(() => status.innerText()).toContain('You have been signed out.')
  await finn.press('Send')
  expect(await page.locator('main').innerText()).toContain('What you typed was not sent, and is not lost.')
  await signIn(finn, 'finn')
  expect(await page.locator('h1').innerText()).toBe('What you typed was not sent')
  await finn.judge()
  await go(finn, 'Send it again')
  expect(await page.locator('.govuk-notification-banner').innerText()).toContain('It was sent')
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('region', { name: 'Draft' }).count()).toBe(0)
  expect(form.sent).toEqual([{ who: 'finn', fields: [['what-happened', 'She smiled when she saw the garden. Her own words: “mine”.'], ['who', 'school']] }])
  expect([...finn.faults.filter(({ what }) => !/ERR_INTERNET_DISCONNECTED/.test(what)), ...served.failures]).toEqual([])
  await finn.leave()
})

test('without JavaScript: what was posted after the session ended comes back as it was', { timeout: 120_000 }, async () => {
  form.sent.length = 0
  const finn = await Visitor.arrive(browser, base, { javaScript: false })
  const { page } = finn
  await page.goto(`${base}/sign-in?next=/long-form`)
  await signIn(finn, 'finn')
  const typed = '  Two spaces first, <b>signs</b> & “quotes”,\n\nand a line between.'
  await page.getByLabel('What happened').fill(typed)
  await page.getByLabel('Carer').check()
  await endAll()
  await go(finn, 'Send')
  await signIn(finn, 'finn')
  await finn.judge()
  expect(await page.locator('.hf-kept dd').first().textContent()).toBe(typed)
  await go(finn, 'Send it again')
  expect(form.sent).toEqual([{ who: 'finn', fields: [['what-happened', typed.replaceAll('\n', '\r\n')], ['who', 'carer']] }])
  expect([...finn.faults, ...served.failures]).toEqual([])
  await finn.leave()
})
