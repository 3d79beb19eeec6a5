/** The figures of the front page, from the same measures and the same tracker as everywhere else. */
import { sql } from 'kysely'
import { answerOf } from '../../app/measures.ts'
import type { FrontPage } from '../../app/frontPage.ts'
import type { Route } from '../../core/permanence/routes.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { ceased } from '../../measures/ceased.ts'
import { childrenInCare } from '../../measures/childrenInCare.ts'
import { twelveMonths, type Measure } from '../../measures/measure.ts'
import { started } from '../../measures/started.ts'
import type { Db } from '../tables.ts'

const day = (date: LocalDate) => sql<LocalDate>`${formatIso(date)}::date`

/** The figures of the front page as at a day, over the children that the request reaches. */
export async function frontPage(
  db: Db, authorityId: number, authority: string, asAt: LocalDate,
): Promise<Omit<FrontPage, 'longestDrift'>> {
  const figure = async (measure: Measure): Promise<number> => {
    const cases = await measure.cases({ db, authorityId, window: measure.window(asAt) })
    return answerOf(measure, asAt, cases).numerator
  }
  const standings = await db
    .selectFrom('standing')
    .select([
      sql<number>`count(*) filter (where next_due_on < ${day(asAt)})`.as('overdue'),
      sql<number>`count(*) filter (where drift_from_on < ${day(asAt)})`.as('drifting'),
      sql<number>`count(*) filter (where permanence_achieved)`.as('achieved'),
    ])
    .where('authority_id', '=', authorityId)
    .where('to_on', '>', day(asAt))
    .where('from_on', '<=', day(asAt))
    .executeTakeFirstOrThrow()
  const window = twelveMonths(asAt)
  const routes = await db
    .selectFrom('permanence_achieved')
    .select([
      'route',
      sql<number>`count(distinct child_id)`.as('children'),
      sql<number | null>`percentile_cont(0.5) within group (order by days_from_entry)`.as('median'),
      sql<number>`count(*) filter (where days_from_entry is null)`.as('start_not_known'),
    ])
    .where('authority_id', '=', authorityId)
    .where('achieved_on', '>=', day(window.from ?? asAt))
    .where('achieved_on', '<=', day(asAt))
    .groupBy('route')
    .orderBy('children', 'desc')
    .orderBy('route')
    .execute()
  const reach = await db
    .selectFrom('episode')
    .select(sql<LocalDate | null>`max(greatest(started_on, ended_on))`.as('latest'))
    .where('authority_id', '=', authorityId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  const open = await db
    .selectFrom('difference')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('authority_id', '=', authorityId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return {
    asAt,
    authority,
    inCare: await figure(childrenInCare),
    startedThisYear: await figure(started),
    ceasedThisYear: await figure(ceased),
    overdue: standings.overdue,
    drifting: standings.drifting,
    permanenceAchievedInCare: standings.achieved,
    timeToPermanence: routes.map((row) => ({
      route: row.route as Route,
      children: row.children,
      medianDays: row.median === null ? null : Math.round(row.median),
      startNotKnown: row.start_not_known,
    })),
    factsReachTo: reach?.latest ?? null,
    openDifferences: open.n,
  }
}
