/** How the return writes sex: 1 or 2 up to a year, M, F or U after it; held always as M, F or U. */

/** The last collection year whose return writes sex as 1 or 2 (format notes, section 1). */
export const LAST_YEAR_OF_NUMBERED_SEX = 2024

const held: Readonly<Record<string, string>> = { '1': 'M', '2': 'F', M: 'M', F: 'F', U: 'U' }

/** Sex as held, of a code as written in capitals; undefined for any other code. */
export const sexOfCode = (code: string): string | undefined => (Object.hasOwn(held, code) ? held[code] : undefined)
