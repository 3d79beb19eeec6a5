/** Secrets that people copy by hand. */
import { randomInt } from 'node:crypto'

/** Letters and figures that nobody mistakes for one another when they are read out or written down. */
const plain = 'abcdefghjkmnpqrstuvwxyz23456789'

/** `abcde-fghjk`: groups of five random signs, each worth about 5 bits. */
export function plainSigns(groups: number): string {
  const group = (): string => Array.from({ length: 5 }, () => plain[randomInt(plain.length)] ?? '').join('')
  return Array.from({ length: groups }, group).join('-')
}
