/** What the return no longer supplies and the rules still speak of: worked out from the two postcodes (format notes 2.2). */
import type { CheckContext } from './context.ts'
import type { EpisodeRow } from './rows.ts'

export interface DerivedPlacement {
  /** PL_LA: DfE number of the authority where the child lives, or WAL, SCO, NIR, CON; null when the postcode is not found. */
  readonly authority: string | null
  /** PL_LOCATION: inside or outside the authority whose return it is; null when either is not known. */
  readonly location: 'IN' | 'OUT' | null
  /** PL_DISTANCE: miles in a straight line from home, to 0.1; null when either postcode has no grid reference. */
  readonly distance: number | null
}

/** Metres in a mile as the return counts them. */
const MILE = 1609.3

/** What the postcodes of an episode say. Reads HOME_POST and PL_POST; needs the postcode directory. */
export function derivedPlacement({ HOME_POST, PL_POST }: EpisodeRow, { places, authority }: CheckContext): DerivedPlacement {
  const there = PL_POST === '' ? undefined : places.find(PL_POST)
  const home = HOME_POST === '' ? undefined : places.find(HOME_POST)
  const location = there === undefined || authority === '' ? null : there.authority === authority ? 'IN' : 'OUT'
  return { authority: there?.authority ?? null, location, distance: distanceBetween(home, there) }
}

function distanceBetween(a: ReturnType<CheckContext['places']['find']>, b: typeof a): number | null {
  if (a === undefined || b === undefined || a.east === null || a.north === null || b.east === null || b.north === null) return null
  return Math.round((Math.hypot(a.east - b.east, a.north - b.north) / MILE) * 10) / 10
}
