/** Gathers what the rules of unusual access are asked about, from the log and the registers, in a transaction that reaches everyone. */
import type pg from 'pg'
import { familyNamesIn } from '../../core/audit/unusual/names.ts'
import { isNight, isOutOfHours } from '../../core/audit/unusual/outOfHours.ts'
import type { UnusualPolicy } from '../../core/audit/unusual/policy.ts'
import type { Watched, WatchedChild, WatchedLook, WatchedPerson } from '../../core/audit/unusual/watched.ts'
import { addDays, formatIso, weekday, type LocalDate } from '../../core/time/localDate.ts'
import { isInTable, isWorkingDay, type WorkingCalendar } from '../../core/time/workingDays.ts'

/** Events not looked at yet: those of the seals of one day at most. */
export interface Fresh {
  readonly throughSeal: number
  readonly eventIds: readonly number[]
  /** Whether more seals wait. */
  readonly more: boolean
}

/** The next seals that were not looked at; undefined when there are none. Seals and not ids, so that no latecomer is missed. */
export async function freshEvents(client: pg.ClientBase, authorityId: number): Promise<Fresh | undefined> {
  const { rows: [row] } = await client.query<{ through: number | null; ids: string[] | null; last: number }>(
    `with next as (
       select * from audit_seal
        where authority_id = $1
          and seal_number > coalesce((select max(through_seal) from unusual_access_run where authority_id = $1), 0)
     ), part as (
       select * from next where sealed_at < (select min(sealed_at) from next) + interval '1 day'
     )
     select (select max(seal_number) from part) as through, (select max(seal_number) from next) as last,
       (select array_agg(id) from part cross join unnest(event_ids) id) as ids`,
    [authorityId])
  if (row === undefined || row.through === null) return undefined
  return { throughSeal: row.through, eventIds: (row.ids ?? []).map(Number), more: row.last > row.through }
}

interface LookRow {
  readonly event_id: number
  readonly at: string
  readonly on_day: LocalDate
  readonly minute: number
  readonly person_id: string
  readonly child_id: string
  readonly refused: boolean
  readonly tied: boolean
  readonly ended_as: 'own' | 'deputy' | null
  readonly ended_on: LocalDate | null
}

/** Left out: a second mark of one look, and a look at the log itself, which says nothing of the child. */
const marks = `event not like 'failed: %' and event not like 'too fast: %' and event not like 'begun: %' and event not like '%looks at a child opened'`

/**
 * The fresh looks, and of the same people and children those shortly before, on which a rule may reach back: all of three
 * days, and what was refused for as long as a tie's end is remembered. Ties are worked out a person and a day at once.
 */
