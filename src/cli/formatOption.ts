/** Reading `--format`. */
import { UsageError } from '../edge/usageError.ts'

/** One of the formats a command offers. */
export function formatOption<F extends string>(value: string | boolean | undefined, formats: readonly [F, ...F[]]): F {
  if (value === undefined) return formats[0]
  const format = formats.find((one) => one === value)
  if (format === undefined) throw new UsageError(`--format takes ${formats.join(', ')}, not ${value}.`)
  return format
}
