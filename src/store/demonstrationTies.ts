/** Whose children are whose in the demonstration borough: without a tie its people would see nobody. */
import type pg from 'pg'
import { formatIso, type LocalDate } from '../core/time/localDate.ts'
import { inTransaction } from './postgres.ts'

/** The demonstration's people who work with children, by person id. */
export interface DemonstrationPeople {
  readonly socialWorker: string
  readonly teamManager: string
  readonly headOfService: string
  readonly reviewingOfficer: string
}

/**
 * Ties them: the social worker is the worker of the return with most children, the manager has that worker's team, the head
 * the service with every team, and every third child in care has the reviewing officer. From the day told on.
 */
export async function tieDemonstration(
  pool: pg.Pool, authorityId: number, today: LocalDate, { socialWorker, teamManager, headOfService, reviewingOfficer }: DemonstrationPeople,
): Promise<void> {
  const on = formatIso(today)
  await inTransaction(pool, { authorityId, personId: null }, async (client) => {
    const { rows: [busiest] } = await client.query<{ worker: string; team: string }>(
      `select worker, team from standing join worker using (authority_id, worker)
        where authority_id = $1 and from_on <= $2 and to_on > $2 group by 1, 2 order by count(*) desc, 1 limit 1`,
      [authorityId, on],
    )
    const { rows: [service] } = await client.query<{ service_id: string }>(
      `insert into service (authority_id, service_id, name) values ($1, gen_random_uuid(), 'Children’s social care')
       on conflict (authority_id, name) do nothing returning service_id`,
      [authorityId],
    )
    if (busiest === undefined || service === undefined) return
    await client.query('update person set worker = $3 where authority_id = $1 and person_id = $2', [authorityId, socialWorker, busiest.worker])
    await client.query(
      `insert into team (authority_id, team_id, service_id, name)
       select $1, gen_random_uuid(), $2, team from (select distinct team from worker where authority_id = $1) teams`,
      [authorityId, service.service_id],
    )
    await client.query(
      `insert into team_member (authority_id, person_id, team_id, manages, from_on)
       select $1, $2, team_id, true, $4 from team where authority_id = $1 and name = $3`,
      [authorityId, teamManager, busiest.team, on],
    )
    await client.query(
      'insert into team_member (authority_id, person_id, service_id, from_on) values ($1, $2, $3, $4)',
      [authorityId, headOfService, service.service_id, on],
    )
    await client.query(
      `insert into allocation (authority_id, child_id, role, person_id, from_on)
       select $1, child_id, 'reviewing officer', $2, $3
         from (select child_id, row_number() over (order by code) as n from standing
                where authority_id = $1 and from_on <= $3 and to_on > $3) in_care
        where n % 3 = 0`,
      [authorityId, reviewingOfficer, on],
    )
  })
}
