/**
 * Which records nobody but strangers to the family may open: worked out by the core from the family records and what
 * workers declared, and written down as pairs of a person and a child, so that row-level security has only to look.
 */
import type pg from 'pg'
import { familyGraph, withinDegrees, type FamilyLink } from '../../core/access/family.ts'
import { lockedDegrees } from '../../core/access/locks.ts'
import { widened } from './reach.ts'

/** A relative of whom only that is known may stand nearer than is said: one degree, because the other failure is worse. */
const kinds: Readonly<Record<string, FamilyLink['kind']>> = {
  parent: 'parent', sibling: 'sibling', partner: 'partner', household: 'household', declared: 'declared', relative: 'declared',
}

interface LinkRow {
  readonly kind: string
  readonly a: string
  readonly b: string
}

/**
 * Works an authority's family locks out again, from every link that was ever held: to be called in the transaction that
 * adds a link or says that a relative is a person who signs in. A young person, parent or carer is not locked out of their
 * own copy. Waits for others who do the same, so that neither misses what the other adds. Gives how many locks there are.
 */
export function workOutFamilyLocks(client: pg.ClientBase, authorityId: number): Promise<number> {
  return widened(client, async () => {
    await client.query('select pg_advisory_xact_lock(904, $1)', [authorityId])
    const { rows: links } = await client.query<LinkRow>('select kind, a, b from family_link where authority_id = $1', [authorityId])
    const graph = familyGraph(links.map(({ kind, a, b }) => ({ kind: kinds[kind] ?? 'declared', a, b })))
    const { rows: people } = await client.query<{ person_id: string; known_as: string[] }>(
      `select person_id, array_remove(array_agg(family_person_id), null) as known_as
         from person left join family_person on family_person.authority_id = person.authority_id and worker_person_id = person_id
        where person.authority_id = $1 group by person_id`,
      [authorityId],
    )
    const pairs: [string[], string[]] = [[], []]
    for (const { person_id, known_as } of people) {
      for (const near of withinDegrees(graph, [person_id, ...known_as], lockedDegrees)) {
        pairs[0].push(person_id)
        pairs[1].push(near)
      }
    }
    const { rows: [counted] } = await client.query<{ n: number }>(
      `with locked as materialized (
         select distinct near.person_id, child.child_id
           from unnest($2::uuid[], $3::uuid[]) near (person_id, child_id)
           join child on child.authority_id = $1 and child.child_id = near.child_id
          where not exists (select from own_record own
                             where own.authority_id = $1 and own.child_id = child.child_id and own.person_id = near.person_id)
       ), lifted as (
         delete from family_lock l where authority_id = $1
            and not exists (select from locked where locked.person_id = l.person_id and locked.child_id = l.child_id)
       ), added as (
         insert into family_lock (authority_id, person_id, child_id) select $1, person_id, child_id from locked on conflict do nothing
       )
       select count(*) as n from locked`,
      [authorityId, ...pairs],
    )
    return counted?.n ?? 0
  })
}
