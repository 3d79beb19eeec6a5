/**
 * What the return's codes evidence about a child's way to permanence, from when (domain 2.1 and 2.3).
 *
 * Legal and physical permanence are kept apart; the relational one is never computed. Evidence is not a plan: the
 * return does not hold plans, so `route` is what the codes point to, or null when they point nowhere.
 */
import type { FactId } from '../facts/factType.ts'
import type { Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { Route } from './routes.ts'

export type LegalPermanence = 'none' | 'interim' | 'secured' | 'secured but may no longer be needed'
export type PhysicalPermanence = 'unsettled' | 'settled, not matched' | 'matched' | 'permanent'

/** A stretch over which the evidence stays the same. Covers each period of care from start to end without gaps. */
export interface PermanenceState extends Interval {
  readonly periodNumber: number
  readonly route: Route | null
  readonly legal: LegalPermanence
  readonly physical: PhysicalPermanence
  /** True from the first day on which the route counts as achieved (legal and physical both secured for it). */
  readonly achieved: boolean
  /** Why, in words, e.g. "placement order (E1) since 3 March 2025". */
  readonly because: string
  readonly factIds: readonly FactId[]
}

/** Permanence reached, by remaining in care (a long-term match) or by leaving it (an order, a planned return). */
export interface PermanenceAchieved {
  readonly periodNumber: number
  readonly route: Route
  readonly on: LocalDate
  readonly factId: FactId
}

export interface PermanenceEvidence {
  readonly states: readonly PermanenceState[]
  readonly achieved: readonly PermanenceAchieved[]
}
