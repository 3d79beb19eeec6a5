/**
 * The legal and the physical dimension of permanence (domain 2.1), each on its own. The relational one is recorded and
 * challenged by people, never computed.
 */
import type { LegalPermanence, PhysicalPermanence } from './evidence.ts'
import type { Route } from './routes.ts'

/** Places nobody is expected to stay, however long it lasts: temporary, secure, hospital, assessment, custody. */
const notToStay = /^(T[0-4]|K1|R2|R3|R5)$/

/** Whether a placement type is long-term fostering (U1, U4): in the return, the only trace of an approved match. */
export const isLongTermMatch = (placementType: string | null): boolean => placementType === 'U1' || placementType === 'U4'

/** Whether the child lives with the people who are to adopt them (A3 to A6). */
export const isPlacedForAdoption = (placementType: string | null): boolean =>
  placementType === 'A3' || placementType === 'A4' || placementType === 'A5' || placementType === 'A6'

/** Whether the child lives in supported accommodation, or under the codes that came before it (H5, P2). */
export const isSupportedLiving = (placementType: string | null): boolean =>
  placementType === 'K3' || placementType === 'H5' || placementType === 'P2'

/**
 * How far the legal side is secured for the route.
 *
 * - Adoption is secured only by the order, which ends care. Until then a placement order (E1), a freeing order (D1), a
 *   care order, or a placement by consent is interim.
 * - A full care order (C2) secures the rest until 18, the authority holding parental responsibility; with the child at
 *   home (P1) it may no longer be needed.
 * - Single accommodation (V2) secures nothing by itself, for a parent may end it any day; but with an approved long-term
 *   match it is the legal basis of long-term fostering (domain 2.3: care order or section 20).
 * - An interim care order (C1) is interim. So is E1 or D1 once the plan for adoption is dropped, until it is revoked.
 * - Police protection, emergency and assessment orders, remand and sentence last days or serve something else: none.
 */
export function legalPermanence(
  route: Route | null, placementType: string | null, legalStatus: string | null,
): LegalPermanence {
  if (route === 'adoption' && (legalStatus === 'C2' || isPlacedForAdoption(placementType))) return 'interim'
  switch (legalStatus) {
    case 'C2':
      return placementType === 'P1' ? 'secured but may no longer be needed' : 'secured'
    case 'V2':
      return route === 'foster-ltf' || route === 'kin-foster-ltf' ? 'secured' : 'none'
    case 'C1':
    case 'E1':
    case 'D1':
      return 'interim'
    default:
      return 'none'
  }
}

/**
 * How far the child lives where they are expected to stay.
 *
 * A long-term fostering code is the match; so is being placed for adoption, though only the order makes it permanent.
 * Anywhere else a year in one home is settled, unless it is a place nobody is expected to stay, or of no known type.
 */
export function physicalPermanence(placementType: string | null, yearInHome: boolean): PhysicalPermanence {
  if (isLongTermMatch(placementType) || isPlacedForAdoption(placementType)) return 'matched'
  return yearInHome && placementType !== null && !notToStay.test(placementType) ? 'settled, not matched' : 'unsettled'
}
