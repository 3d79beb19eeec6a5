/** Ofsted's list of registered providers, which an authority may give beside a return. */
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { EpisodeRow } from './rows.ts'

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

/** Stands where a URN would for a provider that has none: a regional adoption agency, earlier also one of CQC's or ISI's. */
export const NO_URN = 'XXXXXXX'

/** Whether an episode gives a number of Ofsted's: blank and the seven X are none. */
export function givesUrn({ URN }: Pick<EpisodeRow, 'URN'>): boolean {
  return URN !== '' && URN !== NO_URN
}

/** The provider an episode names, undefined when it names none or one that the list does not hold (rule 1008 says so). */
export function providerOf(row: Pick<EpisodeRow, 'URN'>, providers: Providers): Provider | undefined {
  return givesUrn(row) ? providers.find(row.URN) : undefined
}

/** Whether a provider was registered on a day; a date that the list does not give is no bound. */
export function isRegisteredOn({ registeredOn, closedOn }: Provider, day: LocalDate): boolean {
  return (registeredOn === null || registeredOn <= day) && (closedOn === null || day <= closedOn)
}

/**
 * Whether a provider may appear under a placement provider code; true when the list does not say. What is its own
 * authority's provision (PR1) to one is another authority's (PR2) to the next: which of the two it is rule 229 asks.
 */
export function mayAppearUnder({ providerCodes }: Provider, code: string): boolean {
  if (providerCodes.length === 0 || providerCodes.includes(code)) return true
  return (code === 'PR1' && providerCodes.includes('PR2')) || (code === 'PR2' && providerCodes.includes('PR1'))
}
