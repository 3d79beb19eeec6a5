import { childrenInCare, day } from './inCare.ts'
import { counts, doesNotCount, twelveMonths, type Measure } from './measure.ts'

/** Instability: three or more placements within a year. */
export const threeOrMoreHomes: Measure = {
  id: 'three-or-more-placements',
  title: 'Three or more placements in 12 months',
  definition:
    'Of children in care at the close of the day, those who lived in three or more placements on any day of the 12 months that end on it, the one they were in at the start included. A placement is a run of episodes with the same carer; temporary absences (T0 to T4) are none.',
  source: 'Haringey corporate parenting pack (moves-3plus); DfE placement stability, children looked after',
  version: 1,
  unit: 'percent',
  of: 'children',
  window: twelveMonths,
  async cases(question) {
    const { db, authorityId, window } = question
    const children = await childrenInCare(question, window.to)
    const homes = await db
      .selectFrom('home')
      .innerJoin('period_of_care as period', (join) =>
        join
          .onRef('period.authority_id', '=', 'home.authority_id')
          .onRef('period.child_id', '=', 'home.child_id')
          .onRef('period.number', '=', 'home.period_number'))
      .select((eb) => ['home.child_id', eb.fn.countAll<number>().as('homes')])
      .where('home.authority_id', '=', authorityId)
      .where('period.kind', '=', 'care')
      .where('home.to_on', '>', day(window.from ?? window.to))
      .where('home.from_on', '<=', day(window.to))
      .groupBy('home.child_id')
      .execute()
    const number = new Map(homes.map((row) => [row.child_id, row.homes]))
    return children.map((child) => ((number.get(child.childId) ?? 0) >= 3 ? counts(child) : doesNotCount(child)))
  },
}
