/** Asks for tests: an invented worker, an invented child, a day. */
import { isoDate } from '../../time/localDate.ts'
import type { Action } from '../actions.ts'
import type { Ask } from '../decide.ts'
import { unlocked } from '../locks.ts'
import type { Relationship, Tie } from '../relationships.ts'
import { needsName, type Resource } from '../resources.ts'
import type { Role } from '../roles.ts'

export const day = isoDate('2026-03-03')
export const since = isoDate('2020-01-01')
export const end = isoDate('2030-01-01')
export const now = '2026-03-03T10:00:00.000Z'

/** A tie in a role over the test's day; none for `none`. */
export function tie(as: Role, relationship: Relationship): readonly Tie[] {
  return relationship === 'none' ? [] : [{ as, relationship, from: since, to: end }]
}

/** An ask by somebody who holds one role and at most one tie, and who is named where a name is asked for. */
export function ask(role: Role, action: Action, resource: Resource, relationship: Relationship): Ask {
  return {
    personId: 'worker', on: day, now, roles: [{ role, from: since, to: end }], resource, action, subject: 'child',
    ties: tie(role, relationship), locks: { ...unlocked, named: needsName(resource) }, brokenGlass: null,
  }
}
