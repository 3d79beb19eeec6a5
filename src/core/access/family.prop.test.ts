/** Family ties against an independent oracle, and the lock they make, over generated families. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../time/localDate.ts'
import { actions } from './actions.ts'
import { decide } from './decide.ts'
import { familyGraph, tiedWithin, withinDegrees, type FamilyLink } from './family.ts'
import { locksOf } from './locks.ts'
import { relationships } from './relationships.ts'
import { resources } from './resources.ts'
import { roles } from './roles.ts'
import { ask, day, end, now, since, tie } from './testing/asks.ts'

const SIZE = 9
const person = fc.integer({ min: 0, max: SIZE - 1 })
const link = fc.record({
  kind: fc.constantFrom('parent', 'parent', 'sibling', 'partner', 'household', 'declared'), a: person, b: person,
})
const links = fc.array(link, { maxLength: 12 })
const named = (all: readonly { kind: FamilyLink['kind']; a: number; b: number }[]): readonly FamilyLink[] =>
  all.map(({ kind, a, b }) => ({ kind, a: `p${a}`, b: `p${b}` }))

type Near = (a: number, b: number) => boolean

/** Ties by a table of who touches whom and one person between: no search, no sets, straight from the definition. */
function oracle(all: readonly { kind: string; a: number; b: number }[]): Near {
  const touch = Array.from({ length: SIZE }, (_row, a) => Array.from({ length: SIZE }, (_cell, b) => a === b))
  const set = (a: number, b: number): void => {
    const one = touch[a]
    const other = touch[b]
    if (one !== undefined && other !== undefined) one[b] = other[a] = true
  }
  for (const one of all) {
    set(one.a, one.b)
    if (one.kind !== 'parent') continue
    for (const other of all) if (other.kind === 'parent' && other.a === one.a) set(one.b, other.b)
  }
  return (a, b) => touch[a]?.some((touches, between) => touches && touch[between]?.[b] === true) === true
}

test('two degrees in 50,000 generated families are what the oracle says', () => {
  let tied = 0
  let apart = 0
  fc.assert(fc.property(links, person, person, (all, a, b) => {
    const expected = oracle(all)(a, b)
    if (expected) tied += 1
    else apart += 1
    return tiedWithin(familyGraph(named(all)), `p${a}`, `p${b}`, 2) === expected
  }), { numRuns: 50_000 })
  // Both answers were really tried.
  expect([tied > 5_000, apart > 5_000, tied + apart]).toEqual([true, true, 50_000])
})

test('nobody opens their own family: all of 50,000 tied pairs denied, in every role, by every tie, named, with broken glass', () => {
  let denied = 0
  let free = 0
  fc.assert(fc.property(
    links, fc.constantFrom(...roles), fc.constantFrom(...relationships), fc.constantFrom(...actions), fc.constantFrom(...resources),
    (all, role, relationship, action, resource) => {
      const near = oracle(all)
      const family = familyGraph(named(all))
      for (let a = 0; a < SIZE; a++) for (let b = 0; b < SIZE; b++) {
        const locks = locksOf({
          personId: `p${a}`, knownAs: [], about: [`p${b}`], family, restricted: false, on: day,
          named: [{ personId: `p${a}`, from: since, to: null }],
        })
        const expected = near(a, b)
        if (locks.ownFamily !== expected) return false
        if (!expected) {
          free += 1
          continue
        }
        const decision = decide({
          ...ask(role, action, resource, relationship), personId: `p${a}`, subject: `p${b}`, locks,
          ties: [...tie(role, relationship), ...tie(role, 'deputy')],
          brokenGlass: {
            personId: `p${a}`, subject: `p${b}`, resources: 'whole record', reason: 'night', from: now, until: '2026-03-04T10:00:00.000Z',
          },
        })
        if (decision.kind !== 'deny' || decision.reason !== 'own family') return false
        denied += 1
      }
      return true
    },
  ), { numRuns: 3_000 })
  expect([denied >= 50_000, free >= 50_000]).toEqual([true, true])
})

