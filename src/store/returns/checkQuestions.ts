/** What is asked of findings that are kept. */
import type pg from 'pg'
import type { Checks, FindingHeld, FindingQuery } from '../../app/checks.ts'
import type { Actor } from '../../app/work.ts'
import type { FieldValue } from '../../core/facts/factType.ts'
import type { FactName } from '../../core/facts/factTypes.ts'
import { factName } from '../../core/returnChecks/explanation.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { readProviders } from '../../returns/ssda903/check/readProviders.ts'
import { layouts } from '../factColumns.ts'
import type { CheckMeans } from './checkHeld.ts'

/** Findings that stand, each with the child's team on a day and the explanation that is in force of it. $1 authority, $2 year, $3 day. */
const standing = `
  from finding f
  join child c on c.authority_id = f.authority_id and c.child_id = f.child_id
  left join standing s on s.authority_id = f.authority_id and s.child_id = f.child_id and s.from_on <= $3 and s.to_on > $3
  left join worker w on w.authority_id = f.authority_id and w.worker = s.worker
  left join lateral (
    select r.record_id, r.content ->> 'words' as words, r.recorded_at, p.name
      from record r left join person p on p.authority_id = r.authority_id and p.person_id = r.first_recorded_by
     where r.authority_id = f.authority_id and r.child_id = f.child_id and r.type = 'finding explanation' and r.state = 'in force'
       and r.superseded_at is null and r.content ->> 'rule' = f.rule and r.content ->> 'fact' = trim(f.fact_type || ' ' || f.fact_key)
     order by r.recorded_at desc limit 1
  ) e on true
  where f.authority_id = $1 and f.collection_year = $2 and f.gone_at is null`

const counts = `count(*) filter (where e.record_id is null) as open, count(*) filter (where e.record_id is not null) as explained,
  count(distinct f.child_id) filter (where e.record_id is null) as children`

interface Counted {
  readonly open: number
  readonly explained: number
  readonly children: number
}

interface FindingRow {
  readonly rule: string
  readonly child_id: string
  readonly code: string
  readonly team: string | null
  readonly fact_type: FactName
  readonly fact_key: string
  readonly fact_id: string
  readonly fields: readonly string[]
  readonly last_year: boolean
  readonly found_at: string
  readonly record_id: string | null
  readonly words: string | null
  readonly recorded_at: string | null
  readonly name: string | null
}

/** The port on the client of a transaction, as far as it reaches. */
export function checksOn(client: pg.ClientBase, actor: Actor, today: LocalDate, means: CheckMeans | null): Checks {
  const { authorityId, personId } = actor
  const day = formatIso(today)
  const base = (year: number): unknown[] => [authorityId, year, day]
  return {
    rule(year, code) {
      const rule = means?.rules(year).find((one) => one.code === code)
      return rule === undefined ? undefined : {
        code: rule.code, meaning: rule.meaning, mend: rule.mend, who: rule.who, fields: rule.fields, neverFires: rule.neverFires ?? null,
      }
    },
    async years() {
      const { rows } = await client.query<{
        collection_year: number; checked_at: string; behind: boolean; rules_run: number; children: number
        not_run: readonly { rule: string; reason: string }[]; defects: readonly { rule: string; message: string; children: number }[]
      }>(
        // Counted as far as the request reaches: a child who is hidden from it is in no number.
        `select collection_year, checked_at, rules_run, not_run, defects,
           (select count(*) from check_part p where p.authority_id = $1 and p.collection_year = check_year.collection_year and p.facts -> 'now' <> 'null') as children,
           exists (select from return_import i where i.authority_id = $1 and i.status = 'done' and i.finished_at > checked_at)
           or exists (select from provider_list l where l.authority_id = $1 and l.given_at > checked_at) as behind
         from check_year where authority_id = $1 order by collection_year desc`, [authorityId])
      return rows.map((row) => ({
        year: row.collection_year, checkedAt: row.checked_at, behind: row.behind, rulesRun: row.rules_run, children: row.children,
        notRun: row.not_run, defects: row.defects,
      }))
    },
    async byRule(year) {
      const { rows } = await client.query<Counted & { rule: string }>(
        `select f.rule, ${counts} ${standing} group by f.rule order by open desc, f.rule`, base(year))
      return rows
    },
    async byTeam(year) {
      const { rows } = await client.query<Counted & { team: string | null }>(
        `select w.team, ${counts} ${standing} group by w.team order by open desc, w.team`, base(year))
      return rows
    },
    async progress(year) {
      const { rows } = await client.query<{ on_day: LocalDate; findings: number }>(
        `select on_day, sum(change) over (order by on_day)::integer as findings
           from (select on_day, sum(change) as change
                   from (select (found_at at time zone 'Europe/London')::date as on_day, 1 as change from finding where authority_id = $1 and collection_year = $2
                         union all
                         select (gone_at at time zone 'Europe/London')::date, -1 from finding where authority_id = $1 and collection_year = $2 and gone_at is not null) changes
                  group by on_day) days
          order by on_day`, [authorityId, year])
      return rows.map((row) => ({ on: row.on_day, findings: row.findings }))
    },
    async byChild(query) {
      const { where, values } = narrowed(query, base(query.year))
      const { rows } = await client.query<Counted & { child_id: string; code: string; team: string | null; rules: readonly string[]; total: number }>(
        `select f.child_id, c.code, w.team, ${counts}, array_agg(distinct f.rule order by f.rule) as rules, count(*) over () as total
         ${standing}${where} group by f.child_id, c.code, w.team order by open desc, c.code ${paged(query)}`, values)
      return {
        total: rows[0]?.total ?? 0,
        rows: rows.map(({ child_id: childId, code: childCode, team, rules, open, explained, children }) => ({ childId, childCode, team, rules, open, explained, children })),
      }
    },
    async findings(query) {
      const { where, values } = narrowed(query, base(query.year))
      const { rows } = await client.query<FindingRow & { total: number }>(
        `select f.rule, f.child_id, c.code, w.team, f.fact_type, f.fact_key, f.fact_id, f.fields, f.last_year, f.found_at,
           e.record_id, e.words, e.recorded_at, e.name, count(*) over () as total
         ${standing}${where} order by c.code, f.rule, f.fact_type, f.fact_key ${paged(query)}`, values)
      const facts = await valuesOf(client, authorityId, rows)
      return { total: rows[0]?.total ?? 0, rows: rows.map((row) => heldOf(row, query.year, facts.get(row.fact_id) ?? {})) }
    },
    async providers() {
      const { rows: [row] } = await client.query<{ name: string; providers: number; given_at: string; by: string }>(
        `select l.name, l.providers, l.given_at, p.name as by from provider_list l join person p on p.authority_id = l.authority_id and p.person_id = l.given_by
          where l.authority_id = $1 order by l.given_at desc limit 1`, [authorityId])
      return row === undefined ? undefined : { name: row.name, providers: row.providers, givenAt: row.given_at, givenBy: row.by }
    },
    async giveProviders(name, content) {
      // Dates of two figures are read by the year that is running.
      const read = readProviders(content, Number(day.slice(0, 4)))
      if (read.kind === 'refused') return read
      await client.query(
        'insert into provider_list (authority_id, given_by, name, providers, content) values ($1, $2, $3, $4, $5)',
        [authorityId, personId, name.slice(0, 200), read.count, content],
      )
      return undefined
    },
  }
}

