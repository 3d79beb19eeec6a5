/**
 * The rows of a return as the 903 rules read them: under the return's own column names, dates as day numbers, nothing
 * refused. A rule must see what is wrong, so what the importer would turn away is kept here as it was written.
 */
import type { Field, FactType } from '../../../core/facts/factType.ts'
import type { FactName, FactTypes } from '../../../core/facts/factTypes.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'

/** A table of the return, as the format notes name it. */
export type TableName = FactTypes[FactName]['table']

type TypeOf<T extends TableName> = Extract<FactTypes[FactName], { readonly table: T }>

type Cell<F> = F extends Field<'date'> ? LocalDate | null : string

type Cells<T extends FactType> = {
  readonly [
    F in keyof T['fields'] as T['fields'][F] extends { readonly column: infer C extends string } ? C : never
  ]: Cell<T['fields'][F]>
}

/**
 * Only the Episodes do not repeat the date of birth; only UASC repeats the sex. The XML's Header has a UASC flag that the
 * CSV has not: there a row in UASC is the flag.
 */
interface Repeated<T extends TableName> {
  readonly DOB: T extends 'Episodes' ? never : LocalDate | null
  readonly SEX: T extends 'UASC' | 'Header' ? string : never
  readonly UASC: T extends 'Header' ? string : never
}

interface RowBase<T extends TableName> {
  readonly table: T
  /** Position in its file, counting data rows from 0. */
  readonly row: number
  /** Whether it stands in last year's file. */
  readonly last: boolean
  /** The authority's number for the child, as text. */
  readonly CHILD: string
  /** Dates that are given and cannot be read, as written, by column: their cell is null, and they are not blank. */
  readonly unread: Readonly<Record<string, string>> | null
}

type Kept<T> = { readonly [K in keyof T as T[K] extends never ? never : K]: T[K] }

/** One row of a table: texts and codes in capitals and trimmed, '' when blank; dates null when blank or not readable. */
export type RowOf<T extends TableName> = RowBase<T> & Cells<TypeOf<T>> & Omit<Kept<Repeated<T>>, keyof Cells<TypeOf<T>>>

/** A column of a table, CHILD left out: it is always there. */
export type ColumnOf<T extends TableName> = Exclude<keyof RowOf<T>, keyof RowBase<T>> & string

/** What names a row: enough to report it. */
export type RowName = Pick<RowBase<TableName>, 'table' | 'row' | 'last' | 'CHILD'>

export type AnyRow = { readonly [T in TableName]: RowOf<T> }[TableName]

export type EpisodeRow = RowOf<'Episodes'>
export type HeaderRow = RowOf<'Header'>

/** All rows of one child in one year's files, each table in file order but the Episodes. */
export type Tables = { readonly [T in TableName]: readonly RowOf<T>[] }

export interface ChildRows extends Tables {
  readonly code: string
  /** In the order they began; those whose DECOM is blank or cannot be read come last, equal ones in file order. */
  readonly Episodes: readonly EpisodeRow[]
  /** The same child in last year's files; null when they do not have the child, or were not given. */
  readonly last: ChildRows | null
}

/** Whether a cell has nothing in it. A date that cannot be read is not blank. */
export function isBlank<T extends TableName>(row: RowOf<T>, column: ColumnOf<T>): boolean {
  const cell = (row as Readonly<Record<string, unknown>>)[column]
  return cell === '' || (cell === null && row.unread?.[column] === undefined)
}

/** Whether a date is given and cannot be read. */
export function isUnreadable<T extends TableName>(row: RowOf<T>, column: ColumnOf<T>): boolean {
  return row.unread?.[column] !== undefined
}
