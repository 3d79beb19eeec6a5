/** A person's own saved views of the tracker: an address under a name. Nobody else's can be asked for. */
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

/** Keeps an address of the tracker under a name. Gives what is wrong with the name. */
export async function saveView(work: Work, name: string, address: string): Promise<string | undefined> {
  work.allow('record', 'saved views')
  const trimmed = name.trim()
  if (trimmed === '') return 'Enter a name for the view'
  if (trimmed.length > 60) return 'The name must be 60 characters or fewer'
  if ((await work.views.list()).length >= mostViews) return `You have ${mostViews} views: delete one you no longer use`
  return await work.views.save(trimmed, address) ? undefined : 'You have a view of that name already'
}
