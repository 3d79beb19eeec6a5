/** A held value as a form sends it: what a form is filled in with, and the way a value from a program goes (`readJson.ts`). */
import { yearMonthDay, type LocalDate } from '../time/localDate.ts'
import type { RecordField, RecordValue } from './recordType.ts'

/** Names and texts: a day in three, `choices` once for each, nothing for what was left out. */
export type Pairs = readonly (readonly [name: string, text: string])[]

/** The value of one field. */
export function typedOf(field: string, about: RecordField, value: RecordValue): Pairs {
  if (value === null) return []
  if (about.kind === 'day') return Object.entries(yearMonthDay(value as LocalDate)).map(([part, number]) => [`${field}-${part}`, String(number)] as const)
  if (typeof value === 'object') return value.map((one) => [field, one] as const)
  return [[field, value === true ? 'yes' : value === false ? 'no' : String(value)]]
}

/** The names under which a form sends a field. */
export const typedNames = (field: string, about: RecordField): readonly string[] =>
  about.kind === 'day' ? ['day', 'month', 'year'].map((part) => `${field}-${part}`) : [field]
