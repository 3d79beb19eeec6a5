/**
 * What a list page may show, as one condition, from the same table that decides a single record: so that a list, a count
 * and a page cannot disagree.
 *
 * A scope speaks of roles and ties only. A list must besides leave out, whatever its scope: records that are restricted
 * and do not name the person (where `closedByRestriction`), and records the person is tied to by family. Broken glass
 * opens one record, never a list.
 */
import type { Action } from './actions.ts'
import type { Relationship, Tie } from './relationships.ts'
import { needsName, type Resource } from './resources.ts'
import type { Role } from './roles.ts'
import { granted } from './table.ts'

/** A tie that suffices: this relationship, held in this role. */
export interface SufficientTie {
  readonly as: Role
  readonly relationship: Tie['relationship']
}

export type Scope =
  | { readonly kind: 'all'; readonly onlyNamed: boolean }
  /** Records to which the person has any of these ties on the day. */
  | { readonly kind: 'tied'; readonly ties: readonly SufficientTie[]; readonly onlyNamed: boolean }
  | { readonly kind: 'none' }

/** Which records a person of these roles (those in force) may do this to; `onlyNamed`: besides, they must be named on it. */
export function scopeOf(roles: readonly Role[], resource: Resource, action: Action): Scope {
  const each = roles.map((role) => ({ role, relationships: granted(role, resource, action) }))
  const onlyNamed = each.some(({ relationships }) => relationships.size > 0) && needsName(resource)
  if (each.some(({ relationships }) => relationships.has('none'))) return { kind: 'all', onlyNamed }
  const ties = each.flatMap(({ role, relationships }) =>
    [...relationships.keys()].flatMap((relationship) => relationship === 'none' ? [] : [{ as: role, relationship }]))
  return ties.length === 0 ? { kind: 'none' } : { kind: 'tied', ties, onlyNamed }
}

/** The condition itself, for one record: what SQL must say of the ties in force on the day. */
export function inScope(scope: Scope, ties: readonly SufficientTie[], named: boolean): boolean {
  if (scope.kind === 'none' || (scope.onlyNamed && !named)) return false
  if (scope.kind === 'all') return true
  return ties.some((tie) => scope.ties.some(({ as, relationship }) => as === tie.as && relationship === tie.relationship))
}

/** The scope as words for a page or a log: `all`, `none`, or the relationships that open a record. */
export function scopeWords(scope: Scope): ReadonlySet<Relationship | 'all'> {
  if (scope.kind === 'all') return new Set(['all'])
  return new Set(scope.kind === 'none' ? ['none'] : scope.ties.map(({ relationship }) => relationship))
}

/** Whether any record at all could be open: what a route and a navigation entry ask before a record is known. */
export function mayAnywhere(roles: readonly Role[], resource: Resource, action: Action): boolean {
  return scopeOf(roles, resource, action).kind !== 'none'
}
