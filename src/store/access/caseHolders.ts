/** Who holds a case, and who stands above whom (the port: app/caseHolders.ts). */
import type pg from 'pg'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'

/** The child's social workers in force on the day and those who manage a team the child is with. */
export async function holdersOfChild(client: pg.ClientBase, authorityId: number, childId: string, today: LocalDate): Promise<readonly string[]> {
  const { rows } = await client.query<{ person_id: string }>(
    // The return's worker counts until somebody is allocated here, as it does for ties (migration 006).
    `with given as (
       select role, person_id, team_id from allocation
        where authority_id = $1 and child_id = $2 and from_on <= $3 and to_on > $3
          and (role = 'social worker' or team_id is not null)
     ), returned as (
       select s.worker from standing s
        where s.authority_id = $1 and s.child_id = $2 and s.from_on <= $3 and s.to_on > $3
          and not exists (select from allocation a where a.authority_id = $1 and a.child_id = $2
                             and (a.role = 'social worker' or a.team_id is not null) and a.from_on <= $3)
     ), workers as (
       select person_id from given where person_id is not null
       union
       select p.person_id from person p join returned r on r.worker = p.worker where p.authority_id = $1
     ), teams as (
       select team_id from given where team_id is not null
       union
       select m.team_id from team_member m join workers using (person_id)
        where m.authority_id = $1 and m.team_id is not null and m.from_on <= $3 and m.to_on > $3
       union
       select t.team_id from returned r join worker w on w.authority_id = $1 and w.worker = r.worker
         join team t on t.authority_id = $1 and t.name = w.team
     )
     select person_id from workers
     union
     select m.person_id from team_member m join teams using (team_id)
      where m.authority_id = $1 and m.manages and m.from_on <= $3 and m.to_on > $3`,
    [authorityId, childId, formatIso(today)],
  )
  return rows.map((row) => row.person_id)
}

/** Everybody above a person, nearest first; a circle in the records ends the walk. */
export async function managersAbove(client: pg.ClientBase, authorityId: number, personId: string, today: LocalDate): Promise<readonly string[]> {
  const { rows } = await client.query<{ person_id: string }>(
    `with recursive above as (
       select $2::uuid as person_id, 0 as step, array[$2::uuid] as path
       union all
       select up.person_id, above.step + 1, above.path || up.person_id
         from above
         cross join lateral (
           select p.manager_id as person_id from person p
            where p.authority_id = $1 and p.person_id = above.person_id and p.manager_id is not null
           union
           select boss.person_id from team_member mine
             join team_member boss on boss.authority_id = mine.authority_id and boss.team_id = mine.team_id and boss.manages
              and boss.from_on <= $3 and boss.to_on > $3
            where mine.authority_id = $1 and mine.person_id = above.person_id and mine.team_id is not null and not mine.manages
              and mine.from_on <= $3 and mine.to_on > $3
         ) up
        where up.person_id <> all (above.path) and above.step < 20
     )
     select person_id from above where step > 0 group by person_id order by min(step)`,
    [authorityId, personId, formatIso(today)],
  )
  return rows.map((row) => row.person_id)
}
