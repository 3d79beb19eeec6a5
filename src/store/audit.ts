/** The audit log: who did or saw what, written in the transaction of the work itself. */
import type pg from 'pg'

/**
 * Stands where a record must say who wrote it and no person did: the installation itself. The log says the same by leaving the
 * person out.
 */
export const installation = '00000000-0000-0000-0000-000000000000'

export interface AuditEntry {
  readonly authorityId: number
  readonly personId: string | null
  readonly event: string
  readonly childId: string | null
  readonly detail: Readonly<Record<string, string>> | null
}

/**
 * Appends an entry. If it cannot be written the transaction fails, and with it the request: no look without a mark.
 *
 * The transaction has its number before the entry gets its id, so that whoever seals (audit/seal.ts) knows when no entry
 * with a smaller id can arrive any more. Nobody waits for anybody here.
 */
export async function writeAudit(client: pg.ClientBase, entry: AuditEntry): Promise<void> {
  const personId = entry.personId === installation ? null : entry.personId
  await client.query({
    name: 'write audit',
    text: `insert into audit_event (authority_id, person_id, event, child_id, detail)
     select $1::smallint, $2::uuid, $3::text, $4::uuid, $5::jsonb from pg_current_xact_id()`,
    values: [entry.authorityId, personId, entry.event, entry.childId, entry.detail === null ? null : JSON.stringify(entry.detail)],
  })
}
