/** The tracker, asked of the standings that cover a day. */
import { sql, type Expression, type ExpressionBuilder, type Nullable, type SqlBool } from 'kysely'
import type { AgeBand, TrackerDay, TrackerQuery, TrackerRow, TrackerSort } from '../../app/tracker.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import type { RuleId } from '../../core/clocks/clock.ts'
import type { LegalPermanence, PhysicalPermanence } from '../../core/permanence/evidence.ts'
import type { Route } from '../../core/permanence/routes.ts'
import { ageOn, birthday, formatIso, type LocalDate } from '../../core/time/localDate.ts'
import type { Db, Tables } from '../tables.ts'

type Builder = ExpressionBuilder<Omit<Tables, 'worker'> & { worker: Nullable<Tables['worker']> }, 'standing' | 'worker'>

const day = (date: LocalDate): Expression<LocalDate> => sql<LocalDate>`${formatIso(date)}::date`

/** Those born after the first day and on or before the second have an age in [from, below) on the day. */
const bands: Readonly<Record<AgeBand, readonly [number, number]>> = {
  'under 1': [0, 1], '1 to 4': [1, 5], '5 to 9': [5, 10], '10 to 15': [10, 16], '16 and over': [16, 130],
}

function inBand(eb: Builder, asAt: LocalDate, band: AgeBand): Expression<SqlBool> {
  const [from, below] = bands[band]
  // Reached `from` by the day and not yet `below`. The day a birthday falls is decided in one place (core/time).
  const oldest = bornAfter(asAt, below)
  const youngest = bornAfter(asAt, from)
  return eb.and([eb('standing.born_on', '>', day(oldest)), eb('standing.born_on', '<=', day(youngest))])
}

/** The latest birth date of somebody who has reached an age by a day. */
function bornAfter(asAt: LocalDate, age: number): LocalDate {
  let born = birthday(asAt, -age)
  while (birthday(born, age) > asAt) born = (born - 1) as LocalDate
  return born
}

function filtered(eb: Builder, query: TrackerQuery) {
  const { asAt } = query
  const wanted: Expression<SqlBool>[] = []
  if (query.legalStatus.length > 0) wanted.push(eb('standing.legal_status', 'in', query.legalStatus))
  if (query.age.length > 0) wanted.push(eb.or(query.age.map((band) => inBand(eb, asAt, band))))
  if (query.route.length > 0) {
    const named = query.route.filter((route) => route !== 'none')
    const either: Expression<SqlBool>[] = []
    if (named.length > 0) either.push(eb('standing.route', 'in', named))
    if (named.length < query.route.length) either.push(eb('standing.route', 'is', null))
    wanted.push(eb.or(either))
  }
  if (query.team.length > 0) wanted.push(eb('worker.team', 'in', query.team))
  if (query.overdueOnly) wanted.push(eb('standing.next_due_on', '<', day(asAt)))
  if (query.driftingOnly) wanted.push(eb('standing.drift_from_on', '<', day(asAt)))
  if (query.among !== undefined) wanted.push(sql<SqlBool>`standing.child_id = any (${[...query.among]})`)
  if (query.search !== '') {
    const pattern = `%${query.search.replace(/[\\%_]/g, (found) => `\\${found}`)}%`
    wanted.push(eb('standing.code', 'ilike', pattern))
  }
  return eb.and(wanted)
}

/** What each sort orders by. Nulls (nothing due, no date of birth) come last either way. */
const orders: Readonly<Record<TrackerSort, { readonly by: string; readonly turned?: true }>> = {
  child: { by: 'code collate "C"' },
  // The youngest has the latest date of birth.
  age: { by: 'born_on', turned: true },
  'days-in-care': { by: 'in_care_since', turned: true },
  'legal-status': { by: 'legal_status' },
  home: { by: 'placement_type' },
  route: { by: 'route' },
  'next-due': { by: 'next_due_on' },
  drift: { by: 'drift_from_on', turned: true },
  team: { by: 'team collate "en-GB-x-icu"' },
}

function covering(db: Db, authorityId: number, asAt: LocalDate) {
  return db
    .selectFrom('standing')
    .leftJoin('worker', (join) =>
      join.onRef('worker.authority_id', '=', 'standing.authority_id').onRef('worker.worker', '=', 'standing.worker'),
    )
    .where('standing.authority_id', '=', authorityId)
    .where('standing.to_on', '>', day(asAt))
    .where('standing.from_on', '<=', day(asAt))
}

interface Group {
  readonly legal_status: string | null
  readonly route: string | null
  readonly team: string | null
  readonly all: number
  readonly left: number
}

