/** A review's endorsement of the plan meets the clock "permanence plan by the second review", and a later return keeps it met. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Work } from '../../src/app/work.ts'
import { endorsePlan } from '../../src/core/plan/endorse.ts'
import { planType } from '../../src/core/plan/plan.ts'
import { added } from '../../src/core/records/recordType.ts'
import { formatIso } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import { day, type GivenChild } from '../support/facts.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'

let all: Trials
let at: Trial
beforeAll(async () => {
  all = await trials()
  at = await all.next()
})
afterAll(() => all.close())

const child: GivenChild = { code: '77001', episodes: ['S C1 U6@ash 2025-05-06'], reviews: ['2025-05-30', '2025-08-28'] }
const sister: GivenChild = { ...child, code: '77002' }
const planId = newId()

/** Outcomes of the clock by the standing rows that lists ask, and by the child's page. */
async function clock(code: string): Promise<unknown> {
  const { rows } = await all.pool.query<{ outcome: string; ended_on: number | null }>(
    `select ending as outcome, ended_on from clock_occurrence join child using (authority_id, child_id)
      where authority_id = $1 and code = $2 and rule = 'permanence-plan-by-review-2'`, [at.authorityId, code])
  const page = await at.work(async (work) => {
    const childId = await work.children.byCode(code)
    return childId === undefined ? undefined : work.children.page(childId, { asAt: work.today, asKnownAt: null })
  })
  const shown = page?.clocks.find(({ rule }) => rule.id === 'permanence-plan-by-review-2')
  return [...rows.map(({ outcome, ended_on: on }) => [outcome, on === null ? null : formatIso(on as never)]), shown?.outcome]
}

test('an endorsed plan meets the clock at once, for that child alone, and after the next return', async () => {
  await at.counts(returnFiles(2026, [child, sister]))
  expect(await clock('77001')).toEqual([['cannot tell', '2025-08-28'], 'cannot tell yet'])
  const act = ['see', 'plan draft'] as const
  await at.work(async (work: Work) => {
    const childId = await work.children.byCode('77001') ?? ''
    const values = Object.fromEntries(Object.keys(planType.fields).map((field) => [field, null]))
    await work.records.apply([added(planType, planId, { childId }, { ...values, status: 'authorised', aim: 'Home', identifiedOn: day('2025-08-20') } as never)])
  }, undefined, act)
  expect(await clock('77001')).toEqual([['cannot tell', '2025-08-28'], 'cannot tell yet'])
  await at.work(async (work: Work) => {
    const plan = await work.records.one(planType, planId)
    if (plan === undefined) throw new Error('no plan')
    await work.records.apply([endorsePlan(plan, day('2025-08-28'), newId())])
  }, undefined, act)
  expect(await clock('77001')).toEqual([['met', '2025-08-28'], 'met'])
  expect(await clock('77002')).toEqual([['cannot tell', '2025-08-28'], 'cannot tell yet'])
  await at.counts(returnFiles(2026, [{ ...child, reviews: ['2025-05-30', '2025-08-28', '2026-02-20'] }, sister]))
  expect(await clock('77001')).toEqual([['met', '2025-08-28'], 'met'])
})
