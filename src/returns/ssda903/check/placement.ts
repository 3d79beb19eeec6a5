/** What the return no longer supplies and the rules still speak of: worked out from the two postcodes (format notes 2.2). */
import type { CheckContext } from './context.ts'
import type { Place, Places } from './places.ts'
import type { EpisodeRow } from './rows.ts'

type Postcodes = Pick<EpisodeRow, 'HOME_POST' | 'PL_POST'>

export interface DerivedPlacement {
  /** PL_LA: DfE number of the authority where the child lives, or WAL, SCO, NIR, NUK; null when the postcode is not found. */
  readonly authority: string | null
  /** PL_LOCATION: inside or outside the authority whose return it is; null when either is not known. */
  readonly location: 'IN' | 'OUT' | null
  /** PL_DISTANCE: miles in a straight line from home, to 0.1; null when either postcode has no grid reference. */
  readonly distance: number | null
}

/** Metres in a mile as the return counts them. */
const MILE = 1609.3

/** A postcode of Northern Ireland: of the directory we may hold it is no part, so only its area (BT) can be told. */
const NORTHERN_IRELAND: Place = { authority: 'NIR', east: null, north: null }

/** Where Ofsted registers nobody, as PL_LA writes it; CON is how the directory writes the Channel Islands and the Isle of Man. */
const OUTSIDE_ENGLAND: ReadonlySet<string> = new Set(['WAL', 'SCO', 'NIR', 'NUK', 'CON'])

/** What the postcodes of an episode say. Reads HOME_POST and PL_POST; needs the postcode directory. */
export function derivedPlacement(row: Postcodes, context: Pick<CheckContext, 'places' | 'authority'>): DerivedPlacement {
  return {
    authority: placementAuthority(row, context),
    location: placementLocation(row, context),
    distance: placementDistance(row, context),
  }
}

/** PL_LA alone, for rules that ask no more. Reads PL_POST; needs the postcode directory. */
export function placementAuthority({ PL_POST }: Pick<Postcodes, 'PL_POST'>, { places }: Pick<CheckContext, 'places'>): string | null {
  return placeOf(PL_POST, places)?.authority ?? null
}

/** PL_LOCATION alone. Reads PL_POST; needs the postcode directory and the authority. */
export function placementLocation(
  row: Pick<Postcodes, 'PL_POST'>,
  context: Pick<CheckContext, 'places' | 'authority'>,
): DerivedPlacement['location'] {
  const there = placementAuthority(row, context)
  if (there === null || context.authority === '') return null
  return there === context.authority ? 'IN' : 'OUT'
}

/** PL_DISTANCE alone. Reads HOME_POST and PL_POST; needs the postcode directory. */
export function placementDistance({ HOME_POST, PL_POST }: Postcodes, { places }: Pick<CheckContext, 'places'>): number | null {
  // Two like postcodes are no distance apart, but only of a postcode that exists.
  const home = placeOf(HOME_POST, places)
  return home === undefined ? null : distanceBetween(home, placeOf(PL_POST, places))
}

/** Whether a child in a placement of that authority (PL_LA) lives outside England; false when it is not known where. */
export function isOutsideEngland(authority: string | null): boolean {
  return authority !== null && OUTSIDE_ENGLAND.has(authority)
}

/**
 * Whether a postcode is given that the directory does not hold. A postcode of Northern Ireland never is: those have terms
 * of use of their own and may be left out of the directory, so not finding one says nothing.
 */
export function isUnknownPostcode(postcode: string, places: Places): boolean {
  return postcode !== '' && placeOf(postcode, places) === undefined
}

/** Whether both postcodes are given and are the same, however they are spaced. */
export function isSamePostcode(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  return one === other || one.replaceAll(' ', '') === other.replaceAll(' ', '')
}

function placeOf(postcode: string, places: Places): Place | undefined {
  if (postcode === '') return undefined
  return places.find(postcode) ?? (isOfNorthernIreland(postcode) ? NORTHERN_IRELAND : undefined)
}

/** BT and a digit: no other postcode area begins with these letters. Five to eight characters, its space counted. */
function isOfNorthernIreland(postcode: string): boolean {
  const digit = postcode.charAt(2)
  return postcode.startsWith('BT') && digit >= '0' && digit <= '9' && postcode.length >= 6 && postcode.length <= 8
}

function distanceBetween(a: Place, b: Place | undefined): number | null {
  if (b === undefined || a.east === null || a.north === null || b.east === null || b.north === null) return null
  return Math.round((Math.hypot(a.east - b.east, a.north - b.north) / MILE) * 10) / 10
}
