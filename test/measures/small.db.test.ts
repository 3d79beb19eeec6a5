/** What a councillor is told of few children: nothing. Held to the director's figures, one by one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/app/work.ts'
import { frontPage } from '../../src/app/frontPage.ts'
import { measures } from '../../src/app/measures.ts'
import type { Role } from '../../src/core/access/roles.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'
import { serve } from '../support/signIn.ts'

let together: Trials
let at: Trial
beforeAll(async () => {
  together = await trials()
  at = await together.next()
  const borough = simulatedBorough('few', 40, 2026, 2026)
  await at.counts({ collectionYear: 2026, files: borough.files(2026), lastYearFiles: [] })
})
afterAll(() => together.close())

const few = (count: number): boolean => [1, 2, 3, 4, 5].includes(count)

test('every figure of one to five children, and every one that leaves as few, is withheld; the rest is what the director sees', async () => {
  const served = serve(at)
  const asked = async (role: Role) => {
    const personId = await served.person(role.replaceAll(' ', '-'), role)
    const actor: Actor = { personId, name: role, authorityId: at.authorityId, authorityName: 'Fernbrook', roles: [role] }
    return at.holdfast.work(actor, { name: 'figures', act: ['see', 'figures'] }, async (work) => ({
      front: await frontPage(work, isoDate('2026-03-31')), all: await measures(work, isoDate('2026-03-31'), null),
      between: await measures(work, isoDate('2026-05-20'), ['children-in-care']),
    }))
  }
  const [director, analyst, councillor] = [await asked('director'), await asked('performance analyst'), await asked('councillor')]
  let withheld = 0
  for (const [i, whole] of director.all.entries()) {
    const told = councillor.all[i]
    if (whole.kind === 'withheld' || told === undefined) throw new Error('the director is told everything')
    const { numerator, denominator, unit } = whole
    const hides = denominator === null ? few(numerator) : few(denominator) || (unit === 'percent' && (few(numerator) || few(denominator - numerator)))
    expect([told.id, told.kind, told.children]).toEqual([whole.id, hides ? 'withheld' : 'told', []])
    if (hides) withheld += 1
    expect(JSON.stringify(told).includes('"value"')).toBe(!hides)
    if (told.kind === 'told') expect([told.numerator, told.denominator, told.value]).toEqual([numerator, denominator, whole.value])
  }
  expect(withheld).toBeGreaterThan(3)
  expect(withheld).toBeLessThan(director.all.length)
  expect(analyst.all.map(({ kind }) => kind)).toEqual(director.all.map(() => 'told'))
  // No day between two ends of quarters: two neighbouring days would tell one child's arrival.
  expect([councillor.between[0]?.asAt, director.between[0]?.asAt]).toEqual([isoDate('2026-03-31'), isoDate('2026-05-20')])

  const inCare = director.front.inCare ?? 0
  expect(director.front.timeToPermanence.some(({ children }) => children !== null && few(children))).toBe(true)
  expect(councillor.front.timeToPermanence.map(({ children, medianDays }) => [children, medianDays === null])).toEqual(
    director.front.timeToPermanence.map(({ children, medianDays }) => (few(children ?? 0) ? [null, true] : [children, medianDays === null])))
  for (const part of ['overdue', 'drifting', 'permanenceAchievedInCare'] as const) {
    const count = director.front[part] ?? 0
    expect([part, councillor.front[part]]).toEqual([part, few(count) || few(inCare - count) ? null : count])
  }
  expect(councillor.front.inCare).toBe(inCare)

  const client = served.client()
  await served.signIn(client, 'councillor')
  const page = await client.get('/measures?as-at=2026-05-20')
  expect(page.body).toContain('For your role, figures are shown as at the end of a quarter: this is 31 March 2026.')
  expect(page.body).toContain('stands for a figure of so few children')
  expect((await client.get('/')).body).toContain('stands for a figure of so few children')
  await served.app.close()
  expect(served.failures).toEqual([])
})
