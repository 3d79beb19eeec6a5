/** A record's values in words, by its declaration: for pages, prints, exports and the reading of a conflict. */
import { formatLong, type LocalDate } from '../time/localDate.ts'
import type { RecordField, RecordType, RecordValue } from './recordType.ts'

export interface ShownField {
  readonly field: string
  readonly label: string
  /** Null when it was left out. Line breaks of long texts stay. */
  readonly words: string | null
}

/** Names of people by id. */
export type NameOf = (personId: string) => string | undefined

/** Every field a person may read, in the order declared. */
export function shown(type: RecordType, values: Readonly<Record<string, RecordValue>>, nameOf: NameOf): readonly ShownField[] {
  return Object.entries(type.fields).flatMap(([field, about]) =>
    about.kind === 'record' ? [] : [{ field, label: about.label, words: wordsOf(about, values[field] ?? null, nameOf) }])
}

/** The words for a choice; the value itself when the declaration no longer has it. */
export function choiceWords(about: RecordField, value: string): string {
  return 'choices' in about ? (about.choices.find((choice) => choice.value === value)?.label ?? value) : value
}

function wordsOf(about: RecordField, value: RecordValue, nameOf: NameOf): string | null {
  if (value === null) return null
  switch (about.kind) {
    case 'day': return formatLong(value as LocalDate)
    case 'choice': return choiceWords(about, String(value))
    case 'choices': return (value as readonly string[]).map((one) => choiceWords(about, one)).join(', ')
    case 'yes or no': return value === true ? 'Yes' : 'No'
    case 'person': return nameOf(String(value)) ?? 'Somebody who is no longer listed'
    case 'number': return String(value)
    case 'text':
    case 'long text':
    case 'record': return String(value)
  }
}
