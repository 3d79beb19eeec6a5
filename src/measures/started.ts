import { day } from './inCare.ts'
import { counts, yearToDate, type Measure } from './measure.ts'

/** Children who came into care. A child who came in twice is counted once, at the first (DfE footnote to the statistics). */
export const started: Measure = {
  id: 'started',
  title: 'Started to be looked after in the year to date',
  definition:
    'Children with an episode whose reason is S that opened a period of care between 1 April and the day. A child who started more than once in that time is counted once. Series of short breaks are not counted.',
  source: 'SSDA903; Haringey corporate parenting pack (starters), with the DfE rule of counting the first occasion (K)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: yearToDate,
  async cases({ db, authorityId, window }) {
    const rows = await db
      .selectFrom('period_of_care as period')
      .innerJoin('child', (join) =>
        join.onRef('child.authority_id', '=', 'period.authority_id').onRef('child.child_id', '=', 'period.child_id'))
      .select(['child.child_id', 'child.code'])
      .distinct()
      .where('period.authority_id', '=', authorityId)
      .where('period.kind', '=', 'care')
      .where('period.start_known', '=', true)
      .where('period.from_on', '>=', day(window.from ?? window.to))
      .where('period.from_on', '<=', day(window.to))
      .orderBy('child.code')
      .execute()
    return rows.map((row) => counts({ childId: row.child_id, code: row.code }))
  },
}
