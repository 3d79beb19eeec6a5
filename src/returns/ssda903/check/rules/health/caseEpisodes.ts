/** Episodes that the worked cases of this folder share: who was looked after for the whole year to 31 March 2026. */

export const allYear = [{ DECOM: '10/02/2023', RNE: 'S', LS: 'C2' }] as const

/** Came into care in the year. */
export const partYear = [{ DECOM: '02/04/2025', RNE: 'S', LS: 'C2' }] as const

/** Nobody can tell whether this child was there all year. */
export const unreadableYear = [{ DECOM: '31/02/2023', RNE: 'S', LS: 'C2' }] as const
