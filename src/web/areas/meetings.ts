/** Permanency planning meetings. */
import { actionOwners } from '../../app/actions.ts'
import {
  addCorrection, bookMeeting, callOff, meetingLists, meetingSeen, meetingsOfChild, saveMinutes, signOffMinutes, type MeetingSeen,
} from '../../app/meetings.ts'
import { actionType } from '../../core/actions/action.ts'
import {
  bookingFields, consideredType, correctionType, meetingAddress, minutesFields, planningMeetingType,
} from '../../core/meetings/planningMeeting.ts'
import { readForm } from '../../core/records/readForm.ts'
import { requiring } from '../../core/records/recordType.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import { readRows, rowPrefix } from '../forms/rows.ts'
import { formAnswer, takeForm } from '../forms/takeForm.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { actionAsked, consideredAsked, minutesFormModel, minutesType } from '../views/minutes-form/view.ts'
import { meetingListsModel, meetingsModel } from '../views/planning-meetings/view.ts'
import { planningMeetingModel } from '../views/planning-meeting/view.ts'

const place = '/planning-meetings'

/** `GET /planning-meetings` */
export const allMeetings: Handler = async ({ work, today }) => ({
  kind: 'page', view: 'all-planning-meetings', room: 'meetings', title: 'Planning meetings', model: meetingListsModel(await meetingLists(work), today),
})

/** `GET /children/:childId/planning-meetings` */
export const meetings: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  const names = new Map((await ask.work.records.people()).map(({ personId, name }) => [personId, name]))
  const mayBook = (await ask.work.decide(head.childId, 'record', 'planning meeting')).kind === 'allow'
  return {
    kind: 'page', view: 'planning-meetings', room: 'children', title: `Planning meetings, child ${head.code}`,
    model: meetingsModel(head, await meetingsOfChild(ask.work, head.childId), (id) => names.get(id) ?? 'somebody who is no longer listed', mayBook, ask.today),
  }
}

/** Ticked to begin with; the regional agency because it is to be in every meeting (Haringey post-Ofsted action plan, 1.8b). */
const usuallyInvited = ['social worker', 'reviewing officer', 'regional agency']

/** `GET` and `POST /children/:childId/planning-meetings/new` */
export const booking: Handler = childForm(place, async (ask, head) => childFormAnswer(ask, head, {
  type: planningMeetingType, only: bookingFields, values: { invited: usuallyInvited }, people: await ask.work.records.people(['team manager']),
  title: 'Book a planning meeting', button: 'Book the meeting', done: 'The meeting is booked.', back: { path: place, words: 'All planning meetings of this child' },
  intro: ['Its agenda is proposed from the plan and from what was left undone. The child and the family take part as far as they can and wish.'],
  async save(values) {
    const booked = await bookMeeting(ask.work, head.childId, values)
    return 'kind' in booked ? booked : { to: meetingAddress(head.childId, booked.meetingId) }
  },
}))

interface Found {
  readonly head: ChildHeadModel
  readonly seen: MeetingSeen
  readonly here: string
}

/** A handler about the meeting that the address names. */
const onMeeting = (make: (ask: Ask, found: Found) => Promise<Answer>): Handler => async (ask) => {
  const id = ask.params['meetingId'] ?? ''
  const head = await headOf(ask, place)
  const seen = head === undefined || !isId(id) ? undefined : await meetingSeen(ask.work, head.childId, id)
  return head === undefined || seen === undefined ? { kind: 'not found' } : make(ask, { head, seen, here: meetingAddress(head.childId, id) })
}

/** `GET /children/:childId/planning-meetings/:meetingId` */
export const oneMeeting: Handler = onMeeting(async (ask, { head, seen }) => {
  const model = planningMeetingModel(head, seen, ask.today)
  return { kind: 'page', view: 'planning-meeting', room: 'children', title: `${model.title}, child ${head.code}`, model }
})

/** `GET` and `POST /children/:childId/planning-meetings/:meetingId/minutes`: one sitting of typing. */
export const minutes: Handler = onMeeting(async (ask, found) => {
  const { seen, here, head } = found
  const { form, today, work } = ask
  const considered = readRows(consideredType, form, 'option', today, consideredAsked, ['route'])
  const actions = readRows(actionType, form, 'action', today, actionAsked)
  const taken = await takeForm(ask, {
    type: minutesType, only: minutesFields, held: seen.meeting, back: { href: here }, done: 'The minutes are saved. Whoever has an action is told.',
    read() {
      const own = readForm(minutesType, form, today, minutesFields)
      const wrong = [...(own.kind === 'wrong' ? own.errors : []), ...considered.errors, ...actions.errors]
      return wrong.length > 0 ? { kind: 'wrong', errors: wrong } : own
    },
    async save(values) {
      const refusal = await saveMinutes(work, seen, values, {
        considered: considered.rows.map((row) => row.values), actions: actions.rows.map((row) => row.values),
        lines: seen.lines.flatMap(({ recordId: lineId }) => {
          const words = (form.get(`line-${lineId}`) ?? '').trim().slice(0, 300)
          return words === '' ? [] : [{ lineId, words }]
        }),
      })
      return refusal?.kind === 'refused action' ? { field: `${rowPrefix('action', actions.rows[refusal.index]?.index ?? 0)}owner`, why: refusal.why } : refusal
    },
  })
  if (taken.kind === 'answered') return taken.answer
  const model = minutesFormModel(head, seen, await actionOwners(work), ask.sent ? form : undefined, taken.errors)
  return { kind: 'page', view: 'minutes-form', room: 'children', title: `${model.title}, child ${head.code}`, status: taken.status, model }
})

/** `POST /children/:childId/planning-meetings/:meetingId/sign-off` */
export const signOffOne: Handler = onMeeting(async (ask, { seen: { meeting }, here }) => {
  // What is signed is what was read: minutes that changed since are shown again first.
  if (ask.form.get('version') !== String(meeting.version)) {
    return { kind: 'redirect', to: here, flash: { kind: 'notice', words: 'The minutes changed since you opened them. Read them again before you sign off.' } }
  }
  const refusal = await signOffMinutes(ask.work, meeting)
  return {
    kind: 'redirect', to: here,
    flash: refusal === undefined ? { kind: 'success', words: 'The minutes are signed off.' } : { kind: 'notice', words: refusal.why },
  }
})

/** `GET` and `POST /children/:childId/planning-meetings/:meetingId/cancel` */
export const cancelling: Handler = onMeeting((ask, { head, seen: { meeting }, here }) => formAnswer(ask, {
  type: requiring(planningMeetingType, 'cancelledWhy'), only: ['cancelledWhy'], held: meeting, head, title: 'Cancel the meeting', button: 'Cancel the meeting', warning: true,
  lead: ['Whoever leads it is told. People who were invited outside Holdfast hear it from you.'],
  back: { href: here, words: 'Back to the meeting' }, done: 'The meeting is cancelled.',
  save: ({ cancelledWhy }) => callOff(ask.work, meeting, cancelledWhy),
}))

/** `GET` and `POST /children/:childId/planning-meetings/:meetingId/correct` */
export const correcting: Handler = onMeeting((ask, { head, seen: { meeting }, here }) => formAnswer(ask, {
  type: correctionType, head, title: 'Add a correction', button: 'Add the correction',
  lead: ['The minutes stay as they were signed. The correction stands above them with your name and the day.'],
  back: { href: here, words: 'Back to the meeting' }, done: 'The correction is added.',
  save: ({ words }) => addCorrection(ask.work, meeting, words),
}))
