/** A planning meeting lived through in a browser, by those who take part: booked, written up, its action done, signed off. */
import { expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import { newId } from '../../src/edge/ids.ts'
import { Visitor } from '../../src/web/testing/page.ts'
import { arriveAs } from '../support/arrive.ts'
import { journey } from '../support/journey.ts'

/** Clicks without judging what comes: each page is judged once. */
async function click({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState()
}

const stage = journey()

test('booked, written up in one sitting, its action done, signed off by the manager', { timeout: 120_000 }, async () => {
  const at = await stage.together.next()
  const served = stage.serve(at)
  const base = await served.app.listen({ port: 0, host: '127.0.0.1' })
  const childId = newId()
  const teamId = newId()
  await at.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, childId, '5501'])
  await at.pool.query('insert into team (authority_id, team_id, name) values ($1, $2, $3)', [at.authorityId, teamId, 'Hazel'])
  const arrive = async (name: string, role: Role): Promise<{ readonly visitor: Visitor; readonly personId: string }> => {
    const personId = await served.person(name, role)
    const visitor = await arriveAs(stage.browser, base, name, '/my-work')
    return { visitor, personId }
  }
  const { visitor: owen, personId: worker } = await arrive('Owen Reed', 'social worker')
  const { visitor: mair, personId: manager } = await arrive('Mair Fenn', 'team manager')
  await at.pool.query(`insert into team_member (authority_id, person_id, team_id, manages, from_on) values ($1, $2, $3, true, '2026-01-01')`, [at.authorityId, manager, teamId])
  await at.pool.query(
    `insert into allocation (authority_id, child_id, role, person_id, team_id, from_on)
     values ($1, $2, 'social worker', $3, null, '2026-01-01'), ($1, $2, 'social worker', null, $4, '2026-01-01')`, [at.authorityId, childId, worker, teamId])

  // Today is 1 June 2026.
  await owen.page.goto(`${base}/children/${childId}/planning-meetings`)
  await click(owen, 'Book a planning meeting')
  await owen.page.getByLabel('Day').first().fill('1')
  await owen.page.getByLabel('Month').first().fill('6')
  await owen.page.getByLabel('Year').first().fill('2026')
  await owen.page.getByLabel('Who leads the meeting').selectOption('Mair Fenn')
  await click(owen, 'Book the meeting')
  expect(await owen.page.locator('h1').innerText()).toContain('Planning meeting 1 June 2026')
  expect(await owen.page.locator('main').innerText()).toContain('No permanence plan is written yet.')

  await click(owen, 'Write the minutes')
  await owen.page.getByLabel('What the child wants and feels').fill('“I want to stay at Nan’s.”')
  await owen.page.getByLabel('Considered, and not right for this child').check()
  await owen.page.locator('#earlyWhy').fill('She is nine and close to her Nan.')
  await owen.page.locator('#option-1-route').selectOption('Family or friends, special guardianship')
  await owen.page.locator('#option-1-pros').fill('She knows her.')
  // The second half of the option is forgotten: the page comes back with all of it.
  await owen.page.locator('#decided').fill('Assess Nan now.')
  await owen.page.locator('#action-1-what').fill('Begin the assessment of Nan')
  await owen.page.locator('#action-1-owner').selectOption('Owen Reed')
  for (const [part, value] of [['day', '12'], ['month', '6'], ['year', '2026']]) await owen.page.locator(`#action-1-dueOn-${part}`).fill(value ?? '')
  await owen.press('Save the minutes')
  expect(await owen.page.title()).toMatch(/^Error: /)
  await owen.page.locator('#option-1-cons').fill('A small flat.')
  await owen.page.locator('#option-1-outcome').check()
  await owen.press('Save the minutes')
  const minutes = new URL(owen.page.url()).pathname
  expect(await owen.page.locator('main').innerText()).toContain('Waiting to be signed off.')

  await owen.open('/my-work')
  await owen.press('Begin the assessment of Nan', 'link')
  await click(owen, 'It is done')
  for (const [part, value] of [['day', '1'], ['month', '6'], ['year', '2026']]) await owen.page.locator(`#endedOn-${part}`).fill(value ?? '')
  await owen.page.getByLabel('What was done').fill('The assessor has rung Nan.')
  await click(owen, 'Save that it is done')
  expect(await owen.page.locator('main').innerText()).toContain('Done on 1 June 2026')

  await mair.page.goto(`${base}/my-work`)
  await mair.page.getByRole('link', { name: 'Minutes of a planning meeting wait for you to sign them off.' }).click()
  await mair.page.waitForLoadState()
  expect(new URL(mair.page.url()).pathname).toBe(minutes)
  await click(mair, 'Sign the minutes off')
  expect(await mair.page.locator('main').innerText()).toContain('Signed off on 1 June 2026 by Mair Fenn')
  await mair.open('/my-work/team?due=all')
  expect([...owen.faults, ...mair.faults, ...served.failures]).toEqual([])
})
