/** Reading the audit log by child and by person, newest first. */
import type pg from 'pg'
import type { Look, Looks, LooksQuery } from '../../app/audit.ts'
import type { ChildId } from '../../core/facts/factType.ts'

interface LookRow {
  readonly event_id: number
  readonly happened_at: string
  readonly person_id: string | null
  readonly person_name: string | null
  readonly event: string
  readonly child_id: ChildId | null
  readonly child_code: string | null
  readonly detail: Readonly<Record<string, string>> | null
}

const lookOf = (row: LookRow): Look => ({
  eventId: row.event_id, happenedAt: row.happened_at, personId: row.person_id, personName: row.person_name, event: row.event,
  childId: row.child_id, childCode: row.child_code, detail: row.detail,
})

/** The events about a child, or those of a person; the page is cut before names are joined. */
async function looksBy(
  client: pg.ClientBase, authorityId: number, column: 'child_id' | 'person_id', id: string, { before, limit }: LooksQuery,
): Promise<Looks> {
  const { rows } = await client.query<LookRow>(
    `select event.event_id, event.happened_at, event.person_id, person.name as person_name, event.event, event.child_id,
       child.code as child_code, event.detail
     from (
       select * from audit_event
       where authority_id = $1 and ${column} = $2 and event_id < coalesce($3, 9223372036854775807)
       order by event_id desc limit $4
     ) event
     left join person on person.authority_id = $1 and person.person_id = event.person_id
     left join child on child.authority_id = $1 and child.child_id = event.child_id
     order by event.event_id desc`,
    [authorityId, id, before, limit + 1])
  const looks = rows.slice(0, limit).map(lookOf)
  return { looks, before: rows.length > limit ? (looks.at(-1)?.eventId ?? null) : null }
}

export const looksAtChild = (client: pg.ClientBase, authorityId: number, childId: ChildId, query: LooksQuery): Promise<Looks> =>
  looksBy(client, authorityId, 'child_id', childId, query)

export const looksOfPerson = (client: pg.ClientBase, authorityId: number, personId: string, query: LooksQuery): Promise<Looks> =>
  looksBy(client, authorityId, 'person_id', personId, query)
