/** The checks of the identity rules, one for each of their three families. */
import type { LocalDate } from '../../../../../core/time/localDate.ts'
import { onlyWith, type ChildCheck } from '../../rule.ts'
import type { RowName, TableName } from '../../rows.ts'

/** A check that marks the rows of a table whose child has no row in the Header. */
export function notInHeader(table: TableName): ChildCheck {
  return onlyWith(table, (child, _, mark) => {
    if (child.Header.length > 0) return
    for (const row of child[table]) mark(row)
  })
}

/** A check that marks the rows of a table, and the Header's, when a date of birth is none of those in the Header. */
export function bornOtherwise(table: Exclude<TableName, 'Header' | 'Episodes'>): ChildCheck {
  return onlyWith(table, (child, _, mark) => {
    const rows: readonly (RowName & { readonly DOB: LocalDate | null })[] = child[table]
    for (const row of rows) {
      if (row.DOB === null || child.Header.some(({ DOB }) => DOB === row.DOB)) continue
      const others = child.Header.filter(({ DOB }) => DOB !== null)
      if (others.length === 0) continue
      mark(row)
      for (const header of others) mark(header)
    }
  })
}

/** A check that marks every row of a child who stands more than once in a table. */
export function moreThanOnce(table: TableName): ChildCheck {
  return onlyWith(table, (child, _, mark) => {
    const rows: readonly RowName[] = child[table]
    if (rows.length > 1) for (const row of rows) mark(row)
  })
}
