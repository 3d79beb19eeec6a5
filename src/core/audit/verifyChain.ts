/**
 * Whether an authority's audit log is as it was sealed. Events and seals are handed in one at a time, in order, so that a
 * log of any length is checked in little memory; hashing and reading are the caller's.
 */
import type { Finding } from './findings.ts'
import {
  FINGERPRINT_DIGITS, fingerprintsOf, headAfter, noSeals, rowText, sealText,
  type AuditHead, type AuditRow, type AuditSeal, type Hash,
} from './seal.ts'

/** Findings kept; more are only counted, so that a log torn to pieces can still be told of. */
const KEPT = 1000

export interface AuditReport {
  readonly authorityId: number
  readonly sound: boolean
  readonly seals: number
  /** Events that are as their seal says. */
  readonly eventsSound: number
  readonly newest: { readonly number: number; readonly sealedAt: string; readonly hash: string } | null
  /** Events that wait for a seal: nothing guards them yet. `oldest` in seconds since 1970, as text. */
  readonly unsealed: { readonly events: number; readonly oldest: string | null }
  readonly findings: readonly Finding[]
  readonly findingsInAll: number
  /** Of the hashes asked about, those that a seal of this chain carries, with its number. */
  readonly expected: ReadonlyMap<string, number>
}

interface OpenSeal {
  readonly seal: AuditSeal
  readonly rowHashes: (string | undefined)[]
  waiting: number
}

/** Checks one authority's chain: all seals in the order of their numbers, all events in the order of their ids. */
export class ChainVerifier {
  readonly #authorityId: number
  readonly #hash: Hash
  readonly #asked: ReadonlySet<string>
  readonly #expected = new Map<string, number>()
  readonly #findings: Finding[] = []
  #found = 0
  #head: AuditHead
  #newest: AuditReport['newest'] = null
  #seals = 0
  #eventsSound = 0
  #highestSealed = 0
  #rows = 0
  #unsealed = 0
  #oldestUnsealed: string | null = null
  readonly #open = new Set<OpenSeal>()
  /** Where each event named by a seal, and not handed in yet, belongs. */
  readonly #places = new Map<number, { readonly open: OpenSeal; readonly at: number }>()

  /** `expected` are hashes of seals, noted down earlier, that should still be in the chain. */
  constructor(authorityId: number, hash: Hash, expected: readonly string[] = []) {
    this.#authorityId = authorityId
    this.#head = noSeals(authorityId)
    this.#hash = hash
    this.#asked = new Set(expected)
  }

  /** Whether seals not handed in yet may name an event of this id: hand in the next one first, if there is one. */
  wantsSealBefore(eventId: number): boolean {
    return this.#head.closedThrough < eventId || this.#highestSealed < eventId
  }

