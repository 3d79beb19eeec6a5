import { sql } from 'kysely'
import { day } from './inCare.ts'
import { counts, leftOut, yearToDate, type Measure } from './measure.ts'

/** Children who left care. A child who left twice is counted once (DfE footnote to the statistics). */
export const ceased: Measure = {
  id: 'ceased',
  title: 'Ceased to be looked after in the year to date',
  definition:
    'Children who left care from 1 April to the day, both included, whatever the reason. A child who left more than once in that time is counted once, also when back in care on the day. Series of short breaks are not counted.',
  source: 'SSDA903, reason episode ceased other than X1; Haringey corporate parenting pack (leavers), with the DfE rule of counting a child once (K)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: yearToDate,
  async cases({ db, authorityId, window }) {
    const rows = await db
      .selectFrom('period_of_care as period')
      .innerJoin('child', (join) =>
        join.onRef('child.authority_id', '=', 'period.authority_id').onRef('child.child_id', '=', 'period.child_id'))
      .select(['child.child_id', 'child.code', sql<boolean>`bool_or(period.end_reason is not null)`.as('left')])
      .where('period.authority_id', '=', authorityId)
      .where('period.kind', '=', 'care')
      .where('period.to_on', '>=', day(window.from ?? window.to))
      .where('period.to_on', '<=', day(window.to))
      .groupBy(['child.child_id', 'child.code'])
      .orderBy('child.code')
      .execute()
    return rows.map((row) => {
      const child = { childId: row.child_id, code: row.code }
      return row.left ? counts(child) : leftOut(child, 'the record of care stops without a reason for leaving')
    })
  },
}
