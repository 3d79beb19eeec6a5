/** A record's values as plain JSON and back, by its declaration: how the store keeps it and how an export writes it. */
import { formatIso, parseIsoDate, type LocalDate } from '../time/localDate.ts'
import type { RecordType, RecordValue, ValuesOf } from './recordType.ts'

export type Content = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

/** Days as `2026-03-03`, everything else as it is. */
export function contentOf(type: RecordType, values: Readonly<Record<string, RecordValue>>): Content {
  return Object.fromEntries(Object.entries(type.fields).map(([field, { kind }]) => {
    const value = values[field] ?? null
    return [field, kind === 'day' && value !== null ? formatIso(value as LocalDate) : value]
  }))
}

/** Fields that a record written by an older declaration does not have are null. Throws RangeError for a day that is none. */
export function valuesOf<T extends RecordType>(type: T, content: Content): ValuesOf<T> {
  return Object.fromEntries(Object.entries(type.fields).map(([field, { kind }]) => {
    const value = content[field] ?? null
    if (kind !== 'day' || value === null) return [field, value]
    const day = parseIsoDate(String(value))
    if (day === undefined) throw new RangeError(`${type.name}: ${field} holds no day: ${String(value)}`)
    return [field, day]
  })) as ValuesOf<T>
}
