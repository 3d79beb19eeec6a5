/** Which of a row's columns have something in them. A date that cannot be read is something: it is not blank. */
import type { Mark } from './rule.ts'
import { isBlank, type ColumnOf, type RowOf, type TableName } from './rows.ts'

/** Those of some columns that have something in them, in the order asked. */
export function givenOf<T extends TableName>(row: RowOf<T>, columns: readonly ColumnOf<T>[]): readonly ColumnOf<T>[] {
  return columns.filter((column) => !isBlank(row, column))
}

/** Those of some columns that are blank, in the order asked. */
export function blankOf<T extends TableName>(row: RowOf<T>, columns: readonly ColumnOf<T>[]): readonly ColumnOf<T>[] {
  return columns.filter((column) => isBlank(row, column))
}

/** Whether any of some columns has something in it. */
export function anyGiven<T extends TableName>(row: RowOf<T>, columns: readonly ColumnOf<T>[]): boolean {
  return columns.some((column) => !isBlank(row, column))
}

/** Whether any of some columns is blank. */
export function anyBlank<T extends TableName>(row: RowOf<T>, columns: readonly ColumnOf<T>[]): boolean {
  return columns.some((column) => isBlank(row, column))
}

/** Marks what is given where nothing should be: those of some columns that have something in them, if any have. */
export function markGiven<T extends TableName>(row: RowOf<T>, columns: readonly ColumnOf<T>[], mark: Mark): void {
  if (anyGiven(row, columns)) mark(row, givenOf(row, columns))
}
