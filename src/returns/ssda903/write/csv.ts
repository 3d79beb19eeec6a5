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
  const line = linesOf(type)
  return line(childCode, bornOn, values, year, sex)
}

type Line = (childCode: string, bornOn: LocalDate | null, values: readonly FieldValue[], year: number, sex: string | null) => string

const made = new Map<FactName, Line>()

function linesOf(type: FactName): Line {
  const held = made.get(type)
  if (held !== undefined) return held
  const fields = fieldsOf(type)
  const plan = tableOf(type).columns.map((column) => {
    const at = fields.findIndex((field) => field.column === column)
    return { column, at, isDate: fields[at]?.kind === 'date', isSex: column === 'SEX' }
  })
  const line: Line = (childCode, bornOn, values, year, sex) => {
    const cell = ({ column, at, isDate, isSex }: (typeof plan)[number]): string => {
      if (at < 0) {
        if (column === CHILD) return quoted(childCode)
        if (column === DOB) return bornOn === null ? '' : formatSlashes(bornOn)
        return isSex ? quoted(sexIn(year, sex)) : ''
      }
      const value = values[at] ?? null
      if (value === null) return ''
      if (isDate && typeof value === 'number') return formatSlashes(value as LocalDate)
      return quoted(isSex ? sexIn(year, String(value)) : String(value))
    }
    return `${plan.map(cell).join(',')}\n`
  }
  made.set(type, line)
  return line
}

function sexIn(year: number, sex: string | null): string {
  if (year > LAST_YEAR_OF_NUMBERED_SEX) return sex ?? ''
  return sex === 'M' ? '1' : sex === 'F' ? '2' : (sex ?? '')
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
