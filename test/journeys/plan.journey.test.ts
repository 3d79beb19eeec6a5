/** The permanence plan in a browser, at a desk and on a phone: begun, put forward, authorised, and two people at one line. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLine } from '../../src/core/plan/decisions.ts'
import { optionType } from '../../src/core/plan/option.ts'
import { planHeld, type PlanHeld } from '../../src/app/plan.ts'
import { carryOut } from '../../src/app/records.ts'
import { added, type Decided } from '../../src/core/records/recordType.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import type { Actor } from '../../src/app/work.ts'
import { newId } from '../../src/edge/ids.ts'
import { launch, Visitor } from '../../src/web/testing/page.ts'
import { arriveAs } from '../support/arrive.ts'
import { planFamily, type PlanFamily } from '../support/planFamily.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

let browser: Browser
let all: Trials
let at: Trial
let family: PlanFamily
let base = ''
beforeAll(async () => {
  browser = await launch()
  all = await trials()
  at = await all.next()
  family = await planFamily(at)
  base = await family.served.app.listen({ port: 0, host: '127.0.0.1' })
}, 60_000)
afterAll(async () => {
  await browser.close()
  await family.served.app.close()
  await all.close()
})

const arrive = (name: 'worker' | 'manager', next: string): Promise<Visitor> => arriveAs(browser, base, name, next)

/** Writes as the social worker, without the browser. */
function write(decide: (held: PlanHeld) => Decided): Promise<unknown> {
  const { authorityId } = at
  const worker: Actor = { personId: family.people.worker, name: 'worker', authorityId, authorityName: 'Fernbrook', roles: ['social worker'] }
  return at.work(async (work) => {
    const held = await planHeld(work, family.childId)
    if (held === undefined) throw new Error('no plan')
    return carryOut(work, decide(held))
  }, worker, ['change', 'plan draft'])
}

test('a plan with two lines, from the first word to being authorised', { timeout: 240_000 }, async () => {
  const address = `/children/${family.childId}/plan`
  const worker = await arrive('worker', address)
  const { page } = worker
  await page.getByRole('button', { name: 'Begin a permanence plan' }).click()
  await page.getByRole('button', { name: 'Begin the plan' }).click()
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('Enter the plan for this child’s upbringing')
  await page.getByLabel('The plan for this child’s upbringing').fill('Ivy is to grow up with her mother at home, if the work with her mother goes well by Christmas. If it does not, she lives with her grandmother, whom she sees every day already.')
  await page.getByLabel('Considered, and not right for this child').check()
  await page.getByLabel(/Why early permanence is right/).fill('Ivy is eleven and has a grandmother who is being assessed.')
  await page.getByRole('button', { name: 'Begin the plan' }).click()

  const asked = { owner: family.people.worker, startedOn: isoDate('2026-05-02'), targetOn: isoDate('2026-12-18'), evidence: 'Six supervised visits went well.', trigger: null }
  await write((held) => addLine(held.plan, held.lines, {
    ...asked, route: 'return-home', role: 'primary', reason: 'Her mother has stopped drinking and keeps to the plan.',
  }, newId()))
  await write((held) => {
    const line = addLine(held.plan, held.lines, {
      ...asked, route: 'kin-sgo', role: 'parallel', reason: 'Her grandmother knows her best after her mother.', targetOn: isoDate('2026-05-20'),
    }, newId())
    const option = added(optionType, newId(), { childId: family.childId, partOf: held.plan.recordId }, {
      route: 'return-home', who: 'Mother', consideredOn: isoDate('2026-05-20'), pros: 'She is Ivy’s mother, and Ivy misses her.\nSame school, same friends.',
      cons: 'A relapse would cost Ivy another move.', childView: 'I want to be at home but not if it is like before.', parentsView: null,
      support: 'Weekly recovery group; family support worker', viability: 'viable with support', why: 'Five months sober, confirmed by tests.',
    })
    return line.kind === 'done' ? { ...line, changes: [...line.changes, option] } : line
  })
  await worker.open(address)
  await worker.press('Family or friends, special guardianship', 'link')
  const lineAddress = new URL(page.url()).pathname
  await page.goto(`${base}${lineAddress}/change`)
  await page.getByLabel('What would decide it').fill('If her mother relapses before Christmas. The team manager decides.')
  // Meanwhile somebody else changes the same line.
  await page.evaluate(`fetch(location.href, { method: 'POST', body: (() => { const form = new URLSearchParams(new FormData(document.querySelector('main form'))); form.set('trigger', 'If the assessment of her mother is negative.'); return form })() })`)
  await worker.press('Save')
  expect(await page.locator('.hf-clash').innerText()).toContain('If the assessment of her mother is negative.')
  await page.getByRole('button', { name: 'Save what the form says' }).click()
  expect(await page.locator('main').innerText()).toContain('If her mother relapses before Christmas.')
  await page.goto(base + address)
  await page.getByRole('button', { name: 'Put the plan forward' }).click()
  await page.getByLabel('Who is to authorise it').selectOption({ label: 'manager' })
  await page.getByRole('button', { name: 'Put it forward' }).click()

  const manager = await arrive('manager', `${address}/decide`)
  await manager.judge()
  await manager.page.getByLabel('Authorise it').check()
  await manager.page.getByRole('button', { name: 'Decide' }).click()
  expect(await manager.page.locator('main').innerText()).toContain('Authorised by manager on 1 June 2026.')
  await manager.open(`${address}/print`)
  expect([...worker.faults, ...manager.faults, ...family.served.failures]).toEqual([])
  await worker.leave()
  await manager.leave()
})
