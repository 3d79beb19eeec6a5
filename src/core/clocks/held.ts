/** Which days the returns held say nothing about. */
import type { Interval } from '../time/interval.ts'
import { addDays, collectionYearEnd, collectionYearStart, isoDate, type LocalDate } from '../time/localDate.ts'

const longAgo = isoDate('1900-01-01')

/**
 * The stretches of days before the last return held that no return covers, oldest first: everything before the first
 * year, and each year left out between. `years` are collection years named by their end, in any order. What lies after
 * the last return is not a gap: it has not been reported yet.
 */
export function daysNotHeld(years: readonly number[]): readonly Interval[] {
  const held = [...new Set(years)].sort((a, b) => a - b)
  const gaps: Interval[] = []
  let heldTo: LocalDate = longAgo
  for (const year of held) {
    const from = collectionYearStart(year)
    if (heldTo < from) gaps.push({ from: heldTo, to: from })
    heldTo = addDays(collectionYearEnd(year), 1)
  }
  return gaps
}

/**
 * The first day after `after` (inclusive) and before `before` that no return covers; null when all are held. Whatever
 * happened from that day may simply not have been read.
 */
export function firstDayNotHeld(
  notHeld: readonly Interval[] | undefined,
  after: LocalDate,
  before: LocalDate | null,
): LocalDate | null {
  if (notHeld === undefined) return null
  for (const gap of notHeld) {
    if (gap.to !== null && gap.to <= after) continue
    const from = gap.from > after ? gap.from : after
    return before === null || from < before ? from : null
  }
  return null
}
