/** The planning meetings of a child, and the lists across children. */
import type { ListedMeeting, MeetingLists } from '../../../app/meetings.ts'
import { planningMeetingType, meetingAddress, type PlanningMeeting } from '../../../core/meetings/planningMeeting.ts'
import { choiceWords } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import type { Tag } from '../../words/clocks.ts'
import { shortDate } from '../../words/dates.ts'

export interface MeetingRow {
  readonly href: string
  readonly day: string
  readonly at: string | null
  readonly lead: string
  readonly tag: Tag
  readonly decided: string | null
  readonly code: string
  readonly childHref: string
}

/** Where a meeting stands, as a tag. */
export function meetingTag({ values: { state, bookedFor } }: PlanningMeeting, today: LocalDate): Tag {
  if (state === 'booked' && bookedFor < today) return { words: 'Minutes to write', colour: 'govuk-tag--red' }
  const colour = { booked: 'govuk-tag--blue', held: 'govuk-tag--yellow', 'signed off': 'govuk-tag--green', cancelled: 'govuk-tag--grey' }[state]
  return { words: choiceWords(planningMeetingType.fields.state, state), colour }
}

function rowOf({ meeting, code, lead }: ListedMeeting, today: LocalDate): MeetingRow {
  const { values, childId, recordId } = meeting
  return {
    href: meetingAddress(childId ?? '', recordId), day: shortDate(values.heldOn ?? values.bookedFor), at: values.heldOn === null ? values.at : null,
    lead, tag: meetingTag(meeting, today), decided: values.decided ?? values.cancelledWhy, code, childHref: `/children/${childId ?? ''}`,
  }
}

export interface MeetingsModel {
  readonly head: ChildHeadModel
  readonly rows: readonly MeetingRow[]
  readonly bookHref: string | null
}

/** The page of one child. */
export function meetingsModel(
  head: ChildHeadModel, meetings: readonly PlanningMeeting[], nameOf: (id: string) => string, mayBook: boolean, today: LocalDate,
): MeetingsModel {
  return {
    head, rows: meetings.map((meeting) => rowOf({ meeting, code: head.code, lead: nameOf(meeting.values.lead) }, today)),
    bookHref: mayBook ? `${head.href}/planning-meetings/new` : null,
  }
}

export interface MeetingListsModel {
  readonly lists: readonly { readonly id: string; readonly heading: string; readonly empty: string; readonly rows: readonly MeetingRow[] }[]
}

/** The page across children. */
export function meetingListsModel({ toWrite, toSignOff, booked, recent }: MeetingLists, today: LocalDate): MeetingListsModel {
  const list = (id: string, heading: string, empty: string, meetings: readonly ListedMeeting[]): MeetingListsModel['lists'][number] =>
    ({ id, heading, empty, rows: meetings.map((one) => rowOf(one, today)) })
  return {
    lists: [
      list('to-write', 'Minutes to write', 'None.', toWrite),
      list('to-sign-off', 'Minutes to sign off', 'None.', toSignOff),
      list('booked', 'Booked', 'No meeting is booked.', booked),
      list('recent', 'Signed off in the last twelve weeks', 'None.', recent),
    ],
  }
}
