/** Breaking the glass (schema 003). Whoever breaks it reaches no child yet: what they may ask for widens the reach, and gives nothing back but ids. */
import type { Glass, GlassUse } from '../../app/people/staff.ts'
import type { Resource } from '../../core/access/resources.ts'
import { holdersOfChild } from '../access/caseHolders.ts'
import { widened } from '../access/reach.ts'
import { writeAudit } from '../audit.ts'
import type { StaffContext } from './context.ts'

/** The uses of an authority. */
export function glassOn(context: StaffContext): Glass {
  const { client, authorityId, personId, newId, today } = context
  return {
    findChild: (code) => widened(client, async () => {
      const { rows: [row] } = await client.query<{ child_id: string }>('select child_id from child where authority_id = $1 and code = $2', [authorityId, code])
      return row?.child_id
    }),
    holders: (childId) => widened(client, async () => {
      const ids = await holdersOfChild(client, authorityId, childId, today)
      const { rows } = await client.query<{ person_id: string; name: string }>(
        'select person_id, name from person where authority_id = $1 and person_id = any ($2::uuid[]) and disabled_at is null order by name', [authorityId, ids])
      return rows.map((row) => ({ personId: row.person_id, name: row.name }))
    }),
    async open(childId, { reason, resources, hours, told }) {
      const useId = newId()
      await client.query(
        `insert into break_glass (authority_id, use_id, person_id, child_id, reason, resources, from_at, until_at, told)
         values ($1, $2, $3, $4, $5, $6, now(), now() + make_interval(hours => $7), $8)`,
        [authorityId, useId, personId, childId, reason, resources, hours, told])
      await writeAudit(client, { authorityId, personId, event: 'glass broken', childId, detail: { use: useId, hours: String(hours), parts: resources.join(', ') || 'whole record' } })
      return useId
    },
    openNow: () => widened(client, async () => {
      const { rows } = await client.query<{ use_id: string; child_id: string; code: string; until: string }>(
        `select (array_agg(use_id order by until_at desc))[1] as use_id, child_id, code, max(until_at) as until from break_glass join child using (authority_id, child_id)
          where authority_id = $1 and person_id = $2 and from_at <= now() and until_at > now() group by child_id, code order by until`, [authorityId, personId])
      return rows.map((row) => ({ useId: row.use_id, childId: row.child_id, code: row.code, until: row.until }))
    }),
    async close(useId) {
      const { rows: [closed] } = await client.query<{ child_id: string }>(
        `update break_glass set until_at = now()
          where authority_id = $1 and person_id = $2 and until_at > now()
            and child_id = (select child_id from break_glass where authority_id = $1 and person_id = $2 and use_id = $3)
          returning child_id`, [authorityId, personId, useId])
      if (closed !== undefined) await writeAudit(client, { authorityId, personId, event: 'glass given back', childId: closed.child_id, detail: { use: useId } })
    },
    async list() {
      const { rows } = await client.query<{
        use_id: string; person_id: string; name: string; child_id: string; code: string; reason: string; resources: Resource[]; from_at: string; until_at: string
        told: string[]; reviewed_by: string | null; reviewed_at: string | null; review: string | null; justified: boolean | null
      }>(
        `select use_id, b.person_id, p.name, b.child_id, c.code, reason, resources, from_at, until_at,
                array(select t.name from person t where t.authority_id = $1 and t.person_id = any (b.told) order by t.name) as told,
                r.name as reviewed_by, reviewed_at, review, justified
           from break_glass b join child c using (authority_id, child_id)
           join person p on p.authority_id = b.authority_id and p.person_id = b.person_id
           left join person r on r.authority_id = b.authority_id and r.person_id = b.reviewed_by
          where b.authority_id = $1 order by reviewed_at is not null, from_at desc limit 500`, [authorityId])
      return rows.map((row): GlassUse => ({
        useId: row.use_id, person: { personId: row.person_id, name: row.name }, childId: row.child_id, code: row.code, reason: row.reason,
        resources: row.resources, from: row.from_at, until: row.until_at, told: row.told,
        review: row.reviewed_at === null ? null : { by: row.reviewed_by ?? '', at: row.reviewed_at, justified: row.justified === true, words: row.review ?? '' },
      }))
    },
    async review(useId, justified, words) {
      await client.query(
        `update break_glass set reviewed_by = $3, reviewed_at = now(), justified = $4, review = $5 where authority_id = $1 and use_id = $2 and reviewed_at is null`,
        [authorityId, useId, personId, justified, words])
    },
  }
}