  addSeal(seal: AuditSeal): void {
    const before = this.#head
    this.#seals += 1
    if (seal.number > before.seals + 1) {
      this.#find({ kind: 'seal missing', seal: before.seals + 1, through: seal.number - 1 })
    } else if (seal.number !== before.seals + 1 || seal.previousHash !== before.hash) {
      this.#find({ kind: 'seal does not follow', seal: seal.number })
    }
    const amiss = this.#amiss(seal, seal.number === before.seals + 1)
    if (amiss !== null) this.#find({ kind: 'seal changed', seal: seal.number, why: amiss })
    if (this.#asked.has(seal.hash)) this.#expected.set(seal.hash, seal.number)

    const open: OpenSeal = { seal, rowHashes: Array.from({ length: seal.eventIds.length }), waiting: 0 }
    seal.eventIds.forEach((eventId, at) => {
      // An event that two seals name stays with the first; the second is found to lack it.
      if (this.#places.has(eventId)) return
      this.#places.set(eventId, { open, at })
      open.waiting += 1
    })
    this.#highestSealed = seal.eventIds.reduce((high, id) => Math.max(high, id), this.#highestSealed)
    this.#head = headAfter(seal)
    this.#newest = { number: seal.number, sealedAt: seal.sealedAt, hash: seal.hash }
    if (open.waiting === 0) this.#close(open)
    else this.#open.add(open)
  }

  addRow(row: AuditRow): void {
    this.#rows += 1
    // Seals whose events were taken out would otherwise be kept to the end.
    if (this.#rows % 10_000 === 0) this.#closeBefore(row.eventId)
    const place = this.#places.get(row.eventId)
    if (place === undefined) {
      if (row.eventId <= this.#head.closedThrough) {
        this.#find({ kind: 'event put in', eventId: row.eventId })
      } else {
        this.#unsealed += 1
        if (this.#oldestUnsealed === null || Number(row.happenedAt) < Number(this.#oldestUnsealed)) this.#oldestUnsealed = row.happenedAt
      }
      return
    }
    const { open, at } = place
    open.rowHashes[at] = this.#hash(rowText(row))
    open.waiting -= 1
    this.#places.delete(row.eventId)
    if (open.waiting > 0) return
    this.#open.delete(open)
    this.#close(open)
  }

  /** Ends the check, given where the last sealing left the end of the chain; null when nothing was ever sealed. */
  finish(end: AuditHead | null): AuditReport {
    this.#closeBefore()
    this.#checkEnd(end ?? noSeals(this.#authorityId))
    return {
      authorityId: this.#authorityId,
      sound: this.#found === 0,
      seals: this.#seals,
      eventsSound: this.#eventsSound,
      newest: this.#newest,
      unsealed: { events: this.#unsealed, oldest: this.#oldestUnsealed },
      findings: this.#findings,
      findingsInAll: this.#found,
      expected: this.#expected,
    }
  }

  /** What in a seal cannot be, whatever its hash says; null when nothing is amiss. */
  #amiss(seal: AuditSeal, next: boolean): string | null {
    const before = this.#head
    const { eventIds: ids } = seal
    if (seal.authorityId !== this.#authorityId) return 'it is of another authority'
    if (next && seal.eventsSealed !== before.eventsSealed + ids.length) return 'its count of events does not follow'
    if (seal.throughId < before.throughId || seal.closedThrough < before.closedThrough) return 'its bounds go back'
    if (seal.closedThrough > seal.throughId) return 'its bounds cross'
    if (ids.some((id, at) => at > 0 && id <= (ids[at - 1] ?? 0))) return 'its events are out of order'
    if (ids.some((id) => id <= before.closedThrough || id > seal.throughId)) return 'it names events outside its bounds'
    if (ids.some((id) => this.#places.has(id))) return 'it names events of another seal'
    if (seal.fingerprints.length !== ids.length * FINGERPRINT_DIGITS) return 'its fingerprints are not one an event'
    return null
  }

  /** Gives up waiting for events of seals that lie wholly before this id, and for all of them when none is given. */
  #closeBefore(eventId: number = Infinity): void {
    for (const open of this.#open) {
      const { eventIds } = open.seal
      if (eventIds.some((id) => id >= eventId)) continue
      for (const id of eventIds) if (this.#places.get(id)?.open === open) this.#places.delete(id)
      this.#open.delete(open)
      this.#close(open)
    }
  }

  /** Compares a seal with the events that came for it. */
  #close({ seal, rowHashes }: OpenSeal): void {
    const present = rowHashes.filter((hash) => hash !== undefined)
    if (present.length === rowHashes.length && this.#hash(sealText(seal, present)) === seal.hash) {
      this.#eventsSound += present.length
      // What the hash covers is sound; the fingerprints beside it may have been changed alone.
      if (seal.fingerprints !== fingerprintsOf(present)) {
        this.#find({ kind: 'seal changed', seal: seal.number, why: 'its fingerprints do not fit its events' })
      }
      return
    }
    let explained = false
    rowHashes.forEach((hash, at) => {
      const start = at * FINGERPRINT_DIGITS
      if (hash?.slice(0, FINGERPRINT_DIGITS) === seal.fingerprints.slice(start, start + FINGERPRINT_DIGITS)) return
      explained = true
      this.#find({ kind: hash === undefined ? 'event missing' : 'event changed', eventId: seal.eventIds[at] ?? 0, seal: seal.number })
    })
    if (!explained) this.#find({ kind: 'seal changed', seal: seal.number, why: 'its hash does not fit' })
  }

  #checkEnd(end: AuditHead): void {
    const last = this.#head
    const say = (why: string): void => this.#find({ kind: 'end changed', why })
    if (end.authorityId !== this.#authorityId) say('it is of another authority')
    if (end.seals > last.seals) this.#find({ kind: 'seal missing', seal: last.seals + 1, through: end.seals })
    else if (end.seals < last.seals) say(`it counts ${end.seals} seals, and there are seals up to ${last.seals}`)
    else if (end.hash !== last.hash) say('it has the hash of another seal')
    else if (end.eventsSealed !== last.eventsSealed) say(`it counts ${end.eventsSealed} events, and the seals ${last.eventsSealed}`)
    else if (end.throughId !== last.throughId || end.closedThrough !== last.closedThrough) say('its bounds are not those of the newest seal')
  }

  #find(finding: Finding): void {
    this.#found += 1
    if (this.#findings.length < KEPT) this.#findings.push(finding)
  }
}
