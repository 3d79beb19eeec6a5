/** Routes of My work, actions and planning meetings. */
import type { Route } from '../route.ts'
import { actionList, newActionForm, oneAction, raise, settle, settlingForm, settlings, type SettlingName } from './actions.ts'
import {
  allMeetings, bookingForm, bookOne, cancelForm, cancelOne, correctForm, correctOne, meetings, minutes, minutesForm, oneMeeting, signOffOne,
} from './meetings.ts'
import { calendar, markNotices, newCalendar, noCalendar, noticeList, teamActions, work } from './work.ts'

const ofActions = '/children/:childId/actions'
const ofMeetings = '/children/:childId/planning-meetings'
const said: Readonly<Record<SettlingName, string>> = {
  done: 'done', 'not-needed': 'ended as not needed', 'hand-on': 'handed on',
}

export const workRoutes: readonly Route[] = [
  { method: 'GET', path: '/work', act: 'signed in', audit: 'my work opened', handle: work },
  { method: 'GET', path: '/work/team', act: ['see', 'actions'], audit: 'everybody’s actions opened', handle: teamActions },
  { method: 'GET', path: '/work/notices', act: 'signed in', audit: 'notices opened', handle: noticeList },
  { method: 'POST', path: '/work/notices/read', act: 'signed in', audit: 'notices marked as read', handle: markNotices },
  { method: 'GET', path: '/work/calendar', act: 'signed in', audit: 'own calendar address opened', handle: calendar },
  { method: 'POST', path: '/work/calendar', act: 'signed in', audit: 'own calendar address made', handle: newCalendar },
  { method: 'POST', path: '/work/calendar/end', act: 'signed in', audit: 'own calendar address ended', handle: noCalendar },

  { method: 'GET', path: ofActions, act: ['see', 'actions'], audit: 'actions of a child opened', handle: actionList },
  { method: 'GET', path: `${ofActions}/new`, act: ['record', 'actions'], audit: 'form for an action opened', handle: newActionForm },
  { method: 'POST', path: ofActions, act: ['record', 'actions'], audit: 'action raised', handle: raise },
  { method: 'GET', path: `${ofActions}/:actionId`, act: ['see', 'actions'], audit: 'action opened', handle: oneAction },
  // Whoever has an action says what became of it, whatever else their role lets them change: core/actions/decide.ts.
  ...(Object.keys(settlings) as readonly SettlingName[]).flatMap((name): readonly Route[] => [
    { method: 'GET', path: `${ofActions}/:actionId/${name}`, act: ['see', 'actions'], audit: `form for an action ${said[name]} opened`, handle: settlingForm(name) },
    { method: 'POST', path: `${ofActions}/:actionId/${name}`, act: ['see', 'actions'], audit: `action ${said[name]}`, handle: settle(name) },
  ]),

  { method: 'GET', path: '/planning-meetings', act: ['see', 'planning meeting'], audit: 'planning meetings opened', handle: allMeetings },
  { method: 'GET', path: ofMeetings, act: ['see', 'planning meeting'], audit: 'planning meetings of a child opened', handle: meetings },
  { method: 'GET', path: `${ofMeetings}/new`, act: ['record', 'planning meeting'], audit: 'form for a planning meeting opened', handle: bookingForm },
  { method: 'POST', path: ofMeetings, act: ['record', 'planning meeting'], audit: 'planning meeting booked', handle: bookOne },
  { method: 'GET', path: `${ofMeetings}/:meetingId`, act: ['see', 'planning meeting'], audit: 'planning meeting opened', handle: oneMeeting },
  { method: 'GET', path: `${ofMeetings}/:meetingId/minutes`, act: ['change', 'planning meeting'], audit: 'form for minutes opened', handle: minutesForm },
  { method: 'POST', path: `${ofMeetings}/:meetingId/minutes`, act: ['change', 'planning meeting'], audit: 'minutes of a planning meeting written', handle: minutes },
  { method: 'POST', path: `${ofMeetings}/:meetingId/sign-off`, act: ['decide', 'planning meeting'], audit: 'minutes of a planning meeting signed off', handle: signOffOne },
  { method: 'GET', path: `${ofMeetings}/:meetingId/cancel`, act: ['change', 'planning meeting'], audit: 'cancelling a planning meeting asked', handle: cancelForm },
  { method: 'POST', path: `${ofMeetings}/:meetingId/cancel`, act: ['change', 'planning meeting'], audit: 'planning meeting cancelled', handle: cancelOne },
  { method: 'GET', path: `${ofMeetings}/:meetingId/correct`, act: ['record', 'planning meeting'], audit: 'form for a correction opened', handle: correctForm },
  { method: 'POST', path: `${ofMeetings}/:meetingId/correct`, act: ['record', 'planning meeting'], audit: 'minutes of a planning meeting corrected', handle: correctOne },
]
