/**
 * Two people changed one record at once: what each of them changed, field by field, so that nobody's words are lost and
 * nobody is asked about a field that only one of them touched.
 */
import { readForm, type Typed } from './readForm.ts'
import type { Held, RecordType, RecordValue } from './recordType.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface Clash {
  /** Changed by the other alone: theirs stands unless the person says otherwise. */
  readonly theirs: readonly string[]
  /** Changed by both to different things: the person has to choose. */
  readonly both: readonly string[]
}

/**
 * What clashes between what was typed on `base` (the version the form was opened on; undefined when it is not known, and
 * then every difference counts as both's) and the version held now. Text that cannot be read as its field counts as changed.
 */
export function clashOf<T extends RecordType>(
  type: T, base: Held<T> | undefined, now: Held<T>, typed: Typed, today: LocalDate, fields: readonly string[],
): Clash {
  const theirs: string[] = []
  const both: string[] = []
  for (const field of fields) {
    const held = valueIn(now, field)
    const before = base === undefined ? undefined : valueIn(base, field)
    const mine = typedValue(type, typed, today, field)
    if (same(mine, held) || (before !== undefined && same(before, held))) continue
    if (before !== undefined && same(mine, before)) theirs.push(field)
    else both.push(field)
  }
  return { theirs, both }
}

const valueIn = (held: Held, field: string): RecordValue => (held.values as Readonly<Record<string, RecordValue>>)[field] ?? null

/** Undefined for what cannot be read: it equals nothing that is held. */
function typedValue<T extends RecordType>(type: T, typed: Typed, today: LocalDate, field: string): RecordValue | undefined {
  const reading = readForm(type, typed, today, [field])
  return reading.kind === 'read' ? ((reading.values as Readonly<Record<string, RecordValue>>)[field] ?? null) : undefined
}

function same(a: RecordValue | undefined, b: RecordValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  return a.length === b.length && a.every((one) => b.includes(one))
}
