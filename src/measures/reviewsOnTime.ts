import type { LocalDate } from '../core/time/localDate.ts'
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
      switch (stateAtDue(row.ending, row.ended_on, row.due_on)) {
        case 'met': return [counts(child)]
        case 'open': return [doesNotCount(child)]
        case 'cannot tell': return [leftOut(child, 'the returns held do not say whether it was held')]
        case 'not required': return []
      }
    })
  },
}

/** How the clock stood at the close of its due date: with an ending after that day it was still open. */
function stateAtDue(ending: string, endedOn: LocalDate | null, dueOn: LocalDate | null): 'met' | 'open' | 'cannot tell' | 'not required' {
  if (endedOn !== null && dueOn !== null && endedOn > dueOn) return 'open'
  switch (ending) {
    case 'met':
    case 'open':
    case 'not required':
    case 'cannot tell':
      return ending
    default:
      throw new RangeError(`a review clock cannot end as "${ending}"`)
  }
}
