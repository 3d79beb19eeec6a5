/** A person's notices, unread first when asked so. */
import type { Notice, NoticeQuery } from '../../../app/notices.ts'
import { address } from '../../localAddress.ts'
import { pagesOf, type Pages } from '../../pages.ts'
import { noticeModel, type NoticeModel } from '../my-work/view.ts'

const shown = 25

/** Reads the address. */
export function readNoticeQuery(params: URLSearchParams): NoticeQuery {
  const page = params.get('page') ?? '1'
  return { which: params.get('show') === 'all' ? 'all' : 'unread', page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1, pageSize: shown }
}

const noticesAddress = (which: NoticeQuery['which'], page: number): string =>
  address('/my-work/notices', { show: which === 'all' ? 'all' : null, page: page === 1 ? null : String(page) })

export interface NoticesModel {
  readonly rows: readonly NoticeModel[]
  readonly filters: readonly { readonly words: string; readonly href: string; readonly on: boolean }[]
  readonly unreadIds: readonly string[]
  readonly pages: Pages
  readonly teamHref: string | null
}

/** What the template shows. */
export function noticesModel(found: { readonly notices: readonly Notice[]; readonly total: number }, query: NoticeQuery, maySeeTeam: boolean): NoticesModel {
  return {
    rows: found.notices.map(noticeModel),
    filters: (['unread', 'all'] as const).map((which) => ({ words: which === 'all' ? 'All' : 'Unread', href: noticesAddress(which, 1), on: query.which === which })),
    unreadIds: found.notices.filter(({ readAt }) => readAt === null).map(({ noticeId }) => noticeId),
    pages: pagesOf('Pages of notices', query.page, query.pageSize, found.total, (page) => noticesAddress(query.which, page)),
    teamHref: maySeeTeam ? '/my-work/team' : null,
  }
}
