/** Reading `--as-at`. */
import { UsageError } from '../edge/operator.ts'
import { parseIsoDate, type LocalDate } from '../core/time/localDate.ts'

/** The day of `--as-at 2026-03-31`, or the one given when it was not. Throws UsageError for anything else. */
export function asAtOption(value: string | boolean | undefined, otherwise: LocalDate): LocalDate {
  if (typeof value !== 'string') return otherwise
  const date = parseIsoDate(value)
  if (date === undefined) throw new UsageError(`--as-at takes a day such as 2026-03-31, not ${value}.`)
  return date
}

/** One of the formats a command offers. */
export function formatOption<F extends string>(value: string | boolean | undefined, formats: readonly [F, ...F[]]): F {
  if (value === undefined) return formats[0]
  const format = formats.find((one) => one === value)
  if (format === undefined) throw new UsageError(`--format takes ${formats.join(', ')}, not ${value}.`)
  return format
}