/**
 * Who stands on a page, in the order asked for (ties by child number, so that pages never overlap), the totals, and what the
 * filters can offer. One pass over the day's standings, from the index alone, however many there are: the reach of somebody
 * with thousands of children is worked out for each table that a statement names.
 */
export async function trackerDay(db: Db, authorityId: number, query: TrackerQuery): Promise<TrackerDay> {
  const order = orders[query.sort]
  const direction = (order.turned === true) !== query.descending ? 'desc' : 'asc'
  const { rows: [found] } = await sql<{ readonly groups: readonly Group[] | null; readonly ids: readonly ChildId[] }>`
    with day as materialized (${covering(db, authorityId, query.asAt).select((eb) => [
      'standing.child_id', 'standing.code', 'standing.born_on', 'standing.in_care_since', 'standing.legal_status', 'standing.placement_type',
      'standing.route', 'standing.next_due_on', 'standing.drift_from_on', 'worker.team', filtered(eb, query).as('stays'),
    ])})
    select array(
        select child_id from day where stays order by ${sql.raw(`${order.by} ${direction} nulls last`)}, code collate "C"
         limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}) as ids,
      (select json_agg(each) from (
        select legal_status, route, team, count(*) as all, count(*) filter (where stays) as left from day group by 1, 2, 3) each) as groups`.execute(db)
  const legalStatus = new Map<string, number>()
  const route = new Map<Route | 'none', number>()
  const team = new Map<string, number>()
  let total = 0
  let inCare = 0
  const count = <K>(map: Map<K, number>, key: K, n: number): void => void map.set(key, (map.get(key) ?? 0) + n)
  for (const group of found?.groups ?? []) {
    inCare += group.all
    total += group.left
    if (group.legal_status !== null) count(legalStatus, group.legal_status, group.all)
    count(route, (group.route as Route | null) ?? 'none', group.all)
    if (group.team !== null) count(team, group.team, group.all)
  }
  const choices = <K extends string>(map: Map<K, number>): { value: K; count: number }[] =>
    [...map].map(([value, n]) => ({ value, count: n })).sort((a, b) => (a.value < b.value ? -1 : 1))
  return {
    childIds: found?.ids ?? [], total, inCare,
    choices: { legalStatus: choices(legalStatus), route: choices(route), team: choices(team) },
  }
}

/** Where these children stand on a day, in their order; a child who is not in care on it (or not reached) is left out. */
export async function standingsOf(db: Db, authorityId: number, childIds: readonly ChildId[], asAt: LocalDate): Promise<readonly TrackerRow[]> {
  const rows = await covering(db, authorityId, asAt)
    .where(sql<SqlBool>`standing.child_id = any (${[...childIds]}::uuid[])`)
    .select([
      'standing.child_id', 'standing.code', 'standing.born_on', 'standing.sex', 'standing.in_care_since',
      'standing.start_known', 'standing.legal_status', 'standing.legal_status_since', 'standing.placement_type',
      'standing.home_since', 'standing.home_number', 'standing.away', 'standing.route', 'standing.legal',
      'standing.physical', 'standing.permanence_achieved', 'standing.next_due_on', 'standing.next_due_rule',
      'standing.drift_from_on', 'standing.drift_rule', 'worker.name as worker_name', 'standing.worker', 'worker.team',
    ])
    .execute()
  const place = new Map(childIds.map((id, i) => [id, i]))
  rows.sort((a, b) => (place.get(a.child_id) ?? 0) - (place.get(b.child_id) ?? 0))
  return rows.map((row) => {
    const drifting = row.drift_from_on !== null && row.drift_from_on < asAt
    return {
      childId: row.child_id,
      code: row.code,
      bornOn: row.born_on,
      age: row.born_on === null ? null : ageOn(row.born_on, asAt),
      sex: row.sex,
      inCareSince: row.in_care_since,
      startKnown: row.start_known,
      daysInCare: asAt - row.in_care_since,
      legalStatus: row.legal_status,
      legalStatusSince: row.legal_status_since,
      placementType: row.placement_type,
      homeSince: row.home_since,
      homeNumber: row.home_number,
      away: row.away,
      route: row.route as Route | null,
      legal: row.legal as LegalPermanence,
      physical: row.physical as PhysicalPermanence,
      permanenceAchieved: row.permanence_achieved,
      nextDueOn: row.next_due_on,
      nextDueRule: row.next_due_rule as RuleId | null,
      driftDays: drifting && row.drift_from_on !== null ? asAt - row.drift_from_on : 0,
      driftRule: drifting ? (row.drift_rule as RuleId | null) : null,
      worker: row.worker_name ?? row.worker,
      team: row.team,
    }
  })
}
