/** Secrets that open something by themselves (a calendar's address, a program's key): made once, only a fingerprint kept. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Held, RecordType } from '../core/records/recordType.ts'
import { inTransaction } from '../store/postgres.ts'
import { findRecords } from '../store/records/records.ts'
import type { Holdfast } from './holdfast.ts'

export interface NewSecret {
  readonly secret: string
  readonly fingerprint: string
}

/** `purpose`: a secret made for one thing is worthless for another. 256 bits drawn at random need no slow hash. */
const fingerprintOf = (purpose: string, secret: string): string => createHash('sha256').update(`holdfast ${purpose} ${secret}`).digest('hex')

/** A secret, and what of it is kept. */
export function newSecret(purpose: string): NewSecret {
  const secret = randomBytes(32).toString('base64url')
  return { secret, fingerprint: fingerprintOf(purpose, secret) }
}

/** The open record behind `<authority>.<record>.<secret>`; undefined for one that is wrong or ended. */
export async function recordOfSecret<T extends RecordType>(
  holdfast: Holdfast, type: T, purpose: string, token: string,
): Promise<{ readonly authorityId: number; readonly held: Held<T> } | undefined> {
  const parts = /^(\d{1,5})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token)
  if (parts === null) return undefined
  const [authorityId, recordId, secret] = [Number(parts[1]), parts[2] ?? '', parts[3] ?? '']
  if (authorityId > 32_767) return undefined
  const [held] = await inTransaction(holdfast.pool, { authorityId, personId: null }, (client) =>
    findRecords(client, authorityId, [type], { recordIds: [recordId], states: ['open'] }))
  if (held === undefined) return undefined
  const { fingerprint } = held.values as unknown as { readonly fingerprint: string }
  if (!timingSafeEqual(Buffer.from(fingerprint), Buffer.from(fingerprintOf(purpose, secret)))) return undefined
  return { authorityId, held }
}
