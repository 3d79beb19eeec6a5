/** Whose child is whose (schema 003). What is read is held to what the request reaches by the child wall. */
import type { Allocation, Allocations, ReturnedWorker, Unallocated } from '../../app/people/staff.ts'
import type { Role } from '../../core/access/roles.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { formatIso } from '../../core/time/localDate.ts'
import { onDay, type StaffContext } from './context.ts'

interface Row {
  readonly allocation_id: string
  readonly role: Role
  readonly person_id: string | null
  readonly team_id: string | null
  readonly holder: string
  readonly from_on: LocalDate
  readonly to_on: LocalDate | null
  readonly reason: string | null
  readonly recorded_by: string | null
}

interface ReturnedRow {
  readonly worker: string | null
  readonly worker_name: string | null
  readonly worker_team: string | null
  readonly signs_in: boolean
}

const returnedOf = (row: ReturnedRow): ReturnedWorker | null =>
  row.worker === null ? null : { worker: row.worker, name: row.worker_name, team: row.worker_team, signsIn: row.signs_in }

/** The worker of the standing `s`, by the council's list and by who signs in. */
const returnedColumns = `s.worker, coalesce(p.name, w.name) as worker_name, w.team as worker_team, p.person_id is not null as signs_in`
const returnedJoins = `left join worker w on w.authority_id = s.authority_id and w.worker = s.worker
  left join person p on p.authority_id = s.authority_id and p.worker = s.worker and p.disabled_at is null`

/** The allocations of an authority's children. */
export function allocationsOn(context: StaffContext): Allocations {
  const { client, authorityId, personId, today } = context
  return {
    async of(childId) {
      const { rows } = await client.query<Row>(
        `select allocation_id, role, a.person_id, a.team_id, coalesce(p.name, t.name) as holder, from_on, to_on, reason, r.name as recorded_by
           from allocation a
           left join person p on p.authority_id = a.authority_id and p.person_id = a.person_id
           left join team t on t.authority_id = a.authority_id and t.team_id = a.team_id
           left join person r on r.authority_id = a.authority_id and r.person_id = a.recorded_by
          where a.authority_id = $1 and a.child_id = $2 order by from_on desc, recorded_at desc, allocation_id`, [authorityId, childId],
      )
      return rows.map((row): Allocation => ({
        allocationId: row.allocation_id, role: row.role, from: row.from_on, to: row.to_on, reason: row.reason, recordedBy: row.recorded_by,
        holder: { kind: row.team_id === null ? 'person' : 'team', id: row.team_id ?? row.person_id ?? '', name: row.holder },
      }))
    },
    async returned(childId) {
      const { rows: [row] } = await client.query<ReturnedRow>(
        `select ${returnedColumns} from standing s ${returnedJoins} where s.authority_id = $1 and s.child_id = $2 and s.from_on <= $3 and s.to_on > $3 limit 1`,
        [authorityId, childId, onDay(context)],
      )
      return row === undefined ? null : returnedOf(row)
    },
    async add(childId, role, holder, from, reason) {
      await client.query(
        `insert into allocation (authority_id, child_id, role, ${holder.kind === 'team' ? 'team_id' : 'person_id'}, from_on, reason, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)`,
        [authorityId, childId, role, holder.id, formatIso(from), reason, personId],
      )
    },
    async end(childId, allocationId, to) {
      await client.query(
        'update allocation set to_on = greatest(from_on, $4::date), ended_by = $5 where authority_id = $1 and child_id = $2 and allocation_id = $3',
        [authorityId, childId, allocationId, formatIso(to), personId],
      )
    },
    async lacking(role) {
      const { rows } = await client.query<ReturnedRow & { child_id: string; code: string; in_care_since: LocalDate; team: string | null }>(
        `select s.child_id, s.code, s.in_care_since, ${returnedColumns},
                coalesce((select t.name from allocation a join team t using (authority_id, team_id)
                           where a.authority_id = $1 and a.child_id = s.child_id and a.from_on <= $2 and a.to_on > $2 order by a.from_on desc limit 1), w.team) as team
           from standing s ${returnedJoins}
          where s.authority_id = $1 and s.from_on <= $2 and s.to_on > $2
            and not exists (select from allocation a where a.authority_id = $1 and a.child_id = s.child_id and a.role = $3 and a.person_id is not null
                               and a.from_on <= $2 and a.to_on > $2)
            -- The return's worker counts until somebody is allocated here, as for ties (migration 006).
            and ($3 <> 'social worker' or p.person_id is null or exists (
                  select from allocation a where a.authority_id = $1 and a.child_id = s.child_id and a.role = 'social worker' and a.person_id is not null and a.from_on <= $2))
          order by s.in_care_since, s.code`,
        [authorityId, formatIso(today), role],
      )
      return rows.map((row): Unallocated => ({ childId: row.child_id, code: row.code, inCareSince: row.in_care_since, team: row.team, returned: returnedOf(row) }))
    },
  }
}
