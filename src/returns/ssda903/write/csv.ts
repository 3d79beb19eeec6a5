/**
 * The tables of a return as CSV, from the same declarations that the reader works by. Columns in the order of the
 * format notes (section 2), dates DD/MM/YYYY, blanks empty, lines ended by LF, quoted as RFC 4180 only where needed.
 */
import type { FieldValue } from '../../../core/facts/factType.ts'
import type { FactName } from '../../../core/facts/factTypes.ts'
import { formatSlashes, type LocalDate } from '../../../core/time/localDate.ts'
import { LAST_YEAR_OF_NUMBERED_SEX } from '../sex.ts'
import { CHILD, DOB, fieldsOf, tableOf } from '../tables.ts'

/** The header line of the table of a kind of fact, with its line end. */
export function csvHeader(type: FactName): string {
  return `${tableOf(type).columns.join(',')}\n`
}

/**
 * The line of one fact, with its line end. `values` are in the order of the declaration's fields; `bornOn` goes into
 * the DOB column of tables that repeat it. `sex` (M, F or U) is only for the UASC table, which repeats it too.
 */
export function csvLine(
  type: FactName,
  childCode: string,
  bornOn: LocalDate | null,
  values: readonly FieldValue[],
  year: number,
  sex: string | null = null,
): string {
  return `${cellsOf(type, childCode, bornOn, values, year, sex).map(quoted).join(',')}\n`
}

/**
 * The cells of one fact as the return writes them, in the order of its table's columns: dates DD/MM/YYYY, blanks empty. What
 * the DOB and SEX columns repeat is told as for `csvLine`.
 */
export function cellsOf(
  type: FactName,
  childCode: string,
  bornOn: LocalDate | null,
  values: readonly FieldValue[],
  year: number,
  sex: string | null = null,
): readonly string[] {
  return planOf(type).map(({ column, at, isDate, isSex }) => {
    if (at < 0) {
      if (column === CHILD) return childCode
      if (column === DOB) return bornOn === null ? '' : formatSlashes(bornOn)
      return isSex ? sexIn(year, sex) : ''
    }
    const value = values[at] ?? null
    if (value === null) return ''
    if (isDate && typeof value === 'number') return formatSlashes(value as LocalDate)
    return isSex ? sexIn(year, String(value)) : String(value)
  })
}

interface Column {
  readonly column: string
  /** Where its value stands among the fact's; -1 for what is repeated from elsewhere. */
  readonly at: number
  readonly isDate: boolean
  readonly isSex: boolean
}

const plans = new Map<FactName, readonly Column[]>()

function planOf(type: FactName): readonly Column[] {
  const held = plans.get(type)
  if (held !== undefined) return held
  const fields = fieldsOf(type)
  const plan = tableOf(type).columns.map((column) => {
    const at = fields.findIndex((field) => field.column === column)
    return { column, at, isDate: fields[at]?.kind === 'date', isSex: column === 'SEX' }
  })
  plans.set(type, plan)
  return plan
}

function sexIn(year: number, sex: string | null): string {
  if (year > LAST_YEAR_OF_NUMBERED_SEX) return sex ?? ''
  return sex === 'M' ? '1' : sex === 'F' ? '2' : (sex ?? '')
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
