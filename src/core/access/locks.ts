/**
 * The locks on a record for one person: restricted to named people, and one's own family. They are worked out from that
 * person alone. Whoever they stand in for does not come into it, so a deputy inherits neither a name on a restricted
 * record nor a colleague's family lock, and escapes no lock of their own.
 */
import { contains, type Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'
import { withinDegrees, type FamilyGraph } from './family.ts'

export interface Locks {
  /** The record opens only to the people it names. */
  readonly restricted: boolean
  /** The person is named on the record on this day. */
  readonly named: boolean
  /** The person is tied to somebody the record is about: denied always. */
  readonly ownFamily: boolean
}

export const unlocked: Locks = { restricted: false, named: false, ownFamily: false }

/** How near is too near. */
export const lockedDegrees = 2

/** A name on a record, from a day to a day. */
export interface NamedOn extends Interval {
  readonly personId: string
}

export interface LockFacts {
  readonly personId: string
  /** The people in family records who are this worker; their own person id where they have one of their own. */
  readonly knownAs: readonly string[]
  /** The people the record is about: the child, or the adults and children of a household. */
  readonly about: readonly string[]
  readonly family: FamilyGraph
  readonly restricted: boolean
  readonly named: readonly NamedOn[]
  readonly on: LocalDate
}

/** The locks for one worker on one record on a day. (A young person's, parent's or carer's own copy has no family lock.) */
export function locksOf({ personId, knownAs, about, family, restricted, named, on }: LockFacts): Locks {
  const near = withinDegrees(family, [personId, ...knownAs], lockedDegrees)
  return {
    restricted,
    named: named.some((one) => one.personId === personId && contains(one, on)),
    ownFamily: about.some((person) => near.has(person)),
  }
}