async function looksAround(client: pg.ClientBase, authorityId: number, fresh: Fresh, policy: UnusualPolicy): Promise<readonly WatchedLook[]> {
  const { rows } = await client.query<LookRow>(
    `with fresh as materialized (
       select event_id, happened_at, person_id, child_id from audit_event
        where authority_id = $1 and event_id = any ($2::bigint[]) and person_id is not null and child_id is not null and ${marks}
     ), looks as materialized (
       select event_id, happened_at, (happened_at at time zone 'Europe/London')::date as on_day,
         person_id, child_id, event like 'refused: %' as refused
         from audit_event
        where authority_id = $1 and person_id is not null and child_id is not null and ${marks}
          and (person_id in (select person_id from fresh) or child_id in (select child_id from fresh))
          and happened_at <= (select max(happened_at) from fresh)
          and happened_at >= (select min(happened_at) from fresh) - make_interval(days => case when event like 'refused: %' then $4::int else $3::int end)
     ), ties as materialized (
       select distinct d.person_id, d.on_day, t.child_id
         from (select distinct person_id, on_day from looks) d
         cross join lateral ties_on($1::smallint, d.person_id, d.on_day) t
     ), untied as materialized (
       select distinct person_id, child_id, on_day from looks
        where not exists (select from ties where ties.person_id = looks.person_id and ties.child_id = looks.child_id and ties.on_day = looks.on_day)
     )
     select looks.event_id, extract(epoch from looks.happened_at)::text as at, looks.on_day,
       (extract(hour from happened_at at time zone 'Europe/London') * 60 + extract(minute from happened_at at time zone 'Europe/London'))::int as minute,
       looks.person_id, looks.child_id, looks.refused, untied.person_id is null as tied, ended.held as ended_as, ended.ended_on
       from looks
       left join untied on untied.person_id = looks.person_id and untied.child_id = looks.child_id and untied.on_day = looks.on_day
       left join lateral (
         -- The newest day on which something of theirs ended that had tied them to this child the day before.
         select gone.to_on as ended_on, case when bool_or(t.relationship <> 'deputy') then 'own' else 'deputy' end as held
           from (
             select to_on from allocation a where a.authority_id = $1 and a.person_id = looks.person_id and a.child_id = looks.child_id
             union select to_on from team_member m where m.authority_id = $1 and m.person_id = looks.person_id
             union select to_on from role_held r where r.authority_id = $1 and r.person_id = looks.person_id
             union select coalesce(least(to_on, withdrawn_at::date), to_on) from deputy p where p.authority_id = $1 and p.stands_in = looks.person_id
             -- The child left the team, or the worker who was in it.
             union select to_on from allocation a where a.authority_id = $1 and a.child_id = looks.child_id
           ) gone
           cross join lateral ties_on($1::smallint, looks.person_id, gone.to_on - 1, looks.child_id) t
          where gone.to_on <= looks.on_day and gone.to_on > looks.on_day - $4::int
          group by gone.to_on order by gone.to_on desc limit 1
       ) ended on untied.person_id is not null
      order by looks.happened_at, looks.event_id`,
    [authorityId, fresh.eventIds, policy.famous.days, policy.afterTie.days])
  return rows.map((row): WatchedLook => ({
    eventId: row.event_id, at: Number(row.at), on: row.on_day, minute: row.minute, personId: row.person_id, childId: row.child_id,
    refused: row.refused, tied: row.tied,
    ended: row.ended_as === null || row.ended_on === null ? null : { as: row.ended_as, on: row.ended_on },
  }))
}

/** The people who looked, with what was usual for them in the weeks before the first of the looks. */
async function peopleWatched(
  client: pg.ClientBase, authorityId: number, looks: readonly WatchedLook[], calendar: WorkingCalendar, policy: UnusualPolicy,
): Promise<ReadonlyMap<string, WatchedPerson>> {
  const ids = [...new Set(looks.map(({ personId }) => personId))]
  const from = [looks[0]?.at ?? 0, policy.usualDays] as const
  const { rows: people } = await client.query<{ person_id: string; family_name: string | null; home_postcode: string | null; oversees: boolean }>(
    `select person_id, family_name, home_postcode, exists (
         select from role_held r where r.authority_id = $1 and r.person_id = person.person_id and r.role = any ($3::text[])
            and r.from_on <= to_timestamp($4)::date and r.to_on > to_timestamp($4)::date) as oversees
       from person where authority_id = $1 and person_id = any ($2::uuid[])`,
    [authorityId, ids, policy.oversee, looks.at(-1)?.at ?? 0])
  const before = `authority_id = $1 and person_id = any ($2::uuid[]) and child_id is not null and ${marks}
    and happened_at < to_timestamp($3) and happened_at >= to_timestamp($3) - make_interval(days => $4::int)`
  const { rows: busiest } = await client.query<{ person_id: string; most: number }>(
    `select person_id, max(children) as most from (
       select person_id, count(distinct child_id) as children from audit_event where ${before} group by person_id, date_trunc('hour', happened_at)
     ) an_hour group by person_id`, [authorityId, ids, ...from])
  const { rows: times } = await client.query<{ person_id: string; on_day: LocalDate; minute: number }>(
    `select distinct person_id, clock::date as on_day, (extract(hour from clock) * 60 + extract(minute from clock))::int as minute from (
       select person_id, happened_at at time zone 'Europe/London' as clock from audit_event where ${before}
     ) a_look
     -- On a Monday to Friday only what lies outside the hours can be out of them, unless it is a bank holiday.
     where extract(isodow from clock) > 5 or extract(hour from clock) * 60 + extract(minute from clock) not between $5 and $6 - 1 or clock::date = any ($7::date[])`,
    [authorityId, ids, ...from, policy.hours.from, policy.hours.to, holidaysBefore(calendar, looks[0]?.on, policy.usualDays)])
  const late = new Map<string, Set<LocalDate>>()
  const nights = new Map<string, Set<LocalDate>>()
  const note = (days: Map<string, Set<LocalDate>>, id: string, on: LocalDate): unknown => days.set(id, (days.get(id) ?? new Set()).add(on))
  for (const { person_id: id, on_day: on, minute } of times) {
    if (isOutOfHours(calendar, policy.hours, on, minute)) note(late, id, on)
    if (isNight(policy.hours, minute)) note(nights, id, on)
  }
  const most = new Map(busiest.map((row) => [row.person_id, row.most]))
  return new Map(people.map((row): [string, WatchedPerson] => [row.person_id, {
    familyName: row.family_name, postcode: row.home_postcode, oversees: row.oversees,
    usual: { busiestHour: most.get(row.person_id) ?? 0, daysOutOfHours: late.get(row.person_id)?.size ?? 0, nights: nights.get(row.person_id)?.size ?? 0 },
  }]))
}

