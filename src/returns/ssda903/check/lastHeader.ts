/** Compares a child's Header row with the one of last year. */
import type { CheckContext } from './context.ts'
import { onlyWith, type ChildCheck } from './rule.ts'
import type { ChildRows, HeaderRow } from './rows.ts'

/** A check that marks each Header row for which `wrong` holds against the child's Header row of last year. */
export function againstLastHeader(
  wrong: (row: HeaderRow, before: HeaderRow, context: CheckContext, child: ChildRows) => boolean,
): ChildCheck {
  return onlyWith('Header', (child, context, mark) => {
    const before = child.last?.Header[0]
    if (before === undefined) return
    for (const row of child.Header) if (wrong(row, before, context, child)) mark(row)
  })
}
