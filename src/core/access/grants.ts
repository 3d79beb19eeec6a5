/** The shape of the access table's rows, and the table turned into an index. What is not granted is denied. */
import { actions, type Action } from './actions.ts'
import { relationships, type Relationship } from './relationships.ts'
import { resources, type Resource } from './resources.ts'
import type { Role } from './roles.ts'

/** These acts, on these records, for a person who stands so to the child. */
export interface Grant {
  readonly may: readonly Action[]
  readonly on: readonly Resource[]
  readonly when: readonly Relationship[]
  /** The words of the source that this rests on. */
  readonly because: string
}

/** What a role never may, said aloud: it takes nothing away, but a test holds the grants to it and the log quotes it. */
export interface Refusal {
  readonly may: readonly Action[]
  readonly on: readonly Resource[]
  readonly when: readonly Relationship[]
  readonly because: string
}

/** A line of the table: these acts on these records, for a person who stands so to the child, because. */
export function allow(
  may: readonly Action[], on: readonly Resource[], when: readonly Relationship[], because: string,
): Grant {
  return { may, on, when, because }
}

/** A line of what the source forbids; `when` left out means however they stand to the child. */
export function never(
  may: readonly Action[], on: readonly Resource[], because: string, when: readonly Relationship[] = relationships,
): Refusal {
  return { may, on, when, because }
}

/** One block a role. */
export interface RoleBlock {
  readonly role: Role
  /** The row of the source (domain part 4: roles and what each may see and do). */
  readonly source: string
  readonly grants: readonly Grant[]
  readonly mayNot: readonly Refusal[]
}

/** One cell of the table that is allowed. */
export interface Cell {
  readonly role: Role
  readonly resource: Resource
  readonly action: Action
  readonly relationship: Relationship
  readonly because: string
}

/** Relationship by relationship, why it is granted. */
export type Granted = ReadonlyMap<Relationship, string>

const nothing: Granted = new Map()

/** The table as a function: which relationships give this role this act on this record. Unknown names give none. */
export function indexed(blocks: readonly RoleBlock[]): (role: Role, resource: Resource, action: Action) => Granted {
  const index = new Map<string, Map<Relationship, string>>()
  for (const { role, grants } of blocks) {
    for (const { may, on, when, because } of grants) {
      for (const action of may) {
        for (const resource of on) {
          const key = `${role}|${resource}|${action}`
          const cell = index.get(key) ?? new Map<Relationship, string>()
          // The first line that grants a cell gives the reason: a role's main line stands before its additions.
          for (const relationship of when) if (!cell.has(relationship)) cell.set(relationship, because)
          index.set(key, cell)
        }
      }
    }
  }
  return (role, resource, action) => index.get(`${role}|${resource}|${action}`) ?? nothing
}

/** Every allowed cell of the table, in the order of roles, resources, actions and relationships: rows for a database. */
export function cellsOf(blocks: readonly RoleBlock[]): readonly Cell[] {
  const granted = indexed(blocks)
  return blocks.flatMap(({ role }) => resources.flatMap((resource) => actions.flatMap((action) => {
    const cell = granted(role, resource, action)
    return relationships.flatMap((relationship) => {
      const because = cell.get(relationship)
      return because === undefined ? [] : [{ role, resource, action, relationship, because }]
    })
  })))
}
