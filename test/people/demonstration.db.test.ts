/** The demonstration is staffed: every child has a reviewing officer, one record is closed, and those who sign in see their own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPeople, staffDemonstration, tellingCaseload } from '../../src/edge/demonstrationStaff.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import { addPerson } from '../../src/store/people.ts'
import { trials, type Trials } from '../support/returns.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'

let together: Trials
beforeAll(async () => {
  together = await trials()
})
afterAll(() => together.close())

test('once, however often it is started', async () => {
  const at = await together.next()
  const { pool, authorityId, holdfast, actor } = at
  await at.counts({ collectionYear: 2026, files: simulatedBorough('staffed', 40, 2026, 2026).files(2026), lastYearFiles: [] })
  await pool.query(`insert into worker select distinct authority_id, worker, 'Worker ' || worker, 'East' from standing where authority_id = $1 and worker is not null on conflict do nothing`, [authorityId])
  const ids = new Map<string, string>()
  for (const { signInName, name, role } of demonstrationPeople) {
    ids.set(signInName, await addPerson(pool, { authorityId, personId: newId(), signInName, name, roles: [role], passwordHash: 'none' }))
  }
  await staffDemonstration(holdfast, authorityId, actor.personId)
  const count = async (text: string): Promise<number> => (await pool.query<{ n: number }>(`select count(*)::int as n from ${text}`, [authorityId])).rows[0]?.n ?? -1
  const inCare = await count(`standing where authority_id = $1 and from_on <= current_date and to_on > current_date`)
  expect(inCare).toBeGreaterThan(20)
  const held = async () => [
    await count(`allocation where authority_id = $1 and role = 'reviewing officer'`), await count(`team where authority_id = $1`), await count(`service where authority_id = $1`),
    await count(`restriction where authority_id = $1`), await count(`restriction_named where authority_id = $1`), await count(`deputy where authority_id = $1`),
  ]
  expect(await held()).toEqual([inCare, 1, 2, 1, 2, 1])
  await staffDemonstration(holdfast, authorityId, actor.personId)
  expect(await held()).toEqual([inCare, 1, 2, 1, 2, 1])
  const sees = async (name: string, role: (typeof demonstrationPeople)[number]['role']): Promise<number> => {
    const who = { personId: ids.get(name) ?? '', name, authorityId, authorityName: 'Fernbrook', roles: [role] }
    return at.work(async (work) => (await work.children.codesOf((await pool.query<{ child_id: string }>('select child_id from standing where authority_id = $1 and to_on > current_date', [authorityId])).rows.map((row) => row.child_id))).size, who)
  }
  const [worker, standIn, director] = [await sees('social.worker', 'social worker'), await sees('stand.in', 'social worker'), await sees('director', 'director')]
  expect([worker > 0, standIn, director]).toEqual([true, worker, inCare])
})

test('whoever tries it as a social worker has a full caseload of all ages and stages', () => {
  const today = isoDate('2026-11-22')
  const caseload = (worker: string, ...ages: readonly (readonly [age: number, children: number, route?: string])[]) => ages.flatMap(([age, n, route = null]) =>
    Array.from({ length: n }, () => ({ worker, route, born_on: isoDate(`${2026 - age}-01-15`) })))
  const teenagers = caseload('A', [16, 9], [17, 9, 'long-term fostering'])
  const mixed = caseload('B', [2, 3], [6, 4, 'adoption'], [12, 5], [16, 4, 'long-term fostering'])
  const older = caseload('C', [2, 1], [6, 2, 'adoption'], [12, 9], [16, 4, 'long-term fostering'])
  const few = caseload('D', [2, 2], [6, 2, 'adoption'], [12, 2], [16, 2, 'long-term fostering'])
  const many = caseload('E', [2, 9], [6, 9, 'adoption'], [12, 9], [16, 9, 'long-term fostering'])
  expect(tellingCaseload([...teenagers, ...older, ...few, ...many, ...mixed], today)).toBe('B')
  // Where nobody has a full caseload: the busiest whom one person could be.
  expect(tellingCaseload([...few, ...many, ...caseload('F', [3, 5])], today)).toBe('D')
  expect(tellingCaseload([{ worker: null, route: null, born_on: null }], today)).toBe(null)
})
