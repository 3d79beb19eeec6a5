/** How facts lie in their tables: columns by the declarations, values to and from SQL. */
import type { ChildId, FactId, FactType, FieldKind, FieldValue } from '../core/facts/factType.ts'
import { factNames, factTypes, type ChildFacts, type FactName } from '../core/facts/factTypes.ts'
import { copyDate, copyText } from './copyIn.ts'
import type { LocalDate } from '../core/time/localDate.ts'

/** `startedOn` as a column: `started_on`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

interface Layout {
  readonly fields: readonly string[]
  readonly kinds: readonly FieldKind[]
  readonly columns: readonly string[]
  /** Every column of its table, in order. */
  readonly allColumns: readonly string[]
  /** Columns that an import sends with each row; the rest are the same for the whole import. */
  readonly rowColumns: readonly string[]
}

const provenance = ['recorded_at', 'recorded_by', 'import_id', 'source_file', 'source_row', 'superseded_at', 'superseded_by']

/** The columns of every kind of fact. */
export const layouts = Object.fromEntries(
  Object.values(factTypes).map((type: FactType) => {
    const fields = Object.keys(type.fields)
    const columns = fields.map(columnName)
    const layout: Layout = {
      fields,
      kinds: Object.values(type.fields).map((field) => field.kind),
      columns,
      allColumns: ['authority_id', 'child_id', 'fact_id', ...columns, ...provenance],
      rowColumns: ['child_id', 'fact_id', ...columns, 'source_file', 'source_row', 'superseded_at', 'superseded_by'],
    }
    return [type.name, layout]
  }),
) as unknown as Readonly<Record<FactName, Layout>>

/** A value as COPY writes it. */
export function copyValue(kind: FieldKind, value: FieldValue): string {
  if (value === null) return '\\N'
  if (kind === 'date') return copyDate(value as LocalDate)
  return typeof value === 'number' ? String(value) : copyText(value)
}

/**
 * Blank facts to copy from, one a kind. Parsed from JSON so that every copy has the same shape in the engine: facts built
 * field by field were measured five times slower to read.
 */
const blanks = Object.fromEntries(
  factNames.map((name) => [
    name,
    JSON.parse(JSON.stringify(Object.fromEntries(['factId', ...Object.keys(factTypes[name].fields)].map((key) => [key, null])))),
  ]),
) as Readonly<Record<FactName, Readonly<Record<string, FieldValue>>>>

/** A fact as the core reads it: named fields and its id. */
export function factObject(
  type: FactName,
  factId: FactId,
  values: readonly FieldValue[],
): Readonly<Record<string, FieldValue>> & { readonly factId: FactId } {
  const { fields } = layouts[type]
  const fact: Record<string, FieldValue> = { ...blanks[type] }
  fact['factId'] = factId
  for (let i = 0; i < fields.length; i += 1) fact[fields[i] ?? ''] = values[i] ?? null
  return fact as Readonly<Record<string, FieldValue>> & { readonly factId: FactId }
}

export interface StoredFact {
  readonly type: FactName
  readonly factId: FactId
  readonly values: readonly FieldValue[]
}

const compare = (a: FieldValue | undefined, b: FieldValue | undefined): number => {
  const [x, y] = [a ?? '', b ?? '']
  if (x === y) return 0
  // A blank (an end not yet known) comes last.
  return x === '' ? 1 : y === '' ? -1 : x < y ? -1 : 1
}

/** Facts of one day by all their values: what is derived must not hang on the order in which rows were read. */
function compareAll(a: StoredFact, b: StoredFact): number {
  for (let i = 0; i < a.values.length; i += 1) {
    const order = compare(a.values[i], b.values[i])
    if (order !== 0) return order
  }
  return compare(a.factId, b.factId)
}

/** All of a child's current facts as the core reads them, each kind in the order of its first date field. */
export function childFacts(childId: ChildId, code: string, facts: readonly StoredFact[]): ChildFacts {
  const byType: Record<string, StoredFact[]> = {}
  for (const name of factNames) byType[name] = []
  for (const fact of facts) byType[fact.type]?.push(fact)
  const grouped: Record<string, unknown> = { childId, code }
  for (const name of factNames) {
    const list = byType[name] ?? []
    if (list.length > 1) {
      const order = Math.max(0, layouts[name].kinds.findIndex((kind) => kind === 'date' || kind === 'year'))
      list.sort((a, b) => compare(a.values[order], b.values[order]) || compareAll(a, b))
    }
    grouped[name] = list.map((fact) => factObject(name, fact.factId, fact.values))
  }
  return grouped as unknown as ChildFacts
}
