/** Recorded facts and where they came from, as people read them. */
import type { FactSource } from '../../app/childPage.ts'
import type { Field, FieldValue } from '../../core/facts/factType.ts'
import { factTypes, type FactName } from '../../core/facts/factTypes.ts'
import { formatLong, type LocalDate } from '../../core/time/localDate.ts'
import type { Labels } from '../port.ts'
import { codeInFull } from './codes.ts'
import { momentWords, yearWords } from './dates.ts'

/** The fields of a kind of fact, in order. */
export function fieldsOf(type: FactName): readonly (readonly [string, Field])[] {
  return Object.entries(factTypes[type].fields as Readonly<Record<string, Field>>)
}

/** One value in words. */
export function valueWords(labels: Labels, field: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return 'Blank'
  switch (field.kind) {
    case 'date': return formatLong(value as LocalDate)
    case 'year': return yearWords(Number(value))
    case 'code': return field.codeSet === null ? String(value) : codeInFull(labels, field.codeSet, String(value))
    case 'text':
    case 'partial date': return String(value)
  }
}

/** A kind of fact with a capital: `Episode of care`. */
export function factHeading(type: FactName): string {
  const { noun } = factTypes[type]
  return noun.slice(0, 1).toUpperCase() + noun.slice(1)
}

/** Where a fact stands: `Return 2025 to 2026, episodes.csv, row 14`. */
export function placeWords(source: FactSource): string {
  const parts = [
    source.collectionYear === null ? null : `Return ${yearWords(source.collectionYear)}`,
    source.file,
    source.row === null ? null : `row ${source.row}`,
  ].filter((part) => part !== null)
  if (parts.length > 0) return parts.join(', ')
  return source.recordedBy === null ? 'Source not recorded' : `Recorded by ${source.recordedBy}`
}

/** When it was recorded, and what became of it. */
export function recordedWords(source: FactSource): string {
  const by = source.recordedBy === null ? '' : ` by ${source.recordedBy}`
  return `${momentWords(source.recordedAt)}${by}`
}
