/** Saved views of the tracker (schema 005). */
import type pg from 'pg'
import type { SavedViews } from '../app/savedViews.ts'

/** A person's own, on the client of a transaction that is open. */
export function savedViewsOf(client: pg.ClientBase, { authorityId, personId }: { readonly authorityId: number; readonly personId: string }): SavedViews {
  return {
    async list() {
      const { rows } = await client.query<{ view_id: string; name: string; address: string }>(
        'select view_id, name, address from saved_view where authority_id = $1 and person_id = $2 order by lower(name), name', [authorityId, personId],
      )
      return rows.map((row) => ({ viewId: row.view_id, name: row.name, address: row.address }))
    },
    async save(name, address) {
      const { rowCount } = await client.query(
        `insert into saved_view (authority_id, person_id, name, address) values ($1, $2, $3, $4)
         on conflict (authority_id, person_id, name) do nothing`, [authorityId, personId, name, address],
      )
      return rowCount === 1
    },
    async delete(viewId) {
      await client.query('delete from saved_view where authority_id = $1 and person_id = $2 and view_id = $3', [authorityId, personId, viewId])
    },
  }
}
