/**
 * Reads what a program sends for the fields of a record type (their shape: `schema.ts`) into what a form would have sent, so
 * that `readForm` alone decides what is right. Only what a form cannot say is judged here: that a field is none, and that a
 * value is of the wrong kind of JSON. Nothing is dropped and nothing is guessed.
 */
import { parseIsoDate } from '../time/localDate.ts'
import type { FieldError } from './readForm.ts'
import type { RecordField, RecordType, RecordValue } from './recordType.ts'
import { typedOf, type Pairs } from './typed.ts'

export interface JsonReading {
  readonly pairs: Pairs
  /** At the fields as they were named; a field with a fault has no pairs. */
  readonly errors: readonly FieldError[]
}

/** `given`: what stands in the form to begin with. A field that `sent` does not name stays so; null empties it. */
export function readJson(
  type: RecordType, only: readonly string[], sent: Readonly<Record<string, unknown>>, given: Readonly<Record<string, RecordValue>>,
): JsonReading {
  const errors: FieldError[] = Object.keys(sent).filter((name) => !only.includes(name)).map((field) => ({ field, text: strange(type, field) }))
  const pairs: (readonly [string, string])[] = []
  for (const field of only) {
    const about = type.fields[field]
    if (about === undefined) continue
    const value = Object.hasOwn(sent, field) ? valueOf(about, sent[field]) : { value: given[field] ?? null }
    if ('wrong' in value) errors.push({ field, text: `${field} must be ${value.wrong}` })
    else pairs.push(...typedOf(field, about, value.value))
  }
  return { pairs, errors }
}

function strange(type: RecordType, field: string): string {
  if (!Object.hasOwn(type.fields, field)) return `There is no field ${field} here`
  return type.fields[field]?.kind === 'record' ? `${field} is set by Holdfast: leave it out` : `${field} is not asked here: leave it out`
}

function valueOf(about: RecordField, value: unknown): { readonly value: RecordValue } | { readonly wrong: string } {
  if (value === null) return { value }
  switch (about.kind) {
    case 'day': {
      const day = typeof value === 'string' ? parseIsoDate(value) : undefined
      return day === undefined ? { wrong: 'a real date, such as "2026-03-27", or null' } : { value: day }
    }
    case 'yes or no': return typeof value === 'boolean' ? { value } : { wrong: 'true, false or null' }
    case 'number': return typeof value === 'number' ? { value } : { wrong: 'a number or null' }
    case 'choices': return Array.isArray(value) && value.every((one) => typeof one === 'string') ? { value } : { wrong: 'a list of texts, or null' }
    case 'text':
    case 'long text':
    case 'choice':
    case 'person':
    case 'record':
      return typeof value === 'string' ? { value } : { wrong: 'a text or null' }
  }
}
