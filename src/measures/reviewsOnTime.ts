import { day } from './inCare.ts'
import { counts, doesNotCount, leftOut, twelveMonths, type Measure } from './measure.ts'

/** Looked-after reviews held by their due date. */
export const reviewsOnTime: Measure = {
  id: 'reviews-on-time',
  title: 'Reviews on time',
  definition:
    'Of looked-after reviews that fell due in the 12 months that end on the day, those held on or before the day they were due: the first within 20 working days of coming into care, the second within 3 months of the first, later ones within 6 months of the one before. A review no longer required before it fell due is not counted.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; domain 5.4 (reviews on time)',
  version: 1,
  unit: 'percent',
  of: 'reviews',
  window: twelveMonths,
  async cases({ db, authorityId, window }) {
    const rows = await db
      .selectFrom('clock_occurrence as clock')
      .innerJoin('child', (join) =>
        join.onRef('child.authority_id', '=', 'clock.authority_id').onRef('child.child_id', '=', 'clock.child_id'))
      .select(['child.child_id', 'child.code', 'clock.due_on', 'clock.ending', 'clock.ended_on'])
      .where('clock.authority_id', '=', authorityId)
      .where('clock.rule', 'in', ['review-1', 'review-2', 'review-n'])
      .where('clock.due_on', '>=', day(window.from ?? window.to))
      .where('clock.due_on', '<=', day(window.to))
      .orderBy('child.code')
      .orderBy('clock.due_on')
      .execute()
    return rows.flatMap((row) => {
      const child = { childId: row.child_id, code: row.code }
      const { due_on: due, ended_on: ended } = row
      if (due === null) return []
      switch (row.ending) {
        case 'met':
          return [ended !== null && ended <= due ? counts(child) : doesNotCount(child)]
        case 'not required':
          if (ended !== null && ended > window.to) return [doesNotCount(child)]
          return ended !== null && ended > due ? [leftOut(child, 'the child left care after the review fell due, before it was held')] : []
        case 'cannot tell':
          return [leftOut(child, 'the facts do not say whether it was held')]
        default:
          return [doesNotCount(child)]
      }
    })
  },
}
