/** My work and my team's: actions by their days, what else waits, and what Holdfast has told me. */
import { actionAddress, actionType, raisers, type Action, type Raiser } from '../core/actions/action.ts'
import { addDays } from '../core/time/localDate.ts'
import { rowsOf, type ActionRow } from './actions.ts'
import type { Notice } from './notices.ts'
import { workItems } from './workItems.ts'
import type { Work } from './work.ts'
import type { WorkItem } from './workSource.ts'

export const dueChoices = ['all', 'overdue', 'escalated', 'this week', 'later'] as const
export const sortChoices = ['due', 'owner', 'raised'] as const

export interface ActionsQuery {
  /** `mine`: given to me; `all`: every action that I may see. */
  readonly whose: 'mine' | 'all'
  readonly due: (typeof dueChoices)[number]
  /** Null for whatever raised it. */
  readonly raisedBy: Raiser | null
  /** Only those of this person; null for everybody's. */
  readonly ownerId: string | null
  readonly sort: (typeof sortChoices)[number]
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

export interface ListedAction extends ActionRow {
  readonly code: string
}

export interface ActionsListed {
  readonly rows: readonly ListedAction[]
  readonly total: number
  /** Of all open ones, before the filters on days and raiser. */
  readonly counts: { readonly open: number; readonly overdue: number; readonly escalated: number; readonly thisWeek: number }
  /** Who has any of them, by name. */
  readonly owners: readonly { readonly personId: string; readonly name: string }[]
}

/** Whatever raised actions, in order, for filters. */
export const raiserValues: readonly Raiser[] = raisers.map(({ value }) => value)

const isOverdue = ({ standing }: ActionRow): boolean => standing.kind === 'overdue'
const isEscalated = ({ standing }: ActionRow): boolean => standing.kind === 'overdue' && standing.escalated

/** Open actions by a query. Those of children whom the request does not reach are not among them, whoever has them. */
export async function openActions(work: Work, query: ActionsQuery): Promise<ActionsListed> {
  const { whose, due, raisedBy, ownerId, sort, page, pageSize } = query
  const wanted = whose === 'mine' ? work.actor.personId : ownerId
  const found = await work.records.find([actionType], { states: ['open'], ...(wanted === null ? {} : { ownerId: wanted }) })
  const all = await rowsOf(work, found)
  const weekEnds = addDays(work.today, 7)
  const inWeek = ({ action: { values: { dueOn } }, standing }: ActionRow): boolean => standing.kind === 'to do' && dueOn < weekEnds
  const chosen = all.filter((row) => {
    if (raisedBy !== null && row.action.values.raisedBy !== raisedBy) return false
    switch (due) {
      case 'all': return true
      case 'overdue': return isOverdue(row)
      case 'escalated': return isEscalated(row)
      case 'this week': return inWeek(row)
      case 'later': return row.standing.kind === 'to do' && !inWeek(row)
    }
  }).sort(orders[sort])
  const shown = chosen.slice((page - 1) * pageSize, page * pageSize)
  const codes = await work.children.codesOf([...new Set(shown.flatMap(({ action }) => action.childId ?? []))])
  return {
    rows: shown.map((row) => ({ ...row, code: codes.get(row.action.childId ?? '') ?? '' })),
    total: chosen.length,
    counts: {
      open: all.length, overdue: all.filter(isOverdue).length, escalated: all.filter(isEscalated).length, thisWeek: all.filter(inWeek).length,
    },
    owners: [...new Map(all.map(({ action, owner }) => [action.values.owner, owner]))].map(([personId, name]) => ({ personId, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }
}

const byDay = (a: ActionRow, b: ActionRow): number =>
  a.action.values.dueOn - b.action.values.dueOn || a.action.recordId.localeCompare(b.action.recordId, 'en-GB')

const orders: Readonly<Record<ActionsQuery['sort'], (a: ActionRow, b: ActionRow) => number>> = {
  due: byDay,
  owner: (a, b) => a.owner.localeCompare(b.owner, 'en-GB') || byDay(a, b),
  raised: (a, b) => a.action.values.raisedOn - b.action.values.raisedOn || byDay(a, b),
}

export interface MyWork {
  readonly actions: ActionsListed
  readonly items: readonly (WorkItem & { readonly code: string | null })[]
  readonly notices: readonly Notice[]
  readonly unread: number
}

/** How many notices My work shows before it sends the reader to the list. */
const noticesShown = 5

/** What is mine to do. For a person whose role has no actions it holds their notices alone. */
export async function myWork(work: Work, query: Omit<ActionsQuery, 'whose' | 'ownerId'>): Promise<MyWork> {
  const actions = work.may('see', 'actions')
    ? await work.within(['see', 'actions'], () => openActions(work, { ...query, whose: 'mine', ownerId: null }))
    : { rows: [], total: 0, counts: { open: 0, overdue: 0, escalated: 0, thisWeek: 0 }, owners: [] }
  const items = await workItems(work)
  const codes = work.may('see', 'child overview')
    ? await work.within(['see', 'child overview'], () => work.children.codesOf(items.flatMap(({ childId }) => childId ?? [])))
    : new Map<string, string>()
  const { notices, total } = await work.notices.list({ which: 'unread', page: 1, pageSize: noticesShown })
  return {
    actions, notices, unread: total,
    items: items.map((item) => ({ ...item, code: item.childId === null ? null : (codes.get(item.childId) ?? null) })),
  }
}

/** The words of a notice to a manager about an action that nobody did. Also how it is known that they were told. */
const escalationWords = 'An action of a child in your team is overdue.'

/**
 * Tells a team manager of each action in their reach that has been overdue for as long as local policy allows, once each:
 * what the daily job does in their name. Gives how many they were told of.
 */
export async function tellOfOverdue(work: Work): Promise<number> {
  if (!work.actor.roles.includes('team manager')) return 0
  const open = await rowsOf(work, await work.records.find([actionType], { states: ['open'], dueBefore: work.today }))
  const late: readonly { readonly action: Action; readonly address: string }[] = open
    .filter((row) => isEscalated(row) && row.action.values.owner !== work.actor.personId)
    .map(({ action }) => ({ action, address: actionAddress(action.childId ?? '', action.recordId) }))
  const told = await work.notices.toldOf(escalationWords, late.map(({ address }) => address))
  const fresh = late.filter(({ address }) => !told.has(address))
  await work.records.apply([], fresh.map(({ action, address }) => ({
    personId: work.actor.personId, words: escalationWords, address, childId: action.childId,
  })))
  return fresh.length
}
