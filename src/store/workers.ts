/** The team list in the store. */
import type pg from 'pg'
import type { Worker } from '../returns/workers/readWorkers.ts'

/** Lets a team list take the place of the one before. */
export async function replaceWorkers(client: pg.ClientBase, authorityId: number, workers: readonly Worker[]): Promise<void> {
  await client.query('delete from worker where authority_id = $1', [authorityId])
  await client.query(
    `insert into worker (authority_id, worker, name, team)
     select $1, given.worker, given.name, given.team
     from unnest($2::text[], $3::text[], $4::text[]) as given(worker, name, team)`,
    [authorityId, workers.map((w) => w.worker), workers.map((w) => w.name), workers.map((w) => w.team)],
  )
}
