import { addMonths, ageOn, type LocalDate } from '../core/time/localDate.ts'
import { childrenInCare, day, type ChildInCare } from './inCare.ts'
import { counts, doesNotCount, leftOut, snapshot, type Case, type Measure, type MeasureQuestion } from './measure.ts'

const placedForAdoption = new Set(['A3', 'A4', 'A5', 'A6'])

/** Stability: two years in the same home, for those long in care. */
export const longTermStability: Measure = {
  id: 'long-term-stability',
  title: 'Two years in the same home',
  definition:
    'Of children under 16 in care for at least two and a half years at the close of the day, those who have lived in the same home (same carer) for at least two years, or are placed for adoption and have been in that home and the one before it for two years together.',
  source: 'Haringey corporate parenting pack (stability-2y); DfE placement stability. DfE says same carer, the pack same placement: same carer is used.',
  version: 1,
  unit: 'percent',
  of: 'children',
  window: snapshot,
  async cases(question) {
    const on = question.window.to
    const longInCare = addMonths(on, -30)
    const longAtHome = addMonths(on, -24)
    const children = await childrenInCare(question, on)
    const before = await startOfHomeBefore(question, children.filter((child) => isPlaced(child)))
    return children.flatMap((child): readonly Case[] => {
      if (child.bornOn === null) return [leftOut(child, 'the date of birth is not held')]
      if (ageOn(child.bornOn, on) >= 16) return []
      if (child.inCareSince > longInCare) {
        return child.startKnown ? [] : [leftOut(child, 'the day the child came into care is not held')]
      }
      const since = isPlaced(child) ? (before.get(child.childId) ?? child.homeSince) : child.homeSince
      if (since <= longAtHome) return [counts(child)]
      // The first known home of a period whose start is not known may have begun long before.
      if (!child.startKnown && since === child.inCareSince) return [leftOut(child, 'the day this home began is not held')]
      return [doesNotCount(child)]
    })
  },
}

const isPlaced = (child: ChildInCare): boolean => child.placementType !== null && placedForAdoption.has(child.placementType)

/** When the home before the present one began, for children placed for adoption. */
async function startOfHomeBefore(
  { db, authorityId }: MeasureQuestion, children: readonly ChildInCare[],
): Promise<ReadonlyMap<string, LocalDate>> {
  const starts = new Map<string, LocalDate>()
  if (children.length === 0) return starts
  const wanted = new Map(children.map((child) => [child.childId, child]))
  const homes = await db
    .selectFrom('home')
    .select(['child_id', 'period_number', 'number', 'from_on'])
    .where('authority_id', '=', authorityId)
    .where('child_id', 'in', [...wanted.keys()])
    .where('from_on', '<', day(children.reduce((latest, child) => (child.homeSince > latest ? child.homeSince : latest), children[0]?.homeSince ?? (0 as LocalDate))))
    .execute()
  for (const home of homes) {
    const child = wanted.get(home.child_id)
    if (child !== undefined && home.period_number === child.periodNumber && home.number === child.homeNumber - 1) {
      starts.set(home.child_id, home.from_on)
    }
  }
  return starts
}
