/** A person's days outside Holdfast: their secret address, and what a calendar that has it is told. */
import { actionAddress, actionType } from '../core/actions/action.ts'
import { calendarAddressType, type CalendarAddress } from '../core/calendar/calendarAddress.ts'
import type { CalendarDay } from '../core/calendar/iCalendar.ts'
import { added, revised } from '../core/records/recordType.ts'
import { workItems } from './workItems.ts'
import type { Work } from './work.ts'

/** The address that a person's calendar reads, if they have one. */
export async function ownCalendar(work: Work): Promise<CalendarAddress | undefined> {
  return (await work.records.find([calendarAddressType], { ownerId: work.actor.personId, states: ['open'] })).at(-1)
}

/** Makes a new address and ends the one before it. Gives the new one's id. */
export async function openCalendar(work: Work, fingerprint: string): Promise<string> {
  await endCalendar(work)
  const recordId = work.records.newId()
  await work.records.apply([added(calendarAddressType, recordId, { childId: null }, {
    owner: work.actor.personId, state: 'open', fingerprint, madeOn: work.today,
  })])
  return recordId
}

/** Ends a person's addresses: from then on nobody reads by them. */
export async function endCalendar(work: Work): Promise<void> {
  const open = await work.records.find([calendarAddressType], { ownerId: work.actor.personId, states: ['open'] })
  await work.records.apply(open.map((one) => revised(calendarAddressType, one, { state: 'ended' })))
}

/** What a calendar is told: the person's meetings and what they have to do by a day. `base`: where people reach Holdfast. */
export async function calendarDays(work: Work, base: string | null): Promise<readonly CalendarDay[]> {
  const actions = work.may('see', 'actions')
    ? await work.within(['see', 'actions'], () => work.records.find([actionType], { ownerId: work.actor.personId, states: ['open'] })) : []
  const days = [
    ...(await workItems(work)).flatMap(({ what, dueOn, address }) => (dueOn === null ? [] : [{ what, on: dueOn, address }])),
    ...actions.map(({ childId, recordId, values: { dueOn } }) => ({ what: 'Action due', on: dueOn, address: actionAddress(childId ?? '', recordId) })),
  ]
  return days.sort((a, b) => a.on - b.on)
    .map(({ what, on, address }) => ({ what, on, uid: `${address.slice(1).replaceAll('/', '.')}@holdfast`, url: base === null ? null : base + address }))
}
