/** The children in care at the close of a day: the ground of every snapshot. */
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { ChildId } from '../core/facts/factType.ts'
import { addDays, addMonths, formatIso, type LocalDate } from '../core/time/localDate.ts'
import type { Tables } from '../store/tables.ts'
import type { MeasureQuestion } from './measure.ts'

export interface ChildInCare {
  readonly childId: ChildId
  readonly code: string
  readonly bornOn: LocalDate | null
  readonly inCareSince: LocalDate
  /** False when the child was in care before `inCareSince`, since a day that is not held. */
  readonly startKnown: boolean
  readonly homeSince: LocalDate
}

/** A date as SQL reads it. */
export const day = (date: LocalDate): Expression<LocalDate> => sql<LocalDate>`${formatIso(date)}::date`

type Standings = ExpressionBuilder<Tables, 'standing'>

/**
 * Keeps the database from sending children who are plainly too old: all who may be under an age on a day, those without a
 * date of birth, and a few around the birthday, which `ageOn` alone decides.
 */
export const mayBeUnder = (eb: Standings, age: number, on: LocalDate): Expression<SqlBool> =>
  eb.or([eb('born_on', 'is', null), eb('born_on', '>', day(addDays(addMonths(on, -12 * age), -2)))])

/**
 * Every child with an open period of care at the close of the day, by code; series of short breaks (V3, V4) are none.
 * `only` narrows them in the database, for a measure that needs few of them.
 */
export async function childrenInCare(
  { db, authorityId }: MeasureQuestion, on: LocalDate, only: (eb: Standings) => Expression<SqlBool> = (eb) => eb.and([]),
): Promise<readonly ChildInCare[]> {
  const rows = await db
    .selectFrom('standing')
    .select(['child_id', 'code', 'born_on', 'in_care_since', 'start_known', 'home_since'])
    .where('authority_id', '=', authorityId)
    .where('to_on', '>', day(on))
    .where('from_on', '<=', day(on))
    .where(only)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    childId: row.child_id, code: row.code, bornOn: row.born_on, inCareSince: row.in_care_since,
    startKnown: row.start_known, homeSince: row.home_since,
  }))
}
