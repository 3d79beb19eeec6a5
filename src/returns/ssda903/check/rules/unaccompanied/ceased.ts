/** When a child ceased to be unaccompanied, as this year's and last year's returns say it. */
import type { LocalDate } from '../../../../../core/time/localDate.ts'
import type { Mark } from '../../rule.ts'
import { isUnreadable, type ChildRows } from '../../rows.ts'

/** Every DUC of the child that can be read, of both years. Reads DUC of both. */
export function ceasedDates({ UASC, last }: ChildRows): readonly LocalDate[] {
  return [...UASC, ...(last?.UASC ?? [])].flatMap(({ DUC }) => (DUC === null ? [] : [DUC]))
}

/** Whether a DUC of either year is given and cannot be read. */
export function isCeasedUnreadable({ UASC, last }: ChildRows): boolean {
  return UASC.some((row) => isUnreadable(row, 'DUC')) || (last?.UASC.some((row) => isUnreadable(row, 'DUC')) ?? false)
}

/** Marks the flag where it would stand in the Header, and the date in the UASC table. */
export function markStatusAndDate({ Header, UASC }: ChildRows, mark: Mark): void {
  for (const row of Header) mark(row, ['UASC'])
  for (const row of UASC) mark(row, ['DUC'])
}
