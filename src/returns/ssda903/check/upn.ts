/** What a unique pupil number looks like. */

const ZERO = 48
const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9
const isLetter = (code: number): boolean => code >= 65 && code <= 90

/**
 * Whether a text in capitals has the form of a unique pupil number: a letter other than I, O and S and 12 digits, or
 * for a temporary number 11 digits and a letter (format notes 2.1). The check letter itself is not worked out: neither
 * the message of rule 168 nor the notes say that the return does, and a number must not be turned away on a guess.
 */
export function isUpn(text: string): boolean {
  if (text.length !== 13) return false
  const first = text.charCodeAt(0)
  if (!isLetter(first) || text.startsWith('I') || text.startsWith('O') || text.startsWith('S')) return false
  for (let at = 1; at < 12; at += 1) if (!isDigit(text.charCodeAt(at))) return false
  const last = text.charCodeAt(12)
  return isDigit(last) || isLetter(last)
}
