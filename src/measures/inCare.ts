/** The children in care at the close of a day: the ground of every snapshot. */
import { sql, type Expression } from 'kysely'
import type { ChildId } from '../core/facts/factType.ts'
import { formatIso, type LocalDate } from '../core/time/localDate.ts'
import type { MeasureQuestion } from './measure.ts'

export interface ChildInCare {
  readonly childId: ChildId
  readonly code: string
  readonly bornOn: LocalDate | null
  readonly inCareSince: LocalDate
  /** False when the child was in care before `inCareSince`, since a day that is not held. */
  readonly startKnown: boolean
  readonly homeSince: LocalDate
  readonly unaccompanied: boolean
}

/** A date as SQL reads it. */
export const day = (date: LocalDate): Expression<LocalDate> => sql<LocalDate>`${formatIso(date)}::date`

/** Every child with an open period of care at the close of the day, by code; series of short breaks (V3, V4) are none. */
export async function childrenInCare({ db, authorityId }: MeasureQuestion, on: LocalDate): Promise<readonly ChildInCare[]> {
  const rows = await db
    .selectFrom('standing')
    .select(['child_id', 'code', 'born_on', 'in_care_since', 'start_known', 'home_since', 'unaccompanied'])
    .where('authority_id', '=', authorityId)
    .where('to_on', '>', day(on))
    .where('from_on', '<=', day(on))
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    childId: row.child_id, code: row.code, bornOn: row.born_on, inCareSince: row.in_care_since,
    startKnown: row.start_known, homeSince: row.home_since, unaccompanied: row.unaccompanied,
  }))
}
