/** Reading `--as-at`. */
import { UsageError } from '../edge/usageError.ts'
import { tell } from './output.ts'
import { usualDay } from '../app/usualDay.ts'
import type { Work } from '../app/work.ts'
import { formatLong, parseIsoDate, type LocalDate } from '../core/time/localDate.ts'

/** The day of `--as-at 2026-03-31`; null when it was not given. Throws UsageError for anything else. */
export function asAtOption(value: string | boolean | undefined): LocalDate | null {
  if (typeof value !== 'string') return null
  const date = parseIsoDate(value)
  if (date === undefined) throw new UsageError(`--as-at takes a day such as 2026-03-31, not ${value}.`)
  return date
}

/** The day asked about: the one named, else the usual one, which is told when it is not today. */
export async function dayOf(named: LocalDate | null, work: Work): Promise<LocalDate> {
  if (named !== null) return named
  const day = await usualDay(work)
  if (day !== work.today) tell(`As at ${formatLong(day)}, the last day that the returns held reach to.`)
  return day
}

export { formatOption } from './formatOption.ts'
