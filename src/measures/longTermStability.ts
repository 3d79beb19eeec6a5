import { addMonths, ageOn, type LocalDate } from '../core/time/localDate.ts'
import { childrenInCare, day, mayBeUnder } from './inCare.ts'
import { counts, doesNotCount, leftOut, snapshot, type Case, type Measure, type MeasureQuestion } from './measure.ts'
import { isPlacedForAdoption, placedForAdoption } from './placedForAdoption.ts'

/** Stability: two years in the same home, for those long in care. */
export const longTermStability: Measure = {
  id: 'long-term-stability',
  title: 'Two years in the same home',
  definition:
    'Of children under 16 who at the close of the day had been in care without a break for two and a half years or more, the share who had lived with the same carer for two years or more. A child who moved to live with adopters counts when that home and the one before it make two years together. Stays in hospital, on holiday and the like (T0 to T4) do not end a home.',
  source: 'DfE, children looked after in England: placement stability; Haringey corporate parenting pack (stability-2y). The DfE says same carer, the pack same placement: same carer is used.',
  version: 1,
  unit: 'percent',
  of: 'children',
  window: snapshot,
  async cases(question) {
    const on = question.window.to
    // The same day of the month so many months before, or the last of a shorter month: whoever came then has been there as long.
    const longInCare = addMonths(on, -30)
    const longAtHome = addMonths(on, -24)
    const children = await childrenInCare(question, on, (eb) =>
      eb.and([mayBeUnder(eb, 16, on), eb.or([eb('in_care_since', '<=', day(longInCare)), eb('start_known', '=', false)])]))
    const joined = await homesJoined(question, on)
    return children.flatMap((child): readonly Case[] => {
      if (child.bornOn === null) return [leftOut(child, 'the date of birth is not held')]
      if (ageOn(child.bornOn, on) >= 16) return []
      if (child.inCareSince > longInCare) return [leftOut(child, 'the day the child came into care is not held')]
      const since = joined.get(child.childId) ?? child.homeSince
      // A home that was there before the first day held has by now been held for long enough.
      return [since <= longAtHome ? counts(child) : doesNotCount(child)]
    })
  },
}

/**
 * For children who moved to live with adopters: since when they were in the home before. A child adopted by the foster
 * carers they already live with made no move, so that home is already counted whole.
 */
async function homesJoined({ db, authorityId }: MeasureQuestion, on: LocalDate): Promise<ReadonlyMap<string, LocalDate>> {
  const rows = await db
    .selectFrom('standing')
    .innerJoin('standing as moved_in', (join) =>
      join
        .onRef('moved_in.authority_id', '=', 'standing.authority_id')
        .onRef('moved_in.child_id', '=', 'standing.child_id')
        .onRef('moved_in.from_on', '=', 'standing.home_since'))
    .innerJoin('home as before', (join) =>
      join
        .onRef('before.authority_id', '=', 'standing.authority_id')
        .onRef('before.child_id', '=', 'standing.child_id')
        .onRef('before.period_number', '=', 'standing.period_number')
        .on((eb) => eb('before.number', '=', eb('standing.home_number', '-', 1))))
    .select(['standing.child_id', 'moved_in.placement_type', 'before.from_on'])
    .where('standing.authority_id', '=', authorityId)
    .where('standing.placement_type', 'in', placedForAdoption)
    .where('standing.to_on', '>', day(on))
    .where('standing.from_on', '<=', day(on))
    .execute()
  return new Map(rows.filter((row) => isPlacedForAdoption(row.placement_type)).map((row) => [row.child_id, row.from_on]))
}
