/** Ties that people declared themselves (schema 003), and the locks that follow from them. */
import type { DeclaredTie, DeclaredTies } from '../../app/people/staff.ts'
import { workOutFamilyLocks } from '../access/familyLocks.ts'
import { widened } from '../access/reach.ts'
import type { StaffContext } from './context.ts'

/** The declared ties of an authority's people. */
export function declaredTiesOn({ client, authorityId, personId, newId }: StaffContext): DeclaredTies {
  return {
    async of(whose) {
      // The name that was typed stands with the relative; a link straight to a child says nothing here.
      const { rows } = await client.query<{ person_id: string; person: string; name: string; how: string; at: string }>(
        `select l.a as person_id, p.name as person, f.name, coalesce(l.words, '') as how, l.recorded_at as at
           from family_link l join person p on p.authority_id = l.authority_id and p.person_id = l.a
           join family_person f on f.authority_id = l.authority_id and f.family_person_id = l.b
          where l.authority_id = $1 and l.kind = 'declared' and ($2::uuid is null or l.a = $2) order by l.recorded_at desc, l.link_id`, [authorityId, whose])
      return rows.map((row): DeclaredTie => ({ person: { personId: row.person_id, name: row.person }, name: row.name, how: row.how, declaredAt: row.at }))
    },
    // Widened for both ways, so that a child whom the worker cannot reach is locked too and the answer is the same.
    declare: ({ name, how, code }) => widened(client, async () => {
      const relative = newId()
      const words = code === null ? how : `${how} (number given: ${code})`
      await client.query(
        'insert into family_person (authority_id, family_person_id, name, recorded_by) values ($1, $2, $3, $4)', [authorityId, relative, name, personId])
      const link = `insert into family_link (authority_id, kind, a, b, words, recorded_by) `
      await client.query(`${link} values ($1, 'declared', $2, $3, $4, $2)`, [authorityId, personId, relative, words])
      await client.query(
        `${link} select $1, 'declared', $2, child_id, $4, $2 from child where authority_id = $1 and code = $3`, [authorityId, personId, code, words])
      await workOutFamilyLocks(client, authorityId)
    }),
  }
}
