/** The audit log's rows as the core hashes them. Everything is asked for as text, so that no setting of the session shows. */
import { hash } from 'node:crypto'
import type { AuditHead, AuditRow, AuditSeal, Hash } from '../../core/audit/seal.ts'

export const sha256: Hash = (text) => hash('sha256', text, 'hex')

/** Read with rowMode 'array'. */
export const eventColumns = `event_id::text, extract(epoch from happened_at)::text, person_id::text, event, child_id::text, detail::text`
export type EventCells = readonly [string, string, string | null, string, string | null, string | null]

export function rowOf(authorityId: number, [eventId, happenedAt, personId, event, childId, detail]: EventCells): AuditRow {
  return { authorityId, eventId: Number(eventId), happenedAt, personId, event, childId, detail }
}

/** Read with rowMode 'array'. */
export const sealColumns = `seal_number::text, extract(epoch from sealed_at)::text, encode(previous_hash, 'hex'), event_ids::text,
  encode(fingerprints, 'hex'), events_sealed::text, through_id::text, sealed_in::text, closed_through::text, encode(hash, 'hex')`
export type SealCells = readonly [string, string, string, string, string, string, string, string, string, string]

export function sealOf(authorityId: number, cells: SealCells): AuditSeal {
  const [number, sealedAt, previousHash, eventIds, fingerprints, eventsSealed, throughId, sealedIn, closedThrough, sealHash] = cells
  const ids = eventIds.slice(1, -1)
  return {
    authorityId, number: Number(number), sealedAt, previousHash, eventIds: ids === '' ? [] : ids.split(',').map(Number),
    fingerprints, eventsSealed: Number(eventsSealed), throughId: Number(throughId), sealedIn,
    closedThrough: Number(closedThrough), hash: sealHash,
  }
}

/** Read with rowMode 'array'. */
export const headColumns = `seals::text, events_sealed::text, through_id::text, closed_through::text, encode(hash, 'hex')`
export type HeadCells = readonly [string, string, string, string, string]

export function headOf(authorityId: number, [seals, eventsSealed, throughId, closedThrough, headHash]: HeadCells): AuditHead {
  return {
    authorityId, seals: Number(seals), eventsSealed: Number(eventsSealed), throughId: Number(throughId),
    closedThrough: Number(closedThrough), hash: headHash,
  }
}
