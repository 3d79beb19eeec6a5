/** What happens to a permanency planning meeting: booked, held with its minutes, signed off, cancelled, corrected. */
import { newAction, tellOwner, type AskedAction } from '../actions/action.ts'
import { movedLine, type Line } from '../plan/line.ts'
import { added, done, refused, revised, type Decided, type Telling, type ValuesOf } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'
import {
  consideredType, correctionType, lineNoteType, meetingAddress, planningMeetingType, type bookingFields, type minutesFields, type PlanningMeeting,
} from './planningMeeting.ts'

type Values = ValuesOf<typeof planningMeetingType>
export type Booking = Pick<Values, (typeof bookingFields)[number]>
export type Minutes = Pick<Values, (typeof minutesFields)[number]> & { readonly heldOn: LocalDate }

/** Where a decision is made: by whom, on which day, with ids from outside. */
export interface Deciding {
  readonly by: string
  readonly today: LocalDate
  readonly newId: () => string
}

/** Books a meeting. Whoever leads it is told; the day may be past when it was held before anybody wrote it down. */
export function book(booking: Booking, { meetingId, childId }: { readonly meetingId: string; readonly childId: string }, { by }: Deciding): Decided {
  return done([added(planningMeetingType, meetingId, { childId }, {
    ...booking, state: 'booked', heldOn: null, attended: null, absences: null, childView: null, familyView: null, discussion: null,
    early: null, earlyWhy: null, decided: null, nextOn: null, minuteTaker: null, signedOffOn: null, signedOffBy: null, cancelledWhy: null,
  })], tell(booking.lead, by, 'A planning meeting that you lead is booked.', meetingAddress(childId, meetingId), childId))
}

/** What one sitting of typing holds beside the minutes' own words. */
export interface Sitting {
  readonly considered: readonly ValuesOf<typeof consideredType>[]
  /** What was decided about lines of the plan. */
  readonly lines: readonly { readonly line: Line; readonly words: string }[]
  readonly actions: readonly Pick<AskedAction, 'what' | 'owner' | 'dueOn'>[]
}

/**
 * Writes the minutes: the meeting is held, the lines it moved say so on the day of the meeting, what it asked for becomes
 * actions, and a next meeting that it set is booked. Once more for minutes that are not signed off adds to them.
 */
export function writeMinutes(meeting: PlanningMeeting, minutes: Minutes, sitting: Sitting, deciding: Deciding): Decided {
  const { by, today, newId } = deciding
  const { childId, recordId: partOf, values } = meeting
  if (childId === null) throw new RangeError('a planning meeting is about a child')
  if (values.state === 'cancelled') return refused('This meeting was cancelled. Book another.')
  if (values.state === 'signed off') return refused('These minutes are signed off and stand. Add a correction instead.')
  const { heldOn, nextOn } = minutes
  if (nextOn !== null && nextOn <= heldOn) return refused('The next meeting must be after this one', 'nextOn')
  const asked = sitting.actions.map((action): AskedAction =>
    ({ ...action, recordId: newId(), childId, raisedBy: 'planning meeting', partOf }))
  const early = asked.find(({ dueOn }) => dueOn < heldOn)
  if (early !== undefined) return refused(`“${early.what}” would be due before the meeting was held`)
  const next = nextOn !== null && nextOn !== values.nextOn
    ? book({ bookedFor: nextOn, at: values.at, place: values.place, lead: values.lead, why: null, invited: values.invited }, { meetingId: newId(), childId }, deciding)
    : done([])
  if (next.kind === 'refused') return next
  return done([
    revised(planningMeetingType, meeting, { ...minutes, state: 'held', minuteTaker: by }),
    ...sitting.considered.map((option) => added(consideredType, newId(), { childId, partOf }, option)),
    ...sitting.lines.flatMap(({ line, words }) => {
      const moved = movedLine(line, heldOn, words)
      return [
        added(lineNoteType, newId(), { childId, partOf }, { line: line.recordId, route: line.values.route, words }),
        ...(moved === null ? [] : [moved]),
      ]
    }),
    ...asked.map((action) => newAction(action, today)),
    ...next.changes,
  ], [
    ...asked.flatMap((action) => tellOwner(action, by)),
    ...(values.state === 'booked' ? tell(values.lead, by, 'Minutes of a planning meeting wait for you to sign them off.', meetingAddress(childId, partOf), childId) : []),
    ...next.tell ?? [],
  ])
}

/** Signs minutes off. That whoever took them does not, is for the duties to say (core/access/duties.ts). */
export function signOff(meeting: PlanningMeeting, { by, today }: Deciding): Decided {
  if (meeting.values.state !== 'held') return refused('Only the minutes of a meeting that was held can be signed off')
  return done([revised(planningMeetingType, meeting, { state: 'signed off', signedOffOn: today, signedOffBy: by })])
}

/** Cancels a meeting that was not held, and says why. */
export function cancelMeeting(meeting: PlanningMeeting, why: string, { by }: Deciding): Decided {
  const { childId, recordId, values } = meeting
  if (values.state !== 'booked') return refused('Only a meeting that has not been held can be cancelled')
  return done(
    [revised(planningMeetingType, meeting, { state: 'cancelled', cancelledWhy: why })],
    childId === null ? [] : tell(values.lead, by, 'A planning meeting that you lead was cancelled.', meetingAddress(childId, recordId), childId))
}

/** Adds a correction to minutes that were signed off: the only change that they take. */
export function correctMinutes(meeting: PlanningMeeting, words: string, { newId }: Deciding): Decided {
  const { childId, recordId, values } = meeting
  if (values.state !== 'signed off') return refused('These minutes are not signed off yet: change them instead')
  return done([added(correctionType, newId(), { childId, partOf: recordId }, { words })])
}

function tell(personId: string, by: string, words: string, address: string, childId: string): readonly Telling[] {
  return personId === by ? [] : [{ personId, words, address, childId }]
}
