/** In a browser: a worker makes a key for a program, the program writes, the worker reads it under everything written, and the key ends. */
import { expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { addDays, yearMonthDay } from '../../src/core/time/localDate.ts'
import { arriveAs } from '../support/arrive.ts'
import { journey } from '../support/journey.ts'

const stage = journey()

test('a key is made, used and ended, and what came by it stands with everything written', { timeout: 120_000 }, async () => {
  const at = await stage.together.next()
  const served = stage.serve(at, { programs: true })
  const base = await served.app.listen({ port: 0, host: '127.0.0.1' })
  const childId = newId()
  await at.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, childId, 'K-5601'])
  const workerId = await served.person('wren', 'social worker')
  await served.person('sol', 'system administrator')
  await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2026-01-01')`, [at.authorityId, childId, workerId])

  const wren = await arriveAs(stage.browser, base, 'wren', '/account')
  const { page } = wren
  await wren.press('Keys for programs that ask in your name', 'link')
  expect(await page.getByRole('main').innerText()).toContain('You have no key.')
  await wren.press('Make a key')
  await wren.press('Make the key')
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(['Enter which program it is for', 'Enter the last day on which it works'])
  await page.getByLabel('Which program is it for?').fill('Nightly list')
  await page.getByLabel('Read and write').check()
  const last = yearMonthDay(addDays(at.holdfast.today(), 30))
  for (const [part, number] of Object.entries(last)) await page.getByLabel(part.charAt(0).toUpperCase() + part.slice(1), { exact: true }).fill(String(number))
  await wren.press('Make the key')
  const key = await page.locator('.hf-code').innerText()

  const send = (): Promise<Response> => fetch(`${base}/children/${childId}/voice/new`, {
    method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ values: { words: 'I want to stay with Nan.', saidOn: '2026-03-03', sharing: 'everyone', means: 'talking', about: ['home'] } }),
  })
  expect(await (await send()).json()).toMatchObject({ done: 'The child’s words are kept.', records: [{ type: 'own words', version: 1 }] })

  expect(await wren.open(`/children/${childId}/records`)).toBe(200)
  expect(await page.getByRole('main').innerText()).toContain('I want to stay with Nan.')
  expect(await page.getByRole('link', { name: /JSON/ }).count()).toBe(1)
  expect(await wren.open('/api')).toBe(200)

  const sol = await arriveAs(stage.browser, base, 'sol', '/admin/keys')
  await sol.judge()
  expect(await sol.page.getByRole('main').innerText()).toContain('Nightly list')
  await sol.press('End the key Nightly list')
  expect((await send()).status).toBe(401)
  expect([...wren.faults, ...sol.faults]).toEqual([])
  expect(served.failures).toEqual([])
})
