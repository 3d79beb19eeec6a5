/** Services and teams, and who is in them (schema 003). */
import type { Membership, Service, Team, Teams } from '../../app/people/staff.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { formatIso } from '../../core/time/localDate.ts'
import { tryUnique, type StaffContext } from './context.ts'

/** Places in teams and services, newest first. `where` speaks of the parameter $2. */
export async function membershipsOf({ client, authorityId }: StaffContext, where: 'm.person_id = $2' | 'coalesce(m.team_id, m.service_id) = $2', id: string): Promise<readonly Membership[]> {
  const { rows } = await client.query<{
    member_id: string; person_id: string; person: string; team_id: string | null; service_id: string | null; place: string; manages: boolean; from_on: LocalDate; to_on: LocalDate | null
  }>(
    `select member_id, m.person_id, p.name as person, m.team_id, m.service_id, coalesce(t.name, s.name) as place, manages, from_on, to_on
       from team_member m join person p on p.authority_id = m.authority_id and p.person_id = m.person_id
       left join team t on t.authority_id = m.authority_id and t.team_id = m.team_id
       left join service s on s.authority_id = m.authority_id and s.service_id = m.service_id
      where m.authority_id = $1 and ${where} order by (m.to_on = 'infinity') desc, m.from_on desc, p.name`, [authorityId, id],
  )
  return rows.map((row): Membership => ({
    memberId: row.member_id, person: { personId: row.person_id, name: row.person }, manages: row.manages, from: row.from_on, to: row.to_on,
    place: { id: row.team_id ?? row.service_id ?? '', name: row.place, kind: row.team_id === null ? 'service' : 'team' },
  }))
}

/** The services and teams of an authority. */
export function teamsOn(context: StaffContext): Teams {
  const { client, authorityId, newId } = context
  return {
    async services() {
      const { rows } = await client.query<{ service_id: string; name: string; answers_for: Service['answersFor']; ended_on: LocalDate | null }>(
        'select service_id, name, answers_for, ended_on from service where authority_id = $1 order by name', [authorityId])
      return rows.map((row) => ({ serviceId: row.service_id, name: row.name, answersFor: row.answers_for, endedOn: row.ended_on }))
    },
    async all() {
      const { rows } = await client.query<{ team_id: string; name: string; service_id: string | null; ended_on: LocalDate | null; listed: number }>(
        `select team_id, name, service_id, ended_on, (select count(*) from worker w where w.authority_id = $1 and w.team = t.name) as listed
           from team t where authority_id = $1 order by name`, [authorityId])
      return rows.map((row): Team => ({ teamId: row.team_id, name: row.name, serviceId: row.service_id, endedOn: row.ended_on, listed: row.listed }))
    },
    members: (placeId) => membershipsOf(context, 'coalesce(m.team_id, m.service_id) = $2', placeId),
    async listedOnly() {
      const { rows } = await client.query<{ team: string }>(
        `select distinct team from worker where authority_id = $1 and team <> ''
            and not exists (select from team t where t.authority_id = $1 and t.name = worker.team) order by team`, [authorityId])
      return rows.map(({ team }) => team)
    },
    async saveService(serviceId, { name, answersFor }) {
      const saved = await tryUnique(client, () => (serviceId === null
        ? client.query('insert into service (authority_id, service_id, name, answers_for) values ($1, $2, $3, $4)', [authorityId, newId(), name, answersFor])
        : client.query('update service set name = $3, answers_for = $4 where authority_id = $1 and service_id = $2', [authorityId, serviceId, name, answersFor])))
      return 'taken' in saved ? 'taken' : 'saved'
    },
    async saveTeam(teamId, { name, serviceId }) {
      const saved = await tryUnique(client, () => (teamId === null
        ? client.query('insert into team (authority_id, team_id, name, service_id) values ($1, $2, $3, $4)', [authorityId, newId(), name, serviceId])
        : client.query('update team set name = $3, service_id = $4 where authority_id = $1 and team_id = $2', [authorityId, teamId, name, serviceId])))
      return 'taken' in saved ? 'taken' : 'saved'
    },
    async end({ id, kind }, on) {
      const day = formatIso(on)
      await client.query(
        kind === 'team' ? 'update team set ended_on = $3 where authority_id = $1 and team_id = $2' : 'update service set ended_on = $3 where authority_id = $1 and service_id = $2',
        [authorityId, id, day])
      await client.query(
        `update team_member set to_on = greatest(from_on, $3::date) where authority_id = $1 and coalesce(team_id, service_id) = $2 and to_on > $3`, [authorityId, id, day])
    },
  }
}
