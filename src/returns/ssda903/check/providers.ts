/** Ofsted's list of registered providers, which an authority may give beside a return. */
import type { LocalDate } from '../../../core/time/localDate.ts'

export interface Provider {
  readonly urn: string
  /** Placement types its registration allows (U1 …); empty when the list does not say. */
  readonly places: readonly string[]
  /** Placement provider codes it may appear under, seen from its own authority (PR1 …); empty when not said. */
  readonly providerCodes: readonly string[]
  /** DfE numbers of the authorities in which it has premises; empty when not said. */
  readonly authorities: readonly string[]
  /** Postcode of its premises; '' when not said. */
  readonly postcode: string
  readonly registeredOn: LocalDate | null
  readonly closedOn: LocalDate | null
}

export interface Providers {
  /** Undefined when the list does not hold the number. */
  find(urn: string): Provider | undefined
}
