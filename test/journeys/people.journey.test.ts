/** In a browser: an administrator adds a person and gives a role, the director gives them a child, and they see it; broken glass is reviewed. */
import { expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { Visitor } from '../../src/web/testing/page.ts'
import { arriveAs } from '../support/arrive.ts'
import { journey } from '../support/journey.ts'
import { rightPassword } from '../support/signIn.ts'

const stage = journey()

test('from a new account to a child, and through the glass', { timeout: 180_000 }, async () => {
  const at = await stage.together.next()
  const served = stage.serve(at)
  const children = [newId(), newId()]
  for (const [n, child] of children.entries()) {
    await at.pool.query(`insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, '2026-01-01')`, [at.authorityId, child, `550${n + 1}`])
  }
  await served.person('sol', 'system administrator')
  await served.person('dinah', 'director')
  const base = await served.app.listen({ port: 0, host: '127.0.0.1' })
  const arrive = (name: string): Promise<Visitor> => arriveAs(stage.browser, base, name)
  const typeDay = async ({ page }: Visitor, day: number, month: number, year: number): Promise<void> => {
    for (const [label, value] of [['Day', day], ['Month', month], ['Year', year]] as const) await page.getByLabel(label).first().fill(String(value))
  }

  /** Clicks without judging what comes: pages of one shape are judged once. */
  const click = async ({ page }: Visitor, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
    await page.getByRole(role, { name, exact: typeof name === 'string' }).first().click()
    await page.waitForLoadState()
  }

  const sol = await arrive('sol')
  expect(await sol.open('/admin/people')).toBe(200)
  await click(sol, 'Add a person')
  await sol.page.getByLabel('Name', { exact: true }).fill('Fenella Ash')
  await sol.page.getByLabel('Sign-in name').fill('fenella')
  await click(sol, 'Add')
  await click(sol, 'Give a role', 'link')
  await sol.page.getByLabel('Role').selectOption('social worker')
  await typeDay(sol, 1, 6, 2026)
  await sol.press('Give the role')
  await click(sol, /^Make a link to choose a password/)
  const link = (await sol.page.locator('.govuk-inset-text .hf-code').innerText()).trim()

  const fenella = await Visitor.arrive(stage.browser, base)
  await fenella.page.goto(base + link)
  await fenella.page.getByLabel('New password', { exact: true }).fill(rightPassword)
  await click(fenella, 'Set this password')
  await fenella.leave()
  const worker = await arrive('fenella')
  const child = `/children/${children[0]}/allocations`
  expect((await worker.page.goto(base + child))?.status()).toBe(404)

  const dinah = await arrive('dinah')
  expect(await dinah.open(child)).toBe(200)
  await click(dinah, 'Give to a social worker')
  await dinah.page.getByRole('combobox').first().selectOption({ label: 'Fenella Ash' })
  await click(dinah, 'Give the child')
  expect((await worker.page.goto(base + child))?.status()).toBe(200)
  expect(await worker.page.locator('main').innerText()).toContain('Fenella Ash')

  await worker.page.goto(`${base}/me`)
  await worker.press('Break the glass')
  await worker.page.getByLabel('Child’s number').fill('5502')
  await worker.page.getByLabel('Why must you open this record now?').fill('Found alone at the station')
  await worker.page.getByLabel('The whole record').check()
  await worker.page.getByLabel('For how many hours?').fill('3')
  await click(worker, 'Open the record')
  await click(worker, '5502', 'link')
  expect(await worker.page.locator('h1').innerText()).toContain('5502')

  await dinah.page.goto(`${base}/admin/break-glass`)
  await click(dinah, /^Fenella Ash broke the glass/, 'link')
  await dinah.page.getByLabel('Yes').check()
  await dinah.page.getByLabel('What you found').fill('A child was at risk.')
  await click(dinah, 'Keep the review')
  expect(await dinah.page.locator('main').innerText()).toContain('Justified')
  expect([...sol.faults, ...worker.faults, ...dinah.faults, ...fenella.faults, ...served.failures]).toEqual([])
})
