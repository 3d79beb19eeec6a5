/** Notices of one person. The table's wall is the authority's; that they are the person's own is said in every statement here. */
import type pg from 'pg'
import type { Notices } from '../app/notices.ts'

interface Row {
  readonly notice_id: string
  readonly words: string
  readonly address: string | null
  readonly made_at: string
  readonly read_at: string | null
}

/** The notices of a person on the client of an open transaction. */
export function noticesOn(client: pg.ClientBase, authorityId: number, personId: string): Notices {
  const own = [authorityId, personId]
  const count = async (text: string, values: readonly unknown[]): Promise<number> =>
    (await client.query<{ count: number }>(text, [...values])).rows[0]?.count ?? 0
  return {
    async list({ which, page, pageSize }) {
      const chosen = `from notice where authority_id = $1 and person_id = $2 ${which === 'unread' ? 'and read_at is null' : ''}`
      const { rows } = await client.query<Row>(
        `select notice_id, words, address, made_at, read_at ${chosen} order by made_at desc, notice_id limit $3 offset $4`,
        [...own, pageSize, (page - 1) * pageSize],
      )
      return {
        notices: rows.map((row) => ({ noticeId: row.notice_id, words: row.words, address: row.address, madeAt: row.made_at, readAt: row.read_at })),
        total: await count(`select count(*) as count ${chosen}`, own),
      }
    },
    unread: (since) => count(
      `select count(*) as count from notice
        where authority_id = $1 and person_id = $2 and read_at is null and ($3::timestamptz is null or made_at >= $3)`, [...own, since ?? null]),
    async markRead(noticeIds) {
      const { rowCount } = await client.query(
        `update notice set read_at = now()
          where authority_id = $1 and person_id = $2 and read_at is null and ($3::uuid[] is null or notice_id = any ($3))`,
        [...own, noticeIds === 'all' ? null : noticeIds],
      )
      return rowCount ?? 0
    },
    async toldOf(words, addresses) {
      const { rows } = await client.query<{ address: string }>(
        'select distinct address from notice where authority_id = $1 and person_id = $2 and words = $3 and address = any ($4)',
        [...own, words, addresses],
      )
      return new Set(rows.map(({ address }) => address))
    },
  }
}
