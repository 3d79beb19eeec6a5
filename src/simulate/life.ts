/**
 * A simulated child: everything that ever happens to them in the return's terms, the future included. What a return of
 * some year, or an extract on some day, would hold of it is `returnRows`.
 *
 * Codes are those of the newest year (K3, Z11, M and F); `returnRows` gives each year the codes it had.
 */
import type { ValuesOf } from '../core/facts/factType.ts'
import type { FactName, FactTypes } from '../core/facts/factTypes.ts'
import type { LocalDate } from '../core/time/localDate.ts'

/** The values of one fact, without its id. */
export type Values<N extends FactName> = ValuesOf<FactTypes[N]>

export interface Authority {
  /** DfE number of an invented authority: 990 to 995, or four digits. */
  readonly code: string
  readonly name: string
}

/** From coming into care to leaving it; `to` is the day of leaving (DEC of the last episode). */
export interface Stay {
  readonly kind: 'care' | 'short breaks'
  readonly from: LocalDate
  readonly to: LocalDate
  /** Why it ended (REC of the last episode). */
  readonly reason: string
}

/** Who the child is, from birth. */
export interface Person {
  readonly code: string
  readonly bornOn: LocalDate
  readonly sex: 'M' | 'F'
  readonly ethnicity: string
  /** From school age; before it, and for some who came from abroad, a UN code stands in the return. */
  readonly upn: string
  readonly firstChildBornOn: LocalDate | null
  readonly unaccompanied: boolean
}

export interface Life extends Person {
  readonly stays: readonly Stay[]
  /** Day the unaccompanied status ends, for those who have it. */
  readonly unaccompaniedUntil: LocalDate | null
  readonly episodes: readonly Values<'episode'>[]
  readonly reviews: readonly Values<'review'>[]
  readonly missing: readonly Values<'missing_episode'>[]
  readonly workers: readonly Values<'social_worker_episode'>[]
  readonly adoptionDecisions: readonly Values<'adoption_decision'>[]
  /** Known in the return of the year of the order, whose day stands beside it. */
  readonly adoption: { readonly orderedOn: LocalDate; readonly values: Values<'adoption'> } | null
  /** What each stay says of permanence arrangements before it; a return holds the last one begun. */
  readonly previousPermanence: readonly { readonly from: LocalDate; readonly values: Values<'previous_permanence'> }[]
  readonly deprivationOrders: readonly Values<'deprivation_of_liberty_order'>[]
  /** One for each collection year at whose end the child has been looked after for 12 months. */
  readonly outcomes: readonly Values<'outcomes_year'>[]
  /** Care leavers: with the birthday each is about. */
  readonly leaverYears: readonly { readonly birthday: LocalDate; readonly values: Values<'care_leaver_year'> }[]
}

/** The longest care stay runs to the 18th birthday, and leavers are reported on to the 21st. */
export const lastReportedBirthday = 21
