/** My work, everybody's actions, notices. */
import { endCalendar, openCalendar, ownCalendar } from '../../app/calendar.ts'
import { myWork, openActions } from '../../app/myWork.ts'
import { notices, readNotices } from '../../app/notices.ts'
import { isId } from '../ids.ts'
import type { Handler } from '../route.ts'
import { calendarModel } from '../views/calendar-address/view.ts'
import { myWorkModel, readActions } from '../views/my-work/view.ts'
import { noticesModel, readNoticeQuery } from '../views/notices/view.ts'
import { teamActionsModel } from '../views/team-actions/view.ts'

/** `GET /my-work` */
export const work: Handler = async ({ work: own, query, today }) => {
  const asked = readActions(query, 'mine')
  return {
    kind: 'page', view: 'my-work', room: 'work', title: 'My work',
    model: myWorkModel(await myWork(own, asked), asked, today, own.may('see', 'actions')),
  }
}

/** `GET /my-work/team` */
export const teamActions: Handler = async ({ work: own, query }) => {
  const asked = readActions(query, 'all')
  return {
    kind: 'page', view: 'team-actions', room: 'work', title: 'Everybody’s actions',
    model: teamActionsModel(await openActions(own, asked), asked, own.policies.actions.escalateAfterWorkingDays),
  }
}

/** `GET /my-work/notices` */
export const noticeList: Handler = async ({ work: own, query }) => {
  const asked = readNoticeQuery(query)
  return {
    kind: 'page', view: 'notices', room: 'work', title: 'Notices',
    model: noticesModel(await notices(own, asked), asked, own.may('see', 'actions')),
  }
}

/** `POST /my-work/notices/read`: those that stood on the page, so that one that came since is not read unseen. */
export const markNotices: Handler = async ({ work: own, form }) => {
  await readNotices(own, form.getAll('notice').filter(isId))
  return { kind: 'redirect', to: '/my-work/notices', flash: { kind: 'success', words: 'Marked as read.' } }
}

/** `GET /my-work/calendar` */
export const calendar: Handler = async ({ work: own, calendars }) => ({
  kind: 'page', view: 'calendar-address', room: 'work', title: 'Calendar',
  model: calendarModel(await ownCalendar(own), null, calendars.base, own.may('see', 'actions')),
})

/** `POST /my-work/calendar`: the one page that shows the address; it is kept nowhere. */
export const newCalendar: Handler = async ({ work: own, calendars }) => {
  const { secret, fingerprint } = calendars.newSecret()
  const recordId = await openCalendar(own, fingerprint)
  const address = `/calendar/${own.actor.authorityId}.${recordId}.${secret}.ics`
  return {
    kind: 'page', view: 'calendar-address', room: 'work', title: 'Calendar',
    model: calendarModel(undefined, address, calendars.base, own.may('see', 'actions')),
  }
}

/** `POST /my-work/calendar/end` */
export const noCalendar: Handler = async ({ work: own }) => {
  await endCalendar(own)
  return { kind: 'redirect', to: '/my-work/calendar', flash: { kind: 'success', words: 'The address has ended. Nobody reads your days by it.' } }
}