function narrowed({ rule, childId, team }: FindingQuery, base: unknown[]): { readonly where: string; readonly values: unknown[] } {
  const values = [...base]
  const add = (value: unknown): string => `$${values.push(value)}`
  const where = [
    ...(rule === undefined ? [] : [`f.rule = ${add(rule)}`]),
    ...(childId === undefined ? [] : [`f.child_id = ${add(childId)}`]),
    ...(team === undefined ? [] : [`coalesce(w.team, '') = ${add(team)}`]),
  ]
  return { where: where.map((one) => ` and ${one}`).join(''), values }
}

const paged = ({ page, pageSize }: FindingQuery): string =>
  pageSize === undefined ? '' : `limit ${Math.trunc(pageSize)} offset ${Math.trunc(((page ?? 1) - 1) * pageSize)}`

const heldOf = (row: FindingRow, year: number, values: Readonly<Record<string, FieldValue>>): FindingHeld => ({
  rule: row.rule, childId: row.child_id, childCode: row.code, team: row.team, year, factType: row.fact_type,
  fact: factName(row.fact_type, row.fact_key), values, fields: row.fields, lastYear: row.last_year, foundAt: row.found_at,
  explanation: row.record_id === null ? null : { recordId: row.record_id, words: row.words ?? '', by: row.name ?? '', at: row.recorded_at ?? '' },
})

/** The values of the facts that findings are about, by the fact's id. */
async function valuesOf(
  client: pg.ClientBase, authorityId: number, rows: readonly FindingRow[],
): Promise<ReadonlyMap<string, Readonly<Record<string, FieldValue>>>> {
  const found = new Map<string, Readonly<Record<string, FieldValue>>>()
  for (const type of new Set(rows.map((row) => row.fact_type))) {
    const { fields, columns } = layouts[type]
    const { rows: facts } = await client.query<Record<string, FieldValue> & { fact_id: string }>(
      `select fact_id, ${columns.join(', ')} from ${type} where authority_id = $1 and child_id = any ($2::uuid[]) and fact_id = any ($3::uuid[])`,
      [authorityId, rows.map((row) => row.child_id), rows.filter((row) => row.fact_type === type).map((row) => row.fact_id)],
    )
    for (const fact of facts) found.set(fact.fact_id, Object.fromEntries(fields.map((field, i) => [field, fact[columns[i] ?? ''] ?? null])))
  }
  return found
}
