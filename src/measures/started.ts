import { sql } from 'kysely'
import { day } from './inCare.ts'
import { counts, leftOut, yearToDate, type Measure } from './measure.ts'

/** Children who came into care. A child who came in twice is counted once (DfE footnote to the statistics). */
export const started: Measure = {
  id: 'started',
  title: 'Started to be looked after in the year to date',
  definition:
    'Children who came into care from 1 April to the day, both included. A child who came into care more than once in that time is counted once. Series of short breaks are not counted; care that follows them is.',
  source: 'SSDA903, reason for new episode S; Haringey corporate parenting pack (starters), with the DfE rule of counting a child once (K)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: yearToDate,
  async cases({ db, authorityId, window }) {
    const rows = await db
      .selectFrom('period_of_care as period')
      .innerJoin('child', (join) =>
        join.onRef('child.authority_id', '=', 'period.authority_id').onRef('child.child_id', '=', 'period.child_id'))
      .select(['child.child_id', 'child.code', sql<boolean>`bool_or(period.start_known)`.as('known')])
      .where('period.authority_id', '=', authorityId)
      .where('period.kind', '=', 'care')
      .where('period.from_on', '>=', day(window.from ?? window.to))
      .where('period.from_on', '<=', day(window.to))
      .groupBy(['child.child_id', 'child.code'])
      .orderBy('child.code')
      .execute()
    return rows.map((row) => {
      const child = { childId: row.child_id, code: row.code }
      return row.known ? counts(child) : leftOut(child, 'the child was in care before the first day that is held, since when is not')
    })
  },
}
