/** The evaluator beyond the matrix: days, unknown names, ties held in another role, locks, seals. */
import { expect, test } from 'vitest'
import { addDays } from '../time/localDate.ts'
import type { Action } from './actions.ts'
import { decide } from './decide.ts'
import type { Resource } from './resources.ts'
import type { Role } from './roles.ts'
import { ask, day, end, since, tie } from './testing/asks.ts'

const own = ask('social worker', 'see', 'plan', 'allocated')

test('an allowance says in which role, by which tie and why', () => {
  expect(decide(own)).toEqual({
    kind: 'allow', as: 'social worker', by: 'allocated', alarm: false,
    because: 'sees own children, own tasks, carers of own children',
  })
})

test('a denial says why, for the log', () => {
  expect(decide(ask('social worker', 'decide', 'plan draft', 'allocated'))).toEqual({
    kind: 'deny', reason: 'forbidden', because: 'social worker: may not authorise own plan',
  })
  expect(decide(ask('team manager', 'see', 'plan', 'none'))).toEqual({
    kind: 'deny', reason: 'no tie', because: 'team manager: only with a tie they do not have',
  })
  expect(decide(ask('team manager', 'see', 'adopters', 'team'))).toEqual({
    kind: 'deny', reason: 'not granted', because: 'team manager: no line grants "see" on "adopters"',
  })
})

test('a role counts from its first day until the day before it ends', () => {
  const held = (from: number, to: number | null): string => decide({
    ...own, roles: [{ role: 'social worker', from: addDays(day, from), to: to === null ? null : addDays(day, to) }],
  }).kind
  expect([held(0, null), held(1, null), held(-9, 0), held(-9, 1)]).toEqual(['allow', 'deny', 'deny', 'allow'])
  expect(decide({ ...own, roles: [] })).toEqual({ kind: 'deny', reason: 'no role', because: 'holds no role on this day' })
})

test('a tie counts from its first day until the day before it ends: a deputy’s days', () => {
  const covered = (from: number, to: number): string => decide({
    ...own, ties: [{ relationship: 'deputy', as: 'social worker', from: addDays(day, from), to: addDays(day, to) }],
  }).kind
  expect([covered(0, 1), covered(1, 2), covered(-7, 0), covered(-7, 1)]).toEqual(['allow', 'deny', 'deny', 'allow'])
})

test('a tie held in one role opens nothing to another role of the same person', () => {
  // A virtual school teacher who is also a social worker: the cohort is every child in care.
  const roles = [{ role: 'virtual school', from: since, to: end }, { role: 'social worker', from: since, to: end }] as const
  const cohort = { ...own, roles, ties: [...tie('virtual school', 'service'), ...tie('virtual school', 'allocated')] }
  expect(decide(cohort)).toMatchObject({ kind: 'deny' })
  expect(decide({ ...cohort, resource: 'education' })).toMatchObject({ kind: 'allow', as: 'virtual school', by: 'service' })
  expect(decide({ ...cohort, ties: tie('social worker', 'allocated') })).toMatchObject({ kind: 'allow', as: 'social worker' })
  // A tie in a role that the person no longer holds opens nothing either.
  expect(decide({ ...own, ties: tie('team manager', 'team') })).toMatchObject({ kind: 'deny' })
})

test('names that are none are denied: roles, records, acts, prototypes', () => {
  for (const strange of ['', 'administrator', 'Social Worker', 'constructor', '__proto__', 'toString', 'see']) {
    expect(decide({ ...own, roles: [{ role: strange as Role, from: since, to: null }] }).kind).toBe('deny')
    expect(decide({ ...own, resource: strange as Resource })).toMatchObject({ kind: 'deny', reason: 'unknown record or act' })
    if (strange !== 'see') expect(decide({ ...own, action: strange as Action })).toMatchObject({ reason: 'unknown record or act' })
  }
})

test('a restricted record opens to those it names, if they have a grant as well', () => {
  const locked = (role: Role, resource: Resource, named: boolean): unknown => {
    const base = ask(role, 'see', resource, role === 'social worker' ? 'allocated' : 'none')
    return decide({ ...base, locks: { restricted: true, named, ownFamily: false } })
  }
  expect(locked('social worker', 'plan', true)).toMatchObject({ kind: 'allow' })
  expect(locked('social worker', 'plan', false)).toMatchObject({ kind: 'deny', reason: 'restricted' })
  // "All" is not all: a director who is not named does not know that the child exists.
  expect(locked('director', 'child overview', false)).toMatchObject({ kind: 'deny', reason: 'restricted' })
  expect(locked('director', 'child overview', true)).toMatchObject({ kind: 'allow' })
  expect(locked('councillor', 'child overview', true)).toMatchObject({ kind: 'deny', reason: 'forbidden' })
})

test('the register of restrictions stays open to the director who keeps it, but not to family', () => {
  const register = { ...ask('director', 'administer', 'restrictions', 'none'), locks: { restricted: true, named: false, ownFamily: false } }
  expect(decide(register)).toMatchObject({ kind: 'allow' })
  expect(decide({ ...register, locks: { ...register.locks, ownFamily: true } })).toMatchObject({ kind: 'deny', reason: 'own family' })
  expect(decide({ ...register, roles: [{ role: 'head of service', from: since, to: end }] }).kind).toBe('deny')
})

test('own family: denied to everyone, director, named and deputy alike', () => {
  for (const [role, relationship] of [['director', 'none'], ['social worker', 'allocated'], ['social worker', 'deputy']] as const) {
    const tied = { ...ask(role, 'see', 'child overview', relationship), locks: { restricted: false, named: true, ownFamily: true } }
    expect(decide(tied)).toEqual({ kind: 'deny', reason: 'own family', because: 'is tied to this record by family' })
  }
})

test('the seal: one role, referred, by name, with an alarm', () => {
  const sealed = ask('regional agency manager', 'see', 'adopter identity', 'referred')
  expect(decide(sealed)).toMatchObject({ kind: 'allow', alarm: true })
  expect(decide({ ...sealed, locks: { ...sealed.locks, named: false } })).toMatchObject({ kind: 'deny', reason: 'not named' })
  expect(decide({ ...sealed, ties: [] })).toMatchObject({ kind: 'deny', reason: 'no tie' })
})
