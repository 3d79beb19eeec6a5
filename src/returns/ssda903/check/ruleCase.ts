/** Worked cases of a rule: a few rows as a return would write them, and what the rule must mark in them. */
import type { Place } from './places.ts'
import type { Provider } from './providers.ts'
import type { ColumnOf, TableName } from './rows.ts'

/** Cells as written in the file (dates DD/MM/YYYY); columns left out are blank, CHILD left out is `1`. */
export type GivenRows = {
  readonly [T in TableName]?: readonly ({ readonly [C in ColumnOf<T>]?: string } & { readonly CHILD?: string })[]
}

export interface RuleCase {
  /** What it shows: "a review on the fourth birthday". */
  readonly says: string
  /** Collection year; 2026 unless told, or the nearest to it that the rule lives in. */
  readonly year?: number
  readonly given: GivenRows
  /** Last year's files; given empty unless told. */
  readonly last?: GivenRows
  /** Whose return: 309 (Haringey) unless told. */
  readonly authority?: string
  /** Postcodes that exist, written with their space, for this case alone. */
  readonly places?: Readonly<Record<string, Place>>
  readonly providers?: readonly Provider[]
  /**
   * Every row that must be marked, and no other: table and position in `given`, with the fields when only some of the
   * rule's are marked. A row of last year's files is named with `_last`. Empty: the rule must stay silent.
   */
  readonly fires: readonly Fired[]
}

export type Fired =
  | readonly [table: TableName | `${TableName}_last`, row: number]
  | readonly [table: TableName | `${TableName}_last`, row: number, fields: readonly string[]]