/** Days of the weeks before that are Monday to Friday and no working days. */
function holidaysBefore(calendar: WorkingCalendar, first: LocalDate | undefined, days: number): readonly string[] {
  if (first === undefined) return []
  return Array.from({ length: days + 2 }, (_, i) => addDays(first, -i))
    .filter((day) => weekday(day) <= 5 && isInTable(calendar, day) && !isWorkingDay(calendar, day)).map(formatIso)
}

/** Families of children: names as written, and postcodes of families and homes. */
async function familiesWatched(
  client: pg.ClientBase, authorityId: number, looks: readonly WatchedLook[],
): Promise<{ readonly children: ReadonlyMap<string, WatchedChild>; readonly familiesNamed: ReadonlyMap<string, number> }> {
  const { rows: relatives } = await client.query<{ child_id: string; name: string; postcode: string | null }>(
    `select distinct child.child_id, family.family_person_id, family.name, family.postcode
       from family_link link
       join child on child.authority_id = $1 and child.child_id in (link.a, link.b)
       join family_person family on family.authority_id = $1 and family.family_person_id in (link.a, link.b)
      where link.authority_id = $1`, [authorityId])
  const { rows: homes } = await client.query<{ child_id: string; postcode: string }>(
    `select distinct child_id, postcode from episode cross join lateral (values (home_postcode), (placement_postcode)) p(postcode)
      where authority_id = $1 and superseded_at is null and postcode is not null and child_id = any ($2::uuid[])`,
    [authorityId, [...new Set(looks.map(({ childId }) => childId))]])
  const children = new Map<string, { familyNames: string[]; postcodes: string[] }>()
  const of = (childId: string): { familyNames: string[]; postcodes: string[] } => {
    const held = children.get(childId) ?? { familyNames: [], postcodes: [] }
    children.set(childId, held)
    return held
  }
  for (const { child_id: childId, name, postcode } of relatives) {
    of(childId).familyNames.push(name)
    if (postcode !== null) of(childId).postcodes.push(postcode)
  }
  for (const { child_id: childId, postcode } of homes) of(childId).postcodes.push(postcode)
  const familiesNamed = new Map<string, number>()
  for (const { familyNames } of children.values()) {
    for (const name of new Set(familyNames.flatMap(familyNamesIn))) familiesNamed.set(name, (familiesNamed.get(name) ?? 0) + 1)
  }
  return { children, familiesNamed }
}

/** Everything the rules are asked about for these events. */
export async function watchedOf(
  client: pg.ClientBase, authorityId: number, fresh: Fresh, calendar: WorkingCalendar, policy: UnusualPolicy,
): Promise<Watched> {
  const looks = await looksAround(client, authorityId, fresh, policy)
  return {
    looks, calendar, policy,
    people: await peopleWatched(client, authorityId, looks, calendar, policy),
    ...await familiesWatched(client, authorityId, looks),
  }
}
