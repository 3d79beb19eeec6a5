/** The tracker against a naive one: every standing in memory, filtered and sorted by plain loops, for any query. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ageBands, everyChild, rowsOnPage, tracker, trackerRows, trackerSorts, type TrackerQuery, type TrackerRow } from '../../app/tracker.ts'
import { routes } from '../../core/permanence/routes.ts'
import { addDays, formatIso, isoDate, type LocalDate } from '../../core/time/localDate.ts'
import type { Tables } from '../tables.ts'
import { simulatedBorough } from '../../../test/support/simulatedReturns.ts'
import { trials, type Trial, type Trials } from '../../../test/support/returns.ts'

type Held = Tables['standing'] & { readonly worker_name: string | null; readonly team: string | null }

let together: Trials
let at: Trial
let standings: readonly Held[]

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  const borough = simulatedBorough('tracker', 60, 2024, 2025)
  await at.counts({ collectionYear: 2025, files: borough.files(2025), lastYearFiles: borough.files(2024) })
  // Teams with names that only a language sorts right, some workers in none, some in the list of nobody.
  await at.pool.query(
    `insert into worker select authority_id, worker, 'Worker ' || worker, (array['East', 'éclair', 'Zeta', 'apple', 'Öst'])[1 + (row_number() over (order by worker)) % 5]
     from (select distinct authority_id, worker from standing where authority_id = $1 and worker is not null and worker !~ '3$') w`, [at.authorityId])
  // Another authority with the same children: none of them may be counted here.
  const other = await together.next()
  await other.counts({ collectionYear: 2025, files: borough.files(2025), lastYearFiles: [] })
  const { rows } = await at.pool.query<Held>(
    `select standing.*, worker.name as worker_name, worker.team from standing left join worker using (authority_id, worker)
     where authority_id = $1`, [at.authorityId])
  standings = rows
})
afterAll(() => together.close())

const covering = (on: LocalDate): readonly Held[] => standings.filter((one) => one.from_on <= on && (one.to_on === null || on < one.to_on))

/** Completed years by the calendar: the month and day reached or not (who is born on 29 February waits for 1 March). */
function yearsOld(born: LocalDate, on: LocalDate): number {
  const [b, d] = [formatIso(born), formatIso(on)]
  return Number(d.slice(0, 4)) - Number(b.slice(0, 4)) - (d.slice(5) < b.slice(5) ? 1 : 0)
}
const bandOf = (age: number): string => (age < 1 ? 'under 1' : age < 5 ? '1 to 4' : age < 10 ? '5 to 9' : age < 16 ? '10 to 15' : '16 and over')

function kept(one: Held, query: TrackerQuery): boolean {
  const { asAt } = query
  const among = (list: readonly string[], value: string | null): boolean => list.length === 0 || (value !== null && list.includes(value))
  return among(query.legalStatus, one.legal_status) && among(query.team, one.team) && among(query.route, one.route ?? 'none') &&
    among(query.age, one.born_on === null ? null : bandOf(yearsOld(one.born_on, asAt))) &&
    (!query.overdueOnly || (one.next_due_on !== null && one.next_due_on < asAt)) &&
    (!query.driftingOnly || (one.drift_from_on !== null && one.drift_from_on < asAt)) &&
    one.code.toLowerCase().includes(query.search.toLowerCase())
}

const english = new Intl.Collator('en-GB')
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sortKeys: Readonly<Record<TrackerQuery['sort'], (one: Held, asAt: LocalDate) => number | string | null>> = {
  child: (one) => one.code,
  age: (one, asAt) => (one.born_on === null ? null : asAt - one.born_on),
  'days-in-care': (one, asAt) => asAt - one.in_care_since,
  'legal-status': (one) => one.legal_status,
  home: (one) => one.placement_type,
  route: (one) => one.route,
  'next-due': (one) => one.next_due_on,
  drift: (one, asAt) => (one.drift_from_on === null ? null : asAt - one.drift_from_on),
  team: (one) => one.team,
}

function sorted(all: readonly Held[], { sort, descending, asAt }: TrackerQuery): readonly Held[] {
  return all.toSorted((a, b) => {
    const [x, y] = [sortKeys[sort](a, asAt), sortKeys[sort](b, asAt)]
    if (x === null || y === null) return x === y ? byText(a.code, b.code) : x === null ? 1 : -1
    const order = typeof x === 'string' || typeof y === 'string'
      ? (sort === 'team' ? english.compare(String(x), String(y)) : byText(String(x), String(y))) : x - y
    return (descending ? -order : order) || byText(a.code, b.code)
  })
}

