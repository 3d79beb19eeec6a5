/** A panel in the browser, as each role meets it: set up, agenda, the meeting child after child, sign-off, minutes. */
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, Visitor } from '../../src/web/testing/page.ts'
import { arriveAs } from '../support/arrive.ts'
import { returnFiles, trials, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let browser: Browser
let all: Trials
let served: Served
let base = ''
beforeAll(async () => {
  browser = await launch()
  all = await trials()
  const at = await all.next()
  await at.counts(returnFiles(2026, [
    { code: '101', bornOn: '2023-02-01', episodes: ['S C1 U6@ash 2025-11-03'] },
    { code: '102', bornOn: '2021-02-01', episodes: ['S C1 U6@bay 2026-02-02'] },
    { code: '103', bornOn: '2010-02-01', episodes: ['S J1 U6@yew 2026-03-04'] },
  ]))
  served = serve(at)
  await served.app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(served.app.server.address() as AddressInfo).port}`
  await served.person('Ines Ford', 'director')
  await served.person('Cora Lind', 'panel chair')
  await served.person('Abe Moss', 'panel administrator')
  await served.person('Mina Rook', 'lawyer')
  const worker = await served.person('Wes Tarn', 'social worker')
  await at.pool.query(
    `insert into allocation (authority_id, child_id, role, person_id, from_on) select authority_id, child_id, 'social worker', $2, '2026-01-01' from child where authority_id = $1`,
    [at.authorityId, worker],
  )
}, 60_000)
afterAll(async () => {
  await browser.close()
  await served.app.close()
  await all.close()
})

const arrive = (name: string, next: string): Promise<Visitor> => arriveAs(browser, base, name, next)

const shots = process.env['PANEL_SHOTS']
async function shoot(visitor: Visitor, name: string): Promise<void> {
  if (shots === undefined) return
  for (const width of [1280, 320]) {
    await visitor.page.setViewportSize({ width, height: 900 })
    await visitor.page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  }
  await visitor.page.setViewportSize({ width: 1280, height: 900 })
}

test('a panel is set up, sits, decides and signs its minutes off', { timeout: 240_000 }, async () => {
  const ines = await arrive('Ines Ford', '/panels')
  await shoot(ines, 'panels-none')
  await ines.page.getByLabel('Permanency tracking by age and legal stage (Havering)').check()
  await ines.page.getByRole('button', { name: 'Take into use' }).click()
  await ines.page.getByRole('button', { name: 'Bring the lists up to date' }).click()
  await shoot(ines, 'panels')
  expect(await ines.page.locator('main').innerText()).toContain('1 child is routed by no rule')
  await ines.press('Say where they belong', 'link')
  await shoot(ines, 'unrouted')
  await ines.page.getByRole('link', { name: /^103/ }).click()
  await ines.page.getByLabel('No panel').check()
  await ines.page.getByLabel('Why', { exact: true }).fill('On remand; the hearing is on 8 June.')
  await ines.press('Record this')
  expect(await ines.page.locator('.govuk-error-summary').innerText()).toContain('must not be forgotten')
  await shoot(ines, 'child-panels')
  for (const [part, value] of [['Day', '9'], ['Month', '6'], ['Year', '2026']] as const) await ines.page.getByLabel(part).fill(value)
  await ines.page.getByRole('button', { name: 'Record this' }).click()
  await ines.page.goto(`${base}/panels`)
  await ines.press('Permanency tracking, under 10', 'link')
  for (const [who, as] of [['Cora Lind', 'Chair'], ['Abe Moss', 'Administrator'], ['Mina Rook', 'Member, for legal or court assurance'], ['Ines Ford', 'Chair, as director']] as const) {
    const summary = ines.page.getByText('Give somebody a seat')
    if (!(await ines.page.getByLabel('Who', { exact: true }).isVisible())) await summary.click()
    await ines.page.getByLabel('Who', { exact: true }).selectOption({ label: who })
    await ines.page.getByLabel(as, { exact: true }).check()
    await ines.page.getByRole('button', { name: 'Give the seat' }).click()
  }
  await shoot(ines, 'panel')

  const abe = await arrive('Abe Moss', '/panels')
  await abe.page.getByRole('link', { name: 'Permanency tracking, under 10' }).click()
  for (const [part, value] of [['Day', '1'], ['Month', '6'], ['Year', '2026']] as const) await abe.page.getByLabel(part, { exact: true }).fill(value)
  await abe.page.getByLabel(/Who takes the minutes/).selectOption({ label: 'Abe Moss' })
  await abe.press('Plan this sitting')
  await shoot(abe, 'sitting-proposed')
  await abe.page.getByRole('button', { name: 'Take those ticked onto the agenda' }).click()
  for (const name of ['Cora Lind', 'Mina Rook', 'Ines Ford', 'Abe Moss']) await abe.page.getByRole('group', { name: new RegExp(name) }).getByLabel('In the room').check()
  await abe.press('Record who takes part')
  await shoot(abe, 'sitting')
  const sitting = new URL(abe.page.url()).pathname
  await abe.press('Call the sitting off')
  expect(await abe.page.locator('main').innerText()).toContain('It cannot be taken back')
  await abe.page.goto(base + sitting)
  await abe.press('Go through the children')
  const childId = new URL(abe.page.url()).pathname.split('/').at(-1) ?? ''
  await abe.page.getByLabel(/Who presents the child/).selectOption({ label: 'Wes Tarn' })
  await abe.page.getByRole('button', { name: 'Record who presents' }).click()
  await abe.page.getByRole('textbox', { name: 'What was said' }).fill('Her carers wish to adopt her.')
  await abe.page.getByRole('button', { name: 'Save and go on' }).click()
  expect(await abe.page.locator('h1').innerText()).toContain('Child 102')
  await abe.page.getByText('Put this child off').first().click()
  await abe.page.getByLabel('Why it is put off').fill('The sibling assessment is not written.')
  await abe.page.getByRole('button', { name: 'Put this child off' }).click()

  const cora = await arrive('Cora Lind', sitting)
  await cora.page.getByRole('button', { name: 'Go through the children' }).click()
  await shoot(cora, 'hearing')
  await cora.page.getByRole('textbox', { name: 'What the panel decided' }).fill('Match with her carers by September.')
  await cora.page.locator('#action-1-what').fill('Write the match report')
  await cora.press('Record the decision and go on')
  expect(await cora.page.locator('.govuk-error-summary').innerText()).toContain('(row 1)')
  await cora.page.locator('#action-1-owner').selectOption({ label: 'Wes Tarn' })
  for (const [id, day] of [['action-1-dueOn', '20'], ['returnOn', '8']] as const) {
    for (const [part, value] of [['day', day], ['month', '7'], ['year', '2026']] as const) await cora.page.locator(`#${id}-${part}`).fill(value)
  }
  await cora.page.getByRole('button', { name: 'Record the decision and go on' }).click()
  await cora.press('Sign the minutes off')
  await cora.page.getByRole('button', { name: 'Sign the minutes off' }).click()
  await cora.judge()
  await shoot(cora, 'minutes')
  const words = await cora.page.locator('main').innerText()
  for (const part of ['Signed off by Cora Lind on 1 June 2026.', 'Match with her carers by September.', 'Write the match report', 'The child returns on 8 July 2026.', 'The sibling assessment is not written.']) {
    expect(words).toContain(part)
  }
  await cora.open(`${sitting}/papers`)
  await shoot(cora, 'papers')
  await cora.open(`/children/${childId}/papers`)
  await shoot(cora, 'case-papers')

  const file = await abe.page.request.get(`${base}${sitting}/minutes.odt`)
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/vnd.oasis.opendocument.text'])
  const wes = await arrive('Wes Tarn', '/panels')
  await wes.page.getByRole('link', { name: 'Permanency tracking, under 10' }).click()
  expect(await wes.page.getByRole('button', { name: /Plan|Give/ }).count()).toBe(0)
  expect((await wes.page.request.get(`${base}${sitting}/sign-off`)).status()).toBe(404)
  expect([ines, abe, cora, wes].flatMap(({ faults }) => faults)).toEqual([])
  expect(served.failures).toEqual([])
  for (const visitor of [ines, abe, cora, wes]) await visitor.leave()
})
