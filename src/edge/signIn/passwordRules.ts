/**
 * Which passwords are refused. Length and a list of the most used, no rules of composition and no expiry: NIST SP 800-63B-4,
 * 3.1.1.2, and the National Cyber Security Centre's guidance on passwords say that these help and the others harm.
 */
import { fillers, words } from './commonPasswords.ts'

export const SHORTEST = 12
/** Longer than any phrase; a bound, so that nobody sends a book to be hashed. */
export const LONGEST = 200

/** What is wrong with a new password; null when it may be used. `names` are the person's own, which everybody knows. */
export function passwordFault(password: string, names: readonly string[]): 'short' | 'long' | 'common' | 'name' | null {
  const length = [...password].length
  if (length < SHORTEST) return 'short'
  if (length > LONGEST) return 'long'
  if (isCommon(password)) return 'common'
  const own = names.flatMap((name) => name.toLowerCase().split(/[\s@.]+/)).filter((part) => part.length >= 4)
  const rest = own.reduce((left, part) => left.replaceAll(part, ''), password.toLowerCase())
  return rest.length < SHORTEST / 2 && rest.length < length ? 'name' : null
}

/** Letters that stand for figures and signs in a password that means to look clever. */
const undisguised: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/**
 * Whether a password is made of nothing but much-used words, runs of the keyboard and repetition: `password1234`,
 * `qwertyuiop12`, `Welcome2025!`, `aaaaaaaaaaaa`. With the words taken out, little must be left.
 */
function isCommon(password: string): boolean {
  const low = password.toLowerCase().normalize('NFKC')
  if (new Set(low).size < 5) return true
  const plain = low.replaceAll(/[0134578@$!]/g, (sign) => undisguised[sign] ?? sign)
  return [low, plain].some((text) => left(text) < 4)
}

/** How much of a text is in none of the words, runs, years and signs that everybody uses. */
function left(text: string): number {
  const withoutWords = [...words, ...fillers].toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, '\0'), text)
  return withoutWords.replaceAll(/(19|20)\d\d|\d|[^\p{L}]/gu, '').length
}
