/** The checks of a return in a browser: from the year to a child's record, an explanation, and the return written. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkMeans, checkWhatNeedsIt } from '../../src/edge/checkingHeld.ts'
import { holdfastOn } from '../../src/edge/holdfast.ts'
import { loadRules } from '../../src/edge/rules.ts'
import { launch, Visitor } from '../../src/web/testing/page.ts'
import { day } from '../support/facts.ts'
import { returnFiles, trials, type Trials } from '../support/returns.ts'
import { rightPassword, serve, type Served } from '../support/signIn.ts'
import { readZip } from '../support/readZip.ts'

let together: Trials
let served: Served
let browser: Browser
let base: string

beforeAll(async () => {
  together = await trials()
  const means = checkMeans()
  const trial = await together.next()
  const at = { ...trial, holdfast: holdfastOn(trial.pool, loadRules(), trial.holdfast.database, () => day('2026-06-01'), means) }
  // Born in 2027: after the year of the return has ended (rule 301); beside a child of whom less is wrong.
  await at.counts(returnFiles(2026, [
    { code: '4101', bornOn: '2015-02-03', episodes: ['S C1 U6@ash 2025-05-06'], reviews: ['2025-06-01'] },
    { code: '4102', bornOn: '2027-02-03', episodes: ['S C2 U6@elm 2025-07-08'] },
  ]))
  await checkWhatNeedsIt(at.pool, means)
  served = serve(at)
  await served.person('ada', 'performance analyst')
  base = await served.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launch()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await served.app.close()
  await together.close()
})

test('an analyst finds what is wrong, sees the record with its fields marked, explains it, and writes the return', async () => {
  const ada = await Visitor.arrive(browser, base, { javaScript: false })
  const { page } = ada
  await page.goto(`${base}/sign-in`)
  await page.getByLabel('Name').fill('ada')
  await page.getByLabel('Password', { exact: true }).fill(rightPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const shoot = async (name: string): Promise<void> => {
    const folder = process.env['HOLDFAST_SHOTS']
    if (folder === undefined) return
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
  }

  expect(await ada.open('/checks')).toBe(200)
  await shoot('checks')
  await ada.press('301', 'link')
  expect(await page.locator('h1').innerText()).toContain('Rule 301')
  await shoot('rule')
  await ada.press('4102', 'link')
  const finding = page.getByRole('region').filter({ hasText: 'Rule 301' })
  expect(await finding.locator('.hf-check__marked').allInnerTexts()).toEqual(['Date of birth Look here\n3 February 2027'])
  await shoot('child')

  await finding.getByRole('link', { name: /explain why/ }).click()
  await ada.judge()
  await page.getByRole('button', { name: 'Keep this explanation' }).click()
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('Write why it is right as it stands')
  await page.getByLabel('Why is it right as it stands?').fill('The family told us so, and the passport agrees.')
  await ada.press('Keep this explanation')
  expect(await finding.innerText()).toContain('The family told us so, and the passport agrees.')
  await page.getByRole('button', { name: 'Take this explanation back' }).click()
  expect(await finding.getByRole('link', { name: /explain why/ }).count()).toBe(1)

  expect(await ada.open('/checks/children')).toBe(200)
  await shoot('children')
  expect(await ada.open('/checks/not-run')).toBe(200)
  await shoot('not-run')
  expect(await page.getByRole('heading', { name: "Last year's files were not given" }).count()).toBe(1)
  expect(await ada.open('/checks/providers')).toBe(200)

  expect(await ada.open('/returns/file')).toBe(200)
  await shoot('file')
  const download = async (path: string): Promise<Buffer> => Buffer.from(await (await page.context().request.get(base + path)).body())
  const zip = await readZip(await download('/returns/file.zip?year=2026'))
  expect([...zip.keys()].slice(0, 2)).toEqual(['header.csv', 'episodes.csv'])
  expect(zip.get('header.csv')?.split('\n').slice(0, 3).map((line) => line.slice(0, 17))).toEqual(['CHILD,SEX,DOB,ETH', expect.stringMatching(/^4101,/), expect.stringMatching(/^4102,/)])
  expect((await download('/returns/file.xml?year=2026')).toString()).toContain('<CHILDID>4102</CHILDID>')
  const sheet = (await readZip(await download('/checks/findings.xlsx'))).get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('<t xml:space="preserve">301</t>')
  expect((await download('/checks/findings.csv')).toString()).toContain('4102')
  expect(ada.faults).toEqual([])
}, 120_000)
