/** Family names and postcodes as they are compared. */

/** Without case, accents, spaces and marks: `O'Neill` and `ONEILL` are the same name. */
export function plainName(name: string): string {
  return name.normalize('NFD').toUpperCase().replaceAll(/[^\p{L}]/gu, '')
}

/**
 * The family names in a whole name: its last word, and each part of a double one. A family name alone is a whole name too.
 * Names that are written family name first are not told apart; the rule that uses this only asks somebody to look.
 */
export function familyNamesIn(name: string): readonly string[] {
  const last = name.trim().split(/\s+/).at(-1) ?? ''
  const parts = last.split(/[-‐–]/).map(plainName).filter((part) => part !== '')
  return parts.length > 1 ? [...parts, parts.join('')] : parts
}

/** `n8 9xx` and `N89XX` are the same; empty when there is none. */
export const plainPostcode = (postcode: string | null): string => (postcode ?? '').toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
