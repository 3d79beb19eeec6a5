/** The children in care at the close of a day: the ground of every snapshot. */
import type { ChildId } from '../core/facts/factType.ts'
import { sql } from 'kysely'
import { formatIso, type LocalDate } from '../core/time/localDate.ts'
import type { MeasureQuestion } from './measure.ts'

export interface ChildInCare {
  readonly childId: ChildId
  readonly code: string
  readonly bornOn: LocalDate | null
  readonly inCareSince: LocalDate
  readonly startKnown: boolean
  readonly placementType: string | null
  readonly homeSince: LocalDate
  readonly periodNumber: number
  readonly homeNumber: number
  readonly unaccompanied: boolean
}

/** A date as SQL reads it. */
export const day = (date: LocalDate) => sql<LocalDate>`${formatIso(date)}::date`

/** Every child with an open period of care at the close of the day; series of short breaks (V3, V4) are none. */
export async function childrenInCare({ db, authorityId }: MeasureQuestion, on: LocalDate): Promise<readonly ChildInCare[]> {
  const rows = await db
    .selectFrom('standing')
    .select([
      'child_id', 'code', 'born_on', 'in_care_since', 'start_known', 'placement_type', 'home_since', 'period_number',
      'home_number', 'unaccompanied',
    ])
    .where('authority_id', '=', authorityId)
    .where('to_on', '>', day(on))
    .where('from_on', '<=', day(on))
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    childId: row.child_id, code: row.code, bornOn: row.born_on, inCareSince: row.in_care_since,
    startKnown: row.start_known, placementType: row.placement_type, homeSince: row.home_since,
    periodNumber: row.period_number, homeNumber: row.home_number, unaccompanied: row.unaccompanied,
  }))
}
