/** Saving and deleting views of the tracker. */
import { saveView, savedViews } from '../../app/savedViews.ts'
import { daysOf } from '../asAt.ts'
import type { Ask, Handler, Page } from '../route.ts'
import { readTracker, trackerAddress } from '../trackerAddress.ts'

/** The tracker's own address again, read and written, so that a view can lead nowhere else. */
async function trackerOf({ work }: Ask, from: string): Promise<string> {
  const days = await daysOf(work)
  const at = from.indexOf('?')
  return trackerAddress(readTracker(new URLSearchParams(at < 0 ? '' : from.slice(at + 1, 2000)), days).query, days.usual)
}

function formPage(name: string, from: string, error: string | null): Page {
  return {
    kind: 'page', view: 'save-view', room: 'children', title: 'Save this view', status: error === null ? 200 : 422,
    model: { name, from, error: error === null ? null : { text: error }, errors: error === null ? [] : [{ href: '#name', text: error }] },
  }
}

/** `GET /children/views/new` */
export const newView: Handler = async (ask) => formPage('', await trackerOf(ask, ask.query.get('from') ?? ''), null)

/** `POST /children/views/new` */
export const keepView: Handler = async (ask) => {
  const name = ask.form.get('name') ?? ''
  const to = await trackerOf(ask, ask.form.get('from') ?? '')
  const wrong = await saveView(ask.work, name, to)
  return wrong === undefined ? { kind: 'redirect', to, flash: { kind: 'success', words: 'The view is saved. It stands above the list.' } } : formPage(name, to, wrong)
}

/** `GET /children/views/:viewId/delete` */
export const askDeleteView: Handler = async ({ work, params, path }) => {
  const view = (await savedViews(work)).find(({ viewId }) => viewId === params['viewId'])
  if (view === undefined) return { kind: 'not found' }
  return { kind: 'page', view: 'delete-view', room: 'children', title: 'Delete a saved view', model: { name: view.name, action: path } }
}

/** `POST /children/views/:viewId/delete` */
export const deleteView: Handler = async ({ work, params }) => {
  const view = (await savedViews(work)).find(({ viewId }) => viewId === params['viewId'])
  if (view === undefined) return { kind: 'not found' }
  await work.views.delete(view.viewId)
  return { kind: 'redirect', to: '/children', flash: { kind: 'success', words: `The view “${view.name}” is deleted.` } }
}
