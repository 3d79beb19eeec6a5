/** A child in care on a day, in the few facts by which people know one: for what is written beside the facts. */
import type { Route } from '../permanence/routes.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface ChildInCare {
  readonly childId: string
  readonly code: string
  readonly bornOn: LocalDate
  readonly sex: 'female' | 'male' | null
  readonly ethnicity: string | null
  readonly inCareSince: LocalDate
  readonly legalStatus: string | null
  readonly legalStatusSince: LocalDate
  readonly placementType: string | null
  readonly homeSince: LocalDate
  /** What the return's codes point to. */
  readonly route: Route | null
  readonly achieved: boolean
  readonly unaccompanied: boolean
  /** Reviews held in this time in care, oldest first, each a fact of the return. */
  readonly reviews: readonly { readonly factId: string; readonly heldOn: LocalDate; readonly participation: string | null }[]
  readonly nextReviewDue: LocalDate | null
}
