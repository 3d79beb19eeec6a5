/** What the rules of this folder read out of a child's decisions: their order, which are in force, what changed since last year. */
import type { LocalDate } from '../../../../../core/time/localDate.ts'
import { isBlank, isUnreadable, type ChildRows, type RowOf } from '../../rows.ts'

export type DecisionRow = RowOf<'PlacedAdoption'>

export interface Decision {
  readonly row: DecisionRow
  /** The day it was decided. */
  readonly on: LocalDate
}

/** The decisions whose day can be read, in the order they were made. Reads DATE_PLACED. */
export function datedDecisions(rows: readonly DecisionRow[]): readonly Decision[] {
  return rows
    .flatMap((row) => (row.DATE_PLACED === null ? [] : [{ row, on: row.DATE_PLACED }]))
    .toSorted((a, b) => a.on - b.on)
}

/**
 * Every decision in the order they were made; undefined when the day of one is given and cannot be read, for it may stand
 * anywhere among them. Rows without a day are no decision yet. Reads DATE_PLACED.
 */
export function decisionsInOrder(rows: readonly DecisionRow[]): readonly Decision[] | undefined {
  return rows.some((row) => isUnreadable(row, 'DATE_PLACED')) ? undefined : datedDecisions(rows)
}

/** Whether a day is given on which the decision was reversed, even one that cannot be read. Reads DATE_PLACED_CEASED. */
export function isReversed(row: DecisionRow): boolean {
  return !isBlank(row, 'DATE_PLACED_CEASED')
}

/**
 * The reversed decisions of a child who has none in force: none was made again after the reversal. Empty otherwise. Reads
 * DATE_PLACED and DATE_PLACED_CEASED.
 */
export function onlyReversed(rows: readonly DecisionRow[]): readonly DecisionRow[] {
  if (rows.some((row) => !isReversed(row) && !isBlank(row, 'DATE_PLACED'))) return []
  return rows.filter(isReversed)
}

/**
 * The decision that came too late for a day on which one had to be in force: none was, and this is the first made after
 * it. Undefined when one was in force, when none was made later, and when days cannot be read. Reads DATE_PLACED and
 * DATE_PLACED_CEASED.
 */
export function decidedTooLate(rows: readonly DecisionRow[], day: LocalDate): DecisionRow | undefined {
  const decisions = decisionsInOrder(rows)
  if (decisions === undefined) return undefined
  const inForce = decisions.some(
    ({ row, on }) => on <= day && (row.DATE_PLACED_CEASED === null || row.DATE_PLACED_CEASED >= day),
  )
  return inForce ? undefined : decisions.find(({ on }) => on > day)?.row
}

/**
 * The row of this year that stands where last year had a decision in force under another day: no row of this year repeats
 * that day, and this is the earliest. Undefined when last year had none in force, when its day is repeated, and when days
 * cannot be read. Reads DATE_PLACED of both years and DATE_PLACED_CEASED of last year.
 */
export function decidedOtherwiseLastYear(child: ChildRows): DecisionRow | undefined {
  const before = decisionsInOrder(child.last?.PlacedAdoption ?? [])
  const now = decisionsInOrder(child.PlacedAdoption)
  if (before === undefined || now === undefined) return undefined
  const inForce = before.filter(({ row }) => !isReversed(row))
  if (inForce.length === 0 || inForce.some(({ on }) => now.some((decision) => decision.on === on))) return undefined
  return now[0]?.row
}
