/** The routing tables, row by row against domain notes 3.1 and the Havering permanency statement. */
import { describe, expect, test } from 'vitest'
import { loadPanelSchemes } from '../../src/edge/panelRules.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import type { PanelScheme } from '../../src/core/panels/definition.ts'
import { routeByRules, routeChild, type RoutedChild } from '../../src/core/panels/routing.ts'

const schemes = loadPanelSchemes()
const scheme = (id: string): PanelScheme => {
  const found = schemes.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const havering = scheme('havering')
const today = isoDate('2026-06-01')
const given = (over: Partial<RoutedChild>): RoutedChild => ({
  lookedAfter: true, bornOn: isoDate('2018-03-04'), legalStatus: 'C2', legalStatusSince: isoDate('2025-09-01'),
  route: null, routeFrom: null, permanenceAchieved: false, ...over,
})
const gone = (over: Partial<RoutedChild>): string => {
  const routed = routeByRules(havering, given(over), today)
  return routed.kind === 'panel' ? routed.panel : routed.kind
}
const plan = (route: RoutedChild['route'], legalStatus = 'C2') => ({ legalStatus, route, routeFrom: 'plan' as const })

describe('Havering', () => {
  test('rule 1: not looked after and no proceedings: none', () => {
    expect(gone({ lookedAfter: false, legalStatus: null, legalStatusSince: null })).toBe('none')
  })

  test('rules 2 and 3: in proceedings, by the age on the day they were issued; exactly 10 is over', () => {
    const issued = (bornOn: string) => gone({ legalStatus: 'C1', bornOn: isoDate(bornOn), legalStatusSince: isoDate('2025-09-01') })
    expect(issued('2024-01-15')).toBe('under-10')
    expect(issued('2015-09-02')).toBe('under-10') // 10 the day after
    expect(issued('2015-09-01')).toBe('legal-over-10') // 10 that day
    expect(issued('2011-01-15')).toBe('legal-over-10')
  })

  test('a child who turns 10 while tracked keeps the panel', () => {
    const child = given({ legalStatus: 'C1', bornOn: isoDate('2015-12-25'), legalStatusSince: isoDate('2025-09-01') })
    expect(routeByRules(havering, child, isoDate('2025-10-01'))).toEqual(routeByRules(havering, child, isoDate('2026-06-01')))
    expect(routeByRules(havering, child, today)).toMatchObject({ kind: 'panel', panel: 'under-10', rule: 'proceedings-under-10' })
  })

  test('rule 4: section 20 and not in proceedings: long term, whatever the plan', () => {
    for (const route of ['return-home', 'foster-ltf', null] as const) expect(gone(plan(route, 'V2'))).toBe('long-term')
  })

  test('rule 5: final order made', () => {
    for (const order of ['C2', 'E1']) {
      expect(gone(plan('adoption', order))).toBe('under-10')
      expect(gone({ ...plan('adoption', order), bornOn: isoDate('2012-01-01') })).toBe('under-10') // any age
      for (const route of ['foster-ltf', 'kin-foster-ltf', 'residential-lt'] as const) expect(gone(plan(route, order))).toBe('long-term')
      for (const route of ['kin-sgo', 'foster-carer-sgo', 'kin-cao', 'return-home', 'parent-under-care-order'] as const) {
        expect(gone(plan(route, order))).toBe('long-term')
      }
    }
  })

  test('leaving: permanence achieved, or 18; adoption stays until the adoption order', () => {
    expect(gone({ ...plan('foster-ltf'), permanenceAchieved: true })).toBe('none')
    expect(gone({ ...plan('foster-ltf'), bornOn: isoDate('2008-06-01') })).toBe('none')
    expect(gone({ ...plan('foster-ltf'), bornOn: isoDate('2008-06-02') })).toBe('long-term')
    expect(gone({ ...plan('adoption', 'E1'), permanenceAchieved: true })).toBe('under-10')
  })

  test('rule 6: anything else is UNROUTED, and says why', () => {
    for (const route of ['supported-living', 'staying-put', 'other'] as const) expect(gone(plan(route))).toBe('unrouted')
    for (const legalStatus of ['J1', 'J3', 'L1', 'L2', 'L3', 'D1']) expect(gone({ legalStatus })).toBe('unrouted')
    expect(routeByRules(havering, given({ legalStatus: 'L2', legalStatusSince: isoDate('2026-05-28') }), today)).toEqual({
      kind: 'unrouted',
      why: 'No rule of Permanency tracking by age and legal stage (Havering) says where a child goes who is looked after (emergency protection order since 28 May 2026), without a route to permanence.',
    })
  })

  test('what is not known never counts as no', () => {
    expect(routeByRules(havering, given({ route: null }), today)).toEqual({
      kind: 'unrouted',
      why: 'Cannot tell whether “Final order made, adoption is the plan, at any age, until the adoption order” applies: no plan is recorded, and the return’s codes point to no route.',
    })
    expect(gone({ legalStatus: 'C1', bornOn: null })).toBe('unrouted')
    expect(gone({ legalStatus: 'C1', legalStatusSince: null })).toBe('unrouted')
    expect(gone({ legalStatus: null })).toBe('unrouted')
  })

  test('a route that only the return’s codes point to is said to be that', () => {
    expect(routeByRules(havering, given({ route: 'foster-ltf', routeFrom: 'return' }), today)).toMatchObject({
      why: 'Final order made, a long-term home in care is the plan (Long-term fostering, as the return’s codes point; no plan is recorded)',
    })
  })
})

describe('a person’s choice', () => {
  const child = given(plan('foster-ltf'))
  const choice = { panel: 'under-10', reason: 'His brothers are heard there.', ruleThen: 'long-term-plan', lookAgainOn: null }

  test('stands while the rules say what they said', () => {
    expect(routeChild(havering, child, choice, today)).toEqual({ kind: 'panel', panel: 'under-10', rule: 'chosen', why: 'His brothers are heard there.', chosen: true })
    expect(routeChild(havering, given(plan('adoption')), choice, today)).toMatchObject({ panel: 'under-10', rule: 'adoption' })
    expect(routeChild(havering, { ...child, permanenceAchieved: true }, choice, today)).toMatchObject({ kind: 'none', rule: 'achieved' })
  })

  test('clears the UNROUTED list until the day to look again', () => {
    const remanded = given({ legalStatus: 'J1' })
    const cleared = { panel: null, reason: 'Remand ends on 5 June.', ruleThen: 'unrouted', lookAgainOn: isoDate('2026-06-02') }
    expect(routeChild(havering, remanded, cleared, today)).toMatchObject({ kind: 'none', chosen: true })
    expect(routeChild(havering, remanded, cleared, isoDate('2026-06-02')).kind).toBe('unrouted')
  })
})

test('Haringey: every child in care whose permanence is not achieved comes to the monthly panel', () => {
  const to = (over: Partial<RoutedChild>) => routeByRules(scheme('haringey'), given(over), today)
  expect(to({ legalStatus: 'V2' })).toMatchObject({ kind: 'panel', panel: 'monthly' })
  expect(to({ legalStatus: 'J1', bornOn: null }).kind).toBe('unrouted')
  expect(to({ permanenceAchieved: true }).kind).toBe('none')
  expect(to({ lookedAfter: false }).kind).toBe('none')
  expect(scheme('haringey').panels[0]?.chairs.map(({ as }) => as)).toEqual(['director', 'panel chair'])
})
