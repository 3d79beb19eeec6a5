/** A reviewing officer's day in a browser: the list, a review written up, a letter, a concern, the report. Every page is judged. */
import { expect, test } from 'vitest'
import { Visitor } from '../../src/web/testing/page.ts'
import { returnFiles } from '../support/returns.ts'
import { rightPassword } from '../support/signIn.ts'
import { journey } from '../support/journey.ts'

const stage = journey()

test('from what is due to the report of the month', { timeout: 180_000 }, async () => {
  const at = await stage.together.next()
  const served = stage.serve(at)
  await at.counts(returnFiles(2027, [{ code: '301', bornOn: '2016-02-01', episodes: ['S C1 U6@ash 2026-05-05'] }]))
  const { rows: [child] } = await at.pool.query<{ child_id: string }>('select child_id from child where authority_id = $1', [at.authorityId])
  const iris = await served.person('iris', 'reviewing officer')
  await served.person('max', 'reviewing manager')
  await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'reviewing officer', $3, '2026-05-05')`, [at.authorityId, child?.child_id, iris])
  const base = await served.app.listen({ port: 0, host: '127.0.0.1' })
  const arrive = async (name: string, path: string): Promise<Visitor> => {
    const visitor = await Visitor.arrive(stage.browser, base, { javaScript: false })
    await visitor.page.goto(base + path)
    await visitor.page.getByLabel('Name').fill(name)
    await visitor.page.getByLabel('Password', { exact: true }).fill(rightPassword)
    await visitor.press('Sign in')
    return visitor
  }
  const day = async ({ page }: Visitor, field: string, ...parts: readonly [string, string, string]): Promise<void> => {
    for (const [i, part] of ['day', 'month', 'year'].entries()) await page.locator(`#${field}-${part}`).fill(parts[i] ?? '')
  }

  const officer = await arrive('iris', '/reviews')
  const { page } = officer
  await officer.press('First review', 'link')
  await page.getByRole('link', { name: 'Record one that was held' }).click()
  await day(officer, 'heldOn', '29', '5', '2026')
  await officer.press('Save the review')
  expect(await page.locator('.govuk-error-summary li').count()).toBe(5)
  for (const label of ['One meeting', 'PN1: came and spoke for themselves', 'The child or young person', 'There was no written plan to endorse']) await page.getByLabel(label).check()
  await page.locator('#spokenTo').check()
  await page.getByLabel('What did the child say, and want?').fill('You want to see Nan more often.')
  await page.getByLabel('Which ways to permanence were considered?').fill('Going home; living with Nan.')
  await page.getByLabel('Why, and what does the plan lack?').fill('It is not written yet.')
  await page.getByLabel('The record of the review').fill('What was said.\n\nAnd what was agreed.')
  await page.getByRole('button', { name: 'Save the review' }).click()
  await officer.press('First review, 29 May 2026', 'link')
  await officer.press('Draft a letter from this record')
  expect(await page.getByRole('textbox', { name: 'The letter' }).inputValue()).toContain('What you told us: You want to see Nan more often.')
  await page.goto(`${base}/children/${child?.child_id ?? ''}/challenge/raise`)
  await page.getByLabel('Drift: permanence is not moving on').check()
  await page.getByLabel('What is your concern?').fill('Nobody has asked Nan.')
  await page.getByLabel('What should happen, and by when?').fill('Ask her this month.')
  await page.getByLabel('Yes, they were told').check()
  await page.getByRole('button', { name: 'Raise the concern' }).click()
  await officer.press('Drift: permanence is not moving on', 'link')
  expect(await page.locator('main').innerText()).toContain('8 June 2026')

  const manager = await arrive('max', '/challenge')
  expect(await manager.page.locator('main tbody tr').count()).toBe(1)
  await manager.open('/challenge/report?month=2026-06')
  expect(await manager.page.locator('main').innerText()).toContain('Challenge by independent reviewing officers, June 2026')
  expect([...officer.faults, ...manager.faults, ...served.failures]).toEqual([])
})
