/** The audit log: who did or saw what, written in the transaction of the work itself. */
import type pg from 'pg'

export interface AuditEntry {
  readonly authorityId: number
  readonly personId: string | null
  readonly event: string
  readonly childId: string | null
  readonly detail: Readonly<Record<string, string>> | null
}

/** Appends an entry. If it cannot be written the transaction fails, and with it the request: no look without a mark. */
export async function writeAudit(client: pg.ClientBase, entry: AuditEntry): Promise<void> {
  await client.query(
    'insert into audit_event (authority_id, person_id, event, child_id, detail) values ($1, $2, $3, $4, $5)',
    [entry.authorityId, entry.personId, entry.event, entry.childId, entry.detail === null ? null : JSON.stringify(entry.detail)],
  )
}
