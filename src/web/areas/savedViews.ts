/** Saving and deleting views of the tracker. */
import { saveView, savedViewForm, savedViews } from '../../app/savedViews.ts'
import { daysOf } from '../asAt.ts'
import { confirmAnswer, formAnswer } from '../forms/takeForm.ts'
import type { Ask, Handler } from '../route.ts'
import { readTracker, trackerAddress } from '../trackerAddress.ts'

/** The tracker's own address again, read and written, so that a view can lead nowhere else. */
async function trackerOf({ work }: Ask, from: string): Promise<string> {
  const days = await daysOf(work)
  const at = from.indexOf('?')
  return trackerAddress(readTracker(new URLSearchParams(at < 0 ? '' : from.slice(at + 1, 2000)), days).query, days.usual)
}

/** `GET` and `POST /children/views/new` */
export const newView: Handler = async (ask) => {
  const from = await trackerOf(ask, ask.form.get('from') ?? ask.query.get('from') ?? '')
  return formAnswer(ask, {
    type: savedViewForm, room: 'children', title: 'Save this view', button: 'Save', done: 'The view is saved. It stands above the list.',
    lead: ['The filters and the order are kept under a name that only you see. The list itself is always as it is on the day.'],
    back: { href: from, words: 'Children in care' }, hidden: { from },
    async save({ name }) {
      const why = await saveView(ask.work, name, from)
      return why === undefined ? undefined : { field: 'name', why }
    },
  })
}

/** `GET` and `POST /children/views/:viewId/delete` */
export const deleteView: Handler = async (ask) => {
  const view = (await savedViews(ask.work)).find(({ viewId }) => viewId === ask.params['viewId'])
  if (view === undefined) return { kind: 'not found' }
  return confirmAnswer(ask, {
    room: 'children', title: `Delete the view “${view.name}”?`, button: 'Delete the view', done: `The view “${view.name}” is deleted.`,
    lead: ['Only the saved filters go. Nothing about any child is changed.'], back: { href: '/children', words: 'Children in care' },
    async save() {
      await ask.work.views.delete(view.viewId)
      return undefined
    },
  })
}
