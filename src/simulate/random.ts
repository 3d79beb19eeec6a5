/**
 * Seeded chance. Two algorithms, both public domain and small enough to read:
 *
 * - FNV-1a (32 bit) turns words such as a seed, an authority and a child's number into a starting state;
 * - sfc32 (Chris Doty-Humphrey, PractRand: 128 bits of state, passes BigCrush) gives the numbers.
 *
 * Every child has streams of their own, opened from names. So no child's life depends on how many others there are, or
 * on the order in which they are made, and the same seed gives the same borough on every machine: only 32-bit integer
 * arithmetic, and of floating point only what IEEE 754 fixes exactly, save `Math.log` and `Math.exp` in `spread`,
 * whose results are rounded to whole days at once.
 */

export interface Chance {
  /** The next number, from 0 up to but not including 1. */
  next(): number
}

/** Opens a stream from names; the same names always give the same stream. */
export function stream(...names: readonly (string | number)[]): Chance {
  const text = names.join('\u0001')
  let a = hash(text, 0x811c9dc5)
  let b = hash(text, 0x9e3779b9)
  let c = hash(text, 0x85ebca6b)
  let counter = 1
  const step = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  // Twelve rounds let every bit of the state reach every other, as the algorithm's author does when seeding.
  for (let i = 0; i < 12; i += 1) step()
  return { next: () => step() / 4294967296 }
}

function hash(text: string, basis: number): number {
  let h = basis | 0
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  // Finalisation of MurmurHash3, because FNV alone leaves neighbouring names with alike high bits.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}

/** True with a probability from 0 to 1. */
export function happens(chance: Chance, probability: number): boolean {
  return chance.next() < probability
}

/** A whole number from `least` to `most`, both included, each as likely. */
export function whole(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance.next() * (most - least + 1))
}

/** One of the items, each as likely. Throws on an empty list. */
export function oneOf<T>(chance: Chance, items: readonly T[]): T {
  const item = items[Math.floor(chance.next() * items.length)]
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

/** What is chosen with which weight; the weights need not add up to anything. */
export type Weighted<T> = readonly (readonly [T, number])[]

/** One of the items by weight. */
export function weighted<T>(chance: Chance, items: Weighted<T>): T {
  return atShare(items, chance.next())
}

/** The item that a share (0 to 1) of the whole weight falls on. */
export function atShare<T>(items: Weighted<T>, share: number): T {
  let rest = share * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    rest -= weight
    if (rest < 0) return item
  }
  const last = items.findLast(([, weight]) => weight > 0)
  if (last === undefined) throw new RangeError('nothing to choose from')
  return last[0]
}

/**
 * Whole days around a median: half fall below, and the spread is multiplicative (a lognormal), as lengths of stays
 * are. `sigma` 0.3 keeps two thirds within about a third of the median; 1 spreads them between a third and thrice.
 */
export function spread(chance: Chance, median: number, sigma: number): number {
  // Sum of six uniforms less three: near enough normal, and without the far tail that would make absurd stays.
  let z = -3
  for (let i = 0; i < 6; i += 1) z += chance.next()
  return Math.max(0, Math.round(median * Math.exp(sigma * z * Math.SQRT2)))
}
