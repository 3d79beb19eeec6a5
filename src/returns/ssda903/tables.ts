/**
 * The tables of the SSDA903 return, worked out from the fact declarations: which columns each has and in what order
 * (format notes, section 2), and which columns tell one table from another.
 */
import type { Field } from '../../core/facts/factType.ts'
import { factNames, factTypes, type FactName } from '../../core/facts/factTypes.ts'

/** Column that names the child in every table. */
export const CHILD = 'CHILD'
/** Column for the date of birth, repeated by most tables. */
export const DOB = 'DOB'
const SEX = 'SEX'

export interface Table {
  readonly type: FactName
  /** As the format notes name it: `Episodes`. */
  readonly name: string
  /** All its columns, in the order the return writes them. */
  readonly columns: readonly string[]
  /** Columns that no other table has: what a header is recognised by. */
  readonly distinctive: readonly string[]
  /** Columns without which a row is no fact. */
  readonly required: readonly string[]
}

/** The declared fields of a kind of fact, in order. */
export function fieldsOf(type: FactName): readonly Field[] {
  return Object.values(factTypes[type].fields)
}

/** Columns that a table has before its own: only the Header is born with a DOB, the UASC table also repeats the sex. */
function leadingColumns(type: FactName): readonly string[] {
  if (type === 'child_details' || type === 'episode') return [CHILD]
  return type === 'unaccompanied_child' ? [CHILD, SEX, DOB] : [CHILD, DOB]
}

const ownColumns = (type: FactName): readonly string[] =>
  fieldsOf(type).flatMap(({ column }) => (column === null ? [] : [column]))

const columnsOf = (type: FactName): readonly string[] => [...leadingColumns(type), ...ownColumns(type)]

/** Every table, in the order of the return. */
export const tables: readonly Table[] = factNames.map((type) => ({
  type,
  name: factTypes[type].table,
  columns: columnsOf(type),
  distinctive: ownColumns(type).filter((column) =>
    factNames.every((other) => other === type || !columnsOf(other).includes(column)),
  ),
  required: [
    CHILD,
    ...fieldsOf(type).flatMap(({ column, required }) => (required && column !== null ? [column] : [])),
  ],
}))

const byType = new Map(tables.map((table) => [table.type, table]))

/** The table that holds a kind of fact. */
export function tableOf(type: FactName): Table {
  const table = byType.get(type)
  if (table === undefined) throw new RangeError(`no table for ${type}`)
  return table
}

/** Every column name of every table. */
export const knownColumns: ReadonlySet<string> = new Set(tables.flatMap(({ columns }) => columns))
