/** Holding a file of `rules/` to its form: every fault stops the start with the file and the entry named. */
import { readFileSync } from 'node:fs'
import { parseIsoDate, type LocalDate } from '../core/time/localDate.ts'

/** What a JSON object of the rules says, before it is held to its form. */
export type Entry = Readonly<Record<string, unknown>>

/** A rules file as JSON. Throws an Error that names the file. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Reads a file that must say where its data is from and under what licence. */
export function readSourced(file: string, keys: readonly string[]): Entry {
  const whole = record(file, readJson(file), ['title', 'source', 'licence', 'notes', ...keys])
  text(`${file}: source`, whole['source'])
  text(`${file}: licence`, whole['licence'])
  return whole
}

/** An object, with no key but those named. Throws as `loadRules` does. */
export function record(at: string, value: unknown, keys?: readonly string[]): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, 'an object', value)
  const unknown = keys === undefined ? undefined : Object.keys(value).find((key) => !keys.includes(key))
  if (unknown !== undefined) throw new Error(`${at}: "${unknown}" is not known here; known are ${keys?.join(', ')}`)
  return value as Entry
}

/** A list. Throws as `loadRules` does. */
export function list(at: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(at, 'a list', value)
  return value
}

/** Text that is not empty. Throws as `loadRules` does. */
export function text(at: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw wrong(at, 'text', value)
  return value
}

/** A whole number above 0. Throws as `loadRules` does. */
export function count(at: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw wrong(at, 'a whole number above 0', value)
  return value
}

/** A collection year named by its end. Throws as `loadRules` does. */
export function year(at: string, value: unknown): number {
  const found = count(at, value)
  if (found < 1990 || found > 2100) throw wrong(at, 'a collection year such as 2026', value)
  return found
}

/** A calendar day written `2026-12-28`. Throws as `loadRules` does. */
export function date(at: string, value: unknown): LocalDate {
  const found = typeof value === 'string' ? parseIsoDate(value) : undefined
  if (found === undefined) throw wrong(at, 'a date such as "2026-12-28"', value)
  return found
}

/** What `read` gives, or null for what is left out. */
export function optional<T>(at: string, value: unknown, read: (at: string, value: unknown) => T): T | null {
  return value === undefined ? null : read(at, value)
}

/** The error for an entry that is not what it must be. */
export function wrong(at: string, wanted: string, value: unknown): Error {
  return new Error(`${at}: must be ${wanted}, it is ${value === undefined ? 'missing' : JSON.stringify(value)}`)
}
