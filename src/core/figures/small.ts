/**
 * Small numbers: a figure of a few children can say who they are. Those who may see no child behind a figure (a councillor)
 * get no count of one to five, nor one that leaves as few by subtraction, and figures at the ends of quarters alone: two
 * neighbouring days would tell one child's arrival.
 *
 * Fewer than six is the Department for Education's own bound, marked "c" in its statistics.
 */
import { addDays, dateOf, yearMonthDay, type LocalDate } from '../time/localDate.ts'

/** Counts below this, but for none at all, are withheld. */
export const smallest = 6

/** How a withheld figure is marked. */
export const withheldMark = 'c'

/** Whether a count is of so few that it could say who they are: from one to five. */
export function isSmall(count: number): boolean {
  return count > 0 && count < smallest
}

/** A count as it is told, null where it is withheld; `of` when it counts some of a greater number that is told too. */
export function countTold(count: number, of: number = count): number | null {
  return isSmall(count) || isSmall(of - count) ? null : count
}

/** The last day of a quarter (of the year from 1 April) on or before a day. */
export function quarterEnd(day: LocalDate): LocalDate {
  const { year, month } = yearMonthDay(addDays(day, 1))
  const first = dateOf(year, month - ((month - 1) % 3), 1)
  if (first === undefined) throw new RangeError('a quarter without a first day')
  return addDays(first, -1)
}
