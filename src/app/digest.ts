/** The daily message to a person: counts and one link. Mail lies on servers that Holdfast does not know, so no child is in it. */
import { actionType } from '../core/actions/action.ts'
import { addDays, formatLong } from '../core/time/localDate.ts'
import { rowsOf } from './actions.ts'
import { workItems } from './workItems.ts'
import type { Work } from './work.ts'

export interface Digest {
  readonly overdue: number
  /** Due within seven days, today counted. */
  readonly dueSoon: number
  /** Meetings and papers within seven days, and those whose day has passed. */
  readonly items: number
  readonly unread: number
}

/** What there is for a person today. */
export async function digestOf(work: Work): Promise<Digest> {
  const weekEnds = addDays(work.today, 7)
  const actions = work.may('see', 'actions')
    ? await work.within(['see', 'actions'], async () =>
      rowsOf(work, await work.records.find([actionType], { ownerId: work.actor.personId, states: ['open'], dueBefore: weekEnds }))) : []
  const overdue = actions.filter(({ standing }) => standing.kind === 'overdue').length
  const items = (await workItems(work)).filter(({ dueOn }) => dueOn === null || dueOn < weekEnds)
  return { overdue, dueSoon: actions.length - overdue, items: items.length, unread: await work.notices.unread() }
}

/** The message, or null when there is nothing to say. `base`: where people reach Holdfast. */
export function digestMessage(digest: Digest, today: Work['today'], base: string): { readonly subject: string; readonly text: string } | null {
  const lines = [
    [digest.overdue, 'action is overdue', 'actions are overdue'],
    [digest.dueSoon, 'action is due within seven days', 'actions are due within seven days'],
    [digest.items, 'meeting or paper waits for you', 'meetings and papers wait for you'],
    [digest.unread, 'notice is unread', 'notices are unread'],
  ] as const
  const said = lines.filter(([count]) => count > 0).map(([count, one, many]) => `- ${count} ${count === 1 ? one : many}`)
  if (said.length === 0) return null
  return {
    subject: `Holdfast, ${formatLong(today)}: what waits for you`,
    text: [
      'In Holdfast today:', '', ...said, '', `Open My work: ${base}/my-work`, '',
      'This message says nothing about any child, and an answer to it is read by nobody.', '',
    ].join('\n'),
  }
}
