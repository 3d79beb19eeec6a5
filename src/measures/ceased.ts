import { day } from './inCare.ts'
import { counts, leftOut, yearToDate, type Measure } from './measure.ts'

/** Children who left care. A child who left twice is counted once, at the latest (DfE footnote to the statistics). */
export const ceased: Measure = {
  id: 'ceased',
  title: 'Ceased to be looked after in the year to date',
  definition:
    'Children whose period of care ended, by an episode whose reason to cease is not X1, between 1 April and the day. A child who ceased more than once in that time is counted once. Series of short breaks are not counted.',
  source: 'SSDA903; Haringey corporate parenting pack (leavers), with the DfE rule of counting the latest occasion (K)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: yearToDate,
  async cases({ db, authorityId, window }) {
    const rows = await db
      .selectFrom('period_of_care as period')
      .innerJoin('child', (join) =>
        join.onRef('child.authority_id', '=', 'period.authority_id').onRef('child.child_id', '=', 'period.child_id'))
      .select((eb) => ['child.child_id', 'child.code', eb.fn<boolean>('bool_or', [eb('period.end_reason', 'is not', null)]).as('ended')])
      .where('period.authority_id', '=', authorityId)
      .where('period.kind', '=', 'care')
      .where('period.to_on', '>=', day(window.from ?? window.to))
      .where('period.to_on', '<=', day(window.to))
      .groupBy(['child.child_id', 'child.code'])
      .orderBy('child.code')
      .execute()
    return rows.map((row) => {
      const child = { childId: row.child_id, code: row.code }
      return row.ended ? counts(child) : leftOut(child, 'the last episode says that another follows, and none does')
    })
  },
}