function shown(one: Held, asAt: LocalDate): TrackerRow {
  const drift = one.drift_from_on !== null && one.drift_from_on < asAt ? asAt - one.drift_from_on : 0
  return {
    childId: one.child_id, code: one.code, bornOn: one.born_on, age: one.born_on === null ? null : yearsOld(one.born_on, asAt),
    sex: one.sex, inCareSince: one.in_care_since, startKnown: one.start_known, daysInCare: asAt - one.in_care_since,
    legalStatus: one.legal_status, legalStatusSince: one.legal_status_since, placementType: one.placement_type,
    homeSince: one.home_since, homeNumber: one.home_number, away: one.away, route: one.route as TrackerRow['route'],
    legal: one.legal as TrackerRow['legal'], physical: one.physical as TrackerRow['physical'],
    permanenceAchieved: one.permanence_achieved, nextDueOn: one.next_due_on, nextDueRule: one.next_due_rule as TrackerRow['nextDueRule'],
    driftDays: drift, driftRule: drift > 0 ? (one.drift_rule as TrackerRow['driftRule']) : null,
    worker: one.worker_name ?? one.worker, team: one.team,
  }
}

const counts = (values: readonly (string | null)[]): readonly { readonly value: string; readonly count: number }[] => {
  const known = values.filter((value) => value !== null)
  return [...new Set(known)].sort().map((value) => ({ value, count: known.filter((other) => other === value).length }))
}

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, fc.subarray([...values], { minLength: 1 }))
/** The two years held, the years before of which only entries are known, and days after the last that is. */
const days = fc.oneof(
  fc.integer({ min: 0, max: 730 }).map((n) => addDays(isoDate('2023-04-01'), n)),
  fc.constantFrom('2019-09-30', '2024-02-29', '2025-03-31', '2025-04-01', '2026-11-21').map(isoDate),
)
const queries: fc.Arbitrary<TrackerQuery> = fc.record({
  asAt: days,
  legalStatus: some(['C1', 'C2', 'E1', 'V2', 'V3', 'D1', 'QQ']),
  age: some(ageBands),
  route: some([...routes, 'none'] as const),
  team: some(['East', 'éclair', 'Zeta', 'apple', 'Öst', 'Nowhere']),
  overdueOnly: fc.boolean(),
  signal: fc.constant([]), driftingOnly: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  search: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.constantFrom('1', '00', '9', '%', '_', '\\', '0%', 'x')),
  sort: fc.constantFrom(...trackerSorts),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: 4 }),
  pageSize: fc.integer({ min: 1, max: 40 }),
})

describe('any page of the tracker', () => {
  test('holds the rows, the total and the choices that a naive reading of the standings gives', { timeout: 60_000 }, async () => {
    let shownRows = 0
    await fc.assert(fc.asyncProperty(queries, async (query) => {
      const page = await at.work((work) => tracker(work, query))
      const inCare = covering(query.asAt)
      const left = inCare.filter((one) => kept(one, query))
      const rows = sorted(left, query).slice((query.page - 1) * query.pageSize, query.page * query.pageSize)
      shownRows += rows.length
      expect(page).toEqual({
        query, rows: rows.map((one) => shown(one, query.asAt)), total: left.length, inCare: inCare.length,
        choices: {
          legalStatus: counts(inCare.map((one) => one.legal_status)), route: counts(inCare.map((one) => one.route ?? 'none')),
          team: counts(inCare.map((one) => one.team)),
        },
        beside: new Map(),
      })
    }), { numRuns: 200 })
    expect(shownRows).toBeGreaterThan(300)
  })

  test('pages laid end to end are every child that is left, each once', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(queries, fc.integer({ min: 5, max: 60 }), async (query, pageSize) => {
      const all = sorted(covering(query.asAt).filter((one) => kept(one, query)), query).map(({ code }) => code)
      const paged = await at.work(async (work) => {
        const codes: string[] = []
        for (let page = 1; ; page += 1) {
          const rows = await rowsOnPage(work, { ...query, page, pageSize })
          codes.push(...rows.map(({ code }) => code))
          if (rows.length < pageSize) return codes
        }
      })
      expect(paged).toEqual(all)
      const whole: string[] = []
      await at.work(async (work) => {
        for await (const { code } of trackerRows(work, query)) whole.push(code)
      })
      expect(whole).toEqual(all)
    }), { numRuns: 40 })
  })
})

test('the borough is one worth asking: many children, in several teams, with and without routes, drifting and not', () => {
  const day = covering(isoDate('2025-03-31'))
  expect(day.length).toBeGreaterThan(40)
  expect(new Set(day.map((one) => one.team)).size).toBeGreaterThan(3)
  expect(new Set(day.map((one) => one.route)).size).toBeGreaterThan(2)
  expect(day.some((one) => one.drift_from_on !== null && one.drift_from_on < isoDate('2025-03-31'))).toBe(true)
})

test('on a day before any return nobody is in care, and there is nothing to choose', async () => {
  const page = await at.work((work) => tracker(work, everyChild(isoDate('1999-01-01'))))
  expect(page).toMatchObject({ rows: [], total: 0, inCare: 0, choices: { legalStatus: [], route: [], team: [] } })
})
