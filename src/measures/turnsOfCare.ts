/** Children whose care began or ended within a window: the ground of the measures of starters and leavers. */
import { sql } from 'kysely'
import { day } from './inCare.ts'
import { counts, leftOut, type Case, type MeasureQuestion } from './measure.ts'

/** Which end of a period of care is looked for, and why a child is left out when none of those ends is known for one. */
const turns = {
  'came in': { on: 'from_on', known: sql<boolean>`bool_or(period.start_known)`, unknown: 'the child was in care before the first day that is held, since when is not' },
  left: { on: 'to_on', known: sql<boolean>`bool_or(period.end_reason is not null)`, unknown: 'the record of care stops without a reason for leaving' },
} as const

/** One case a child, by code, however often care began or ended in the window (both days included); series of short breaks are none. */
export async function childrenWho(turn: keyof typeof turns, { db, authorityId, window }: MeasureQuestion): Promise<readonly Case[]> {
  const { on, known, unknown } = turns[turn]
  const rows = await db
    .selectFrom('period_of_care as period')
    .innerJoin('child', (join) =>
      join.onRef('child.authority_id', '=', 'period.authority_id').onRef('child.child_id', '=', 'period.child_id'))
    .select(['child.child_id', 'child.code', known.as('known')])
    .where('period.authority_id', '=', authorityId)
    .where('period.kind', '=', 'care')
    .where(`period.${on}`, '>=', day(window.from ?? window.to))
    .where(`period.${on}`, '<=', day(window.to))
    .groupBy(['child.child_id', 'child.code'])
    .orderBy('child.code')
    .execute()
  return rows.map((row) => {
    const child = { childId: row.child_id, code: row.code }
    return row.known ? counts(child) : leftOut(child, unknown)
  })
}
