/** The page of a person's calendar address. */
import type { CalendarAddress } from '../../../core/calendar/calendarAddress.ts'
import { longDate } from '../../words/dates.ts'

export interface CalendarModel {
  /** The whole address, only on the page that made it. */
  readonly address: string | null
  /** Whether the address shown still lacks the name of the server. */
  readonly partial: boolean
  readonly since: string | null
  readonly teamHref: string | null
}

/** What the template shows. */
export function calendarModel(held: CalendarAddress | undefined, address: string | null, base: string | null, maySeeTeam: boolean): CalendarModel {
  return {
    address: address === null ? null : `${base ?? ''}${address}`, partial: address !== null && base === null,
    since: held === undefined ? null : longDate(held.values.madeOn), teamHref: maySeeTeam ? '/my-work/team' : null,
  }
}
