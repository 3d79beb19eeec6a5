/**
 * The audit log's events and seals, and the text that is hashed for each. Anybody with the rows and SHA-256 can work the
 * hashes out again (docs/explanation/audit-log.md).
 */

/** An event as it is hashed. */
export interface AuditRow {
  readonly authorityId: number
  readonly eventId: number
  /** Seconds since 1970 with six decimals, as text, so that nothing is rounded. */
  readonly happenedAt: string
  readonly personId: string | null
  readonly event: string
  readonly childId: string | null
  /** The text PostgreSQL gives for the jsonb. */
  readonly detail: string | null
}

/** Where an authority's chain ends. */
export interface AuditHead {
  readonly authorityId: number
  readonly seals: number
  /** Events in all seals together. */
  readonly eventsSealed: number
  /** Ids up to this one had been given out when the newest seal was made, all to transactions older than the sealing one. */
  readonly throughId: number
  /** Up to this id no event can arrive any more: an id that is in no seal belonged to work that was undone. */
  readonly closedThrough: number
  /** Of the newest seal, 64 hexadecimal digits; zeros before the first. */
  readonly hash: string
}

export interface AuditSeal {
  readonly authorityId: number
  /** 1, 2, 3 … without gaps. */
  readonly number: number
  /** Seconds since 1970 with six decimals, as text. */
  readonly sealedAt: string
  readonly previousHash: string
  /** Ascending. */
  readonly eventIds: readonly number[]
  /** The first 16 hexadecimal digits of each event's hash, in the order of the ids: they tell which event was changed. */
  readonly fingerprints: string
  readonly eventsSealed: number
  readonly throughId: number
  /** The number of the transaction that sealed, as text. */
  readonly sealedIn: string
  readonly closedThrough: number
  readonly hash: string
}

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type Hash = (text: string) => string

export const FINGERPRINT_DIGITS = 16

/** Where a chain begins. */
export function noSeals(authorityId: number): AuditHead {
  return { authorityId, seals: 0, eventsSealed: 0, throughId: 0, closedThrough: 0, hash: '0'.repeat(64) }
}

/** The text of an event that is hashed: JSON without spaces, so that no two events have the same. */
export function rowText(row: AuditRow): string {
  return JSON.stringify([
    'holdfast audit event 1', row.authorityId, row.eventId, row.happenedAt, row.personId, row.event, row.childId, row.detail,
  ])
}

/** The text of a seal that is hashed: all of it, with the whole hash of each event in the order of the ids. */
export function sealText(seal: Omit<AuditSeal, 'hash' | 'fingerprints'>, rowHashes: readonly string[]): string {
  return JSON.stringify([
    'holdfast audit seal 1', seal.authorityId, seal.number, seal.sealedAt, seal.previousHash, seal.eventsSealed,
    seal.throughId, seal.sealedIn, seal.closedThrough, seal.eventIds, rowHashes,
  ])
}

/** The fingerprints of events, from their whole hashes. */
export function fingerprintsOf(rowHashes: readonly string[]): string {
  return rowHashes.map((hash) => hash.slice(0, FINGERPRINT_DIGITS)).join('')
}

/** What is true of a sealing beside the events: see AuditSeal. */
export interface Sealing {
  readonly sealedAt: string
  readonly sealedIn: string
  readonly throughId: number
  readonly closedThrough: number
}

/** The seal over these events, given in ascending order of id, that goes on from where the chain ends. */
export function nextSeal(head: AuditHead, rows: readonly AuditRow[], sealing: Sealing, hash: Hash): AuditSeal {
  const rowHashes = rows.map((row) => hash(rowText(row)))
  const seal = {
    authorityId: head.authorityId,
    number: head.seals + 1,
    sealedAt: sealing.sealedAt,
    previousHash: head.hash,
    eventIds: rows.map((row) => row.eventId),
    eventsSealed: head.eventsSealed + rows.length,
    throughId: sealing.throughId,
    sealedIn: sealing.sealedIn,
    closedThrough: sealing.closedThrough,
  }
  return { ...seal, fingerprints: fingerprintsOf(rowHashes), hash: hash(sealText(seal, rowHashes)) }
}

/** Where the chain ends once a seal is its newest. */
export function headAfter(seal: AuditSeal): AuditHead {
  return {
    authorityId: seal.authorityId, seals: seal.number, eventsSealed: seal.eventsSealed, throughId: seal.throughId,
    closedThrough: seal.closedThrough, hash: seal.hash,
  }
}