test('a deputy inherits neither a name nor a lock of the one they stand in for, and keeps their own', () => {
  fc.assert(fc.property(links, person, person, fc.boolean(), fc.boolean(), (all, covered, deputy, coveredNamed, deputyNamed) => {
    fc.pre(covered !== deputy)
    const on = { about: ['p0'], family: familyGraph(named(all)), restricted: true, on: day }
    const names = [...(coveredNamed ? [covered] : []), ...(deputyNamed ? [deputy] : [])]
      .map((one) => ({ personId: `p${one}`, from: since, to: end }))
    const locks = locksOf({ ...on, personId: `p${deputy}`, knownAs: [], named: names })
    const tied = oracle(all)(deputy, 0)
    const decision = decide({ ...ask('social worker', 'see', 'plan', 'deputy'), personId: `p${deputy}`, subject: 'p0', locks })
    expect(locks).toEqual({ restricted: true, named: deputyNamed, ownFamily: tied })
    expect(decision.kind).toBe(deputyNamed && !tied ? 'allow' : 'deny')
  }), { numRuns: 2_000 })
})

// Ana's parents are Bea and Carl; Bea's are Dora and Ewan, who also had Fay; Fay's child is Gil and Gil's is Hal.
// Carl now lives with Ida, whose child from before is Jon.
const family = familyGraph([
  { kind: 'parent', a: 'Bea', b: 'Ana' }, { kind: 'parent', a: 'Carl', b: 'Ana' },
  { kind: 'parent', a: 'Dora', b: 'Bea' }, { kind: 'parent', a: 'Ewan', b: 'Bea' }, { kind: 'parent', a: 'Dora', b: 'Fay' },
  { kind: 'parent', a: 'Fay', b: 'Gil' }, { kind: 'parent', a: 'Gil', b: 'Hal' },
  { kind: 'partner', a: 'Carl', b: 'Ida' }, { kind: 'parent', a: 'Ida', b: 'Jon' },
  { kind: 'declared', a: 'Kit', b: 'Bea' },
])

test('who is within two degrees of Ana', () => {
  expect([...withinDegrees(family, ['Ana'], 1)].sort()).toEqual(['Ana', 'Bea', 'Carl'])
  // Grandparents, an aunt by half blood, a step-parent, and the worker who declared her mother a friend; no cousin, no
  // step-sibling of another household.
  expect([...withinDegrees(family, ['Ana'], 2)].sort()).toEqual(['Ana', 'Bea', 'Carl', 'Dora', 'Ewan', 'Fay', 'Ida', 'Kit'])
  expect(tiedWithin(family, 'Gil', 'Ana', 2)).toBe(false)
  expect(tiedWithin(family, 'Gil', 'Ana', 3)).toBe(true)
  expect(tiedWithin(family, 'Ana', 'Ana', 0)).toBe(true)
  expect(tiedWithin(family, 'Ana', 'Bea', 0)).toBe(false)
  expect(tiedWithin(family, 'a stranger', 'Ana', 9)).toBe(false)
})

test('a worker held in the family records under another id is still the same person; a household is all its people', () => {
  const facts = { family, restricted: false, named: [], on: day }
  expect(locksOf({ ...facts, personId: 'worker 7', knownAs: [], about: ['Ana'] }).ownFamily).toBe(false)
  expect(locksOf({ ...facts, personId: 'worker 7', knownAs: ['Fay'], about: ['Ana'] }).ownFamily).toBe(true)
  expect(locksOf({ ...facts, personId: 'Hal', knownAs: [], about: ['Carl', 'Fay'] }).ownFamily).toBe(true)
})

test('a name on a record counts on its days', () => {
  const facts = { personId: 'w', knownAs: [], about: ['Ana'], family, restricted: true, on: day }
  const on = (from: number, to: number): boolean =>
    locksOf({ ...facts, named: [{ personId: 'w', from: addDays(day, from), to: addDays(day, to) }] }).named
  expect([on(0, 1), on(-1, 0), on(1, 2)]).toEqual([true, false, false])
})
