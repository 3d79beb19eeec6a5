/** What Holdfast has told a person: their list, read and unread, and what is told only once. */
import type { Work } from './work.ts'

export interface Notice {
  readonly noticeId: string
  readonly words: string
  /** Where in Holdfast; null when there is nowhere to go. */
  readonly address: string | null
  /** UTC. */
  readonly madeAt: string
  readonly readAt: string | null
}

export interface NoticeQuery {
  readonly which: 'unread' | 'all'
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** A person's own notices: nobody else's can be asked for. */
export interface Notices {
  /** Newest first, and how many there are in all. */
  list(query: NoticeQuery): Promise<{ readonly notices: readonly Notice[]; readonly total: number }>
  /** How many are unread; `since` an instant (UTC): of those made since. */
  unread(since?: string): Promise<number>
  /** Marks as read: those named, or all. Gives how many were unread before. */
  markRead(noticeIds: readonly string[] | 'all'): Promise<number>
  /** Of these addresses, those that a notice with these words has led to before. */
  toldOf(words: string, addresses: readonly string[]): Promise<ReadonlySet<string>>
}

/** A person's notices, newest first. */
export function notices(work: Work, query: NoticeQuery): ReturnType<Notices['list']> {
  return work.notices.list(query)
}

/** Marks notices of the person as read. */
export function readNotices(work: Work, noticeIds: readonly string[] | 'all'): Promise<number> {
  return work.notices.markRead(noticeIds)
}
