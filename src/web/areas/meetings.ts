/** Permanency planning meetings. */
import { actionOwners } from '../../app/actions.ts'
import {
  addCorrection, bookMeeting, callOff, meetingLists, meetingSeen, meetingsOfChild, saveMinutes, signOffMinutes, type MeetingSeen,
} from '../../app/meetings.ts'
import { actionType } from '../../core/actions/action.ts'
import {
  bookingFields, consideredType, correctionType, meetingAddress, minutesFields, planningMeetingType,
} from '../../core/meetings/planningMeeting.ts'
import { readForm, type FieldError, type Typed } from '../../core/records/readForm.ts'
import { requiring, type RecordType } from '../../core/records/recordType.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import { conflictPage } from '../forms/conflict.ts'
import { formModel } from '../forms/form.ts'
import { readRows, rowPrefix } from '../forms/rows.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { actionAsked, consideredAsked, minutesFormModel, minutesType } from '../views/minutes-form/view.ts'
import { meetingListsModel, meetingsModel } from '../views/planning-meetings/view.ts'
import { planningMeetingModel } from '../views/planning-meeting/view.ts'
import { recordFormPage } from '../views/record-form/view.ts'

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

async function bookingPage({ work }: Ask, head: ChildHeadModel, typed?: Typed, errors: readonly FieldError[] = []): Promise<Answer> {
  return recordFormPage({
    head, title: 'Book a planning meeting', action: head.href + place, button: 'Book the meeting',
    lead: ['Its agenda is proposed from the plan and from what was left undone. The child and the family take part as far as they can and wish.'],
    form: formModel(planningMeetingType, { only: bookingFields, people: await work.records.people(['team manager']), typed, errors, values: { invited: usuallyInvited } }),
    back: { href: head.href + place, words: 'All planning meetings of this child' },
  })
}

/** Ticked to begin with; the regional agency because it is to be in every meeting (Haringey post-Ofsted action plan, 1.8b). */
const usuallyInvited = ['social worker', 'reviewing officer', 'regional agency']

/** `GET /children/:childId/planning-meetings/new` */
export const bookingForm: Handler = async (ask) => {
  const head = await headOf(ask, place)
  return head === undefined ? { kind: 'not found' } : bookingPage(ask, head)
}

/** `POST /children/:childId/planning-meetings` */
export const bookOne: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  const read = readForm(planningMeetingType, ask.form, ask.today, bookingFields)
  if (read.kind === 'wrong') return bookingPage(ask, head, ask.form, read.errors)
  const booked = await bookMeeting(ask.work, head.childId, read.values)
  if ('kind' in booked) return bookingPage(ask, head, ask.form, [{ field: booked.field ?? 'bookedFor', text: booked.why }])
  return { kind: 'redirect', to: meetingAddress(head.childId, booked.meetingId), flash: { kind: 'success', words: 'The meeting is booked.' } }
}

interface Found {
  readonly head: ChildHeadModel
  readonly seen: MeetingSeen
  readonly here: string
}

async function foundIn(ask: Ask): Promise<Found | undefined> {
  const id = ask.params['meetingId'] ?? ''
  const head = await headOf(ask, place)
  const seen = head === undefined || !isId(id) ? undefined : await meetingSeen(ask.work, head.childId, id)
  return head === undefined || seen === undefined ? undefined : { head, seen, here: meetingAddress(head.childId, id) }
}

/** `GET /children/:childId/planning-meetings/:meetingId` */
export const oneMeeting: Handler = async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const model = planningMeetingModel(found.head, found.seen, ask.today)
  return { kind: 'page', view: 'planning-meeting', room: 'children', title: `${model.title}, child ${found.head.code}`, model }
}

async function minutesPage({ work }: Ask, { head, seen }: Found, form?: URLSearchParams, errors: readonly FieldError[] = []): Promise<Answer> {
  const model = minutesFormModel(head, seen, await actionOwners(work), form, errors)
  return {
    kind: 'page', view: 'minutes-form', room: 'children', title: `${model.title}, child ${head.code}`, status: errors.length > 0 ? 422 : 200, model,
  }
}

/** `GET /children/:childId/planning-meetings/:meetingId/minutes` */
export const minutesForm: Handler = async (ask) => {
  const found = await foundIn(ask)
  return found === undefined ? { kind: 'not found' } : minutesPage(ask, found)
}

