/** Restricted records: closed to all but named people (schema 003). Every statement goes through `child`, so that the child wall holds. */
import type { Restriction, Restrictions } from '../../app/people/staff.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { onDay, type StaffContext } from './context.ts'

interface Named {
  readonly person_id: string
  readonly name: string
  readonly from_on: LocalDate
  readonly to_on: LocalDate | null
}

/** The restrictions of an authority, as far as the request reaches their children. */
export function restrictionsOn(context: StaffContext): Restrictions {
  const { client, authorityId, personId } = context
  return {
    async list() {
      const { rows } = await client.query<{ restriction_id: string; child_id: string; code: string; reason: string; from_on: LocalDate; to_on: LocalDate | null; set_by: string }>(
        `select restriction_id, r.child_id, c.code, reason, from_on, to_on, p.name as set_by
           from restriction r join child c using (authority_id, child_id) join person p on p.authority_id = r.authority_id and p.person_id = r.set_by
          where r.authority_id = $1 order by (to_on = 'infinity') desc, from_on desc, set_at desc`, [authorityId],
      )
      const { rows: named } = await client.query<Named & { child_id: string }>(
        `select n.child_id, n.person_id, p.name, from_on, to_on from restriction_named n join person p on p.authority_id = n.authority_id and p.person_id = n.person_id
          where n.authority_id = $1 and n.child_id = any ($2::uuid[]) order by (to_on = 'infinity') desc, p.name, from_on`,
        [authorityId, rows.map((row) => row.child_id)],
      )
      return rows.map((row): Restriction => ({
        restrictionId: row.restriction_id, childId: row.child_id, code: row.code, reason: row.reason, from: row.from_on, to: row.to_on, setBy: row.set_by,
        named: named.filter((one) => one.child_id === row.child_id).map((one) => ({ personId: one.person_id, name: one.name, from: one.from_on, to: one.to_on })),
      }))
    },
    async childByCode(code) {
      const { rows: [row] } = await client.query<{ child_id: string }>('select child_id from child where authority_id = $1 and code = $2', [authorityId, code])
      return row?.child_id
    },
    async set(childId, reason) {
      await client.query(
        'insert into restriction (authority_id, child_id, reason, from_on, set_by) values ($1, $2, $3, $4, $5)', [authorityId, childId, reason, onDay(context), personId])
    },
    async end(restrictionId) {
      await client.query(
        `update restriction set to_on = greatest(from_on, $3::date), ended_by = $4 where authority_id = $1 and restriction_id = $2 and to_on > $3`,
        [authorityId, restrictionId, onDay(context), personId])
    },
    async name(childId, named) {
      // Named, taken off and named again on one day: the row of the day goes on.
      await client.query(
        `with again as (
           update restriction_named set to_on = 'infinity' where authority_id = $1 and child_id = $2 and person_id = $3 and from_on = $4 returning 1
         )
         insert into restriction_named (authority_id, child_id, person_id, from_on, added_by) select $1, $2, $3, $4, $5
          where not exists (select from again)
            and not exists (select from restriction_named where authority_id = $1 and child_id = $2 and person_id = $3 and from_on <= $4 and to_on > $4)`,
        [authorityId, childId, named, onDay(context), personId])
    },
    async unname(childId, named) {
      await client.query(
        'update restriction_named set to_on = greatest(from_on, $4::date) where authority_id = $1 and child_id = $2 and person_id = $3 and to_on > $4',
        [authorityId, childId, named, onDay(context)])
    },
  }
}
