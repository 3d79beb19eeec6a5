/** Routes of My work, actions and planning meetings. */
import { formRoutes, type Route } from '../route.ts'
import { actionList, newAction, oneAction, settlings, type SettlingName } from './actions.ts'
import { allMeetings, booking, cancelling, correcting, meetings, minutes, oneMeeting, signOffOne } from './meetings.ts'
import { calendar, markNotices, newCalendar, noCalendar, noticeList, teamActions, work } from './work.ts'

const ofActions = '/children/:childId/actions'
const ofMeetings = '/children/:childId/planning-meetings'
const said: Readonly<Record<SettlingName, string>> = {
  done: 'done', 'not-needed': 'ended as not needed', 'hand-on': 'handed on',
}

export const workRoutes: readonly Route[] = [
  { method: 'GET', path: '/my-work', act: 'signed in', audit: 'my work opened', handle: work },
  { method: 'GET', path: '/my-work/team', act: ['see', 'actions'], audit: 'everybody’s actions opened', handle: teamActions },
  { method: 'GET', path: '/my-work/notices', act: 'signed in', audit: 'notices opened', handle: noticeList },
  { method: 'POST', path: '/my-work/notices/read', act: 'signed in', audit: 'notices marked as read', handle: markNotices },
  { method: 'GET', path: '/my-work/calendar', act: 'signed in', audit: 'own calendar address opened', handle: calendar },
  { method: 'POST', path: '/my-work/calendar', act: 'signed in', audit: 'own calendar address made', handle: newCalendar },
  { method: 'POST', path: '/my-work/calendar/end', act: 'signed in', audit: 'own calendar address ended', handle: noCalendar },

  { method: 'GET', path: ofActions, act: ['see', 'actions'], audit: 'actions of a child opened', handle: actionList },
  ...formRoutes(`${ofActions}/new`, ['record', 'actions'], 'form for an action opened', 'action raised', newAction),
  { method: 'GET', path: `${ofActions}/:actionId`, act: ['see', 'actions'], audit: 'action opened', handle: oneAction },
  // Whoever has an action says what became of it, whatever else their role lets them change: core/actions/decide.ts.
  ...(Object.keys(settlings) as readonly SettlingName[]).flatMap((name) =>
    formRoutes(`${ofActions}/:actionId/${name}`, ['see', 'actions'], `form for an action ${said[name]} opened`, `action ${said[name]}`, settlings[name])),

  { method: 'GET', path: '/planning-meetings', act: ['see', 'planning meeting'], audit: 'planning meetings opened', handle: allMeetings },
  { method: 'GET', path: ofMeetings, act: ['see', 'planning meeting'], audit: 'planning meetings of a child opened', handle: meetings },
  ...formRoutes(`${ofMeetings}/new`, ['record', 'planning meeting'], 'form for a planning meeting opened', 'planning meeting booked', booking),
  { method: 'GET', path: `${ofMeetings}/:meetingId`, act: ['see', 'planning meeting'], audit: 'planning meeting opened', handle: oneMeeting },
  ...formRoutes(`${ofMeetings}/:meetingId/minutes`, ['change', 'planning meeting'], 'form for minutes opened', 'minutes of a planning meeting written', minutes),
  { method: 'POST', path: `${ofMeetings}/:meetingId/sign-off`, act: ['decide', 'planning meeting'], audit: 'minutes of a planning meeting signed off', handle: signOffOne },
  ...formRoutes(`${ofMeetings}/:meetingId/cancel`, ['change', 'planning meeting'], 'cancelling a planning meeting asked', 'planning meeting cancelled', cancelling),
  ...formRoutes(`${ofMeetings}/:meetingId/correct`, ['record', 'planning meeting'], 'form for a correction opened', 'minutes of a planning meeting corrected', correcting),
]