/** `POST /children/:childId/planning-meetings/:meetingId/minutes`: one sitting of typing. */
export const minutes: Handler = async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const { seen, here } = found
  const { form, today } = ask
  const conflict = await conflictPage(ask, planningMeetingType, seen.meeting, { only: minutesFields, back: here })
  if (conflict !== undefined) return conflict
  if (form.has('more')) return minutesPage(ask, found, form)
  const own = readForm(minutesType, form, today, minutesFields)
  const considered = readRows(consideredType, form, 'option', today, consideredAsked, ['route'])
  const actions = readRows(actionType, form, 'action', today, actionAsked)
  const wrong = [...(own.kind === 'wrong' ? own.errors : []), ...considered.errors, ...actions.errors]
  if (own.kind === 'wrong' || wrong.length > 0) return minutesPage(ask, found, form, wrong)
  const refusal = await saveMinutes(ask.work, seen, own.values, {
    considered: considered.rows.map(({ values }) => values), actions: actions.rows.map(({ values }) => values),
    lines: seen.lines.flatMap(({ recordId: lineId }) => {
      const words = (form.get(`line-${lineId}`) ?? '').trim().slice(0, 300)
      return words === '' ? [] : [{ lineId, words }]
    }),
  })
  if (refusal?.kind === 'refused action') {
    return minutesPage(ask, found, form, [{ field: `${rowPrefix('action', actions.rows[refusal.index]?.index ?? 0)}owner`, text: refusal.why }])
  }
  if (refusal !== undefined) return minutesPage(ask, found, form, [{ field: refusal.field ?? 'heldOn', text: refusal.why }])
  return { kind: 'redirect', to: here, flash: { kind: 'success', words: 'The minutes are saved. Whoever has an action is told.' } }
}

/** `POST /children/:childId/planning-meetings/:meetingId/sign-off` */
export const signOffOne: Handler = async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const { seen: { meeting }, here } = found
  // What is signed is what was read: minutes that changed since are shown again first.
  if (ask.form.get('version') !== String(meeting.version)) {
    return { kind: 'redirect', to: here, flash: { kind: 'notice', words: 'The minutes changed since you opened them. Read them again before you sign off.' } }
  }
  const refusal = await signOffMinutes(ask.work, meeting)
  return {
    kind: 'redirect', to: here,
    flash: refusal === undefined ? { kind: 'success', words: 'The minutes are signed off.' } : { kind: 'notice', words: refusal.why },
  }
}

async function shortForm(
  ask: Ask, asked: { readonly type: RecordType; readonly field: string; readonly title: string; readonly lead: string; readonly button: string; readonly path: string; readonly warning?: true },
  typed?: Typed, errors: readonly FieldError[] = [],
): Promise<Answer> {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const { type, field, title, lead, button, path, warning } = asked
  return recordFormPage({
    head: found.head, title, lead: [lead], button, action: `${found.here}/${path}`, ...(warning === undefined ? {} : { warning }),
    form: formModel(type, { only: [field], version: found.seen.meeting.version, typed, errors }), back: { href: found.here, words: 'Back to the meeting' },
  })
}

const cancelling = {
  type: requiring(planningMeetingType, 'cancelledWhy'), field: 'cancelledWhy', title: 'Cancel the meeting', path: 'cancel', button: 'Cancel the meeting', warning: true,
  lead: 'Whoever leads it is told. People who were invited outside Holdfast hear it from you.',
} as const

/** `GET /children/:childId/planning-meetings/:meetingId/cancel` */
export const cancelForm: Handler = (ask) => shortForm(ask, cancelling)

/** `POST /children/:childId/planning-meetings/:meetingId/cancel` */
export const cancelOne: Handler = async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const read = readForm(cancelling.type, ask.form, ask.today, ['cancelledWhy'])
  if (read.kind === 'wrong') return shortForm(ask, cancelling, ask.form, read.errors)
  const refusal = await callOff(ask.work, found.seen.meeting, read.values.cancelledWhy)
  if (refusal !== undefined) return shortForm(ask, cancelling, ask.form, [{ field: 'cancelledWhy', text: refusal.why }])
  return { kind: 'redirect', to: found.here, flash: { kind: 'success', words: 'The meeting is cancelled.' } }
}

const correcting = {
  type: correctionType, field: 'words', title: 'Add a correction', path: 'correct', button: 'Add the correction',
  lead: 'The minutes stay as they were signed. The correction stands above them with your name and the day.',
} as const

/** `GET /children/:childId/planning-meetings/:meetingId/correct` */
export const correctForm: Handler = (ask) => shortForm(ask, correcting)

/** `POST /children/:childId/planning-meetings/:meetingId/correct` */
export const correctOne: Handler = async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const read = readForm(correctionType, ask.form, ask.today)
  if (read.kind === 'wrong') return shortForm(ask, correcting, ask.form, read.errors)
  const refusal = await addCorrection(ask.work, found.seen.meeting, read.values.words)
  if (refusal !== undefined) return shortForm(ask, correcting, ask.form, [{ field: 'words', text: refusal.why }])
  return { kind: 'redirect', to: found.here, flash: { kind: 'success', words: 'The correction is added.' } }
}
