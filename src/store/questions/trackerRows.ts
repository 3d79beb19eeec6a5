/** The tracker, asked of the standings that cover a day. */
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { AgeBand, TrackerPage, TrackerQuery, TrackerRow, TrackerSort } from '../../app/tracker.ts'
import type { RuleId } from '../../core/clocks/clock.ts'
import type { LegalPermanence, PhysicalPermanence } from '../../core/permanence/evidence.ts'
import type { Route } from '../../core/permanence/routes.ts'
import { ageOn, birthday, formatIso, type LocalDate } from '../../core/time/localDate.ts'
import type { Db, Tables } from '../tables.ts'

type Row = Tables & { standing: Tables['standing']; worker: Tables['worker'] }
type Builder = ExpressionBuilder<Row, 'standing' | 'worker'>

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

function filters(eb: Builder, query: TrackerQuery): readonly Expression<SqlBool>[] {
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
  return wanted
}

/** What each sort orders by. Nulls (nothing due, no date of birth) come last either way. */
const orders: Readonly<Record<TrackerSort, { readonly by: string; readonly turned?: true }>> = {
  child: { by: 'standing.code collate "C"' },
  // The youngest has the latest date of birth.
  age: { by: 'standing.born_on', turned: true },
  'days-in-care': { by: 'standing.in_care_since', turned: true },
  'legal-status': { by: 'standing.legal_status' },
  home: { by: 'standing.placement_type' },
  route: { by: 'standing.route' },
  'next-due': { by: 'standing.next_due_on' },
  drift: { by: 'standing.drift_from_on', turned: true },
  team: { by: 'worker.team collate "en-GB-x-icu"' },
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

/** One page of rows in the order asked for; ties by child number, so that pages never overlap. */
export async function trackerRows(db: Db, authorityId: number, query: TrackerQuery): Promise<readonly TrackerRow[]> {
  const order = orders[query.sort]
  const direction = (order.turned === true) !== query.descending ? 'desc' : 'asc'
  const ordered = sql`${sql.raw(`${order.by} ${direction} nulls last`)}, standing.code collate "C"`
  const rows = await db
    // Which rows: from the index alone, however many stand on the day.
    .with('page', (on) =>
      covering(on as Db, authorityId, query.asAt)
        .select(['standing.child_id as child', 'standing.from_on as since'])
        .where((eb) => eb.and(filters(eb as unknown as Builder, query) as Expression<SqlBool>[]))
        .orderBy(ordered)
        .limit(query.pageSize)
        .offset((query.page - 1) * query.pageSize))
    .selectFrom('page')
    .innerJoin('standing', (join) =>
      join.onRef('standing.child_id', '=', 'page.child').onRef('standing.from_on', '=', 'page.since'))
    .leftJoin('worker', (join) =>
      join.onRef('worker.authority_id', '=', 'standing.authority_id').onRef('worker.worker', '=', 'standing.worker'))
    .where('standing.authority_id', '=', authorityId)
    .select([
      'standing.child_id', 'standing.code', 'standing.born_on', 'standing.sex', 'standing.in_care_since',
      'standing.start_known', 'standing.legal_status', 'standing.legal_status_since', 'standing.placement_type',
      'standing.home_since', 'standing.home_number', 'standing.away', 'standing.route', 'standing.legal',
      'standing.physical', 'standing.permanence_achieved', 'standing.next_due_on', 'standing.next_due_rule',
      'standing.drift_from_on', 'standing.drift_rule', 'worker.name as worker_name', 'standing.worker', 'worker.team',
    ])
    .orderBy(ordered)
    .execute()
  const { asAt } = query
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

/** A page of the tracker with its totals and what its filters can offer. */
export async function trackerPage(db: Db, authorityId: number, query: TrackerQuery): Promise<TrackerPage> {
  const rows = await trackerRows(db, authorityId, query)
  // One pass over the day's standings counts all: without filters, with them, and by each choice.
  const counted = await covering(db, authorityId, query.asAt)
    .select((eb) => [
      'standing.legal_status',
      'standing.route',
      'worker.team',
      eb.fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where ${eb.and(filters(eb as unknown as Builder, query) as Expression<SqlBool>[])})`.as('left'),
    ])
    .groupBy(['standing.legal_status', 'standing.route', 'worker.team'])
    .execute()
  const legalStatus = new Map<string, number>()
  const route = new Map<Route | 'none', number>()
  const team = new Map<string, number>()
  let total = 0
  let inCare = 0
  const count = <K>(map: Map<K, number>, key: K, n: number): void => void map.set(key, (map.get(key) ?? 0) + n)
  for (const group of counted) {
    inCare += group.all
    total += group.left
    if (group.legal_status !== null) count(legalStatus, group.legal_status, group.all)
    count(route, (group.route as Route | null) ?? 'none', group.all)
    if (group.team !== null) count(team, group.team, group.all)
  }
  const choices = <K extends string>(map: Map<K, number>): { value: K; count: number }[] =>
    [...map].map(([value, n]) => ({ value, count: n })).sort((a, b) => (a.value < b.value ? -1 : 1))
  return {
    query, rows, total, inCare,
    choices: { legalStatus: choices(legalStatus), route: choices(route), team: choices(team) },
  }
}
