/**
 * Words short enough to stand inside a band, by the codes of the return (LS, PLACE). The full label of the code set is
 * always in the table and in the mark's own title; these are for the drawing only. "Home" language, never "placement".
 */
import type { Look } from './timelineTypes.ts'

/** Two or three words, one word for a very short band, and how it is painted. */
const legal: Readonly<Record<string, readonly [string, string, Look]>> = {
  C1: ['Interim care order', 'Interim', 'legal interim'],
  C2: ['Care order', 'Care', 'legal full'],
  D1: ['Freeing order', 'Freeing', 'legal placement'],
  E1: ['Placement order', 'Placement', 'legal placement'],
  V2: ['Section 20', 's.20', 'legal agreement'],
  V3: ['Short breaks', 'Breaks', 'legal short breaks'],
  V4: ['Short breaks', 'Breaks', 'legal short breaks'],
  L1: ['Police protection', 'Police', 'legal emergency'],
  L2: ['Emergency protection', 'EPO', 'legal emergency'],
  L3: ['Assessment order', 'Assess.', 'legal emergency'],
  J1: ['Remand', 'Remand', 'legal justice'],
  J2: ['PACE', 'PACE', 'legal justice'],
  J3: ['Youth rehabilitation order', 'YRO', 'legal justice'],
}

const homes: Readonly<Record<string, readonly [string, Look]>> = {
  A3: ['Adoptive family, same carer', 'home adoptive'],
  A4: ['Adoptive family', 'home adoptive'],
  A5: ['Adoptive family, same carer', 'home adoptive'],
  A6: ['Adoptive family', 'home adoptive'],
  H5: ['Semi-independent', 'home supported'],
  K1: ["Secure children's home", 'home secure'],
  K2: ["Children's home", 'home children'],
  K3: ['Supported accommodation', 'home supported'],
  P1: ['With parents', 'home family'],
  P2: ['Living independently', 'home supported'],
  P3: ['Residential job', 'home supported'],
  R1: ['Residential care', 'home children'],
  R2: ['Hospital or nursing', 'home other'],
  R3: ['Family centre', 'home family'],
  R5: ['Young offender institution', 'home secure'],
  S1: ['Residential school', 'home children'],
  U1: ['Family or friends, long term', 'home family'],
  U2: ['Family or friends, early permanence', 'home early permanence'],
  U3: ['Family or friends', 'home family'],
  U4: ['Foster carer, long term', 'home foster'],
  U5: ['Foster carer, early permanence', 'home early permanence'],
  U6: ['Foster carer', 'home foster'],
  Z1: ['Other home', 'home other'], Z11: ['Other home', 'home other'], Z12: ['Other home', 'home other'],
  Z13: ['Other home', 'home other'], Z14: ['Other home', 'home other'],
}

/** A legal status in two or three words, then in one; nothing shorter than the full label when the code is not one we know. */
export function legalShort(code: string | null): readonly string[] {
  const known = code === null ? undefined : legal[code]
  return known === undefined ? [] : [known[0], known[1]]
}

/** How a legal status is painted. */
export function legalLook(code: string | null): Look {
  return (code === null ? undefined : legal[code]?.[2]) ?? 'legal other'
}

/** A home in two or three words; the full label when the code is not one we know. */
export function homeShort(code: string | null, full: string): string {
  return (code === null ? undefined : homes[code]?.[0]) ?? full
}

/** How a home is painted. */
export function homeLook(code: string | null): Look {
  return (code === null ? undefined : homes[code]?.[1]) ?? 'home other'
}
