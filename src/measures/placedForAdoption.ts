/** Placed for adoption: with the current foster carer or another family, with consent or a placement order (903 codes A3 to A6). */
export const placedForAdoption = ['A3', 'A4', 'A5', 'A6'] as const

const codes: ReadonlySet<string> = new Set(placedForAdoption)

/** Whether a placement type is a placement for adoption. */
export const isPlacedForAdoption = (placementType: string | null): boolean => placementType !== null && codes.has(placementType)
