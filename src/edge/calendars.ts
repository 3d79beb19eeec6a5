/** Calendar feeds: read by programs without a sign-in, so the address itself is the secret. */
import { calendarDays } from '../app/calendar.ts'
import { calendarAddressType } from '../core/calendar/calendarAddress.ts'
import { iCalendar } from '../core/calendar/iCalendar.ts'
import { actorById } from '../store/signIn/accounts.ts'
import { now } from './clock.ts'
import type { Holdfast } from './holdfast.ts'
import { newSecret, recordOfSecret, type NewSecret } from './secrets.ts'

const purpose = 'calendar'

/** Built to `Calendars` of src/web/port.ts. `base`: where people reach Holdfast; null when it was not set. */
export function calendarsOn(holdfast: Holdfast, base: string | null) {
  return {
    base,
    newSecret: (): NewSecret => newSecret(purpose),
    /** The calendar behind `<authority>.<record>.<secret>`; undefined for an address that is wrong, ended, or of somebody who has left. */
    async feed(token: string): Promise<string | undefined> {
      const found = await recordOfSecret(holdfast, calendarAddressType, purpose, token)
      if (found === undefined) return undefined
      const actor = await actorById(holdfast.pool, { authorityId: found.authorityId, personId: found.held.values.owner }, holdfast.today())
      if (actor === undefined) return undefined
      return holdfast.work(actor, { name: 'calendar read', act: 'signed in' }, async (work) =>
        iCalendar(await calendarDays(work, base), now().replaceAll(/[-:]|\.\d+/g, '')))
    },
  }
}
