/** A person's own saved views of the tracker: an address under a name. Nobody else's can be asked for. */
import { declareRecord } from '../core/records/recordType.ts'
import type { Work } from './work.ts'

export interface SavedView {
  readonly viewId: string
  readonly name: string
  /** `/children?…`, never of another place. */
  readonly address: string
}

export interface SavedViews {
  /** By name. */
  list(): Promise<readonly SavedView[]>
  /** False when the person has a view of that name already. */
  save(name: string, address: string): Promise<boolean>
  delete(viewId: string): Promise<void>
}

/** How many views a person may keep. */
export const mostViews = 30

/** The person's views, by name. */
export function savedViews(work: Work): Promise<readonly SavedView[]> {
  return work.views.list()
}

/** What saving a view asks. */
export const savedViewForm = declareRecord({
  name: 'saved view', noun: 'a saved view', resource: 'saved views', about: 'authority',
  fields: { name: { kind: 'text', label: 'Name', hint: 'For example: my team, overdue', required: true, missing: 'Enter a name for the view', max: 60 } },
})

/** Keeps an address of the tracker under a name, as `savedViewForm` reads it. Gives what is wrong with the name. */
export async function saveView(work: Work, name: string, address: string): Promise<string | undefined> {
  work.allow('record', 'saved views')
  if ((await work.views.list()).length >= mostViews) return `You have ${mostViews} views: delete one you no longer use`
  return await work.views.save(name, address) ? undefined : 'You have a view of that name already'
}
