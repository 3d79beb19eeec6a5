/** Whether a return says that a child is an unaccompanied asylum-seeking child. */
import type { ChildRows } from './rows.ts'

/**
 * Whether the child is returned as unaccompanied: by the flag of the Header (XML), and where the Header has no flag (CSV)
 * by a row in the UASC table (format notes 2.1, 2.3). Undefined when the flag is no code. Reads Header's UASC.
 */
export function isUnaccompanied({ Header, UASC }: ChildRows): boolean | undefined {
  const flag = Header.find((row) => row.UASC !== '')?.UASC
  if (flag === undefined) return UASC.length > 0
  return flag === '1' ? true : flag === '0' ? false : undefined
}

/**
 * Whether a child is or was unaccompanied, as far as the files tell: a row in UASC this year or, where last year's files
 * were given, last year. A row whose status has ceased (DUC) still counts; the XML's flag of 1 makes a row as well. Whose
 * status ceased before last year cannot be told, as the DfE's messages themselves warn.
 */
export function isOrWasUnaccompanied(child: ChildRows): boolean {
  return child.UASC.length > 0 || (child.last !== null && child.last.UASC.length > 0)
}
