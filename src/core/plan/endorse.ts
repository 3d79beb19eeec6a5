/** A looked-after review endorses the plan: another state than being identified, with a day of its own. */
import { revised, type Change } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'
import { planType, type Plan } from './plan.ts'

/** Whether a review can endorse the plan: somebody has authorised it, and it has not been changed since. */
export const canBeEndorsed = ({ values: { status } }: Plan): boolean => status === 'authorised'

/**
 * The change by which a review held on a day endorses the plan (statutory guidance, Children Act 1989 volume 2: the plan for
 * permanence at the second, four-month review). Ask `canBeEndorsed` first: throws RangeError for a plan that nobody authorised.
 */
export function endorsePlan(plan: Plan, on: LocalDate, reviewId: string): Change {
  if (!canBeEndorsed(plan)) throw new RangeError('only an authorised plan can be endorsed')
  const { firstEndorsedOn } = plan.values
  return revised(planType, plan, {
    endorsedOn: on, endorsedAt: reviewId, firstEndorsedOn: firstEndorsedOn !== null && firstEndorsedOn < on ? firstEndorsedOn : on,
  })
}
