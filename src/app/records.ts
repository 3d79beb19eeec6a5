/** Records that people write: the port of every use case about plans, reviews, meetings, panels, words, family, actions. */
import type { Change, Decided, Held, RecordType, Telling } from '../core/records/recordType.ts'
import type { Role } from '../core/access/roles.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/** Somebody else wrote a newer version since the record was read. */
export class RecordConflict extends Error {
  readonly type: RecordType
  readonly recordId: string
  constructor(type: RecordType, recordId: string) {
    super(`${type.noun} was changed by somebody else meanwhile`)
    this.name = 'RecordConflict'
    this.type = type
    this.recordId = recordId
  }
}

/** Which records: everything left out is no condition. */
export interface RecordQuery {
  readonly childId?: string
  /** Of any of these children. */
  readonly childIds?: readonly string[]
  readonly partOf?: string
  readonly ownerId?: string
  readonly recordIds?: readonly string[]
  /** Values of the field declared as `state`. */
  readonly states?: readonly string[]
  /** Due before this day. */
  readonly dueBefore?: LocalDate
  readonly happenedFrom?: LocalDate
  readonly happenedTo?: LocalDate
  /** Every version ever written, and not only those in force. */
  readonly everyVersion?: true
  /** As Holdfast knew it at this instant (UTC text): the versions that were the newest then. */
  readonly knownAt?: string
}

export interface PersonListed {
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
}

export interface Records {
  /** Records in force of these kinds, oldest first. Only those the request reaches. */
  find<T extends RecordType>(types: readonly T[], query: RecordQuery): Promise<readonly Held<T>[]>
  /** The one in force; undefined when there is none that the request reaches. */
  one<T extends RecordType>(type: T, recordId: string): Promise<Held<T> | undefined>
  /** Every version, newest first. */
  versions<T extends RecordType>(type: T, recordId: string): Promise<readonly Held<T>[]>
  /** Writes all changes or none; tells whom there is to tell. Throws RecordConflict. */
  apply(changes: readonly Change[], tell?: readonly Telling[]): Promise<void>
  /** An id for a record that is about to be added. */
  newId(): string
  /** People who sign in and hold any of these roles today (all people when none is named), by name. */
  people(roles?: readonly Role[]): Promise<readonly PersonListed[]>
}

/** Carries a decision out: writes its changes, or gives why not. */
export async function carryOut(work: Work, decided: Decided): Promise<Extract<Decided, { kind: 'refused' }> | undefined> {
  if (decided.kind === 'refused') return decided
  await work.records.apply(decided.changes, decided.tell ?? [])
  return undefined
}

/** Whether somebody who signs in holds one of these roles today: what was chosen from a list of people must be on it. */
export async function holdsOne(work: Work, personId: string, roles: readonly Role[]): Promise<boolean> {
  return (await work.records.people(roles)).some((one) => one.personId === personId)
}
