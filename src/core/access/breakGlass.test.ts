/** Broken glass: what it opens, to whom, for how long, and what it never lifts. */
import { describe, expect, test } from 'vitest'
import { actions } from './actions.ts'
import { faultsOf, instantMs, mayBreakGlass, type BrokenGlass } from './breakGlass.ts'
import { decide, type Ask } from './decide.ts'
import { resources } from './resources.ts'
import { roles } from './roles.ts'
import { ask } from './testing/asks.ts'

const glass: BrokenGlass = {
  personId: 'worker', subject: 'child', resources: 'whole record', reason: 'Police ask where she may sleep tonight',
  from: '2026-03-03T09:00:00.000Z', until: '2026-03-04T09:00:00.000Z',
}
const without = ask('social worker', 'see', 'placement address', 'none')
const broken = (over: Partial<BrokenGlass> = {}, asked: Partial<Ask> = {}): Ask => ({ ...without, ...asked, brokenGlass: { ...glass, ...over } })

test('opens a record without a tie, and a restricted one, with an alarm and the reason', () => {
  const allowed = { kind: 'allow', as: 'social worker', by: 'broken glass', because: glass.reason, alarm: true }
  expect(decide(without).kind).toBe('deny')
  expect(decide(broken())).toEqual(allowed)
  expect(decide(broken({}, { locks: { restricted: true, named: false, ownFamily: false } }))).toEqual(allowed)
})

test('whoever may see anyway breaks no glass', () => {
  expect(decide({ ...ask('social worker', 'see', 'plan', 'allocated'), brokenGlass: glass })).toMatchObject({ by: 'allocated', alarm: false })
})

test('never lifts a family lock', () => {
  expect(decide(broken({}, { locks: { restricted: false, named: true, ownFamily: true } }))).toMatchObject({ reason: 'own family' })
})

test('is for reading only', () => {
  for (const action of actions.filter((one) => one !== 'see')) {
    expect([action, decide(broken({}, { action })).kind]).toEqual([action, 'deny'])
  }
})

test('opens no seal and no named-only section', () => {
  const unnamed = { restricted: false, named: false, ownFamily: false }
  expect(decide({ ...ask('social worker', 'see', 'restricted section', 'none'), locks: unnamed, brokenGlass: glass }).kind).toBe('deny')
  expect(decide({ ...ask('regional agency manager', 'see', 'adopter identity', 'none'), locks: unnamed, brokenGlass: glass }).kind).toBe('deny')
})

test('is for six roles, and lifts no role’s ceiling', () => {
  const opened = roles.filter((role) => resources.some((resource) => {
    const before = ask(role, 'see', resource, 'none')
    return decide(before).kind === 'deny' && decide({ ...before, brokenGlass: glass }).kind === 'allow'
  }))
  // Reviewing manager and director see all already; for them it opens restricted records.
  expect(opened).toEqual(['social worker', 'team manager', 'reviewing officer', 'head of service'])
  const restricted = roles.filter((role) => decide({
    ...ask(role, 'see', 'child overview', 'none'), locks: { restricted: true, named: false, ownFamily: false }, brokenGlass: glass,
  }).kind === 'allow')
  expect(restricted).toEqual(['social worker', 'team manager', 'reviewing officer', 'reviewing manager', 'head of service', 'director'])
  expect(roles.filter((role) => mayBreakGlass([role]))).toEqual(restricted)
  expect(decide({ ...ask('social worker', 'see', 'adopters', 'none'), brokenGlass: glass }).kind).toBe('deny')
})

test('is one person’s, for one record and the parts asked for', () => {
  expect(decide(broken({ personId: 'somebody else' })).kind).toBe('deny')
  expect(decide(broken({ subject: 'another child' })).kind).toBe('deny')
  expect(decide(broken({ resources: ['placement address', 'health'] })).kind).toBe('allow')
  expect(decide(broken({ resources: ['health'] })).kind).toBe('deny')
  // A record of the authority is nobody's: broken glass cannot name it.
  expect(decide(broken({}, { subject: null })).kind).toBe('deny')
})

test('from its first moment until just before its last', () => {
  const at = (now: string): string => decide(broken({}, { now })).kind
  expect([
    at('2026-03-03T08:59:59.999Z'), at('2026-03-03T09:00:00.000Z'), at('2026-03-04T08:59:59.999Z'), at('2026-03-04T09:00:00.000Z'),
  ]).toEqual(['deny', 'allow', 'allow', 'deny'])
  expect(at('3 March 2026')).toBe('deny')
})

describe('faults, in words', () => {
  test.each([
    ['24 hours exactly', {}, []],
    ['24 hours from an odd moment', { from: '2026-03-03T09:00:00.123456Z', until: '2026-03-04T09:00:00.123456Z' }, []],
    ['a millisecond more', { until: '2026-03-04T09:00:00.001Z' }, ['It may last 24 hours at most.']],
    ['no time at all', { until: glass.from }, ['It must end after it begins.']],
    ['no reason', { reason: '  ' }, ['Say why you must open this record now.']],
    ['no parts', { resources: [] }, ['Say which parts of the record you must open.']],
    ['a day that does not exist', { until: '2026-02-30T09:00:00Z' }, ['Say from when until when, as a day and a time.']],
    ['a time without its zone', { from: '2026-03-03T09:00:00' }, ['Say from when until when, as a day and a time.']],
  ] satisfies [string, Partial<BrokenGlass>, string[]][])('%s', (_name, over, faults) => {
    expect(faultsOf({ ...glass, ...over })).toEqual(faults)
    expect(decide(broken(over)).kind).toBe(faults.length === 0 ? 'allow' : 'deny')
  })
})

test('instants are those of the platform', () => {
  for (const text of ['1970-01-01T00:00:00Z', '2026-03-03T10:11:12.345Z', '2024-02-29T23:59:59.999Z', '2026-03-29T01:00:00.5Z']) {
    // oxlint-disable-next-line no-restricted-globals -- the platform's own clock is the oracle here
    expect(instantMs(text)).toBe(Date.parse(text))
  }
  for (const text of ['', '2026-03-03', '2026-03-03T24:00:00Z', '2026-03-03T10:60:00Z', '2026-03-03 10:00:00Z', '2026-03-03T10:00:00+01:00']) {
    expect(instantMs(text)).toBe(undefined)
  }
})
