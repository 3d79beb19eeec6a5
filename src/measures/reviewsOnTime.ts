import { sql } from 'kysely'
import { day } from './inCare.ts'
import { counts, doesNotCount, leftOut, twelveMonths, type Measure } from './measure.ts'

/**
 * Looked-after reviews held by their due date.
 *
 * Each is judged once, at the close of its due date, and nothing that happens afterwards changes the verdict: a review
 * missed in May stays missed when the child leaves care in June. So every review is in exactly one year's figure.
 */
export const reviewsOnTime: Measure = {
  id: 'reviews-on-time',
  title: 'Reviews on time',
  definition:
    'Of the reviews that fell due in the 12 months that end on the day, the share that had been held by the close of the day they were due: the first within 20 working days of coming into care, the second within 3 months of the first, later ones within 6 months of the one before. A review is not counted when the child left care or turned 18 on or before the day it was due.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33',
  version: 1,
  unit: 'percent',
  of: 'reviews',
  window: twelveMonths,
  async cases({ db, authorityId, window }) {
    const rows = await db
      .selectFrom('clock_occurrence as clock')
      .innerJoin('child', (join) =>
        join.onRef('child.authority_id', '=', 'clock.authority_id').onRef('child.child_id', '=', 'clock.child_id'))
      // An ending after the due date came too late to change what was so at its close.
      .select([
        'child.child_id', 'child.code', sql<number>`count(*)`.as('due'),
        sql<number>`count(*) filter (where ending = 'met' and ended_on <= due_on)`.as('held'),
        sql<number>`count(*) filter (where ending = 'not required' and ended_on <= due_on)`.as('not_required'),
        sql<number>`count(*) filter (where ending = 'cannot tell' and (ended_on is null or ended_on <= due_on))`.as('cannot_tell'),
      ])
      .where('clock.authority_id', '=', authorityId)
      .where('clock.rule', 'in', ['review-1', 'review-2', 'review-n'])
      .where('clock.due_on', '>=', day(window.from ?? window.to))
      .where('clock.due_on', '<=', day(window.to))
      .groupBy(['child.child_id', 'child.code'])
      .orderBy('child.code')
      .execute()
    return rows.flatMap(({ child_id: childId, code, due, held, not_required, cannot_tell }) => {
      const child = { childId, code }
      return [
        ...Array.from({ length: held }, () => counts(child)),
        ...Array.from({ length: due - held - not_required - cannot_tell }, () => doesNotCount(child)),
        ...Array.from({ length: cannot_tell }, () => leftOut(child, 'the returns held do not say whether it was held')),
      ]
    })
  },
}
