/** In a browser: information governance asks who looked, takes the log out, and reviews what was unusual; the director sees what the glass opened. */
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { watchNow } from '../../src/edge/unusualAccess.ts'
import { launch, type Visitor } from '../../src/web/testing/page.ts'
import { arriveAs } from '../support/arrive.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let browser: Browser
let together: Trials
let at: Trial
let served: Served
const [own, other] = [newId(), newId()]

/** A social worker reads of their own child, tries four times to read of another, and then breaks the glass. */
async function lookedAt(): Promise<void> {
  const worker = await served.person('Tomasz Wren', 'social worker')
  for (const [id, code] of [[own, '6601'], [other, '6602']]) {
    await at.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, id, code])
  }
  await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2020-01-01')`, [at.authorityId, own, worker])
  const client = served.client()
  await served.signIn(client, 'Tomasz Wren')
  expect((await client.get(`/children/${own}/voice`)).status).toBe(200)
  for (let i = 0; i < 4; i++) expect((await client.get(`/children/${other}/voice`)).status).toBe(404)
  await client.get('/break-glass')
  await client.post('/break-glass', [['code', '6602'], ['reason', 'Rang at night, alone'], ['parts', 'whole record'], ['hours', '2']])
  expect((await client.get(`/children/${other}/voice`)).status).toBe(200)
}

beforeAll(async () => {
  browser = await launch()
  together = await trials()
  at = await together.next()
  served = serve(at)
  await served.person('Kit Sandhu', 'system administrator')
  await served.person('Dinah Okoro', 'director')
  await lookedAt()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await served.app.close()
  await together.close()
})

/** Clicks without judging what comes: pages of one shape are judged once. */
const click = async ({ page }: Visitor, name: string, role: 'button' | 'link' = 'button'): Promise<void> => {
  await page.getByRole(role, { name, exact: true }).first().click()
  await page.waitForLoadState()
}
const mainOf = ({ page }: Visitor): Promise<string> => page.locator('main').innerText()
const rows = ({ page }: Visitor): Promise<number> => page.locator('tbody tr').count()

test('from the question who looked to the review of what was unusual', { timeout: 180_000 }, async () => {
  const base = await served.app.listen({ port: 0, host: '127.0.0.1' })
  const kit = await arriveAs(browser, base, 'Kit Sandhu')
  expect(await kit.open('/audit')).toBe(200)
  expect(await mainOf(kit)).toContain('Nothing is sealed yet.')
  await watchNow(at.holdfast, at.authorityId)

  // Searched: a person and a kind of event, then one child by number, then nothing at all.
  await kit.page.getByLabel('Person’s name').fill('tomasz')
  await kit.page.getByLabel('What').selectOption('refused')
  await click(kit, 'Show')
  expect([await rows(kit), await mainOf(kit)]).toEqual([4, expect.stringMatching(/Sealed against later changes up to seal \d+, made .*Refused/s)])
  await click(kit, 'Clear filters', 'link')
  await kit.page.getByLabel('From').fill('soon')
  await click(kit, 'Show')
  expect(await mainOf(kit)).toContain('“soon” is not a day that can be read, such as 3 March 2026. It was left out.')
  await kit.page.getByLabel('From').fill('1/1/2001')
  await kit.page.getByLabel('To', { exact: true }).fill('31 December 2001')
  await click(kit, 'Show')
  expect(await mainOf(kit)).toContain('Nothing in the log matches.')

  // Who looked at this child? And what else did that person look at?
  await kit.page.goto(`${base}/audit?child=6602`)
  await kit.press('6602', 'link')
  expect(await kit.page.title()).toBe('Who looked at child 6602 – Who looked – Holdfast')
  expect((await kit.page.locator('tbody tr', { hasText: 'Own words opened' }).allInnerTexts()).map((row) => [/refused/i.test(row), /through broken glass/i.test(row)]))
    .toEqual([[false, true], [true, false], [true, false], [true, false], [true, false]])
  await click(kit, 'Tomasz Wren', 'link')
  expect([await kit.page.title(), await mainOf(kit)]).toEqual(['What Tomasz Wren looked at – Who looked – Holdfast', expect.stringContaining('6601')])

  // Taken out, as the council's monitoring reads it.
  await kit.page.goto(`${base}/audit`)
  const [download] = await Promise.all([kit.page.waitForEvent('download'), kit.page.getByRole('link', { name: 'Download these days as CEF' }).click()])
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.cef\.txt$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
  expect(lines.filter((line) => line.includes('"alarm":"broken glass"')).map((line) => line.split('|').slice(4, 7))).toEqual([['own words opened', 'own words opened', '8']])

  // What a rule found unusual: opened, answered without a reason, answered.
  await kit.press('Unusual access to review', 'link')
  await click(kit, 'Refused again and again', 'link')
  expect([await rows(kit), await mainOf(kit)]).toEqual([4, expect.stringContaining('Who looked at child 6602')])
  await kit.page.getByLabel('Explained').check()
  await kit.press('Keep the review')
  expect(await kit.page.title()).toMatch(/^Error: /)
  await kit.page.getByRole('link', { name: 'Enter why' }).click()
  expect(await kit.page.evaluate('document.activeElement.id')).toBe(await kit.page.getByLabel('Why?').getAttribute('id'))
  await kit.page.getByLabel('Why?').fill('Asked the duty manager: an emergency at night.')
  await click(kit, 'Keep the review')
  expect(await mainOf(kit)).toContain('The review is kept.')
  await click(kit, 'Explained', 'link')
  expect(await mainOf(kit)).toContain('Refused again and again')

  // The director reviews the glass itself, and goes from it to the looks.
  const dinah = await arriveAs(browser, base, 'Dinah Okoro', '/admin/break-glass')
  await dinah.judge()
  await click(dinah, 'What Tomasz Wren looked at', 'link')
  expect((await mainOf(dinah)).match(/through broken glass/gi)).toHaveLength(1)
  expect([...kit.faults, ...dinah.faults, ...served.failures]).toEqual([])
})
