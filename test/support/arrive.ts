/** Signing a visitor in, in the browser, without judging the sign-in page again: its own journey does. */
import type { Browser } from 'playwright-core'
import { Visitor } from '../../src/web/testing/page.ts'
import { rightPassword } from './signIn.ts'

/** A visitor who is signed in under a name of `serve`, and stands at an address. */
export async function arriveAs(browser: Browser, base: string, name: string, next = '/', options: { readonly javaScript?: boolean } = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, base, options)
  const { page } = visitor
  await page.goto(`${base}/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(rightPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(base + next)
  return visitor
}
