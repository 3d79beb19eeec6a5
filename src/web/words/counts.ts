/** Numbers, as people read them. */
import type { MeasureAnswer } from '../../app/measures.ts'
import { withheldMark } from '../../core/figures/small.ts'

/** `1,204` */
export function whole(n: number): string {
  return n.toLocaleString('en-GB')
}

/** `1 child`, `4 children`. */
export function children(n: number): string {
  return `${whole(n)} ${n === 1 ? 'child' : 'children'}`
}

/** `1 row`, `4 rows`, with a plural that adds s. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${whole(n)} ${n === 1 ? noun : plural}`
}

/** `1st`, `2nd`, `11th`. */
export function ordinal(n: number): string {
  const tens = n % 100
  if (tens >= 11 && tens <= 13) return `${n}th`
  return `${n}${({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[n % 10] ?? 'th'}`
}

/** What the mark of a withheld figure means: shown wherever the mark is. */
export const withheldWords = `“${withheldMark}” stands for a figure of so few children (one to five, or all but so few) that it could say who they are.`

/** A measure's figure with its unit: `34`, `81.5%`, `412.0 days`; words when the denominator is 0. */
export function figureWords(value: number | null, unit: MeasureAnswer['unit']): string {
  if (value === null) return 'No figure'
  const one = value.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  switch (unit) {
    case 'percent': return `${one}%`
    case 'days': return `${one} days`
    case 'children': return whole(value)
  }
}

/** `2 to 5 years`-style ages: `under 1` before the first birthday, else completed years. */
export function ageWords(age: number | null): string {
  if (age === null) return 'Not known'
  return age < 1 ? 'Under 1' : String(age)
}

/** A size of a file: `812 bytes`, `4.2 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  if (bytes < 1_000_000) return `${whole(Math.round(bytes / 1000))} KB`
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}
