/** Findings of unusual access: made by the job, read for review. */
import type pg from 'pg'
import type { Unusual } from '../../core/audit/unusual/watched.ts'
import type { Role } from '../../core/access/roles.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import type { Finding, FindingQuery } from '../../app/unusualAccess.ts'

/** Keeps what was found and not kept before; gives those that are new. */
export async function keepFindings(
  client: pg.ClientBase, authorityId: number, found: readonly Unusual[], newId: () => string,
): Promise<readonly Unusual[]> {
  const kept: Unusual[] = []
  for (const one of found) {
    const { rowCount } = await client.query(
      `insert into unusual_access (authority_id, finding_id, rule, key, people, child_id, event_ids, words, happened_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, happened_at from audit_event where authority_id = $1 and event_id = $9
       on conflict (authority_id, key) do nothing`,
      [authorityId, newId(), one.rule, one.key, one.people, one.childId, one.events, one.words, one.events.at(-1)])
    if (rowCount === 1) kept.push(one)
  }
  return kept
}

/** Notes how far the log has been looked at. */
export async function noteRun(
  client: pg.ClientBase, authorityId: number, run: { readonly throughSeal: number; readonly looks: number; readonly found: number },
): Promise<void> {
  await client.query('insert into unusual_access_run (authority_id, through_seal, looks, found) values ($1, $2, $3, $4)',
    [authorityId, run.throughSeal, run.looks, run.found])
}

/** Somebody who may review, and the children whose findings they cannot see. */
export interface Reviewer {
  readonly personId: string
  readonly roles: readonly Role[]
  readonly closed: ReadonlySet<string>
}

/** People who hold one of the roles on the day, with those of the children that are closed to them. */
export async function reviewersOn(
  client: pg.ClientBase, authorityId: number, on: LocalDate, roles: readonly Role[], children: readonly string[],
): Promise<readonly Reviewer[]> {
  const { rows } = await client.query<{ person_id: string; roles: Role[]; closed: string[] }>(
    `select person_id, array_agg(distinct role) as roles, array(
         select child from unnest($4::uuid[]) child
          where exists (select from family_lock l where l.authority_id = $1 and l.person_id = person.person_id and l.child_id = child)
             or exists (select from restriction r where r.authority_id = $1 and r.child_id = child and r.from_on <= $2 and r.to_on > $2)
            and not exists (select from restriction_named n where n.authority_id = $1 and n.child_id = child
                 and n.person_id = person.person_id and n.from_on <= $2 and n.to_on > $2)) as closed
       from person join role_held using (authority_id, person_id)
      where authority_id = $1 and disabled_at is null and role = any ($3::text[]) and from_on <= $2 and to_on > $2
      group by authority_id, person_id`,
    [authorityId, formatIso(on), roles, children])
  return rows.map((row) => ({ personId: row.person_id, roles: row.roles, closed: new Set(row.closed) }))
}

interface FindingRow {
  readonly finding_id: string
  readonly rule: Finding['rule']
  readonly people: string[]
  readonly names: string[]
  readonly child_id: string | null
  readonly child_code: string | null
  readonly words: string
  readonly happened_at: string
  readonly event_ids: string[]
  readonly outcome: Finding['outcome']
}

/** The standing review of a finding `f`: its newest. */
const outcome = `(select state from record r where r.authority_id = f.authority_id and r.part_of = f.finding_id
  and r.type = 'review of unusual access' and r.superseded_at is null order by r.recorded_at desc limit 1)`

/** Findings that the request reaches, newest first; never those about the reader's own looks. */
export async function findingsOf(
  client: pg.ClientBase, authorityId: number, reader: string, query: FindingQuery,
): Promise<{ readonly findings: readonly Finding[]; readonly total: number }> {
  const chosen = `from (select f.*, ${outcome} as outcome from unusual_access f where authority_id = $1 and not $2 = any (people)) f
    where ($3::uuid is null or finding_id = $3)
      and case $4 when 'waiting' then outcome is null when 'all' then true else outcome = $4 end`
  const values = [authorityId, reader, query.findingId ?? null, query.which]
  const { rows } = await client.query<FindingRow>(
    `select finding_id, rule, people, array(select name from person where authority_id = $1 and person_id = any (f.people) order by name) as names,
       child_id, (select code from child where authority_id = $1 and child_id = f.child_id) as child_code, words, happened_at, event_ids, outcome
     ${chosen} order by happened_at desc, finding_id limit $5 offset $6`,
    [...values, query.pageSize, (query.page - 1) * query.pageSize])
  const { rows: [counted] } = await client.query<{ total: number }>(`select count(*) as total ${chosen}`, values)
  return {
    total: counted?.total ?? 0,
    findings: rows.map((row): Finding => ({
      findingId: row.finding_id, rule: row.rule, people: row.people, names: row.names, childId: row.child_id, childCode: row.child_code,
      words: row.words, happenedAt: row.happened_at, events: row.event_ids.map(Number), outcome: row.outcome,
    })),
  }
}
