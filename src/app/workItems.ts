/**
 * What waits for a person beside their actions: meetings to hold, minutes to sign off, reviews to write, papers due, concerns
 * to answer. Each area gives its own list (one line in `workSources`), and My work, the calendar and the digest show them all.
 */
import { concernItems } from './concernItems.ts'
import { decisionItems } from './decisionItems.ts'
import { meetingItems } from './meetingItems.ts'
import { panelItems } from './panelItems.ts'
import { reviewItems } from './reviewItems.ts'
import { objectionItems, responseItems } from './reviewResponses.ts'
import type { Work } from './work.ts'
import type { WorkItem, WorkSource } from './workSource.ts'

const workSources: readonly WorkSource[] = [meetingItems, reviewItems, responseItems, objectionItems, panelItems, decisionItems, concernItems]

/** Everything that waits for the person, each area asked with its own reach. Soonest first, what has no day last. */
export async function workItems(work: Work): Promise<readonly WorkItem[]> {
  const items: WorkItem[] = []
  for (const source of workSources) {
    if (work.may(...source.act)) items.push(...await work.within(source.act, () => source.items(work)))
  }
  return items.sort((a, b) => (a.dueOn ?? Number.POSITIVE_INFINITY) - (b.dueOn ?? Number.POSITIVE_INFINITY))
}
