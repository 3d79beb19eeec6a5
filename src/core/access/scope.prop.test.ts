/**
 * A list and a page cannot disagree: the list condition and the evaluator over whole wardrobes of roles and ties; and
 * what can only ever take away: locks, restrictions, an ended role.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actions } from './actions.ts'
import { decide, type Ask } from './decide.ts'
import { relationships, type Tie } from './relationships.ts'
import { resources } from './resources.ts'
import { roles } from './roles.ts'
import { inScope, mayAnywhere, scopeOf, scopeWords } from './scope.ts'
import { ask, day, end, now, since } from './testing/asks.ts'

const tied = relationships.filter((one): one is Tie['relationship'] => one !== 'none')
const aTie = fc.record({ relationship: fc.constantFrom(...tied), as: fc.constantFrom(...roles), from: fc.constant(since), to: fc.constant(end) })
const anAsk: fc.Arbitrary<Ask> = fc.record({
  personId: fc.constant('worker'), on: fc.constant(day), now: fc.constant(now), subject: fc.constant('child'),
  roles: fc.array(fc.constantFrom(...roles).map((role) => ({ role, from: since, to: end })), { maxLength: 3 }),
  resource: fc.constantFrom(...resources), action: fc.constantFrom('see', 'see', ...actions), ties: fc.array(aTie, { maxLength: 3 }),
  locks: fc.record({ restricted: fc.boolean(), named: fc.boolean(), ownFamily: fc.boolean() }),
  brokenGlass: fc.constant(null),
}).map((one) => {
  // Half the ties are held in a role of the person, or hardly any ask would be allowed.
  const own = one.roles[0]
  return own === undefined ? one : { ...one, ties: one.ties.map((each, n) => n % 2 === 0 ? { ...each, as: own.role } : each) }
})
const open = { restricted: false, ownFamily: false }

test('the list condition agrees with the evaluator for people of several roles and ties', () => {
  let allowed = 0
  fc.assert(fc.property(anAsk, fc.boolean(), (one, named) => {
    const held = one.roles.map(({ role }) => role)
    // A tie counts only in a role held; the list condition must not need telling.
    const said = inScope(scopeOf(held, one.resource, one.action), one.ties, named)
    const decided = decide({ ...one, locks: { ...open, named } }).kind === 'allow'
    if (decided) allowed += 1
    return said === decided
  }), { numRuns: 20_000 })
  expect(allowed).toBeGreaterThan(500)
})

test('a scope in words, from the same table', () => {
  expect([...scopeWords(scopeOf(['social worker'], 'standing', 'see'))]).toEqual(['allocated', 'deputy'])
  expect([...scopeWords(scopeOf(['social worker', 'panel chair', 'reviewing officer'], 'plan', 'see'))].sort())
    .toEqual(['allocated', 'deputy', 'panel', 'reviewing'])
  expect([...scopeWords(scopeOf(['director', 'social worker'], 'standing', 'see'))]).toEqual(['all'])
  expect([...scopeWords(scopeOf(['councillor'], 'standing', 'see'))]).toEqual(['none'])
  expect([...scopeWords(scopeOf([], 'figures', 'see'))]).toEqual(['none'])
  expect(scopeOf(['panel administrator'], 'restricted section', 'see')).toEqual({
    kind: 'tied', onlyNamed: true,
    ties: [{ as: 'panel administrator', relationship: 'panel' }, { as: 'panel administrator', relationship: 'deputy' }],
  })
  expect(scopeOf(['director'], 'restricted section', 'see')).toEqual({ kind: 'all', onlyNamed: true })
  expect([mayAnywhere(['councillor'], 'child overview', 'see'), mayAnywhere(['councillor'], 'figures', 'see')]).toEqual([false, true])
})

const allows = (one: Ask): boolean => decide(one).kind === 'allow'

test('adding a lock or a restriction never allows more; a name, a role or a tie never allows less', () => {
  fc.assert(fc.property(anAsk, fc.constantFrom(...roles), aTie, (one, role, extra) => {
    const now_ = allows(one)
    const stricter: readonly Ask[] = [
      { ...one, locks: { ...one.locks, restricted: true } }, { ...one, locks: { ...one.locks, ownFamily: true } },
      { ...one, locks: { ...one.locks, named: false } }, { ...one, roles: one.roles.slice(1) }, { ...one, ties: one.ties.slice(1) },
    ]
    const looser: readonly Ask[] = [
      { ...one, locks: { ...one.locks, restricted: false } }, { ...one, locks: { ...one.locks, named: true } },
      { ...one, locks: { ...one.locks, ownFamily: false } }, { ...one, roles: [...one.roles, { role, from: since, to: end }] },
      { ...one, ties: [...one.ties, extra] },
    ]
    return stricter.every((other) => now_ || !allows(other)) && looser.every((other) => !now_ || allows(other))
  }), { numRuns: 10_000 })
})

test('any words at all for role, record and act: denied unless they are the table’s', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom(...roles, ...resources, ...actions, 'constructor', '__proto__', 'hasOwnProperty'))
  const sane = ask('director', 'see', 'plan', 'none')
  fc.assert(fc.property(word, word, word, (role, resource, action) => {
    const known = roles.some((one) => one === role) && resources.some((one) => one === resource) && actions.some((one) => one === action)
    const asked = { ...sane, roles: [{ role, from: since, to: end }], resource, action } as Ask
    return known || !allows(asked)
  }), { numRuns: 5_000 })
})
