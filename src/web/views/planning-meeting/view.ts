/** One planning meeting: its agenda before, its minutes after. Prints as the document that people are sent. */
import type { MeetingSeen } from '../../../app/meetings.ts'
import type { AgendaItem } from '../../../core/meetings/agenda.ts'
import {
  bookingFields, consideredType, meetingAddress, minutesFields, planningMeetingType,
} from '../../../core/meetings/planningMeeting.ts'
import { routeWords } from '../../../core/permanence/routes.ts'
import { choiceWords, shown, type ShownField } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { actionModel, type ActionModel } from '../../words/actions.ts'
import type { Tag } from '../../words/clocks.ts'
import { longDate, momentWords } from '../../words/dates.ts'
import { meetingTag } from '../planning-meetings/view.ts'

export interface PlanningMeetingModel {
  readonly head: ChildHeadModel
  readonly title: string
  readonly tag: Tag
  readonly booking: readonly ShownField[]
  /** Null once the meeting was held or cancelled. */
  readonly agenda: readonly AgendaItem[] | null
  readonly minutes: readonly ShownField[] | null
  readonly lineNotes: readonly { readonly route: string; readonly words: string }[]
  readonly considered: readonly { readonly route: string; readonly who: string | null; readonly pros: string; readonly cons: string; readonly outcome: string }[]
  readonly actions: readonly ActionModel[]
  readonly lacking: readonly string[]
  readonly corrections: readonly { readonly words: string; readonly who: string; readonly when: string }[]
  readonly signedOff: string | null
  readonly cancelled: string | null
  readonly takenBy: string | null
  readonly links: {
    readonly write: string | null
    readonly change: string | null
    readonly cancel: string | null
    readonly correct: string | null
    readonly signOff: string | null
    readonly plan: string | null
  }
  readonly notSignOff: string | null
  readonly version: number
}

/** What the template shows. */
export function planningMeetingModel(head: ChildHeadModel, seen: MeetingSeen, today: LocalDate): PlanningMeetingModel {
  const { meeting, mayWrite } = seen
  const { values } = meeting
  const here = meetingAddress(head.childId, meeting.recordId)
  const nameOf = (id: string): string | undefined => seen.people.find(({ personId }) => personId === id)?.name
  const fields = shown(planningMeetingType, values, nameOf)
  const some = (wanted: readonly string[]): readonly ShownField[] => fields.filter(({ field }) => wanted.includes(field))
  const was = values.state === 'held' || values.state === 'signed off'
  return {
    head, title: `Planning meeting ${longDate(values.heldOn ?? values.bookedFor)}`, tag: meetingTag(meeting, today),
    booking: some(was ? ['lead', 'place', 'why'] : bookingFields),
    agenda: values.state === 'booked' ? seen.agenda : null,
    minutes: was ? some(minutesFields) : null,
    lineNotes: seen.lineNotes.map(({ values: { route, words } }) => ({ route: routeWords[route], words })),
    considered: seen.considered.map(({ values: { route, outcome, ...rest } }) =>
      ({ ...rest, route: routeWords[route], outcome: choiceWords(consideredType.fields.outcome, outcome) })),
    actions: seen.actions.map(actionModel),
    lacking: seen.lacking,
    corrections: seen.corrections.map(({ values: { words }, firstRecordedBy, firstRecordedAt }) =>
      ({ words, who: firstRecordedBy.name, when: momentWords(firstRecordedAt) })),
    signedOff: values.signedOffOn === null ? null
      : `Signed off on ${longDate(values.signedOffOn)} by ${nameOf(values.signedOffBy ?? '') ?? 'somebody who is no longer listed'}`,
    cancelled: values.cancelledWhy,
    takenBy: values.minuteTaker === null ? null : nameOf(values.minuteTaker) ?? 'somebody who is no longer listed',
    links: {
      write: mayWrite && values.state === 'booked' ? `${here}/minutes` : null,
      change: mayWrite && values.state === 'held' ? `${here}/minutes` : null,
      cancel: mayWrite && values.state === 'booked' ? `${here}/cancel` : null,
      correct: mayWrite && values.state === 'signed off' ? `${here}/correct` : null,
      signOff: values.state === 'held' && seen.notSignOff === null ? `${here}/sign-off` : null,
      plan: was && seen.plan !== null ? `${head.href}/plan` : null,
    },
    notSignOff: values.state === 'held' ? seen.notSignOff : null,
    version: meeting.version,
  }
}
