import { childrenInCare, day } from './inCare.ts'
import { counts, doesNotCount, leftOut, twelveMonths, type Measure } from './measure.ts'

/** Instability: three or more placements within a year. */
export const threeOrMoreHomes: Measure = {
  id: 'three-or-more-placements',
  title: 'Three or more placements in 12 months',
  definition:
    'Of children in care at the close of the day, the share who lived in three or more placements during the 12 months that end on it, counting the one they were in on the first day and those of an earlier time in care. Staying with the same carer is one placement whatever else changes, also when foster carers adopt. Stays in hospital, on holiday and the like (T0 to T4) are not counted.',
  source: 'Haringey corporate parenting pack (moves-3plus); DfE, children looked after in England: placement stability',
  version: 1,
  unit: 'percent',
  of: 'children',
  window: twelveMonths,
  async cases(question) {
    const { db, authorityId, window } = question
    const from = window.from ?? window.to
    const children = await childrenInCare(question, window.to)
    const homes = await db
      .selectFrom('home')
      .select('child_id')
      .where('authority_id', '=', authorityId)
      .where('to_on', '>', day(from))
      .where('from_on', '<=', day(window.to))
      // A period may begin in a temporary placement: its home for the time being, but none that is counted.
      .where((eb) => eb.or([eb('placement_type', 'is', null), eb('placement_type', 'not in', ['T0', 'T1', 'T2', 'T3', 'T4'])]))
      .groupBy('child_id')
      .having((eb) => eb(eb.fn.countAll<number>(), '>=', 3))
      .execute()
    const many = new Set(homes.map((row) => row.child_id))
    return children.map((child) => {
      if (many.has(child.childId)) return counts(child)
      if (!child.startKnown && child.inCareSince > from) return leftOut(child, 'where the child lived earlier in the 12 months is not held')
      return doesNotCount(child)
    })
  },
}
