/** My work: what is mine to do, what else waits for me, what Holdfast has told me. Filters and sorting stand in the address. */
import { dueChoices, raiserValues, sortChoices, type ActionsListed, type ActionsQuery, type MyWork } from '../../../app/myWork.ts'
import { actionType, type Raiser } from '../../../core/actions/action.ts'
import { choiceWords } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { isId } from '../../ids.ts'
import { address } from '../../localAddress.ts'
import { pagesOf, type Pages } from '../../pages.ts'
import { actionModel, type ActionModel } from '../../words/actions.ts'
import { counted } from '../../words/counts.ts'
import { fromToday, momentWords, shortDate } from '../../words/dates.ts'

const shown = 25

/** Reads the address of a list of actions; what makes no sense is left out. */
export function readActions(params: URLSearchParams, whose: ActionsQuery['whose']): ActionsQuery {
  const page = params.get('page') ?? '1'
  const owner = params.get('who') ?? ''
  return {
    whose,
    // Everybody's open actions are many: what is late is what a manager comes for.
    due: dueChoices.find((one) => one === params.get('due')?.replaceAll('-', ' ')) ?? (whose === 'mine' ? 'all' : 'overdue'),
    raisedBy: raiserValues.find((one) => one === params.get('raised-by')?.replaceAll('-', ' ')) ?? null,
    ownerId: isId(owner) ? owner : null,
    sort: sortChoices.find((one) => one === params.get('sort')) ?? 'due',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1, pageSize: shown,
  }
}

/** The address of a list of actions. */
export function actionsAddress(path: string, { whose, due, raisedBy, ownerId, sort, page }: ActionsQuery): string {
  return address(path, {
    due: due === (whose === 'mine' ? 'all' : 'overdue') ? null : due.replaceAll(' ', '-'),
    'raised-by': raisedBy?.replaceAll(' ', '-') ?? null, who: ownerId, sort: sort === 'due' ? null : sort, page: page === 1 ? null : String(page),
  })
}

export interface Choosing {
  readonly label: string
  readonly items: readonly { readonly words: string; readonly href: string; readonly on: boolean }[]
}

export interface ActionListModel {
  readonly summary: string
  readonly filters: readonly Choosing[]
  readonly rows: readonly (ActionModel & { readonly code: string; readonly childHref: string })[]
  readonly pages: Pages
  /** Select of people, for lists of more than one person's actions. */
  readonly owners: readonly { readonly value: string; readonly words: string; readonly on: boolean }[]
  /** What the form that chooses a person sends along. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
}

const dueWords: Readonly<Record<ActionsQuery['due'], string>> = {
  all: 'All', overdue: 'Overdue', escalated: 'With the manager', 'this week': 'Next seven days', later: 'Later',
}
const sortWords: Readonly<Record<ActionsQuery['sort'], string>> = { due: 'By when', owner: 'Who', raised: 'Oldest first' }

/** A list of actions with its filters, at this path. */
export function actionListModel(path: string, listed: ActionsListed, query: ActionsQuery): ActionListModel {
  const to = (change: Partial<ActionsQuery>): string => actionsAddress(path, { ...query, page: 1, ...change })
  const counts: Readonly<Record<ActionsQuery['due'], number | null>> = {
    all: listed.counts.open, overdue: listed.counts.overdue, escalated: listed.counts.escalated, 'this week': listed.counts.thisWeek, later: null,
  }
  const sorts = sortChoices.filter((one) => query.whose === 'all' || one !== 'owner')
  return {
    summary: counted(listed.total, 'action'),
    filters: [
      { label: 'Due', items: dueChoices.map((due) => ({ words: counts[due] === null ? dueWords[due] : `${dueWords[due]} (${counts[due]})`, href: to({ due }), on: query.due === due })) },
      {
        label: 'Raised by',
        items: [null, ...raiserValues].map((raisedBy: Raiser | null) => ({
          words: raisedBy === null ? 'Anything' : choiceWords(actionType.fields.raisedBy, raisedBy), href: to({ raisedBy }), on: query.raisedBy === raisedBy,
        })),
      },
      { label: 'Sorted by', items: sorts.map((sort) => ({ words: sortWords[sort], href: to({ sort }), on: query.sort === sort })) },
    ],
    rows: listed.rows.map((row) => ({ ...actionModel(row), code: row.code, childHref: `/children/${row.action.childId ?? ''}` })),
    pages: pagesOf('Pages of actions', query.page, query.pageSize, listed.total, (page) => actionsAddress(path, { ...query, page })),
    owners: listed.owners.map(({ personId, name }) => ({ value: personId, words: name, on: personId === query.ownerId })),
    hidden: [...new URL(to({ ownerId: null }), 'http://here').searchParams].map(([name, value]) => ({ name, value })),
  }
}

export interface MyWorkModel {
  readonly actions: ActionListModel
  readonly items: readonly { readonly what: string; readonly href: string; readonly code: string | null; readonly due: string; readonly when: string; readonly late: boolean }[]
  readonly notices: readonly NoticeModel[]
  readonly unread: string | null
  readonly teamHref: string | null
}

export interface NoticeModel {
  readonly id: string
  readonly words: string
  readonly href: string | null
  readonly when: string
  readonly read: boolean
}

/** A notice in words. */
export function noticeModel(one: MyWork['notices'][number]): NoticeModel {
  return { id: one.noticeId, words: one.words, href: one.address, when: momentWords(one.madeAt), read: one.readAt !== null }
}

/** What the template shows. */
export function myWorkModel(mine: MyWork, query: ActionsQuery, today: LocalDate, maySeeTeam: boolean): MyWorkModel {
  return {
    actions: actionListModel('/my-work', mine.actions, query),
    items: mine.items.map(({ what, address: href, code, dueOn, takesPlace }) => ({
      what, href, code, due: dueOn === null ? 'No day' : shortDate(dueOn), when: dueOn === null ? '' : fromToday(dueOn, today),
      late: dueOn !== null && !takesPlace && dueOn < today,
    })),
    notices: mine.notices.map(noticeModel),
    unread: mine.unread === 0 ? null : counted(mine.unread, 'unread notice'),
    teamHref: maySeeTeam ? '/my-work/team' : null,
  }
}
