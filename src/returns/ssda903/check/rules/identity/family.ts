/** The checks of the identity rules, one for each of their three families. */
import { onlyWith, type ChildCheck } from '../../rule.ts'
import type { HeaderRow, RowName, TableName } from '../../rows.ts'

/** A check that marks the rows of a table whose child has no row in the Header. */
export function notInHeader(table: TableName): ChildCheck {
  return onlyWith(table, (child, _, mark) => {
    if (child.Header.length > 0) return
    for (const row of child[table]) mark(row)
  })
}

/**
 * A check that marks the rows of a table, and the Header's, when a date of birth is none of those in the Header. One that is
 * given and cannot be read is another too: no rule asks these tables for a date, and every rule about age passes over the row.
 * Where the Header's own cannot be read, rule 102 says so.
 */
export function bornOtherwise(table: Exclude<TableName, 'Header' | 'Episodes'>): ChildCheck {
  return onlyWith(table, (child, _, mark) => {
    const others = child.Header.filter(({ DOB }) => DOB !== null)
    if (others.length === 0) return
    const rows: readonly (RowName & Pick<HeaderRow, 'DOB' | 'unread'>)[] = child[table]
    for (const row of rows) {
      const isBlank = row.DOB === null && row.unread?.['DOB'] === undefined
      if (isBlank || others.some(({ DOB }) => DOB === row.DOB)) continue
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
