/** Which route the return's codes point to on a day, and in which words (domain 2.3). */
import type { FactId } from '../facts/factType.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import type { AdoptionDecisionSpan } from './adoptionPlan.ts'
import { isPlacedForAdoption } from './dimensions.ts'
import type { Route } from './routes.ts'

/** What is known of a child on a day that can point to a route. */
export interface Situation {
  readonly placementType: string | null
  /** Since when the child has lived in this home under this placement type. */
  readonly typeSince: LocalDate
  readonly typeFactId: FactId
  readonly legalStatus: string | null
  readonly legalSince: LocalDate
  readonly legalFactId: FactId
  /** The decision for adoption that stands. */
  readonly decision: AdoptionDecisionSpan | null
  /** The latest reversal of a decision for adoption. */
  readonly reversal: { readonly on: LocalDate; readonly factId: FactId } | null
  /** Null when no date of birth is held. */
  readonly is16: boolean | null
}

export interface Pointer {
  readonly route: Route | null
  /** Why, in words, without the legal status. */
  readonly why: string
  /** The fact besides placement and legal status that it rests on. */
  readonly factId: FactId | null
}

/**
 * The route pointed to, by the first that holds:
 *
 * 1. Adoption: placed for adoption (A3 to A6), a placement or freeing order (E1, D1), or a decision that stands. First,
 *    because a plan for adoption that is hidden behind another code is a child waiting unseen; a decision that stands
 *    though the plan has changed is seen, and has to be reversed by the decision maker anyway. A reversal ends the
 *    pointer from that day: a placement or order from before it points nowhere any more, one from after it does.
 * 2. With parents (P1) under a care order.
 * 3. Long-term fostering: U1 with family or friends, U4 with others.
 * 4. Supported living: K3 (before it H5, P2) from 16.
 *
 * Anything else points nowhere. Early permanence (U2, U5) is a placement type, not an outcome; a residential home is long
 * term by a panel's decision, which the return does not hold.
 */
export function pointerOf(now: Situation): Pointer {
  const adoption = adoptionPointer(now)
  if (adoption !== null) return adoption
  const pointer = placementPointer(now)
  if (now.reversal === null) return pointer
  return {
    ...pointer,
    why: `${pointer.why}; the decision for adoption was reversed on ${formatLong(now.reversal.on)}`,
    factId: now.reversal.factId,
  }
}

function adoptionPointer(now: Situation): Pointer | null {
  const { decision, reversal } = now
  const counts = (since: LocalDate): boolean => decision !== null || reversal === null || since >= reversal.on
  const placed = isPlacedForAdoption(now.placementType) && counts(now.typeSince)
  const order = (now.legalStatus === 'E1' || now.legalStatus === 'D1') && counts(now.legalSince)
  if (!placed && !order && decision === null) return null

  const reasons: string[] = []
  if (placed) reasons.push(`placed for adoption (${now.placementType}) since ${formatLong(now.typeSince)}`)
  if (order) {
    const name = now.legalStatus === 'E1' ? 'placement order (E1)' : 'freeing order (D1)'
    reasons.push(`${name} since ${formatLong(now.legalSince)}`)
  }
  if (decision !== null) {
    reasons.push(`decision of ${formatLong(decision.decidedOn)} that the child should be placed for adoption`)
  }
  if (now.placementType === 'U1' || now.placementType === 'U4') {
    reasons.push(`though in long-term fostering (${now.placementType}) since ${formatLong(now.typeSince)}`)
  } else if (now.placementType === 'U2' || now.placementType === 'U5') {
    reasons.push(`in early permanence (${now.placementType}) since ${formatLong(now.typeSince)}`)
  }
  return { route: 'adoption', why: reasons.join(', '), factId: decision?.factId ?? null }
}

const codeIsTheMatch = 'the code is the only sign of the match in the return'

function placementPointer({ placementType, typeSince, legalStatus, is16 }: Situation): Pointer {
  const point = (route: Route | null, what: string, note: string | null = null): Pointer => ({
    route,
    why: `${what} since ${formatLong(typeSince)}${note === null ? '' : `: ${note}`}`,
    factId: null,
  })
  switch (placementType) {
    case null:
      return point(null, 'no placement type recorded')
    case 'P1':
      if (legalStatus === 'C1' || legalStatus === 'C2') return point('parent-under-care-order', 'with parents (P1)')
      return point(null, 'with parents (P1)', legalStatus === 'V2'
        ? 'the return does not allow this with single accommodation (V2)'
        : 'not under a care order')
    case 'U1':
      return point('kin-foster-ltf', 'long-term fostering with family or friends (U1)', codeIsTheMatch)
    case 'U4':
      return point('foster-ltf', 'long-term fostering (U4)', codeIsTheMatch)
    case 'U2':
    case 'U5':
      return point(
        null, `early permanence with carers who may adopt (${placementType})`, 'a kind of placement, not an outcome',
      )
    case 'U3':
      return point(null, 'fostered by family or friends (U3)', 'not long term')
    case 'U6':
      return point(null, 'fostered (U6)', 'not long term')
    case 'K3':
    case 'H5':
    case 'P2':
      if (is16 === true) return point('supported-living', `supported living (${placementType})`)
      return point(null, `supported living (${placementType})`, is16 === null ? 'age not known' : 'under 16')
    case 'K2':
    case 'S1':
    case 'R1':
      return point(null, `residential (${placementType})`, "a panel's decision that it is long term is not in the return")
    default:
      return point(null, `placement ${placementType}`, 'points to no route')
  }
}
