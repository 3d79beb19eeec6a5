/** Invented places for the worked cases of rules that ask where a postcode lies. */
import type { Place } from '../../places.ts'

/**
 * From N22 1AA, in 309: N17 2BB is 3.1 miles off (5,000 m) in the same authority, EN1 3CC 10 miles (16,093 m) in 308,
 * CF10 4DD in Wales, ZE1 5EE 350.0 (563,255 m) and ZE2 6FF 350.1 miles (563,416 m) in Scotland; of JE2 7GG there is no
 * grid reference.
 */
export const casePlaces: Readonly<Record<string, Place>> = {
  'N22 1AA': { authority: '309', east: 530000, north: 190000 },
  'N17 2BB': { authority: '309', east: 533000, north: 194000 },
  'EN1 3CC': { authority: '308', east: 530000, north: 206093 },
  'CF10 4DD': { authority: 'WAL', east: 318000, north: 176000 },
  'ZE1 5EE': { authority: 'SCO', east: 530000, north: 753255 },
  'ZE2 6FF': { authority: 'SCO', east: 530000, north: 753416 },
  'JE2 7GG': { authority: 'NUK', east: null, north: null },
}
