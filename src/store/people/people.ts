/** People of an authority: their details, roles, places in teams and stand-ins (schema 003). */
import type { Deputy, Details, People, PersonFile, PersonRow, RoleHeld, Taken } from '../../app/people/staff.ts'
import type { Role } from '../../core/access/roles.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { formatIso } from '../../core/time/localDate.ts'
import { writeSqlDate } from '../postgres.ts'
import { onDay, tryUnique, type StaffContext } from './context.ts'
import { membershipsOf } from './teams.ts'

/** Stands where a password's hash would, until the person chooses one. What follows it is new each time, so that a link made before opens nothing. */
const UNSET = 'not chosen yet '

const taken = (constraint: string): Taken => (constraint === 'person_by_worker' ? 'worker number' : 'sign-in name')

/** The people of an authority. */
export function peopleOn(context: StaffContext): People {
  const { client, authorityId, personId: own, newId } = context
  return {
    async list({ search, role, teamId, which, page, pageSize }) {
      const { rows } = await client.query<{ person_id: string; name: string; sign_in_name: string; roles: Role[]; teams: string[]; disabled: boolean; total: number }>(
        `with found as (
           select p.person_id, p.name, p.sign_in_name, p.disabled_at is not null as disabled,
                  array(select distinct role from role_held r where r.authority_id = $1 and r.person_id = p.person_id and r.from_on <= $2 and r.to_on > $2 order by role) as roles,
                  array(select distinct coalesce(t.name, s.name) from team_member m
                          left join team t using (authority_id, team_id) left join service s on s.authority_id = m.authority_id and s.service_id = m.service_id
                         where m.authority_id = $1 and m.person_id = p.person_id and m.from_on <= $2 and m.to_on > $2 order by 1) as teams
             from person p
            where p.authority_id = $1 and (p.disabled_at is not null) = $3
              and ($4 = '' or strpos(lower(p.name), lower($4)) > 0 or strpos(lower(p.sign_in_name), lower($4)) > 0 or lower(p.worker) = lower($4))
              and ($6::uuid is null or exists (select from team_member m where m.authority_id = $1 and m.person_id = p.person_id and m.team_id = $6 and m.from_on <= $2 and m.to_on > $2))
         )
         select *, count(*) over () as total from found where $5::text is null or $5 = any (roles) order by name, person_id limit $7 offset $8`,
        [authorityId, onDay(context), which === 'disabled', search, role, teamId, pageSize, (page - 1) * pageSize],
      )
      return {
        rows: rows.map((row): PersonRow => ({
          personId: row.person_id, name: row.name, signInName: row.sign_in_name, roles: row.roles, teams: row.teams, disabled: row.disabled,
        })),
        total: rows[0]?.total ?? 0,
      }
    },

    async one(personId) {
      const { rows: [row] } = await client.query<{
        name: string; sign_in_name: string; email: string | null; worker: string | null; manager_id: string | null; disabled_at: string | null
        password_hash: string; version: number
      }>(
        `select name, sign_in_name, email, worker, manager_id, disabled_at, password_hash, xmin::text::bigint as version
           from person where authority_id = $1 and person_id = $2`, [authorityId, personId],
      )
      if (row === undefined) return undefined
      return {
        personId, name: row.name, version: row.version, disabledAt: row.disabled_at, hasPassword: row.password_hash.startsWith('$'),
        details: { name: row.name, signInName: row.sign_in_name, email: row.email, worker: row.worker, manager: row.manager_id },
        roles: await rolesOf(context, personId),
        memberships: await membershipsOf(context, 'm.person_id = $2', personId),
        deputies: await deputiesOf(context, personId),
      } satisfies PersonFile
    },

    async add({ name, signInName, email, worker, manager }) {
      const personId = newId()
      const added = await tryUnique(client, () => client.query(
        `insert into person (authority_id, person_id, sign_in_name, name, password_hash, email, worker, manager_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [authorityId, personId, signInName, name, UNSET + newId(), email, worker, manager],
      ))
      return 'taken' in added ? { taken: taken(added.taken) } : { personId }
    },

    async change(personId, { name, signInName, email, worker, manager }: Details, version) {
      const changed = await tryUnique(client, () => client.query(
        `update person set name = $3, sign_in_name = $4, email = $5, worker = $6, manager_id = $7
          where authority_id = $1 and person_id = $2 and xmin::text::bigint = $8`,
        [authorityId, personId, name, signInName, email, worker, manager, version],
      ))
      if ('taken' in changed) return taken(changed.taken)
      return changed.value.rowCount === 1 ? 'changed' : 'newer'
    },

    async disable(personId, disabled) {
      await client.query(
        'update person set disabled_at = case when $3 then coalesce(disabled_at, now()) end where authority_id = $1 and person_id = $2',
        [authorityId, personId, disabled],
      )
    },

    async unsetPassword(personId) {
      const mark = UNSET + newId()
      await client.query('update person set password_hash = $3 where authority_id = $1 and person_id = $2', [authorityId, personId, mark])
      return mark
    },

    async giveRole(personId, role, { from, to }) {
      await client.query(
        'insert into role_held (authority_id, person_id, role, from_on, to_on, given_by) values ($1, $2, $3, $4, $5, $6)',
        [authorityId, personId, role, formatIso(from), writeSqlDate(to), own],
      )
    },
    async endRole(heldId, to) {
      await client.query('update role_held set to_on = greatest(from_on, $3::date) where authority_id = $1 and held_id = $2', [authorityId, heldId, formatIso(to)])
    },

    async join(personId, { id, kind }, manages, from) {
      await client.query(
        `insert into team_member (authority_id, person_id, ${kind === 'team' ? 'team_id' : 'service_id'}, manages, from_on, recorded_by) values ($1, $2, $3, $4, $5, $6)`,
        [authorityId, personId, id, manages, formatIso(from), own],
      )
    },
    async leave(memberId, to) {
      await client.query('update team_member set to_on = greatest(from_on, $3::date) where authority_id = $1 and member_id = $2', [authorityId, memberId, formatIso(to)])
    },

    async addDeputy(away, standsIn, { from, to }, reason) {
      await client.query(
        'insert into deputy (authority_id, person_id, stands_in, from_on, to_on, reason, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)',
        [authorityId, away, standsIn, formatIso(from), formatIso(to), reason, own],
      )
    },
    async withdrawDeputy(deputyId) {
      await client.query('update deputy set withdrawn_at = coalesce(withdrawn_at, now()) where authority_id = $1 and deputy_id = $2', [authorityId, deputyId])
    },

    async ownDetails() {
      const { rows: [row] } = await client.query<{ family_name: string | null; home_postcode: string | null }>(
        'select family_name, home_postcode from person where authority_id = $1 and person_id = $2', [authorityId, own])
      return { familyName: row?.family_name ?? null, postcode: row?.home_postcode ?? null }
    },
    async writeOwnDetails(familyName, postcode) {
      await client.query('update person set family_name = $3, home_postcode = $4 where authority_id = $1 and person_id = $2', [authorityId, own, familyName, postcode])
    },
  }
}

async function rolesOf({ client, authorityId }: StaffContext, personId: string): Promise<readonly RoleHeld[]> {
  const { rows } = await client.query<{ held_id: string; role: Role; from_on: LocalDate; to_on: LocalDate | null; given_by: string | null }>(
    `select held_id, role, from_on, to_on, g.name as given_by from role_held r
       left join person g on g.authority_id = r.authority_id and g.person_id = r.given_by
      where r.authority_id = $1 and r.person_id = $2 order by from_on desc, role`, [authorityId, personId],
  )
  return rows.map((row) => ({ heldId: row.held_id, role: row.role, from: row.from_on, to: row.to_on, givenBy: row.given_by }))
}

async function deputiesOf({ client, authorityId }: StaffContext, personId: string): Promise<readonly Deputy[]> {
  const { rows } = await client.query<{
    deputy_id: string; person_id: string; away: string; stands_in: string; deputy: string; from_on: LocalDate; to_on: LocalDate; reason: string | null; withdrawn: boolean
  }>(
    `select deputy_id, d.person_id, a.name as away, d.stands_in, s.name as deputy, from_on, to_on, reason, withdrawn_at is not null as withdrawn
       from deputy d join person a on a.authority_id = d.authority_id and a.person_id = d.person_id
       join person s on s.authority_id = d.authority_id and s.person_id = d.stands_in
      where d.authority_id = $1 and (d.person_id = $2 or d.stands_in = $2) order by from_on desc, deputy_id`, [authorityId, personId],
  )
  return rows.map((row) => ({
    deputyId: row.deputy_id, away: { personId: row.person_id, name: row.away }, standsIn: { personId: row.stands_in, name: row.deputy },
    from: row.from_on, to: row.to_on, reason: row.reason, withdrawn: row.withdrawn,
  }))
}

