/** Calendar feeds: read by programs without a sign-in, so the address itself is the secret. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { calendarDays } from '../app/calendar.ts'
import { calendarAddressType } from '../core/calendar/calendarAddress.ts'
import { iCalendar } from '../core/calendar/iCalendar.ts'
import { inTransaction } from '../store/postgres.ts'
import { findRecords } from '../store/records/records.ts'
import { actorById } from '../store/signIn/accounts.ts'
import { now } from './clock.ts'
import type { Holdfast } from './holdfast.ts'

const fingerprintOf = (secret: string): string => createHash('sha256').update(`holdfast calendar ${secret}`).digest('hex')

/** Built to `Calendars` of src/web/port.ts. `base`: where people reach Holdfast; null when it was not set. */
export function calendarsOn(holdfast: Holdfast, base: string | null) {
  return {
    base,
    newSecret(): { readonly secret: string; readonly fingerprint: string } {
      const secret = randomBytes(32).toString('base64url')
      return { secret, fingerprint: fingerprintOf(secret) }
    },
    /** The calendar behind `<authority>.<record>.<secret>`; undefined for an address that is wrong, ended, or of somebody who has left. */
    async feed(token: string): Promise<string | undefined> {
      const parts = /^(\d{1,5})\.([0-9a-f-]{36})\.([\w-]{43})$/.exec(token)
      if (parts === null) return undefined
      const [authorityId, recordId, secret] = [Number(parts[1]), parts[2] ?? '', parts[3] ?? '']
      if (authorityId > 32_767) return undefined
      const [held] = await inTransaction(holdfast.pool, { authorityId, personId: null }, (client) =>
        findRecords(client, authorityId, [calendarAddressType], { recordIds: [recordId], states: ['open'] }))
      if (held === undefined) return undefined
      if (!timingSafeEqual(Buffer.from(held.values.fingerprint), Buffer.from(fingerprintOf(secret)))) return undefined
      const actor = await actorById(holdfast.pool, { authorityId, personId: held.values.owner }, holdfast.today())
      if (actor === undefined) return undefined
      return holdfast.work(actor, { name: 'calendar read', act: 'signed in' }, async (work) =>
        iCalendar(await calendarDays(work, base), now().replaceAll(/[-:]|\.\d+/g, '')))
    },
  }
}
