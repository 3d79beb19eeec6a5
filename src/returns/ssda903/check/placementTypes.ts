/** Kinds of placement that the rules about providers set apart (PLACE; the guide to the return, placement type). */
import { isTemporary } from './care.ts'
import type { EpisodeRow } from './rows.ts'

type Placement = Pick<EpisodeRow, 'PLACE'>

/** Adoption and fostering: the URN is that of the service or agency, and the child lives with a family elsewhere. */
const withFamilies: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'])

/** Settings on whose premises the child lives, of kinds that Ofsted inspects. */
const settings: ReadonlySet<string> = new Set(['K1', 'K2', 'K3', 'R3', 'S1'])

/** Other placements: Z1 until 2025, Z11 to Z14 since. */
const others: ReadonlySet<string> = new Set(['Z1', 'Z11', 'Z12', 'Z13', 'Z14'])

/** Placed for adoption, or in foster care. */
export function isWithFamily({ PLACE }: Placement): boolean {
  return withFamilies.has(PLACE)
}

/** In foster care, U1 to U6. */
export function isFostered({ PLACE }: Placement): boolean {
  return PLACE.startsWith('U') && withFamilies.has(PLACE)
}

/** A children's home, supported accommodation, family centre or residential school. */
export function isSetting({ PLACE }: Placement): boolean {
  return settings.has(PLACE)
}

/** Temporary and other placements: no placement provider is given for these (the guide, placement provider). */
export function hasNoProvider(row: Placement): boolean {
  return isTemporary(row) || others.has(row.PLACE)
}
